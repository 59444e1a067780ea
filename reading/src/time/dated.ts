import type { Edtf } from '@entente/core/vocabulary';
import type { Sentence } from '../sentence/sentence.ts';
import type { Token } from '../sentence/token.ts';
import { edgeOf, yearIn } from './calendar.ts';
import type { Moment, TimeExpression } from './moment.ts';

/** A time expression with the date that it comes to. */
export interface Dated {
  readonly expression: TimeExpression;
  readonly date?: Edtf;
  /** Tells of another time by the way: a range, brackets, “which ended in 1953”. */
  readonly aside: boolean;
  /** Belongs to a noun: “the 1974 war”, “the accord of 3 May”. */
  readonly attributive: boolean;
  /** Lies after the day of publication. */
  readonly ahead: boolean;
  /** A finer date of the sentence makes it out: “in 2018, … in April”. */
  readonly outdone: boolean;
}

const FINENESS: Readonly<Partial<Record<Moment['kind'], number>>> = {
  year: 1,
  range: 1,
  season: 2,
  month: 3,
  weekday: 4,
  day: 4,
};

/** Whether an expression tells of another time by the way. */
export const isAside = (text: string, sentence: Sentence, { moment, bound, start, end }: TimeExpression): boolean => {
  if (bound === 'since') return true;
  const before = text.slice(Math.max(sentence.start, start - 40), start);
  return (
    (moment.kind === 'range' && bound !== undefined) ||
    /[([]\s*$|\bwhich\b[^,]*$/.test(before) ||
    /^ ?\)/.test(text.slice(end, end + 2))
  );
};

/** “the accord of 3 May”: the noun stands before. */
export const isOfNoun = (text: string, { start, moment }: TimeExpression): boolean =>
  moment.kind !== 'century' &&
  /[\p{L}”"'’)] of (?:the )?$/u.test(text.slice(Math.max(0, start - 8), start)) &&
  !/\b(?:as|out|instead|end|close|beginning|middle|start|outset|night|morning|evening|afternoon|day|spring|summer|autumn|fall|winter|half|quarter|eve|week|weekend|month|course|by) of (?:the )?$/i.test(
    text.slice(Math.max(0, start - 20), start),
  );

/** “the 1974 war”, “last month's talks”: the words after it are the noun. */
export const isPremodifier = (text: string, { start, end, moment }: TimeExpression): boolean => {
  if (/^(?:'s|s') /.test(text.slice(end, end + 3))) return true;
  if (moment.kind !== 'year' && moment.kind !== 'range' && moment.kind !== 'day' && moment.kind !== 'month')
    return false;
  const leads =
    /(?:\b(?:the|a|an|its|their|his|her|this|that|our)|'s?) $/i.test(text.slice(Math.max(0, start - 8), start)) ||
    /^the /i.test(text.slice(start, end));
  const noun =
    /^ (?:\p{Lu}|(?!(?:and|or|in|at|to|of|on|by|for|with|from|when|after|before|as|was|were|is|had|has|that|which|who|but)\b)\p{Ll})/u;
  return leads && noun.test(text.slice(end, end + 6));
};

/** The year in which a session of the General Assembly opens, each September since 1946 but for the first. */
export const assemblyYear = (words: string): number | undefined => {
  const match =
    /\b(\d{1,3})(?:st|nd|rd|th) (?:regular |annual )?(?:session of the )?(?:UN |U\.N\. |United Nations )?(?:General Assembly|UNGA)/.exec(
      words,
    );
  const number = Number(match?.[1]);
  return number > 1 && number < 200 ? 1945 + number : undefined;
};

/** “from the 2018 review”: no open beginning. */
export const unbound = ({ bound: _bound, ...rest }: TimeExpression): TimeExpression => rest;

/** The names that stand before a noun: “the Vienna Summit”, “the Turkish-Greek talks”. */
export const namesBefore = (tokens: readonly Token[], noun: number): string[] => {
  const names: string[] = [];
  for (let index = noun - 1; index >= 0 && noun - index < 8; index -= 1) {
    const token = tokens[index];
    if (
      !token ||
      !(token.capital || /^[-–']$|^'s$/.test(token.text) || token.kind === 'number' || isSmall(token.lower))
    )
      break;
    if (token.capital && index > 0 && !isSmall(token.lower)) names.push(token.lower);
  }
  return names;
};
const isSmall = (lower: string): boolean =>
  /^(the|this|that|second|first|third|annual|peace|joint|bilateral|trilateral|nuclear)$/.test(lower);

/** Whether a date lies in a stretch. */
export const within = (date: Edtf, range: Edtf): boolean => {
  const [from, to] = [edgeOf(range) ?? '', edgeOf(range, true) ?? '9'];
  const [first, last] = [edgeOf(date) ?? '', edgeOf(date, true) ?? ''];
  return first.slice(0, from.length) >= from && last.slice(0, to.length) <= to;
};

/** A coarse date that a finer one of the same sentence makes out: “in 2018, … in April”, “the 2018 summit, held on 12 June”. */
export const outdone = (one: Omit<Dated, 'outdone'>, other: Omit<Dated, 'outdone'>): boolean => {
  const [coarse, fine] = [FINENESS[one.expression.moment.kind] ?? 0, FINENESS[other.expression.moment.kind] ?? 0];
  if (coarse === 0 || coarse > 1 || fine <= coarse || one.expression.moment.kind !== 'year') return false;
  if (one.date === undefined || other.date === undefined || yearIn(one.date) !== yearIn(other.date)) return false;
  if (other.expression.start < one.expression.end || other.expression.start - one.expression.end > 220) return false;
  const dependent = !('year' in other.expression.moment) || one.attributive;
  return dependent && one.expression.bound === undefined;
};
