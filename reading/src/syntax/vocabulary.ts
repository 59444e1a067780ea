import { FEATURE_COUNT } from './network.ts';
import { lookupForm, SHAPES, shapeOf } from './word.ts';

/** The words, beginnings and ends of words that the network has a row for. Row 0 of each trained table is for all others. */
export interface Vocabulary {
  /** Row of each word that has a GloVe vector. */
  readonly glove: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly prefixes: ReadonlyMap<string, number>;
  readonly suffixes: ReadonlyMap<string, number>;
}

/** Rows of the shape table: each shape with and without a GloVe vector. */
export const SHAPE_ROWS = 2 * SHAPES;

export const prefixOf = (form: string) => form.slice(0, 3);
export const suffixOf = (form: string) => form.slice(-3);

/**
 * The features of a sentence's rows: the root first, then one row for each word.
 *
 * @param tags the tagger's guesses
 * @param unknownTag the row for "no tag", which the root has
 */
export const writeFeatureRows = (
  vocabulary: Vocabulary,
  words: readonly string[],
  tags: Int32Array,
  unknownTag: number,
  to: Int32Array,
  from: number,
): void => {
  to.set([-1, 0, 0, 0, unknownTag, SHAPES - 1], from * FEATURE_COUNT);
  for (let word = 0; word < words.length; word++) {
    const text = words[word] ?? '';
    const form = lookupForm(text);
    const at = (from + word + 1) * FEATURE_COUNT;
    const glove = vocabulary.glove.get(form) ?? -1;
    to[at] = glove;
    to[at + 1] = vocabulary.words.get(form) ?? 0;
    to[at + 2] = vocabulary.prefixes.get(prefixOf(form)) ?? 0;
    to[at + 3] = vocabulary.suffixes.get(suffixOf(form)) ?? 0;
    to[at + 4] = tags[word] ?? unknownTag;
    to[at + 5] = shapeOf(text) + (glove < 0 ? SHAPES : 0);
  }
};
