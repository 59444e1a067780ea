import type { ConditionKind } from '@entente/core/statement/statement';
import type { Span } from '@entente/core/vocabulary';
import { extensible } from '../lexicon/extension.ts';
import { CONDITIONS, UNCONDITIONAL } from '../lexicon/generated/connectives.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import type { Token } from '../sentence/token.ts';

/** A condition in a sentence. Places are token indices; the words begin with the connective. */
export interface ConditionFound {
  readonly kind: ConditionKind;
  readonly first: number;
  /** First token of the condition itself. */
  readonly body: number;
  readonly after: number;
}

const TABLE = new PhraseTable<ConditionKind | 'none'>([
  ...UNCONDITIONAL.map((words) => [words, 'none'] as const),
  ...CONDITIONS.map(({ words, kind }) => [words, kind] as const),
]);

extensible(({ conditions, without }) =>
  TABLE.extend(
    conditions.map(({ words, kind }) => [words, kind]),
    without,
  ),
);

/** Connectives that are also prepositions of time: with a date after them they say when, not on what condition. */
const TEMPORAL: ReadonlySet<ConditionKind> = new Set<ConditionKind>(['before', 'after', 'until']);

const end = (tokens: readonly Token[], from: number): number => {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && /^[,;:.!?—]$/.test(text))) return index;
  }
  return tokens.length;
};

/**
 * The conditions that words from one token to another are put under.
 *
 * @param dates spans of time expressions: “until June” is no condition
 */
export const conditionsIn = (
  tokens: readonly Token[],
  from: number,
  to: number,
  dates: readonly Span[],
): ConditionFound[] => {
  const found: ConditionFound[] = [];
  for (let index = from; index < to; index += 1) {
    const hit = TABLE.at(tokens, index);
    if (!hit) continue;
    const next = tokens[hit.end];
    const before = tokens[index - 1]?.lower ?? '';
    if (hit.value !== 'none' && next) {
      const dated = dates.some((date) => date.start - next.start >= 0 && date.start - next.start < 16);
      const asks =
        hit.value === 'if' &&
        /^(as|even|ask|asked|asks|know|see|what|say|wonder|wondered|unclear|decide|question)$/.test(before);
      const bare = next.kind === 'mark' && next.text !== '"' && next.text !== "'";
      // After “long”, “shortly”, “days”: an order of events. A condition follows a position that is held.
      const order =
        TEMPORAL.has(hit.value) &&
        /^(long|shortly|soon|just|days?|weeks?|months?|years?|hours?|even|immediately)$/.test(before);
      if (!(dated && TEMPORAL.has(hit.value)) && !asks && !bare && !order) {
        const after = end(tokens, hit.end);
        found.push({ kind: hit.value, first: index, body: hit.end, after });
      }
    }
    index = hit.end - 1;
  }
  return found;
};
