import type { Edtf } from '@entente/core/vocabulary';
import {
  type DateParts,
  dateText,
  easter,
  edgeAway,
  edgeOf,
  four,
  monthText,
  partsOf,
  partsText,
  shifted,
  weekdayFrom,
  weekOf,
} from './calendar.ts';
import type { Moment, Part, TimeExpression, Which } from './moment.ts';

export { yearIn } from './calendar.ts';

/** What a relative date is set against. */
export interface TimeFrame {
  /** Day of publication, as far as it is known. */
  readonly published?: Edtf;
  /** The last date that the narrative named, for “the same day”, “that month” and years that carry over. */
  readonly last?: Edtf;
  /** The last date, where this paragraph told it. */
  readonly near?: Edtf;
  /** The year that the narrative has reached, where it tells of the past. */
  readonly narrativeYear?: number;
  /** The clause looks ahead (“will”, “next”). */
  readonly future?: boolean;
}

const SEASONS = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 14] } as const;
const PARTS_OF_YEAR = { early: [1, 3], mid: [5, 8], late: [10, 12] } as const;
const PARTS_OF_DECADE = { early: [0, 3], mid: [4, 6], late: [7, 9] } as const;
const PARTS_OF_CENTURY = { early: [1, 30], mid: [40, 60], late: [70, 100] } as const;
const STEPS: Readonly<Record<Which, number>> = { last: -1, previous: -1, this: 0, same: 0, next: 1, following: 1 };

/** The year of a date without one: the narrative's, else the last such date before publication, or the next one when looking ahead. */
const yearOf = (frame: TimeFrame, month: number, day = 1): number | undefined => {
  if (frame.narrativeYear !== undefined) return frame.narrativeYear;
  const published = partsOf(frame.published, true);
  if (!published) return undefined;
  const later = month > (published.month ?? 12) || (month === published.month && day > (published.day ?? 31));
  if (frame.future) return later || month === published.month ? published.year : published.year + 1;
  return later ? published.year - 1 : published.year;
};

/** The year of “last May”, “this spring”: the nearest one before, of, or after publication. */
const yearWhich = (frame: TimeFrame, month: number, which: Which): number | undefined => {
  const published = partsOf(frame.published, true);
  if (!published) return undefined;
  const now = published.month ?? 1;
  if (which === 'last') return month >= now ? published.year - 1 : published.year;
  if (which === 'next') return month > now ? published.year : published.year + 1;
  return published.year;
};

/** “last year”, “that year” beside a month or a day. */
const yearBeside = (frame: TimeFrame, which: Which | undefined): number | undefined => {
  if (which === undefined) return undefined;
  const told = which === 'same' || which === 'following' || which === 'previous';
  const base = partsOf(told ? (frame.last ?? frame.published) : frame.published, !told)?.year;
  return base === undefined ? undefined : base + STEPS[which];
};

const partOfYear = (year: number, part: Part): Edtf => {
  const [from, to] = PARTS_OF_YEAR[part];
  return `${monthText(year, from)}/${monthText(year, to)}`;
};

const yearText = (year: number, part: Part | undefined): Edtf =>
  part === undefined ? four(year) : partOfYear(year, part);

const named = (moment: Extract<Moment, { kind: 'named' }>, frame: TimeFrame): Edtf | undefined => {
  const { unit, which } = moment;
  const told = which === 'same' || which === 'following' || which === 'previous';
  const base = partsOf(told ? (frame.last ?? frame.published) : frame.published, which === 'following' || !told);
  if (!base) return undefined;
  const step = STEPS[which];
  if (unit === 'week' || unit === 'weekend') {
    // The weekend of a report that counts from no other is the last one.
    const back = unit === 'weekend' && which === 'this' && !frame.future ? -1 : step;
    return base.day ? weekOf(base, back, unit === 'weekend') : partsText(base);
  }
  if (unit === 'quarter') {
    if (base.month === undefined) return undefined;
    const first = Math.floor((base.month - 1) / 3) * 3 + 1 + step * 3;
    return `${monthText(base.year, first)}/${monthText(base.year, first + 2)}`;
  }
  if (unit === 'year') return yearText(base.year + step, moment.part);
  if (unit === 'decade') {
    const from = Math.floor(base.year / 10) * 10 + step * 10;
    return `${four(from)}/${four(from + 9)}`;
  }
  if (unit === 'century') {
    const from = Math.floor((base.year - 1) / 100) * 100 + step * 100;
    return `${four(from + 1)}/${four(from + 100)}`;
  }
  return shifted(base, unit, step);
};

const fraction = (moment: Extract<Moment, { kind: 'fraction' }>, frame: TimeFrame): Edtf | undefined => {
  const which = moment.which ?? 'this';
  const told = which === 'same' || which === 'following' || which === 'previous' || frame.narrativeYear !== undefined;
  const base = partsOf(told ? (frame.last ?? frame.published) : frame.published)?.year;
  const year = moment.year ?? (base === undefined ? undefined : base + STEPS[which]);
  if (year === undefined) return undefined;
  const months = 12 / moment.of;
  const from = (moment.nth - 1) * months + 1;
  return `${monthText(year, from)}/${monthText(year, from + months - 1)}`;
};

/** A stretch counted from publication or from what was told; an end that its words leave open stays open. */
const stretch = (moment: Extract<Moment, { kind: 'stretch' }>, frame: TimeFrame): Edtf | undefined => {
  const { unit, way, count } = moment;
  const narrated = way === 'following' && frame.narrativeYear !== undefined;
  const told = narrated ? frame.last : way === 'within' ? frame.near : undefined;
  const base = partsOf(told ?? frame.published, true);
  if (!base) return undefined;
  const here = partsText(base);
  if (way === 'past') return count === undefined ? `../${here}` : `${edgeAway(base, unit, -count)}/${here}`;
  return count === undefined ? `${here}/..` : `${here}/${edgeAway(base, unit, count)}`;
};

