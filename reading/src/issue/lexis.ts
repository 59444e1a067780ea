import { type Kin, kinIn, unit, type VectorOf } from './kinship.ts';
import type { Word } from './words.ts';

/** A word of an issue. */
interface Holder {
  /** The issue, and the word among those of the issue, both by their places. */
  readonly profile: number;
  readonly word: number;
}

/** The words of all issues of a list, each stem once, and what is near to them. */
export interface Lexis {
  /** How many words there are. */
  readonly size: number;
  readonly placeOf: (stem: string) => number | undefined;
  /** For each issue its words by their places. */
  readonly placed: readonly (readonly number[])[];
  /** Which issues hold a word. */
  readonly holders: (place: number) => readonly Holder[];
  readonly kinOf: (word: Word) => Kin;
  /** The mean of words' vectors, each by its weight, of length 1; undefined without vectors. */
  readonly mean: (words: readonly Word[], weigh: (word: Word) => number) => Float32Array | undefined;
}

/** Words whose vectors are kept. */
const MOST_WORDS = 20_000;

export const lexisOf = (issues: readonly (readonly Word[])[], vectorOf: VectorOf | undefined): Lexis => {
  const vocabulary = [...new Map(issues.flatMap((words) => words.map((word) => [word.stem, word] as const))).values()];
  const places = new Map(vocabulary.map(({ stem }, place) => [stem, place]));
  const placed = issues.map((words) => words.map(({ stem }) => places.get(stem) ?? 0));
  const holders: Holder[][] = vocabulary.map(() => []);
  placed.forEach((list, profile) => {
    list.forEach((place, word) => {
      holders[place]?.push({ profile, word });
    });
  });
  const vectors = new Map<string, Float32Array | undefined>();
  const vector = (lower: string): Float32Array | undefined => {
    if (lower === '' || !vectorOf) return undefined;
    if (!vectors.has(lower)) {
      if (vectors.size >= MOST_WORDS) vectors.clear();
      vectors.set(lower, unit(vectorOf(lower)));
    }
    return vectors.get(lower);
  };
  return {
    size: vocabulary.length,
    placeOf: (stem) => places.get(stem),
    placed,
    holders: (place) => holders[place] ?? [],
    kinOf: kinIn(vocabulary, vectorOf),
    mean: (words, weigh) => {
      let total: Float32Array | undefined;
      for (const word of words) {
        const one = vector(word.lower);
        if (!one) continue;
        total ??= new Float32Array(one.length);
        const weight = weigh(word);
        for (let index = 0; index < one.length; index += 1)
          total[index] = (total[index] ?? 0) + weight * (one[index] ?? 0);
      }
      return unit(total);
    },
  };
};
