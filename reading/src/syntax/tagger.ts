import { hashOf, lookupForm, shapeOf } from './word.ts';

/**
 * A tagger that goes from left to right and sums the weights of what it sees (a perceptron).
 * Its guess is one of the network's inputs; the network has the last word.
 */
export interface Tagger {
  /** Tags as `UPOS|XPOS`. */
  readonly tags: readonly string[];
  /** Rows of weights; a power of two. */
  readonly rows: number;
  /** Where the rows of the features of a word are written for `best`, which gives the tag with the highest sum over them. */
  readonly features: Int32Array | Uint32Array;
  readonly best: () => number;
  /** For words that had one tag only in the training data: that tag. */
  readonly sure: ReadonlyMap<string, number>;
}

/** Features of one word. */
export const TEMPLATES = 29;

/** What one word shows, as hashes, so that features are made without making texts. */
interface Look {
  readonly word: number;
  readonly prefixes: readonly [number, number, number];
  readonly suffixes: readonly [number, number, number, number];
  readonly shape: number;
}

const OUTSIDE: Look = { word: 1, prefixes: [1, 1, 1], suffixes: [1, 1, 1, 1], shape: 15 };

const lookOf = (word: string): Look => {
  const form = lookupForm(word);
  const size = form.length;
  const prefix = (length: number) => hashOf(form, 0, Math.min(length, size));
  const suffix = (length: number) => hashOf(form, Math.max(0, size - length), size);
  return {
    word: hashOf(form),
    prefixes: [prefix(1), prefix(2), prefix(3)],
    suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
    shape: shapeOf(word),
  };
};

const mix = (template: number, a: number, b = 0): number => {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Writes the rows of the features of word `at`, given the two tags before it. */
const writeFeatures = (
  looks: readonly Look[],
  at: number,
  last: number,
  other: number,
  mask: number,
  to: Int32Array | Uint32Array,
) => {
  const look = looks[at] ?? OUTSIDE;
  const left = looks[at - 1] ?? OUTSIDE;
  const left2 = looks[at - 2] ?? OUTSIDE;
  const right = looks[at + 1] ?? OUTSIDE;
  const right2 = looks[at + 2] ?? OUTSIDE;
  let feature = 0;
  const add = (a: number, b = 0) => {
    to[feature] = mix(feature, a, b) & mask;
    feature++;
  };
  add(look.word);
  add(left.word);
  add(right.word);
  add(left2.word);
  add(right2.word);
  add(left.word, look.word);
  add(look.word, right.word);
  for (const prefix of look.prefixes) add(prefix);
  for (const suffix of look.suffixes) add(suffix);
  add(left.suffixes[2]);
  add(right.suffixes[2]);
  add(right.suffixes[1], look.suffixes[1]);
  add(look.shape, at === 0 ? 1 : 0);
  add(look.shape, look.suffixes[2]);
  add(left.shape, look.shape);
  add(right.shape, look.shape);
  add(last + 7);
  add(other + 7);
  add(last + 7, other + 7);
  add(last + 7, look.word);
  add(last + 7, look.suffixes[2]);
  add(last + 7, right.word);
  add(last + 7, right.suffixes[2]);
  add(0);
  if (feature !== TEMPLATES) throw new RangeError(`${feature} features, ${TEMPLATES} expected`);
};

/** Looks of words seen before, up to so many. */
const KNOWN = 8192;
const known = new Map<string, Look>();

const knownLook = (word: string): Look => {
  const before = known.get(word);
  if (before) return before;
  const look = lookOf(word);
  if (known.size === KNOWN) known.clear();
  known.set(word, look);
  return look;
};

/** Called for each word with its features and the best tag. */
export type OnWord = (word: number, features: Int32Array | Uint32Array, best: number) => void;

/** The best tag of each word, as an index in `tagger.tags`. */
export const tagWords = (tagger: Tagger, words: readonly string[], onWord?: OnWord): Int32Array => {
  const looks = words.map(knownLook);
  const tags = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    const sure = onWord ? undefined : tagger.sure.get(words[at] ?? '');
    if (sure !== undefined) {
      tags[at] = sure;
      continue;
    }
    writeFeatures(looks, at, tags[at - 1] ?? -1, tags[at - 2] ?? -1, tagger.rows - 1, tagger.features);
    const best = tagger.best();
    tags[at] = best;
    onWord?.(at, tagger.features, best);
  }
  return tags;
};

/** The first column with the highest sum over the rows that `features` names. */
export const bestColumn = (
  weights: Float32Array,
  columns: number,
  features: Int32Array | Uint32Array,
  sums: Float64Array,
): number => {
  sums.fill(0);
  for (const feature of features) {
    const row = feature * columns;
    for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + (weights[row + column] ?? 0);
  }
  let best = 0;
  for (let column = 1; column < columns; column++) if ((sums[column] ?? 0) > (sums[best] ?? 0)) best = column;
  return best;
};
