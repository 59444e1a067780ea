import { paragraphs } from '@entente/core/document/citation';
import type { Block } from '@entente/core/document/document';
import type { Report } from '@entente/core/report/report';
import type { DocumentEntry } from '@entente/core/report/sources';
import type { Anchored, Anchors } from './anchors.ts';
import { html, Markup } from './markup.ts';

const RANK: readonly Anchored['mark'][] = [
  'cited',
  'reason',
  'condition',
  'no-position',
  'neutral',
  'support',
  'oppose',
  'conditional',
];

/** The words of a block, cut where a marked passage begins or ends, so that passages may overlap. */
const markedWords = (
  text: string,
  start: number,
  end: number,
  marks: readonly Anchored[],
  own: ReadonlySet<Anchored>,
): Markup => {
  const cuts = new Set([start, end]);
  for (const { passage } of marks) {
    if (passage.start > start && passage.start < end) cuts.add(passage.start);
    if (passage.end > start && passage.end < end) cuts.add(passage.end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const pieces = points.slice(0, -1).map((from, at) => {
    const to = points[at + 1] ?? end;
    const words = text.slice(from, to);
    const over = marks.filter(({ passage }) => passage.start < to && from < passage.end);
    const top = [...over].sort((a, b) => RANK.indexOf(b.mark) - RANK.indexOf(a.mark))[0];
    const inner =
      top === undefined
        ? html`${words}`
        : html`<mark class="${top.mark}${top.suggested && ' pending'}">${words}</mark>`;
    const starting = over.filter((one) => own.has(one) && Math.max(one.passage.start, start) === from);
    return starting.reduceRight((wrapped, { id }) => html`<span id="${id}" class="at">${wrapped}</span>`, inner);
  });
  return new Markup(pieces.map(String).join(''));
};

const backLinks = (marks: readonly Anchored[], base: string): Markup | undefined => {
  const backs = marks.flatMap((one) => one.backs);
  if (backs.length === 0) return undefined;
  return html`<ul class="backs">${backs.slice(0, 12).map(({ href, words }) => html`<li><a href="${base}${href}">${words}</a></li>`)}${backs.length > 12 && html`<li>and ${backs.length - 12} more</li>`}</ul>`;
};

/** One document with its cited passages marked; `base` is the page that the margin leads back to. */
export const documentText = (entry: DocumentEntry, at: number, anchors: Anchors, base = ''): Markup => {
  const { document, name, date } = entry;
  const language = document.language?.value ?? '';
  const lang = /^[a-z]{2,3}(?:-[A-Za-z0-9-]+)?$/.test(language) && html` lang="${language}"`;
  const numbers = new Map<Block, number>(paragraphs(document).map((block, index) => [block, index + 1]));
  const all = anchors.in(document.id);
  const placed = new Set<Anchored>();
  const blocks = document.blocks.map((block) => {
    const marks = all.filter(({ passage }) => passage.start < block.end && block.start < passage.end);
    const own = new Set(marks.filter((one) => !placed.has(one)));
    for (const one of own) placed.add(one);
    const number = numbers.get(block);
    const skipped = document.boilerplate.filter((part) => part.start < block.end && block.start < part.end);
    const words = markedWords(document.text, block.start, block.end, marks, own);
    if (block.kind === 'paragraph' && number === undefined)
      return html`<div class="row skipped"><span class="n"></span><p dir="auto">${words}</p><div class="m"><small>${skipped[0]?.kind.replace('-', ' ') ?? 'not read'}: not read</small></div></div>`;
    return html`<div class="row${block.kind === 'heading' && ' heading'}"><span class="n">${number}</span><p dir="auto">${words}</p><div class="m">${backLinks([...own], base)}</div></div>`;
  });
  const stray = all.filter((one) => !placed.has(one));
  return html`<article id="d${at + 1}" class="document"${lang}><h3>${name}</h3>
<p class="note">${document.title?.value ?? document.file}. ${date}${document.summarises !== undefined && html`. Summarises ${document.summarises.value}`}</p>
<div class="sheet">${blocks}${stray.map(({ id, passage }) => html`<div class="row"><span class="n"></span><p><span id="${id}" class="at"><mark class="cited">${passage.quote}</mark></span></p></div>`)}</div>
<p class="note hash">SHA-256 <code>${document.sha256}</code></p></article>`;
};

/** The frozen texts with every cited passage marked; must be made after all that cites. */
export const fullTextSection = (report: Report, anchors: Anchors): Markup =>
  html`<section id="texts"><h2>The documents in full</h2><p class="note">Underlined: cited above; solid lines were accepted by a person, dotted ones are suggested. The margin leads back.</p>${report.documents.map((entry, at) => documentText(entry, at, anchors))}</section>`;
