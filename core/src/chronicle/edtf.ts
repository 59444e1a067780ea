import type { Edtf, IsoDay } from '../vocabulary.ts';

/** How closely a date is known. */
export type Precision = 'year' | 'month' | 'day';

/** One date of EDTF level 0 or 1, without the interval around it. */
export interface DatePoint {
  readonly first: IsoDay;
  readonly last: IsoDay;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** An end of an interval that is no date: `..` open, empty unknown. */
export type OpenEnd = 'open' | 'unknown';

/** A date as it was written: a point, or an interval of which an end may be open or unknown. */
export type EdtfDate =
  | { readonly kind: 'point'; readonly point: DatePoint }
  | { readonly kind: 'interval'; readonly from: DatePoint | OpenEnd; readonly to: DatePoint | OpenEnd };

/** The first and the last day a date can mean; left out where it is open or unknown. */
export interface DayRange {
  readonly first?: IsoDay;
  readonly last?: IsoDay;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Months of the seasons of level 1: 21 spring … 24 winter, northern, winter ending in February of the next year. */
const SEASONS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 2],
};

const yearPoint = (text: string): readonly [string, string] | undefined => {
  if (/^\d{4}$/.test(text)) return [`${text}-01-01`, `${text}-12-31`];
  if (/^\d{3}X$/.test(text)) return [`${text.slice(0, 3)}0-01-01`, `${text.slice(0, 3)}9-12-31`];
  if (/^\d{2}XX$/.test(text)) return [`${text.slice(0, 2)}00-01-01`, `${text.slice(0, 2)}99-12-31`];
  return undefined;
};

const monthPoint = (year: number, month: number): readonly [string, string] | undefined => {
  const season = SEASONS[month];
  if (season !== undefined) {
    const lastYear = season[1] < season[0] ? year + 1 : year;
    return [
      `${pad(year, 4)}-${pad(season[0], 2)}-01`,
      `${pad(lastYear, 4)}-${pad(season[1], 2)}-${pad(daysIn(lastYear, season[1]), 2)}`,
    ];
  }
  if (month < 1 || month > 12) return undefined;
  return [`${pad(year, 4)}-${pad(month, 2)}-01`, `${pad(year, 4)}-${pad(month, 2)}-${daysIn(year, month)}`];
};

const pointOf = (text: string): DatePoint | undefined => {
  const match = /^(\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)$/.exec(text);
  if (match === null) return undefined;
  const [, year = '', month, day, mark = ''] = match;
  const known = { approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' };
  if (month === undefined || month === 'XX' || year.includes('X')) {
    if (month !== undefined && month !== 'XX') return undefined;
    const span = yearPoint(year);
    return span && { first: span[0], last: span[1], precision: 'year', ...known };
  }
  const span = monthPoint(Number(year), Number(month));
  if (span === undefined) return undefined;
  if (day === undefined || day === 'XX') return { first: span[0], last: span[1], precision: 'month', ...known };
  if (Number(month) > 12 || Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  const iso = `${year}-${month}-${day}`;
  return { first: iso, last: iso, precision: 'day', ...known };
};

const endOf = (text: string): DatePoint | OpenEnd | undefined =>
  text === '..' ? 'open' : text === '' ? 'unknown' : pointOf(text);

/**
 * Reads a date of the Extended Date/Time Format, levels 0 and 1: years of four digits, months, seasons, days, `~ ? %`, unspecified
 * digits at the end, intervals with open and unknown ends. Times of day are dropped.
 *
 * Source: ISO 8601-2:2019 as summarised by the Library of Congress, https://www.loc.gov/standards/datetime/
 *
 * @returns nothing when the text is no such date, or an interval that ends before it begins
 */
export const readEdtf = (text: Edtf): EdtfDate | undefined => {
  const parts = text.trim().split('/');
  if (parts.length === 1) {
    const point = pointOf(text.trim().replace(/T\d\d:\d\d.*$/, ''));
    return point && { kind: 'point', point };
  }
  if (parts.length !== 2) return undefined;
  const [from, to] = [endOf(parts[0] ?? ''), endOf(parts[1] ?? '')];
  if (from === undefined || to === undefined || (typeof from === 'string' && typeof to === 'string')) return undefined;
  if (typeof from === 'object' && typeof to === 'object' && from.first > to.last) return undefined;
  return { kind: 'interval', from, to };
};

const rangeOf = (text: Edtf): DayRange => {
  const date = readEdtf(text);
  if (date === undefined) return {};
  if (date.kind === 'point') return { first: date.point.first, last: date.point.last };
  return {
    ...(typeof date.from === 'object' && { first: date.from.first }),
    ...(typeof date.to === 'object' && { last: date.to.last }),
  };
};

/** A dossier has few dates and asks for each of them very often. */
const known = new Map<Edtf, DayRange>();
const MOST_KNOWN = 20_000;

/** The first and the last day that a date can mean. A text that is no date means any day. */
export const dayRange = (text: Edtf | undefined): DayRange => {
  if (text === undefined) return {};
  const before = known.get(text);
  if (before !== undefined) return before;
  const range = rangeOf(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, range);
  return range;
};

/** Whether every day of `a` lies before every day of `b`. */
export const certainlyBefore = (a: DayRange, b: DayRange): boolean =>
  a.last !== undefined && b.first !== undefined && a.last < b.first;

/** Whether two dates can share a day. */
export const overlaps = (a: DayRange, b: DayRange): boolean => !certainlyBefore(a, b) && !certainlyBefore(b, a);

const LAST_DAY = '9999-12-31';
const FIRST_DAY = '0000-01-01';

/**
 * Order of dates for a list: by first day, then the shorter stretch first. A date without a beginning stands where it ends, one that
 * is no date at all stands last.
 */
export const compareEdtf = (a: Edtf | undefined, b: Edtf | undefined): number => {
  const key = (text: Edtf | undefined): readonly [string, string] => {
    const { first, last } = dayRange(text);
    return [first ?? last ?? LAST_DAY, last ?? LAST_DAY];
  };
  const [x, y] = [key(a), key(b)];
  return x[0] < y[0] ? -1 : x[0] > y[0] ? 1 : x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : 0;
};

const numbered = (day: IsoDay): number => {
  const [year, month, date] = [Number(day.slice(0, -6)), Number(day.slice(-5, -3)), Number(day.slice(-2))];
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
};

const numbers = new Map<IsoDay, number>();

const dayNumber = (day: IsoDay): number => {
  const before = numbers.get(day);
  if (before !== undefined) return before;
  const number = numbered(day);
  if (numbers.size >= MOST_KNOWN) numbers.clear();
  numbers.set(day, number);
  return number;
};

/** Days from one day to another, negative when the second is earlier. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => dayNumber(to) - dayNumber(from);

/** The smallest stretch that holds all the given ones, as an EDTF interval or day; nothing when no end is known. */
export const hull = (ranges: readonly DayRange[]): Edtf | undefined => {
  let [first, last] = [LAST_DAY, FIRST_DAY];
  for (const range of ranges) {
    if (range.first !== undefined && range.first < first) first = range.first;
    if (range.last !== undefined && range.last > last) last = range.last;
  }
  if (last === FIRST_DAY) return first === LAST_DAY ? undefined : `${first}/..`;
  if (first === LAST_DAY) return `../${last}`;
  return first === last ? first : `${first}/${last}`;
};
