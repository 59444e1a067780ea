import { hashOf, lookupForm, shapeOf } from './word.ts';

/**
 * A tagger that goes from left to right and sums the weights of what it sees (a perceptron).
 * Its guess is one of the network's inputs; the network has the last word.
 */
export interface Tagger {
  /** Tags as `UPOS|XPOS`. */
  readonly tags: readonly string[];
  /** Rows of weights, one column a tag; the number of rows is a power of two. */
  readonly weights: Int8Array | Float32Array;
  readonly rows: number;
  /** For words that had one tag only in the training data: that tag. */
  readonly sure: ReadonlyMap<string, number>;
}

const TEMPLATES = 29;

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
  to: Int32Array,
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

/** Called for each word with its features and the best tag; gives the tag to go on with. */
export type OnWord = (word: number, features: Int32Array, best: number) => void;

/** The best tag of each word, as an index in `tagger.tags`. */
export const tagWords = (tagger: Tagger, words: readonly string[], onWord?: OnWord): Int32Array => {
  const looks = words.map(lookOf);
  const tags = new Int32Array(words.length);
  const count = tagger.tags.length;
  const scores = new Float64Array(count);
  const features = new Int32Array(TEMPLATES);
  const { weights } = tagger;
  for (let at = 0; at < words.length; at++) {
    const known = onWord ? undefined : tagger.sure.get(words[at] ?? '');
    if (known !== undefined) {
      tags[at] = known;
      continue;
    }
    writeFeatures(looks, at, tags[at - 1] ?? -1, tags[at - 2] ?? -1, tagger.rows - 1, features);
    scores.fill(0);
    for (let feature = 0; feature < TEMPLATES; feature++) {
      const row = (features[feature] ?? 0) * count;
      for (let tag = 0; tag < count; tag++) scores[tag] = (scores[tag] ?? 0) + (weights[row + tag] ?? 0);
    }
    let best = 0;
    for (let tag = 1; tag < count; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
    tags[at] = best;
    onWord?.(at, features, best);
  }
  return tags;
};
