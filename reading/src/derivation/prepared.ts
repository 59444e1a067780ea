import type { Document } from '@entente/core/document/document';
import { type Grams, gramsOf, type Held, heldBy } from './gram.ts';
import { type Word, wordsOfAll } from './run.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { type Shingles, shinglesOf } from './shingle.ts';

/** A document made ready to be compared. */
export interface Prepared {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly words: readonly (readonly Word[])[];
  readonly shingles: Shingles;
  /** The sentences that hold a run of words, by the run. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  readonly grams: readonly Grams[];
  readonly held: Held;
}

/** Of a longer document, a book rather than a report, the first sentences alone are compared. */
export const MOST_SENTENCES = 2000;

/** A document as far as the index needs it: its sentences, their words and the runs of words that it is found by. */
export const read = (document: Document): Pick<Prepared, 'document' | 'sentences' | 'words' | 'shingles'> => {
  const sentences = sentencesOf(document).slice(0, MOST_SENTENCES);
  const words = wordsOfAll(sentences);
  return { document, sentences, words, shingles: shinglesOf(words) };
};

/** A document made ready to be compared with others. */
export const prepared = (document: Document): Prepared => {
  const { sentences, words, shingles } = read(document);
  const places = new Map<number, number[]>();
  shingles.keys.forEach((key, index) => {
    const at = shingles.sentences[index] ?? 0;
    const list = places.get(key);
    if (list === undefined) places.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  });
  const grams = sentences.map(({ plain }) => gramsOf(plain));
  return { document, sentences, words, shingles, places, grams, held: heldBy(grams) };
};
