import type { VectorOf } from '../issue/kinship.ts';
import { REPORTING } from '../lexicon/generated/reporting.ts';
import { CUES } from '../lexicon/generated/stance.ts';

/** How near a word is to the words of stance, of saying and of acting that the lexicon knows: for each class, in [0, 1]. */
export type Likeness = (lemma: string, form: string) => readonly number[];

const single = (words: readonly string[]): string[] => [...new Set(words.filter((word) => !/[ ~]/.test(word)))];
const cues = (kinds: RegExp, stance: string, withholds = false): string[] =>
  single(
    CUES.filter((cue) => kinds.test(cue.kind) && cue.stance === stance && cue.withholds === withholds).map(
      ({ lemma }) => lemma,
    ),
  );

const CLASSES: readonly (readonly string[])[] = [
  cues(/^(verb|adjective)$/, 'support'),
  cues(/^(verb|adjective)$/, 'oppose'),
  cues(/^(verb|adjective)$/, 'neutral'),
  cues(/^(verb|adjective)$/, 'no-position'),
  single(REPORTING.map(({ lemma }) => lemma)),
  single(CUES.filter(({ kind }) => kind === 'act').map(({ lemma }) => lemma)),
  cues(/^judgement$/, 'support'),
  cues(/^judgement$/, 'oppose'),
];
const NONE: readonly number[] = CLASSES.map(() => 0);
/** The nearest words of a class that count. */
const NEAREST = 3;

const product = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
};

const unit = (vector: ArrayLike<number> | undefined): Float64Array | undefined => {
  if (!vector) return undefined;
  const found = Float64Array.from(vector);
  const length = Math.hypot(...found);
  return length > 0 ? found.map((value) => value / length) : undefined;
};

/** Likeness by vectors of words; 0 throughout where there are none. */
export const likenessBy = (vectorOf: VectorOf | undefined): Likeness => {
  if (!vectorOf) return () => NONE;
  const known = new Map<string, readonly number[]>();
  let classes: (readonly { word: string; vector: Float64Array }[])[] | undefined;
  return (lemma, form) => {
    const found = known.get(lemma);
    if (found) return found;
    classes ??= CLASSES.map((words) =>
      words.flatMap((word) => {
        const vector = unit(vectorOf(word));
        return vector ? [{ word, vector }] : [];
      }),
    );
    const mine = unit(vectorOf(lemma) ?? vectorOf(form));
    const like = mine
      ? classes.map((list) => {
          const best = list
            .filter(({ word }) => word !== lemma)
            .map(({ vector }) => product(vector, mine))
            .sort((a, b) => b - a)
            .slice(0, NEAREST);
          const own = list.some(({ word }) => word === lemma) ? 0.2 : 0;
          return Math.min(1, own + best.reduce((sum, value) => sum + value, 0) / Math.max(1, best.length));
        })
      : NONE;
    if (known.size > 20_000) known.clear();
    known.set(lemma, like);
    return like;
  };
};
