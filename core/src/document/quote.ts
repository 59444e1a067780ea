import type { Outcome, Problem, Span } from '../vocabulary.ts';
import { paragraphOf } from './citation.ts';
import type { Document } from './document.ts';
import { type Passage, passageOf } from './passage.ts';

/** Where a quote is looked for when its words stand more than once. */
export interface Where {
  /** 1 for the first time that the words stand in the text. */
  readonly occurrence?: number;
  /** Else the occurrence inside this span, or the nearest to it. */
  readonly near?: Span;
}

/** Every start of `words` in `text`, overlapping ones too. */
const starts = (text: string, words: string): number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
};

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\s/g, ' '],
];

/** A copy of the same length in which quotes, dashes and spaces look alike. */
export const alike = (text: string): string => ALIKE.reduce((copy, [from, to]) => copy.replace(from, to), text);

/** The same with runs of spaces as one and invisible characters left out; `at[i]` is where its i-th character stood. */
const squeezed = (text: string): { readonly text: string; readonly at: readonly number[] } => {
  const copy = alike(text);
  const at: number[] = [];
  let out = '';
  for (let i = 0; i < copy.length; i++) {
    const letter = copy[i] ?? '';
    if (/[\u00AD\u200B-\u200D\u2060\uFEFF]/.test(letter) || (letter === ' ' && (out === '' || out.endsWith(' '))))
      continue;
    out += letter;
    at.push(i);
  }
  return { text: out, at };
};

const spansOf = (text: string, quote: string): Span[] => {
  const exact = starts(text, quote).map((start) => ({ start, end: start + quote.length }));
  if (exact.length > 0) return exact;
  const words = squeezed(quote).text.trim();
  if (words === '') return [];
  const loose = squeezed(text);
  return starts(loose.text, words).map((start) => ({
    start: loose.at[start] ?? 0,
    end: (loose.at[start + words.length - 1] ?? 0) + 1,
  }));
};

const gap = (a: Span, b: Span) => Math.max(0, b.start - a.end, a.start - b.end);
const inside = (a: Span, b: Span) => a.start >= b.start && a.end <= b.end;

const nearestSpan = (spans: readonly Span[], near: Span): Span | undefined =>
  spans.find((span) => inside(span, near)) ??
  spans.reduce<Span | undefined>((best, span) => (best && gap(best, near) <= gap(span, near) ? best : span), undefined);

/** The stretch of a text that shares most words with a quote that does not stand in it. */
const nearestPlace = (text: string, quote: string): Span | undefined => {
  const wanted = new Set(
    alike(quote)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
  const words = [
    ...alike(text)
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ];
  const width = Math.max(1, quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 1);
  const hit = (index: number) => (wanted.has(words[index]?.[0] ?? '') ? 1 : 0);
  let count = 0;
  let best = { count: 0, end: 0 };
  for (let i = 0; i < words.length; i++) {
    count += hit(i) - (i >= width ? hit(i - width) : 0);
    if (count > best.count) best = { count, end: i };
  }
  if (best.count * 2 < Math.min(width, wanted.size) || best.count === 0) return undefined;
  const [first, last] = [words[Math.max(0, best.end - width + 1)], words[best.end]];
  return first && last && { start: first.index, end: last.index + last[0].length };
};

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);

const says = (document: Document, quote: string): string => {
  const place = nearestPlace(document.text, quote);
  const start = `The words “${cut(quote, 60)}” do not stand in ${document.file}.`;
  if (!place) return `${start} Nothing near them does either; copy the words from the text.`;
  const words = cut(document.text.slice(place.start, place.end), 160);
  return `${start} The nearest are “${words}” (¶${paragraphOf(document, place.start)}). Copy the words from the text.`;
};

/**
 * The passage of a document that holds some words. They are looked for as they stand, and if they do not, with quotes, dashes, spaces and
 * line breaks alike; the passage holds the words of the document.
 *
 * @returns one problem: the words are not there (with the nearest place), or stand more than once and `where` does not say which is meant
 */
export const locate = (document: Document, quote: string, where: Where = {}): Outcome<Passage> => {
  const fault = (code: string, words: string): { ok: false; problems: Problem[] } => ({
    ok: false,
    problems: [{ code: `quote/${code}`, at: [], says: words }],
  });
  const spans = spansOf(document.text, quote);
  const [only] = spans;
  if (!only) return fault('not-found', says(document, quote));
  const { occurrence, near } = where;
  const times = `The words “${cut(quote, 60)}” stand ${spans.length} times in ${document.file}`;
  const span =
    occurrence !== undefined
      ? spans[occurrence - 1]
      : near
        ? nearestSpan(spans, near)
        : spans.length > 1
          ? undefined
          : only;
  if (span) return { ok: true, value: passageOf(document, span.start, span.end) };
  return occurrence !== undefined
    ? fault('no-such-occurrence', `${times}; there is no occurrence ${occurrence}.`)
    : fault('ambiguous', `${times}. Quote more of the sentence, or add “occurrence: 1” (to ${spans.length}).`);
};

/** The quote of a passage as a file gives it: `occurrence` only where `locate` would find another place without it. */
export const quoteOf = (document: Document, passage: Passage, near?: Span): { quote: string; occurrence?: number } => {
  const { quote, start } = passage;
  const found = locate(document, quote, near ? { near } : {});
  if (found.ok && found.value.start === start) return { quote };
  return { quote, occurrence: starts(document.text, quote).indexOf(start) + 1 };
};
