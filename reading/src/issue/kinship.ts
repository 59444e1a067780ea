import type { Word } from './words.ts';

/** The place of a word among words of like meaning. */
export type VectorOf = (word: string) => ArrayLike<number> | undefined;

/** How near two words mean the same, in [0, 1]: 1 for one stem, nothing below a cosine that chance reaches as well. */
export type Kinship = (a: Word, b: Word) => number;

const CHANCE = 0.45;
const MOST = 0.85;

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let [product, left, right] = [0, 0, 0];
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [a[index] ?? 0, b[index] ?? 0];
    product += x * y;
    left += x * x;
    right += y * y;
  }
  return left > 0 && right > 0 ? product / Math.sqrt(left * right) : 0;
};

/** Compares words by their stems, and by their vectors where there are some. Names are only themselves. */
export const kinship = (vectorOf: VectorOf | undefined): Kinship => {
  const known = new Map<string, number>();
  return (a, b) => {
    if (a.stem === b.stem) return 1;
    if (!vectorOf || a.lower === '' || b.lower === '') return 0;
    const key = `${a.lower} ${b.lower}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [x, y] = [vectorOf(a.lower), vectorOf(b.lower)];
    const near = x && y ? Math.min(MOST, Math.max(0, (cosine(x, y) - CHANCE) / (1 - CHANCE))) : 0;
    if (known.size > 200_000) known.clear();
    known.set(key, near);
    return near;
  };
};
