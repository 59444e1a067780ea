import type { Span } from '@entente/core/vocabulary';
import { type InPlaceOf, stem } from './exchange.ts';
import { NUMBER_WORDS } from './lexicon/weight.ts';

interface Quantity extends Span {
  readonly value: number;
  /** The word that it counts, the unit, or the month that it dates. */
  readonly of: string;
  /** Said to be rough: “about 14,000”. */
  readonly rough: boolean;
}

const NUMBER =
  /(?<![\p{L}\d.,-])(?:(?<before>\p{L}+\.?) )?(?<currency>[$€£¥] ?)?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+)(?:[ -](?<scale>hundred|thousand|million|billion|dozen))?(?<percent> ?%| ?per ?cent\b)?(?: (?:or so |more |other |of )?(?<after>\p{L}[\p{L}-]*))?/gu;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const ROUGH =
  /(?:about|around|some|nearly|almost|over|roughly|approximately|more than|less than|at least|up to|close to) ?$/;
/** An ordinal, a year, a vague one: words that count nothing. */
const NOTHING = new Set([
  '',
  'in',
  'on',
  'of',
  'the',
  'and',
  'to',
  'at',
  'by',
  'for',
  'or',
  'a',
  'an',
  'was',
  'is',
  'were',
]);

const quantities = (text: string): Quantity[] => {
  const found: Quantity[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const { before = '', number = '', scale, currency, percent, after = '' } = match.groups ?? {};
    const base = NUMBER_WORDS.get(number) ?? (/^\d/.test(number) ? Number(number.replaceAll(',', '')) : undefined);
    const start = match.index + (before ? before.length + 1 : 0);
    const at = start + (currency?.length ?? 0);
    // the word that was no number may stand before one, and the word after one may itself be a number
    NUMBER.lastIndex = base === undefined && before ? match.index + before.length : at + number.length;
    if (base === undefined) continue;
    const value = base * (scale ? (NUMBER_WORDS.get(scale) ?? 1) : 1);
    const unit = percent
      ? 'percent'
      : currency
        ? currency.trim()
        : MONTH.test(before)
          ? before.slice(0, 3)
          : stem(after);
    const year = !scale && !currency && !percent && /^(?:1[5-9]|20)\d\d$/.test(number);
    const rough = ROUGH.test(text.slice(Math.max(0, start - 14), start)) || ROUGH.test(`${before} `);
    if (!NOTHING.has(unit) && !year)
      found.push({ value, of: unit, rough, start: at, end: at + number.length + (scale ? scale.length + 1 : 0) });
  }
  return found;
};

const near = (a: Quantity, b: Quantity) =>
  (a.rough || b.rough) && Math.abs(a.value - b.value) <= 0.1 * Math.max(a.value, b.value);

/**
 * The same thing counted, with another number: the counts stand in the same place, or are the only ones of that thing on both sides. A
 * number that was rounded, and says so, did not change.
 */
export const changedNumbers = (source: string, derived: string, inPlaceOf: InPlaceOf): (readonly [Span, Span])[] => {
  const [before, after] = [quantities(source), quantities(derived)];
  const alone = (all: readonly Quantity[], { of }: Quantity) => all.filter((one) => one.of === of).length === 1;
  return after.flatMap((now): (readonly [Span, Span])[] => {
    if (before.some((then) => then.value === now.value)) return [];
    const then = before.find(
      (one) =>
        one.of === now.of &&
        !after.some((same) => same.value === one.value) &&
        (inPlaceOf(one, now) || (alone(before, one) && alone(after, now))),
    );
    return then && !near(then, now) ? [[then, now]] : [];
  });
};
