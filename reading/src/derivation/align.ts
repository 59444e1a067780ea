import type { Vector } from './gram.ts';
import { ownWords, sharedRuns, type Word } from './run.ts';
import type { Sentence } from './sentence.ts';

/** A document made ready to be compared. */
export interface Prepared {
  readonly sentences: readonly Sentence[];
  readonly vectors: readonly Vector[];
  readonly words: readonly (readonly Word[])[];
  readonly holders: ReadonlyMap<number, readonly number[]>;
}

/** Likeness of each sentence of one document (rows) to each of another (columns). */
export type Matrix = readonly Float64Array[];

export const matrixOf = (a: Prepared, b: Prepared): Matrix => {
  const matrix = a.vectors.map(() => new Float64Array(b.vectors.length));
  b.vectors.forEach(({ keys, weights }, column) => {
    for (let i = 0; i < keys.length; i++) {
      const holders = a.holders.get(keys[i] ?? 0);
      if (!holders) continue;
      for (let at = 0; at < holders.length; at += 2) {
        const row = matrix[holders[at] ?? 0];
        if (row) row[column] = Math.min(1, (row[column] ?? 0) + (holders[at + 1] ?? 0) * (weights[i] ?? 0));
      }
    }
  });
  return matrix;
};

/** For each run of letters the sentences that hold it, as pairs of number and weight in one list. */
export const holdersOf = (vectors: readonly Vector[]): ReadonlyMap<number, readonly number[]> => {
  const holders = new Map<number, number[]>();
  vectors.forEach(({ keys, weights }, sentence) => {
    keys.forEach((key, index) => {
      const list = holders.get(key);
      if (list) list.push(sentence, weights[index] ?? 0);
      else holders.set(key, [sentence, weights[index] ?? 0]);
    });
  });
  return holders;
};

/** Sentence `a` of the one and `b` of the other, and how alike they are. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Pairs of sentences, each sentence at most once, the likest first. */
export const pairsOf = (matrix: Matrix, least: number): Pair[] => {
  const all: Pair[] = [];
  matrix.forEach((row, a) => {
    row.forEach((score, b) => {
      if (score >= least) all.push({ a, b, score });
    });
  });
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  return all
    .toSorted((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
    .filter(({ a, b }) => {
      if (rows.has(a) || columns.has(b)) return false;
      rows.add(a);
      columns.add(b);
      return true;
    });
};

const ALIKE = 0.6;
const RATHER_ALIKE = 0.45;

/**
 * Whether one document took from the other at all. That both report the same facts is not enough: names, offices and quoted words are
 * shared by whoever reports an event. What counts are sentences that share runs of the writer's own words, or are alike as a whole.
 */
export const isTaken = (a: Prepared, b: Prepared, matrix: Matrix): boolean => {
  const least = Math.min(a.sentences.length, b.sentences.length);
  let [strong, copied, own] = [0, 0, 0];
  for (const pair of pairsOf(matrix, RATHER_ALIKE)) {
    const [x = [], y = []] = [a.words[pair.a], b.words[pair.b]];
    if (x.filter(({ quoted }) => !quoted).length < 5) continue; // a quote belongs to whoever said it
    const runs = sharedRuns(x, y, 4).map((run) => ownWords(x, run));
    const run = Math.max(0, ...runs);
    own += runs.reduce((sum, words) => sum + words, 0);
    if (run >= 5 || (pair.score >= ALIKE && run >= 4)) strong++;
    if (run >= 10) copied++;
  }
  if (least === 0) return false;
  if (copied >= 3 || (copied >= 2 && own >= 40)) return true;
  return (
    (strong >= 3 && strong >= least * 0.15) || (strong >= 2 && strong >= least * 0.5) || (least === 1 && copied === 1)
  );
};

const SURE = 0.33;
const NEXT_TO_SURE = 0.27;
/** Enough for a sentence beside one of its paragraph that was made of the same sentence: a long sentence is often told in two. */
const SPLIT = 0.17;
const GAIN = 0.05;

/** A sentence of the derived document and the one sentence, or two neighbours, that it was made of. */
export interface Aligned {
  readonly derived: number;
  /** First and last sentence of the source. */
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/**
 * For each sentence of the derived document, what it was made of: the likest sentence of the source, if it is alike enough by itself, or
 * somewhat alike and next to one that is; with its neighbour if both together are clearly liker. A sentence that is a little alike to what the
 * next one in its paragraph was made of is the other half of it.
 *
 * @param matrix rows are the source's sentences, columns the derived document's
 * @param blocks the block of each sentence of the derived document
 * @param together likeness of a derived sentence to two neighbouring sentences of the source as one
 */
export const alignedTo = (
  matrix: Matrix,
  blocks: readonly number[],
  together: (source: number, derived: number) => number,
): Aligned[] => {
  const best = blocks.map((_, derived) => {
    let [from, score] = [-1, 0];
    matrix.forEach((row, source) => {
      const here = row[derived] ?? 0;
      if (here > score) [from, score] = [source, here];
    });
    return { from, score };
  });
  const taken = best.map(({ score }) => score >= SURE);
  for (let changed = true; changed; ) {
    changed = false;
    best.forEach(({ score }, at) => {
      if (taken[at] || score < NEXT_TO_SURE || !(taken[at - 1] || taken[at + 1])) return;
      taken[at] = true;
      changed = true;
    });
  }
  const whole = [...taken];
  best.forEach((_, at) => {
    for (const beside of [at - 1, at + 1]) {
      const from = best[beside]?.from ?? -1;
      const score = matrix[from]?.[at] ?? 0;
      if (taken[at] || !whole[beside] || blocks[beside] !== blocks[at] || score < SPLIT) continue;
      taken[at] = true;
      best[at] = { from, score };
    }
  });
  return best.flatMap(({ from, score }, derived): Aligned[] => {
    if (!taken[derived] || from < 0) return [];
    const one = { derived, from, to: from, score };
    if (score > 0.9) return [one];
    const wider = [from - 1, from]
      .filter((start) => start >= 0 && start + 1 < matrix.length)
      .map((start) => ({ derived, from: start, to: start + 1, score: together(start, derived) }))
      .reduce((x, y) => (y.score > x.score ? y : x), one);
    return [wider.score >= score + GAIN ? wider : one];
  });
};
