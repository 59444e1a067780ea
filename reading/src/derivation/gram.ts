import { BACKGROUND, BACKGROUND_SENTENCES } from './background.ts';

const LENGTH = 4;

/** A sentence as weighted runs of four letters: `keys` ascending, `weights` of length 1 together. */
export interface Vector {
  readonly keys: Int32Array;
  readonly weights: Float64Array;
}

const SPACES = /[^\p{L}\p{N}]+/gu;

/** Words in single spaces, one before and one after: runs that begin or end a word differ from those inside. */
const bare = (plain: string) => ` ${plain.replace(SPACES, ' ').trim()} `;

/** How often each run of four letters stands in a sentence, by the run's hash. */
const counts = (plain: string): Map<number, number> => {
  const text = bare(plain);
  const found = new Map<number, number>();
  for (let i = 0; i + LENGTH <= text.length; i++) {
    let key = 0x811c9dc5;
    for (let j = i; j < i + LENGTH; j++) key = Math.imul(key ^ text.charCodeAt(j), 0x01000193);
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
};

/** What weighs a run of letters: the rarer among the sentences at hand and in the background, the more. */
export interface Weighing {
  readonly sentences: number;
  readonly holding: ReadonlyMap<number, number>;
}

/** Counts the sentences that hold each run, those of the background included. */
export const weighing = (sentences: Iterable<string>): Weighing => {
  const holding = new Map<number, number>();
  for (const [words, number] of BACKGROUND)
    for (const key of counts(words).keys())
      holding.set(key, Math.min(BACKGROUND_SENTENCES, (holding.get(key) ?? 0) + number));
  let count = BACKGROUND_SENTENCES;
  for (const plain of sentences) {
    count++;
    for (const key of counts(plain).keys()) holding.set(key, (holding.get(key) ?? 0) + 1);
  }
  return { sentences: count, holding };
};

/** A sentence, or some together, as a vector. */
export const vectorOf = (plain: string, { sentences, holding }: Weighing): Vector => {
  const found = counts(plain);
  const keys = Int32Array.from(found.keys()).sort();
  const weights = new Float64Array(keys.length);
  let square = 0;
  keys.forEach((key, index) => {
    const weight = (1 + Math.log(found.get(key) ?? 1)) * Math.log((sentences + 1) / ((holding.get(key) ?? 0) + 1));
    weights[index] = weight;
    square += weight * weight;
  });
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
