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
  /** Its sentences as runs of letters, made when they are first asked for: most documents are never weighed. */
  readonly letters: () => { readonly grams: readonly Grams[]; readonly held: Held };
}

/** Of a longer document, a book rather than a report, the first sentences alone are compared. */
const MOST_SENTENCES = 2000;

/** A document made ready to be compared with others. */
export const prepared = (document: Document): Prepared => {
  const sentences = sentencesOf(document).slice(0, MOST_SENTENCES);
  const words = wordsOfAll(sentences);
  const shingles = shinglesOf(words);
  const places = new Map<number, number[]>();
  shingles.keys.forEach((key, index) => {
    const at = shingles.sentences[index] ?? 0;
    const list = places.get(key);
    if (list === undefined) places.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  });
  let made: ReturnType<Prepared['letters']> | undefined;
  const letters = () => {
    if (made !== undefined) return made;
    const grams = sentences.map(({ plain }) => gramsOf(plain));
    made = { grams, held: heldBy(grams) };
    return made;
  };
  return { document, sentences, words, shingles, places, letters };
};
