import type { Word } from './words.ts';

/** The place of a word among words of like meaning. */
export type VectorOf = (word: string) => ArrayLike<number> | undefined;

/** How near two words mean the same, in [0, 1]: 1 for one stem, nothing below a cosine that chance reaches as well. */
export type Kinship = (a: Word, b: Word) => number;

const CHANCE = 0.45;
const MOST = 0.85;

/** A vector of length 1 in the same direction; undefined for one without length. */
const unit = (vector: ArrayLike<number> | undefined): Float32Array | undefined => {
  if (!vector) return undefined;
  const found = Float32Array.from(vector);
  const length = Math.hypot(...found);
  return length > 0 ? found.map((value) => value / length) : undefined;
};

const product = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
};

/** Words whose vectors are kept. */
const MOST_WORDS = 20_000;

/** Compares words by their stems, and by their vectors where there are some. Names are only themselves. */
export const kinship = (vectorOf: VectorOf | undefined): Kinship => {
  const units = new Map<string, Float32Array | undefined>();
  const unitOf = (word: string): Float32Array | undefined => {
    if (units.has(word)) return units.get(word);
    const found = unit(vectorOf?.(word));
    if (units.size >= MOST_WORDS) units.clear();
    units.set(word, found);
    return found;
  };
  return (a, b) => {
    if (a.stem === b.stem) return 1;
    if (!vectorOf || a.lower === '' || b.lower === '') return 0;
    const [x, y] = [unitOf(a.lower), unitOf(b.lower)];
    return x && y ? Math.min(MOST, Math.max(0, (product(x, y) - CHANCE) / (1 - CHANCE))) : 0;
  };
};
