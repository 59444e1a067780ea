import { ANSWER_HEADINGS } from '@entente/core/report/outline';
import type { Report } from '@entente/core/report/report';
import type { Sentence } from '@entente/core/report/sentence';
import type { Anchors } from './anchors.ts';
import { html, type Markup } from './markup.ts';
import { citationList, sentenceMarkup } from './sentence.ts';

const line = (anchors: Anchors, sentence: Sentence, before?: Sentence): Markup =>
  html`<div class="line"><p>${sentenceMarkup(anchors, sentence, before)}</p><aside class="cites">${citationList(anchors, sentence.citations)}</aside></div>`;

/** The question that the dossier is read for and what the evidence says to it. */
export const answerSection = (report: Report, anchors: Anchors): Markup | undefined => {
  const { answer, question } = report;
  if (answer === undefined)
    return question === undefined
      ? undefined
      : html`<section id="answer" class="answer"><h2>${question}</h2><p>The question names no party of the codebook, or nothing is said on what it asks; it is not answered here. <a href="#positions">Who stands where</a> shows what there is.</p></section>`;
  return html`<section id="answer" class="answer">
<h2>${answer.question ?? `${answer.actor.name} on: ${answer.issue.label}`}</h2>
<p class="note">Answered from statements alone, on the proposal: ${answer.issue.proposal}</p>
${answer.paragraphs.map(
  ({ part, sentences }) =>
    html`<div class="para ${part}"><h3>${ANSWER_HEADINGS[part]}</h3><div>${sentences.map((one, at) => line(anchors, one, sentences[at - 1]))}</div></div>`,
)}
</section>`;
};

/** The heading: the finding, attributed, with how much stands behind it. */
export const headSection = (report: Report, anchors: Anchors): Markup => {
  const { finding, asOf, title, summary } = report;
  return html`<header class="head">
<p class="note"><span class="title">${title}${asOf !== undefined && ', '}</span>${asOf !== undefined && html`<span class="as-of">as of ${asOf}</span>`}</p>
<h1${finding.suggested && html` class="machine"`}>${finding.suggested ? `⟨${finding.text}⟩` : finding.text}</h1>
<p class="soft">${summary}</p>
${report.leftOut !== undefined && html`<p class="left-out">≠ ${report.leftOut}${report.problems.length > 0 && html` <a href="#problems">Which</a>`}</p>`}
${finding.citations.length > 0 && html`<p class="cites">${citationList(anchors, finding.citations)}</p>`}
${finding.suggested && html`<p class="note suggestion-note">Nobody has checked these suggestions yet. What stands in <span class="machine">⟨ ⟩</span>, grey and hollow, was read by machine; follow its link to the words before relying on it.</p>`}
</header>`;
};
