import type { Edtf } from '@entente/core/vocabulary';
import type { Unit } from './moment.ts';

/** Arithmetic on dates as texts. */

export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const DAY = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');
export const four = (value: number): string => String(value).padStart(4, '0');

const dayText = (time: number): Edtf => {
  const date = new Date(time);
  return `${four(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
};

const POINT = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

const BEGINNINGS = new Map<string, DateParts | undefined>();
const ENDINGS = new Map<string, DateParts | undefined>();
const MOST = 5_000;

/** Year, month and day of the beginning (or the end) of an EDTF text. */
export const partsOf = (date: Edtf | undefined, end = false): DateParts | undefined => {
  if (date === undefined) return undefined;
  const known = end ? ENDINGS : BEGINNINGS;
  if (known.has(date)) return known.get(date);
  const parts = readParts(date, end);
  if (known.size >= MOST) known.clear();
  known.set(date, parts);
  return parts;
};

const readParts = (date: Edtf, end: boolean): DateParts | undefined => {
  const [from = '', to = from] = date.split('/');
  const match = POINT.exec(end && POINT.test(to) ? to : POINT.test(from) ? from : to);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  return { year: Number(year), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) };
};

/** The year in which an EDTF date begins. */
export const yearIn = (date: Edtf | undefined): number | undefined => partsOf(date)?.year;

/** The beginning (or the end) of an EDTF text as a date of its own; undefined where it is open. */
export const edgeOf = (date: Edtf | undefined, end = false): Edtf | undefined => {
  const [from = '', to = from] = (date ?? '').split('/');
  const edge = end ? to : from;
  return POINT.test(edge) ? edge : undefined;
};

const timeOf = ({ year, month = 1, day = 1 }: DateParts): number => Date.UTC(year, month - 1, day);

export const monthText = (year: number, month: number): Edtf => {
  const shifted = year * 12 + month - 1;
  return `${four(Math.floor(shifted / 12))}-${two((shifted % 12) + 1)}`;
};
export const dateText = (year: number, month: number, day: number): Edtf => `${four(year)}-${two(month)}-${two(day)}`;
export const partsText = ({ year, month, day }: DateParts): Edtf =>
  month === undefined ? four(year) : day === undefined ? monthText(year, month) : dateText(year, month, day);

const DAYS: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7, weekend: 7 };

const YEARS: Readonly<Partial<Record<Unit, number>>> = { year: 1, decade: 10, century: 100 };

/** A date moved by so many units; a date that is known less closely than the unit stays as coarse as it was. */
export const shifted = (base: DateParts, unit: Unit, count: number): Edtf => {
  if (unit === 'hour') return partsText(base);
  if (unit === 'year') return four(base.year + count);
  if (unit === 'decade') return `${four(base.year + count * 10).slice(0, 3)}X`;
  if (unit === 'century') return four(base.year + count * 100);
  if (unit === 'month' || unit === 'quarter')
    return base.month ? monthText(base.year, base.month + count * (unit === 'month' ? 1 : 3)) : four(base.year);
  if (!base.day) return partsText(base);
  const date = dayText(timeOf(base) + count * (DAYS[unit] ?? 1) * DAY);
  return unit === 'day' ? date : date.slice(0, 7);
};

/** The same day so many units before or after: the edge of a stretch. */
export const edgeAway = (base: DateParts, unit: Unit, count: number): Edtf => {
  const years = YEARS[unit];
  if (years !== undefined) return partsText({ ...base, year: base.year + years * count });
  if (unit === 'month' || unit === 'quarter') return shifted(base, unit, count);
  if (!base.day) return partsText(base);
  return dayText(timeOf(base) + count * (DAYS[unit] ?? 0) * DAY);
};

/** The week (Monday to Sunday) or the weekend that lies so many weeks from a day. */
export const weekOf = (base: DateParts, weeks: number, weekend: boolean): Edtf => {
  const time = timeOf(base) + weeks * 7 * DAY;
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;
  return `${dayText(monday + (weekend ? 5 * DAY : 0))}/${dayText(monday + 6 * DAY)}`;
};

/** The weekday at or before a day, or the next one after it. */
export const weekdayFrom = (base: DateParts, wanted: number, way: 'back' | 'before' | 'ahead' | 'onward'): Edtf => {
  const time = timeOf(base);
  const today = new Date(time).getUTCDay();
  if (way === 'ahead') return dayText(time + ((wanted - today + 7) % 7 || 7) * DAY);
  if (way === 'onward') return dayText(time + ((wanted - today + 7) % 7) * DAY);
  const back = (today - wanted + 7) % 7;
  return dayText(time - (back === 0 && way === 'before' ? 7 : back) * DAY);
};

/**
 * Easter Sunday of a year.
 *
 * Source: the anonymous Gregorian rule, as printed in Nature of 20 April 1876.
 */
export const easter = (year: number): Edtf => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dateText(year, Math.floor(n / 31), (n % 31) + 1);
};
