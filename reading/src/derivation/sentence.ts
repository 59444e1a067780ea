import type { Document } from '@entente/core/document/document';
import { alike } from '@entente/core/document/quote';
import type { Span } from '@entente/core/vocabulary';

/** A sentence of a document's own text, boilerplate left out. */
export interface Sentence extends Span {
  /** The block in which it stands, by number. */
  readonly block: number;
  /** Its letters in lower case with quotes, dashes and spaces alike, footnote marks as spaces. Of the same length as the span. */
  readonly plain: string;
  /** The same as written, with its capitals. */
  readonly written: string;
}

/** Words after which a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("'])(?:\p{Lu}|[A-Z]\.[A-Z]|(?:[A-Z]\.){1,3}[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Pres|St|Jr|Sr|vs|etc|e\.g|i\.e|No|Nos|Art|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|approx|ca|cf)\.$/u;

const BOUNDARY = /[.!?]["'”’)\]]*(?:\s+(?=["'“‘([]*[\p{Lu}\p{Lo}\p{N}])|$)|[。！？]["')\]」』]*\s*/gu;

/** Where the sentences of a text begin and end. */
export const sentenceSpans = (text: string): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  const add = (end: number) => {
    const words = text.slice(start, end);
    const from = start + (words.length - words.trimStart().length);
    const to = from + words.trim().length;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (const boundary of text.matchAll(BOUNDARY)) {
    const end = boundary.index + boundary[0].length;
    const upTo = text.slice(Math.max(start, boundary.index - 12), boundary.index + 1);
    if (end < text.length && ABBREVIATION.test(upTo)) continue;
    add(end);
  }
  add(text.length);
  return spans;
};

const LONGEST = 4000;

/** The sentences of a document in reading order: those of its paragraphs, not of headings or boilerplate. */
export const sentencesOf = (document: Pick<Document, 'text' | 'blocks' | 'boilerplate'>): Sentence[] => {
  const { boilerplate } = document;
  const out: Sentence[] = [];
  let at = 0;
  document.blocks.forEach((block, index) => {
    if (block.kind === 'heading') return;
    while (at < boilerplate.length && (boilerplate[at]?.end ?? 0) <= block.start) at++;
    let written = alike(document.text.slice(block.start, block.end));
    for (let i = at; i < boilerplate.length; i++) {
      const part = boilerplate[i];
      if (!part || part.start >= block.end) break;
      const [from, to] = [Math.max(0, part.start - block.start), Math.min(written.length, part.end - block.start)];
      written = written.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + written.slice(to);
    }
    for (const { start, end } of sentenceSpans(written)) {
      const words = written.slice(start, Math.min(end, start + LONGEST));
      if (!/\p{L}/u.test(words)) continue;
      const lower = words.toLowerCase();
      const plain = lower.length === words.length ? lower : words; // a few letters change length in lower case
      out.push({ start: block.start + start, end: block.start + end, block: index, plain, written: words });
    }
  });
  return out;
};
