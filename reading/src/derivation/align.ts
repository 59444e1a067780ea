import { gramsOf, likeness, type Vector, vectorOf, weighing } from './gram.ts';
import type { Prepared } from './prepared.ts';

/** Likeness of each sentence of one document (rows) to each of another (columns). */
export type Matrix = readonly Float64Array[];

/** For each run of letters the sentences that hold it, as pairs of number and weight in one list. */
const holdersOf = (vectors: readonly Vector[]): ReadonlyMap<number, readonly number[]> => {
  const holders = new Map<number, number[]>();
  vectors.forEach(({ keys, weights }, sentence) => {
    for (let i = 0; i < keys.length; i++) {
      const list = holders.get(keys[i] ?? 0);
      if (list) list.push(sentence, weights[i] ?? 0);
      else holders.set(keys[i] ?? 0, [sentence, weights[i] ?? 0]);
    }
  });
  return holders;
};

const matrixOf = (a: readonly Vector[], b: readonly Vector[]): Matrix => {
  const holders = holdersOf(a);
  const matrix = a.map(() => new Float64Array(b.length));
  b.forEach(({ keys, weights }, column) => {
    for (let i = 0; i < keys.length; i++) {
      const held = holders.get(keys[i] ?? 0);
      if (!held) continue;
      for (let at = 0; at < held.length; at += 2) {
        const row = matrix[held[at] ?? 0];
        if (row) row[column] = Math.min(1, (row[column] ?? 0) + (held[at + 1] ?? 0) * (weights[i] ?? 0));
      }
    }
  });
  return matrix;
};

/** Two documents side by side: which sentences are alike, and how much. */
export interface Compared {
  readonly a: Prepared;
  readonly b: Prepared;
  readonly matrix: Matrix;
  /** Likeness of a sentence and its next one in `a`, as one, to a sentence of `b`; 0 where they stand in two blocks. */
  readonly together: (a: number, b: number) => number;
}

export const compared = (a: Prepared, b: Prepared): Compared => {
  const [of, other] = [a.letters(), b.letters()];
  const weight = weighing(of.held, other.held, a.sentences.length + b.sentences.length);
  const [x, y] = [of, other].map(({ grams }) => grams.map((one) => vectorOf(one, weight)));
  const together = (first: number, at: number): number => {
    const [one, two, vector] = [a.sentences[first], a.sentences[first + 1], y?.[at]];
    if (!one || !two || !vector || one.block !== two.block) return 0;
    return likeness(vectorOf(gramsOf(`${one.plain} ${two.plain}`), weight), vector);
  };
  return { a, b, matrix: matrixOf(x ?? [], y ?? []), together };
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
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
    .filter(({ a, b }) => {
      if (rows.has(a) || columns.has(b)) return false;
      rows.add(a);
      columns.add(b);
      return true;
    });
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
 * For each sentence of the derived document `b`, what it was made of: the likest sentence of the source `a`, if it is alike enough by
 * itself, or somewhat alike and next to one that is; with its neighbour if both together are clearly liker. A sentence that is a little
 * alike to what the next one in its paragraph was made of is the other half of it.
 */
export const alignedTo = ({ b, matrix, together }: Compared): Aligned[] => {
  const best = b.sentences.map((_, derived) => {
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
      const sameBlock = b.sentences[beside]?.block === b.sentences[at]?.block;
      if (taken[at] || !whole[beside] || !sameBlock || score < SPLIT) continue;
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
