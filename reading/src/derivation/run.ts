import type { Span } from '@entente/core/vocabulary';

/** A word with its place in its sentence. */
export interface Word extends Span {
  /** In lower case, letters and digits alone. */
  readonly text: string;
  /** True between quotation marks. */
  readonly quoted: boolean;
  /** True for a word of four letters or more that begins small: no name, no number, no small change. */
  readonly telling: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*|"/gu;

/** The words of a sentence; `quoted` says whether it begins inside a quotation. */
export const wordsOf = (written: string, quoted = false): Word[] => {
  let inside = quoted;
  const words: Word[] = [];
  for (const found of written.matchAll(WORD)) {
    if (found[0] === '"') {
      inside = !inside;
      continue;
    }
    const text = found[0].toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const telling = text.length >= 4 && /^\p{Ll}/u.test(found[0]);
    words.push({ text, start: found.index, end: found.index + found[0].length, quoted: inside, telling });
  }
  return words;
};

/** The words of sentences in reading order; a quotation goes on over the sentences of its block. */
export const wordsOfAll = (sentences: readonly { readonly written: string; readonly block: number }[]): Word[][] => {
  let [block, inside] = [-1, false];
  return sentences.map((sentence) => {
    if (sentence.block !== block) [block, inside] = [sentence.block, false];
    const words = wordsOf(sentence.written, inside);
    if ((sentence.written.split('"').length - 1) % 2 === 1) inside = !inside;
    return words;
  });
};

/** A run of words that stands in both sentences: numbers of its first words, and its length. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

const longest = (a: readonly Word[], b: readonly Word[], fromA: Span, fromB: Span): Run => {
  let best: Run = { a: fromA.start, b: fromB.start, length: 0 };
  let last = new Map<number, number>();
  for (let i = fromA.start; i < fromA.end; i++) {
    const row = new Map<number, number>();
    for (let j = fromB.start; j < fromB.end; j++) {
      if (a[i]?.text !== b[j]?.text) continue;
      const length = (last.get(j - 1) ?? 0) + 1;
      row.set(j, length);
      if (length > best.length) best = { a: i - length + 1, b: j - length + 1, length };
    }
    last = row;
  }
  return best;
};

/** The longest runs of at least `least` words that stand in both, in order: the longest first, then those before and after it. */
export const sharedRuns = (
  a: readonly Word[],
  b: readonly Word[],
  least: number,
  inA: Span = { start: 0, end: a.length },
  inB: Span = { start: 0, end: b.length },
): Run[] => {
  if (inA.end - inA.start < least || inB.end - inB.start < least) return [];
  const run = longest(a, b, inA, inB);
  if (run.length < least) return [];
  return [
    ...sharedRuns(a, b, least, { start: inA.start, end: run.a }, { start: inB.start, end: run.b }),
    run,
    ...sharedRuns(
      a,
      b,
      least,
      { start: run.a + run.length, end: inA.end },
      { start: run.b + run.length, end: inB.end },
    ),
  ];
};

/** How much of a shared run is its writers' own: words that neither has between quotation marks, if at least two of them are no names. */
export const ownWords = (a: readonly Word[], b: readonly Word[], run: Run): number => {
  const words = a.slice(run.a, run.a + run.length).filter(({ quoted }, at) => !quoted && !b[run.b + at]?.quoted);
  return words.filter(({ telling }) => telling).length >= 2 ? words.length : 0;
};
