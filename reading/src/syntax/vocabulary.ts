import type { FormRows } from './form.ts';
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

/** The rows of a form in each table: those of the trained ones that are 0 stand for all that is rare. */
export const rowsOfForm = (vocabulary: Vocabulary, text: string): FormRows => {
  const form = lookupForm(text);
  const glove = vocabulary.glove.get(form) ?? -1;
  return {
    glove,
    word: vocabulary.words.get(form) ?? 0,
    prefix: vocabulary.prefixes.get(prefixOf(form)) ?? 0,
    suffix: vocabulary.suffixes.get(suffixOf(form)) ?? 0,
    shape: shapeOf(text) + (glove < 0 ? SHAPES : 0),
  };
};

/** The rows of the root of a sentence. */
export const ROOT_ROWS: FormRows = { glove: -1, word: 0, prefix: 0, suffix: 0, shape: SHAPES - 1 };

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
  const write = ({ glove, word, prefix, suffix, shape }: FormRows, tag: number, row: number) =>
    to.set([glove, word, prefix, suffix, tag, shape], (from + row) * FEATURE_COUNT);
  write(ROOT_ROWS, unknownTag, 0);
  words.forEach((text, word) => {
    write(rowsOfForm(vocabulary, text), tags[word] ?? unknownTag, word + 1);
  });
};
