import { REPORTING } from '../lexicon/generated/reporting.ts';
import { CUES } from '../lexicon/generated/stance.ts';
import { IRREGULAR_PAST } from '../lexicon/generated/time.ts';
import type { Token } from '../sentence/token.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, NEGATIONS, PREPOSITIONS } from '../sentence/words.ts';

/** What a clause's finite verb says of its time. */
export type Tense = 'past' | 'present' | 'perfect' | 'future';

const firstWord = (words: string): string => words.split(' ')[0] ?? '';
const verbs = [...CUES.filter(({ kind }) => kind === 'verb'), ...REPORTING];
const PAST: ReadonlySet<string> = new Set([
  ...IRREGULAR_PAST,
  ...verbs.filter(({ form }) => form === 'past').map(({ words }) => firstWord(words)),
]);
const THIRD: ReadonlySet<string> = new Set(
  verbs.filter(({ form }) => form === 's').map(({ words }) => firstWord(words)),
);
const REPORTS: ReadonlySet<string> = new Set(
  REPORTING.filter(({ form }) => form === 's').map(({ words }) => firstWord(words)),
);
const REPORTED: ReadonlySet<string> = new Set(
  REPORTING.filter(({ form }) => form === 'past').map(({ words }) => firstWord(words)),
);
const FUTURE: ReadonlySet<string> = new Set(['will', "won't", 'shall', "'ll"]);
const PRESENT: ReadonlySet<string> = new Set(
  "is are am isn't aren't does do doesn't don't can cannot can't may might must should would could remains remain".split(
    ' ',
  ),
);

const CONTRACTED: readonly (readonly [string, Tense])[] = [
  ["'ll", 'future'],
  ["'d", 'present'],
  ["'ve", 'perfect'],
  ["'re", 'present'],
  ["'m", 'present'],
];

const small = ({ lower }: Token): boolean => ADVERBS.has(lower) || NEGATIONS.has(lower) || /ly$/.test(lower);

/** Whether a word in -ed tells of the past rather than describing: “they signed”, not “the signed paper” or “a deal signed by”. */
const told = (tokens: readonly Token[], index: number): boolean => {
  let before = index - 1;
  for (let one = tokens[before]; one !== undefined && small(one); one = tokens[before]) before -= 1;
  const [last, next] = [tokens[before], tokens[index + 1]];
  if (!last || last.kind === 'mark') return last?.text === ',' || last?.text === ')' || last?.text === '"';
  if (DETERMINERS.has(last.lower) || PREPOSITIONS.has(last.lower) || last.lower === 'to' || last.lower === 'and')
    return last.lower === 'and' || /^(this|that|which|who)$/.test(last.lower);
  return next?.lower !== 'by';
};

/** Whether a token is a verb in the simple past. */
export const isPast = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  if (PAST.has(token.lower)) return !token.capital && !DETERMINERS.has(tokens[index - 1]?.lower ?? '');
  return /^[a-z]{2,}ed$/.test(token.text) && told(tokens, index);
};

/** The tense of the first finite verb between two places; undefined where there is none. */
export const tenseOf = (tokens: readonly Token[], from = 0, to = tokens.length): Tense | undefined => {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    const { lower } = token;
    if (FUTURE.has(lower)) return tokens[index - 1]?.lower === 'the' ? undefined : 'future';
    if (PRESENT.has(lower)) return 'present';
    const contracted = lower.includes("'") ? CONTRACTED.find(([ending]) => lower.endsWith(ending))?.[1] : undefined;
    if (contracted) return contracted;
    if (lower === 'has' || lower === 'have') return 'perfect';
    if (THIRD.has(lower) && !DETERMINERS.has(tokens[index - 1]?.lower ?? '') && /s$/.test(lower)) {
      // “its plans”, “South Korean offers”: nouns that look like verbs stand after words that a verb does not follow.
      const before = tokens[index - 1];
      const noun = !before || before.text === "'s" || PREPOSITIONS.has(before.lower) || before.lower === 'and';
      const subject =
        before !== undefined &&
        (before.capital || /^(it|he|she|who|which|government|ministry|side)$/.test(before.lower));
      if (!noun && (REPORTS.has(lower) || subject)) return 'present';
      continue;
    }
    if (isPast(tokens, index)) return 'past';
  }
  return undefined;
};

/** Whether the words right before a place report in the past: “…, the minister said on Tuesday”. */
export const toldBeside = (tokens: readonly Token[], start: number): boolean => {
  const place = tokens.findIndex(({ end }) => end > start);
  const verb = /^(on|in|at|late|early|last)$/.test(tokens[place - 1]?.lower ?? '') ? place - 2 : place - 1;
  return (
    REPORTED.has(tokens[verb]?.lower ?? '') && isPast(tokens, verb) && !AUXILIARIES.has(tokens[verb - 1]?.lower ?? '')
  );
};