const weekday = (moment: Extract<Moment, { kind: 'weekday' }>, frame: TimeFrame): Edtf | undefined => {
  // In a story of the past the weekday is the next one told.
  const last = frame.narrativeYear === undefined ? undefined : partsOf(frame.last);
  if (last?.day && moment.which === undefined) return weekdayFrom(last, moment.weekday, 'onward');
  const published = frame.narrativeYear === undefined ? partsOf(frame.published, true) : undefined;
  if (!published) return undefined;
  if (!published.day) return partsText(published);
  const ahead = moment.which === 'next' || (frame.future === true && moment.which !== 'last');
  return weekdayFrom(published, moment.weekday, ahead ? 'ahead' : moment.which === 'last' ? 'before' : 'back');
};

const distance = (moment: Extract<Moment, { kind: 'distance' }>, frame: TimeFrame): Edtf | undefined => {
  const fromReport = moment.way === 'ago' || moment.way === 'ahead';
  const base: DateParts | undefined = partsOf(fromReport ? frame.published : (frame.last ?? frame.published));
  if (!base) return undefined;
  const forward = moment.way === 'after' || moment.way === 'ahead';
  const date = shifted(base, moment.unit, forward ? moment.count : -moment.count);
  return moment.vague && date.length === 10 ? date.slice(0, 7) : date;
};

const range = (moment: Extract<Moment, { kind: 'range' }>, frame: TimeFrame): Edtf | undefined => {
  const to = plainDate(moment.to, frame);
  const from = plainDate(moment.from, frame);
  if (!from || !to) return undefined;
  const first = edgeOf(from) ?? from;
  const last = edgeOf(to, true) ?? to;
  // A whole year that begins a range of months begins in January.
  const begin = first.length === 4 && last.length === 7 ? `${first}-01` : first;
  return begin <= last ? `${begin}/${last}` : undefined;
};

const plainDate = (moment: Moment, frame: TimeFrame): Edtf | undefined => {
  switch (moment.kind) {
    case 'day': {
      const year = moment.year ?? yearBeside(frame, moment.inYear) ?? yearOf(frame, moment.month, moment.day);
      return year === undefined ? undefined : dateText(year, moment.month, moment.day);
    }
    case 'month': {
      const year =
        moment.year ??
        yearBeside(frame, moment.inYear) ??
        (moment.which ? yearWhich(frame, moment.month, moment.which) : yearOf(frame, moment.month));
      return year === undefined ? undefined : monthText(year, moment.month);
    }
    case 'year':
      return moment.fiscal ? `${four(moment.year)}~` : yearText(moment.year, moment.part);
    case 'decade': {
      const [from, to] = moment.part ? PARTS_OF_DECADE[moment.part] : [0, 9];
      return `${four(moment.year + from)}/${four(moment.year + to)}`;
    }
    case 'century': {
      const [from, to] = moment.part ? PARTS_OF_CENTURY[moment.part] : [1, 100];
      return `${four((moment.century - 1) * 100 + from)}/${four((moment.century - 1) * 100 + to)}`;
    }
    case 'season': {
      const [from, to] = SEASONS[moment.season];
      const year = moment.year ?? (moment.which ? yearWhich(frame, from, moment.which) : yearOf(frame, from));
      if (year === undefined) return undefined;
      const [first, last] = [moment.part === 'late' ? from + 1 : from, moment.part === 'early' ? from + 1 : to];
      return `${monthText(year, first)}/${monthText(year, last)}`;
    }
    case 'easter': {
      const year = moment.year ?? yearOf(frame, 4);
      return year === undefined ? undefined : easter(year);
    }
    case 'fraction':
      return fraction(moment, frame);
    case 'weekday':
      return weekday(moment, frame);
    case 'named':
      return named(moment, frame);
    case 'distance':
      return distance(moment, frame);
    case 'stretch':
      return stretch(moment, frame);
    case 'today': {
      const published = partsOf(frame.published, true);
      return published && shifted(published, 'day', moment.offset);
    }
    case 'then':
      return frame.last;
    case 'same-day':
      return frame.near ?? (frame.published && partsText(partsOf(frame.published, true) ?? { year: 0 }));
    case 'range':
      return range(moment, frame);
  }
};

/** The whole of which a moment is the early or late part. */
const unparted = (moment: Moment): Moment => {
  if (!('part' in moment)) return moment;
  const { part: _part, ...rest } = moment;
  return rest;
};

/**
 * The date of a time expression in EDTF, set against publication and narrative; undefined where that is not known.
 *
 * “By June” is June; “until” and “before” leave the beginning open, “since” and “after” the end.
 */
export const resolve = ({ moment, bound, approximate }: TimeExpression, frame: TimeFrame): Edtf | undefined => {
  const date = plainDate(moment, frame);
  if (date === undefined) return undefined;
  // “before the end of the year”, “by the end of March” are of that year, that month.
  if ((bound === 'before' || bound === 'by') && 'part' in moment && moment.part === 'late')
    return plainDate(unparted(moment), frame) ?? date;
  const bounded = moment.kind !== 'range' && moment.kind !== 'stretch' && moment.kind !== 'distance';
  const [from, to] = [edgeOf(date), edgeOf(date, true)];
  if ((bound === 'until' || bound === 'before') && bounded) return to === undefined ? date : `../${to}`;
  if ((bound === 'since' || bound === 'after') && bounded) return from === undefined ? date : `${from}/..`;
  return approximate && /^\d{4}(-\d\d)?$/.test(date) ? `${date}~` : date;
};
