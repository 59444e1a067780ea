import type { Edtf } from '@entente/core/vocabulary';
import type { Moment, TimeExpression, Unit } from './moment.ts';

/** What a relative date is set against. */
export interface TimeFrame {
  /** Day of publication, as far as it is known. */
  readonly published?: Edtf;
  /** The last date that the narrative named, for “the same day”, “that month” and years that carry over. */
  readonly last?: Edtf;
  /** The year that the narrative has reached, where it tells of the past. */
  readonly narrativeYear?: number;
  /** The clause looks ahead (“will”, “next”). */
  readonly future?: boolean;
}

const two = (value: number): string => String(value).padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');
const dayText = (time: number): string => {
  const date = new Date(time);
  return `${four(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
};

const DAY = 86_400_000;

interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const POINT = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

/** Year, month and day of the beginning (or the end) of an EDTF text. */
const partsOf = (date: Edtf | undefined, end = false): Parts | undefined => {
  const [from = '', to = from] = (date ?? '').split('/');
  const match = POINT.exec(end && POINT.test(to) ? to : POINT.test(from) ? from : to);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  return { year: Number(year), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) };
};

const timeOf = ({ year, month = 1, day = 1 }: Parts): number => Date.UTC(year, month - 1, day);

const monthText = (year: number, month: number): string => {
  const shifted = year * 12 + month - 1;
  return `${four(Math.floor(shifted / 12))}-${two((shifted % 12) + 1)}`;
};

const SEASONS = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] } as const;
const PARTS_OF_YEAR = { early: [1, 3], mid: [5, 8], late: [10, 12] } as const;

/** The year of a date without one: the narrative's, else the last such date before publication, or the next one when looking ahead. */
const yearOf = (frame: TimeFrame, month: number, day = 1): number | undefined => {
  if (frame.narrativeYear !== undefined) return frame.narrativeYear;
  const published = partsOf(frame.published, true);
  if (!published) return undefined;
  const later = month > (published.month ?? 12) || (month === published.month && day > (published.day ?? 31));
  if (frame.future) return later || month === published.month ? published.year : published.year + 1;
  return later ? published.year - 1 : published.year;
};

const shifted = (base: Parts, unit: Unit, count: number): Edtf => {
  if (unit === 'year') return four(base.year + count);
  if (unit === 'decade') return `${Math.floor((base.year + count * 10) / 10)}X`;
  if (unit === 'month') return base.month ? monthText(base.year, base.month + count) : four(base.year);
  if (!base.day) return base.month ? monthText(base.year, base.month) : four(base.year);
  const time = timeOf(base) + count * (unit === 'week' ? 7 : 1) * DAY;
  return unit === 'week' ? dayText(time).slice(0, 7) : dayText(time);
};

const weekday = (published: Parts, wanted: number, which: 'last' | 'next' | undefined, future: boolean): Edtf => {
  if (!published.day) return published.month ? monthText(published.year, published.month) : four(published.year);
  const time = timeOf(published);
  const today = new Date(time).getUTCDay();
  if (which === 'next' || (future && which !== 'last')) return dayText(time + ((wanted - today + 7) % 7 || 7) * DAY);
  const back = (today - wanted + 7) % 7;
  return dayText(time - (back === 0 && which === 'last' ? 7 : back) * DAY);
};

const named = (moment: Extract<Moment, { kind: 'named' }>, frame: TimeFrame): Edtf | undefined => {
  const { unit, which } = moment;
  const back = which === 'same' || which === 'following' || which === 'previous';
  const base = partsOf(back ? (frame.last ?? frame.published) : frame.published);
  if (!base) return undefined;
  const step = { last: -1, previous: -1, this: 0, same: 0, next: 1, following: 1 }[which];
  if (unit === 'week' && base.day) {
    const time = timeOf(base) + step * 7 * DAY;
    const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;
    return `${dayText(monday)}/${dayText(monday + 6 * DAY)}`;
  }
  return shifted(base, unit, step);
};

const plainDate = (moment: Moment, frame: TimeFrame): Edtf | undefined => {
  switch (moment.kind) {
    case 'day': {
      const year = moment.year ?? yearOf(frame, moment.month, moment.day);
      return year === undefined ? undefined : `${four(year)}-${two(moment.month)}-${two(moment.day)}`;
    }
    case 'month': {
      const year = moment.year ?? yearOf(frame, moment.month);
      return year === undefined ? undefined : `${four(year)}-${two(moment.month)}`;
    }
    case 'year': {
      if (!moment.part) return four(moment.year);
      const [from, to] = PARTS_OF_YEAR[moment.part];
      return `${monthText(moment.year, from)}/${monthText(moment.year, to)}`;
    }
    case 'decade': {
      if (!moment.part) return `${four(moment.year)}/${four(moment.year + 9)}`;
      const [from, to] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[moment.part];
      return `${four(moment.year + (from ?? 0))}/${four(moment.year + (to ?? 9))}`;
    }
    case 'century':
      return `${four((moment.century - 1) * 100 + 1)}/${four(moment.century * 100)}`;
    case 'season': {
      const [from, to] = SEASONS[moment.season];
      const year = moment.year ?? yearOf(frame, from);
      return year === undefined ? undefined : `${monthText(year, from)}/${monthText(year, to)}`;
    }
    case 'fraction': {
      const months = 12 / moment.of;
      const from = (moment.nth - 1) * months + 1;
      return `${monthText(moment.year, from)}/${monthText(moment.year, from + months - 1)}`;
    }
    case 'weekday': {
      const published = partsOf(frame.published, true);
      return published && weekday(published, moment.weekday, moment.which, frame.future === true);
    }
    case 'named':
      return named(moment, frame);
    case 'distance': {
      const base = partsOf(moment.way === 'ago' ? frame.published : (frame.last ?? frame.published));
      const date = base && shifted(base, moment.unit, moment.way === 'after' ? moment.count : -moment.count);
      return moment.vague && date?.length === 10 ? date.slice(0, 7) : date;
    }
    case 'today': {
      const published = partsOf(frame.published, true);
      return published && shifted(published, 'day', moment.offset);
    }
    case 'range': {
      const to = plainDate(moment.to, frame);
      const from = plainDate(moment.from, frame);
      if (!from || !to) return undefined;
      const [first = from] = from.split('/');
      const last = to.split('/').at(-1) ?? to;
      // A whole year that begins a range of months begins in January.
      const begin = first.length === 4 && last.length === 7 ? `${first}-01` : first;
      return begin <= last ? `${begin}/${last}` : undefined;
    }
  }
};

/**
 * The date of a time expression in EDTF, set against publication and narrative; undefined where that is not known.
 *
 * “By June” is June; “until” and “before” leave the beginning open, “since” and “after” the end.
 */
export const resolve = ({ moment, bound, approximate }: TimeExpression, frame: TimeFrame): Edtf | undefined => {
  const date = plainDate(moment, frame);
  if (date === undefined) return undefined;
  if ((bound === 'until' || bound === 'before') && moment.kind !== 'range') return `../${date.split('/').at(-1)}`;
  if (bound === 'since' && moment.kind !== 'range') return `${date.split('/')[0]}/..`;
  return approximate && /^\d{4}(-\d\d)?$/.test(date) ? `${date}~` : date;
};

/** The year in which an EDTF date begins. */
export const yearIn = (date: Edtf | undefined): number | undefined => partsOf(date)?.year;
