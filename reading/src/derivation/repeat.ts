import type { Derivation } from '@entente/core/document/derivation';
import { passageOf } from '@entente/core/document/passage';
import type { Prepared } from './prepared.ts';
import { sharedRuns, type Word } from './run.ts';

const LEAST_RUN = 8;
/** Fewer words in a row can be told of two things: “won the prize for the best goal of the match”. */
const SURE_RUN = 11;
const MOST_OF = 0.6;
const DIRECTION: Derivation['direction'] = { by: ['order'], sure: true };

const text = (words: readonly Word[]) => words.map((word) => word.text).join(' ');

/** The runs of words of each sentence, quoted ones too: a quotation that is set out again is a repetition like any other. */
const keysOf = (words: readonly Word[]): string[] =>
  words.slice(0, Math.max(0, words.length - LEAST_RUN + 1)).map((_, at) => text(words.slice(at, at + LEAST_RUN)));

/** What a document says twice: a sentence of which most is a run of words that stood before. The later one repeats the earlier one. */
export const repeatsIn = ({ document, sentences, words }: Prepared): Derivation[] => {
  const first = new Map<string, number>();
  const derivations: Derivation[] = [];
  words.forEach((later, at) => {
    const keys = keysOf(later);
    const earlier = keys.map((key) => first.get(key)).find((known) => known !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, at);
    const [before, own, source] = [words[earlier ?? -1], sentences[at], sentences[earlier ?? -1]];
    if (!before || !own || !source) return;
    const run = Math.max(0, ...sharedRuns(before, later, LEAST_RUN).map(({ length }) => length));
    const [shorter = 0, longer = 0] = [before.length, later.length].sort((a, b) => a - b);
    const same = text(before) === text(later);
    if (!same && (run < SURE_RUN || run < shorter * MOST_OF || run * 2 < longer)) return;
    derivations.push({
      kind: same ? 'verbatim' : 'paraphrase',
      source: passageOf(document, source.start, source.end),
      derived: passageOf(document, own.start, own.end),
      score: same ? 1 : Math.min(0.999, run / longer),
      direction: DIRECTION,
    });
  });
  return derivations;
};
