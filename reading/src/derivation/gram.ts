import { BACKGROUND, BACKGROUND_SENTENCES } from './background.ts';

const LENGTH = 4;

/** A sentence as runs of four letters: `keys` ascending, by hash, and how much each counts for being said more than once. */
export interface Grams {
  readonly keys: Int32Array;
  readonly counts: Float32Array;
}

/** A sentence as weighted runs of four letters: `keys` ascending, `weights` of length 1 together. */
export interface Vector {
  readonly keys: Int32Array;
  readonly weights: Float64Array;
}

const SPACES = /[^\p{L}\p{N}]+/gu;

/** Words in single spaces, one before and one after: runs that begin or end a word differ from those inside. */
const bare = (plain: string) => ` ${plain.replace(SPACES, ' ').trim()} `;

/** The runs of four letters of a sentence, or of some together. */
export const gramsOf = (plain: string): Grams => {
  const text = bare(plain);
  const all = new Int32Array(Math.max(0, text.length - LENGTH + 1));
  for (let i = 0; i < all.length; i++) {
    let key = 0x811c9dc5;
    for (let j = i; j < i + LENGTH; j++) key = Math.imul(key ^ text.charCodeAt(j), 0x01000193);
    all[i] = key;
  }
  all.sort();
  const keys = new Int32Array(all.length);
  const counts = new Float32Array(all.length);
  let size = 0;
  for (let i = 0; i < all.length; ) {
    let j = i + 1;
    while (j < all.length && all[j] === all[i]) j++;
    keys[size] = all[i] ?? 0;
    counts[size++] = 1 + Math.log(j - i);
    i = j;
  }
  return { keys: keys.slice(0, size), counts: counts.slice(0, size) };
};

/** How many of a document's sentences hold each run of letters. */
export type Held = ReadonlyMap<number, number>;

export const heldBy = (sentences: readonly Grams[]): Held => {
  const held = new Map<number, number>();
  for (const { keys } of sentences) for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1);
  return held;
};

const background: Held = (() => {
  const held = new Map<number, number>();
  for (const [words, number] of BACKGROUND)
    for (const key of gramsOf(words).keys) held.set(key, Math.min(BACKGROUND_SENTENCES, (held.get(key) ?? 0) + number));
  return held;
})();

/** What weighs a run of letters: the rarer in two documents and in the background, the more. */
export type Weighing = (key: number) => number;

/**
 * The weights for comparing two documents. They are made from these two and from the background alone, so that what a pair is found to be
 * does not depend on which others lie in the dossier.
 */
export const weighing = (a: Held, b: Held, sentences: number): Weighing => {
  const all = BACKGROUND_SENTENCES + sentences + 1;
  return (key) => Math.log(all / ((background.get(key) ?? 0) + (a.get(key) ?? 0) + (b.get(key) ?? 0) + 1));
};

export const vectorOf = ({ keys, counts }: Grams, weight: Weighing): Vector => {
  const weights = new Float64Array(keys.length);
  let square = 0;
  for (let i = 0; i < keys.length; i++) {
    const one = (counts[i] ?? 0) * weight(keys[i] ?? 0);
    weights[i] = one;
    square += one * one;
  }
  const norm = Math.sqrt(square) || 1;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / norm;
  return { keys, weights };
};

/** How alike two vectors are: 0 nothing in common, 1 the same. */
export const likeness = (a: Vector, b: Vector): number => {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.keys.length && j < b.keys.length) {
    const [x, y] = [a.keys[i] ?? 0, b.keys[j] ?? 0];
    if (x === y) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (x < y) i++;
    else j++;
  }
  return Math.min(1, sum);
};
