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

/** Connectives behind which a condition stands though a comma parts it from what it conditions, or though it comes first. */
const BINDING: ReadonlySet<ConditionKind> = new Set<ConditionKind>([
  'unless',
  'only-if',
  'if',
  'as-long-as',
  'until',
  'in-exchange',
]);

/**
 * The condition of a position whose own words hold none: one that begins its sentence or clause (“Unless …, it will not”, “Not until …, will he”),
 * or that follows a comma (“…, provided the union …”).
 */
export const conditionAround = (
  tokens: readonly Token[],
  first: number,
  after: number,
  dates: readonly Span[],
): ConditionFound | undefined => {
  let begin = first;
  while (begin > 0 && !/^[;:]$/.test(tokens[begin - 1]?.text ?? '')) begin -= 1;
  let opening = begin;
  while (opening < first && /^["'(]$/.test(tokens[opening]?.text ?? '')) opening += 1;
  if (/^(but|and|yet|so)$/.test(tokens[opening]?.lower ?? '')) opening += 1;
  const [front] = conditionsIn(tokens, opening, Math.min(first, opening + 1), dates);
  if (front && BINDING.has(front.kind) && front.after <= first + 1) return front;
  for (let at = after; at < Math.min(tokens.length, after + 22); at += 1) {
    if (/^[;.!?]$/.test(tokens[at]?.text ?? '')) return undefined;
    const [behind] = conditionsIn(tokens, at, at + 1, dates);
    if (behind && BINDING.has(behind.kind) && (at === after || tokens[at - 1]?.text === ',' || behind.kind !== 'if'))
      return behind;
  }
  return undefined;
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
