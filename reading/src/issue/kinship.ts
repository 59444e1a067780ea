import { FAMILIES } from '../lexicon/generated/families.ts';
import { stem, type Word } from './words.ts';

/** The place of a word among words of like meaning. */
export type VectorOf = (word: string) => ArrayLike<number> | undefined;

/** The words of a vocabulary that a word is near to, by their places in it, and how near: in (0, 1], 1 for one stem. */
export interface Kin {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** Finds the kin of a word. */
export type KinOf = (word: Word) => Kin;

/** A cosine that chance reaches as well. */
const CHANCE = 0.45;
const MOST = 0.85;
/** How near words of one family are. */
const FAMILY = 0.8;

/** The families of each stem. */
const families = new Map<string, number[]>();
FAMILIES.forEach((line, family) => {
  for (const one of new Set(line.split(' ').map(stem))) {
    const known = families.get(one);
    if (known) known.push(family);
    else families.set(one, [family]);
  }
});

/** A vector of length 1 in the same direction; undefined for one without length. */
export const unit = (vector: ArrayLike<number> | undefined): Float32Array | undefined => {
  if (!vector) return undefined;
  const found = Float32Array.from(vector);
  const length = Math.hypot(...found);
  return length > 0 ? found.map((value) => value / length) : undefined;
};

/** Vectors side by side, all of one width. */
interface Rows {
  readonly numbers: Float32Array;
  readonly width: number;
}

const rowsOf = (units: readonly Float32Array[]): Rows => {
  const width = units.reduce((most, { length }) => Math.max(most, length), 0);
  const numbers = new Float32Array(units.length * width);
  units.forEach((one, row) => {
    numbers.set(one, row * width);
  });
  return { numbers, width };
};

/** Products of a vector with each row, four rows at a time. */
const products = ({ numbers, width }: Rows, count: number, by: Float32Array, out: Float64Array): void => {
  const wide = Math.min(width, by.length);
  let row = 0;
  for (; row + 3 < count; row += 4) {
    const [first, second, third, fourth] = [row * width, (row + 1) * width, (row + 2) * width, (row + 3) * width];
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let index = 0; index < wide; index += 1) {
      const value = by[index] ?? 0;
      a += value * (numbers[first + index] ?? 0);
      b += value * (numbers[second + index] ?? 0);
      c += value * (numbers[third + index] ?? 0);
      d += value * (numbers[fourth + index] ?? 0);
    }
    out[row] = a;
    out[row + 1] = b;
    out[row + 2] = c;
    out[row + 3] = d;
  }
  for (; row < count; row += 1) {
    let sum = 0;
    for (let index = 0; index < wide; index += 1) sum += (by[index] ?? 0) * (numbers[row * width + index] ?? 0);
    out[row] = sum;
  }
};

/** Words whose kin are kept. */
const MOST_WORDS = 20_000;

/**
 * Compares words with those of a vocabulary, no two of one stem: by their stems, by the families of the lexicon, and by their vectors where there
 * are some. Names are only themselves.
 */
export const kinIn = (vocabulary: readonly Word[], vectorOf: VectorOf | undefined): KinOf => {
  const places = new Map(vocabulary.map(({ stem }, place) => [stem, place]));
  const ofFamily = new Map<number, number[]>();
  vocabulary.forEach(({ stem: one }, place) => {
    for (const family of families.get(one) ?? []) {
      const known = ofFamily.get(family);
      if (known) known.push(place);
      else ofFamily.set(family, [place]);
    }
  });
  const units = vocabulary.flatMap(({ lower }, place) => {
    const vector = lower === '' ? undefined : unit(vectorOf?.(lower));
    return vector ? [{ place, vector }] : [];
  });
  const rows = rowsOf(units.map(({ vector }) => vector));
  const found = new Float64Array(units.length);
  const alike = ({ stem: own, lower }: Word): Kin => {
    const near = new Map<number, number>();
    const same = places.get(own);
    const vector = lower === '' ? undefined : unit(vectorOf?.(lower));
    if (vector) {
      products(rows, units.length, vector, found);
      units.forEach(({ place }, row) => {
        const value = Math.min(MOST, ((found[row] ?? 0) - CHANCE) / (1 - CHANCE));
        if (value > 0) near.set(place, value);
      });
    }
    for (const family of families.get(own) ?? [])
      for (const place of ofFamily.get(family) ?? []) near.set(place, Math.max(FAMILY, near.get(place) ?? 0));
    if (same !== undefined) near.set(same, 1);
    return { places: [...near.keys()], values: [...near.values()] };
  };
  const held = new Map<string, Kin>();
  return (word) => {
    const key = `${word.stem} ${word.lower}`;
    const known = held.get(key);
    if (known) return known;
    const kin = alike(word);
    if (held.size >= MOST_WORDS) held.clear();
    held.set(key, kin);
    return kin;
  };
};
