import { type Citation, leadText, type Sentence } from '@entente/core/report/sentence';
import { quoted } from '@entente/core/report/words';
import type { Anchors } from './anchors.ts';
import { voiceMark } from './glyph.ts';
import { html, type Markup } from './markup.ts';

/** A citation: how it is known, the short source and paragraph, linked to the passage. */
export const citationLink = (anchors: Anchors, { passage, label, voice, suggested }: Citation): Markup => {
  const link = html`<a class="cite" href="${anchors.href(passage)}">${voiceMark(voice, suggested)}${label}</a>`;
  return suggested ? html`<span class="sug">${link}</span>` : link;
};

const LISTED = 4;

/** Citations in a margin: the first few, the rest counted. */
export const citationList = (anchors: Anchors, citations: readonly Citation[]): Markup => {
  const shown = citations.length > LISTED + 1 ? citations.slice(0, LISTED) : citations;
  const more = citations.length - shown.length;
  return html`${shown.map((one) => citationLink(anchors, one))}${more > 0 && html`<small class="soft">and ${more} more</small>`}`;
};

/** A source's words, linked to their passage. */
export const quoteLink = (
  anchors: Anchors,
  passage: Parameters<Anchors['of']>[0],
  words = quoted(passage.quote),
): Markup => html`<a class="q" href="${anchors.href(passage)}"><q dir="auto">${words}</q></a>`;

/** A sentence with its “according to”; its citations stand beside it. */
export const sentenceMarkup = (anchors: Anchors, sentence: Sentence, before?: Sentence): Markup => {
  const { lead, runs, citations } = sentence;
  const suggested = citations.length > 0 && citations.every((one) => one.suggested);
  const words = html`${lead !== '' && html`<span class="lead">${leadText(sentence, before)}</span>`}${runs.map((run) =>
    run.kind === 'quote' ? quoteLink(anchors, run.passage, run.text) : html`${run.text}`,
  )}`;
  return suggested ? html`<span class="machine">⟨${words}⟩</span>` : words;
};
