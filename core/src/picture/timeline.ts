import { dayRange, daysBetween } from '../chronicle/edtf.ts';
import type { Edtf, IsoDay } from '../vocabulary.ts';
import { type DateSign, dateSign } from './date-sign.ts';

/** Something dated on a line of time. Places are parts of the line, 0 its beginning and 1 its end. */
export interface Dated {
  readonly id: string;
  readonly sign: DateSign;
  readonly from: number;
  readonly to: number;
  /** Rows count from 0; what shares a row does not touch, labels included. */
  readonly row: number;
}

/** A line of time with what lies on it. */
export interface Timeline {
  readonly first: IsoDay;
  readonly last: IsoDay;
  readonly length: number;
  readonly dated: readonly Dated[];
  readonly rows: number;
  /** How many begin after the line or end before it. */
  readonly outside: number;
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

const yearsOn = (first: IsoDay, last: IsoDay, length: number): Timeline['years'] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const every = Math.max(1, Math.ceil((to - from + 1) / 10));
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((year) => year % every === 0 || to - from < 3)
    .map((year) => ({ year, at: daysBetween(first, `${String(year).padStart(4, '0')}-01-01`) / length }))
    .filter(({ at }) => at >= 0);
};

/**
 * Lays dated things out on a line of time, each in the first row where it and its label find room. An open end reaches to the end of the
 * line.
 *
 * @param label how wide a label is, as a part of the line
 */
export const timeline = (
  items: readonly { readonly id: string; readonly date: Edtf }[],
  [first, last]: readonly [IsoDay, IsoDay],
  label: number,
): Timeline => {
  const length = Math.max(1, daysBetween(first, last));
  const ends: number[] = [];
  let outside = 0;
  const dated = items.flatMap(({ id, date }): Dated[] => {
    const range = dayRange(date);
    const sign = dateSign(date);
    if (range.first === undefined && range.last === undefined) return [];
    const [begin, end] = [
      range.first === undefined ? 0 : daysBetween(first, range.first) / length,
      range.last === undefined ? 1 : daysBetween(first, range.last) / length,
    ];
    if (end < 0 || begin > 1) {
      outside += 1;
      return [];
    }
    const [from, to] = [Math.max(0, begin), Math.min(1, end)];
    const [left, right] = to + label > 1 ? [from - label, to] : [from, to + label];
    const free = ends.findIndex((taken) => taken <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = right;
    return [{ id, sign, from, to, row }];
  });
  return { first, last, length, dated, rows: ends.length, outside, years: yearsOn(first, last, length) };
};

/** What finds no room on a line of time, gathered where it would stand. */
export interface Cluster {
  /** Where it stands, as a part of the line. */
  readonly at: number;
  readonly ids: readonly string[];
}

/** Gathers what lies below the rows that are shown into clusters, each at most a part of the line wide. */
export const clustersBelow = (dated: readonly Dated[], rows: number, part: number): readonly Cluster[] => {
  const hidden = dated.filter(({ row }) => row >= rows).toSorted((a, b) => a.from - b.from);
  const clusters: { at: number; ids: string[] }[] = [];
  for (const { id, from } of hidden) {
    const last = clusters.at(-1);
    if (last !== undefined && from - last.at < part) last.ids.push(id);
    else clusters.push({ at: from, ids: [id] });
  }
  return clusters;
};

/** The stretch of time that most of some dates lie in: a few far back do not press the rest together. */
export const mainStretch = (dates: readonly Edtf[], part = 0.85): readonly [IsoDay, IsoDay] | undefined => {
  const firsts = dates.flatMap((date) => dayRange(date).first ?? dayRange(date).last ?? []).sort();
  const lasts = dates.flatMap((date) => dayRange(date).last ?? dayRange(date).first ?? []).sort();
  const [first, last] = [firsts[Math.floor(firsts.length * (1 - part))], lasts.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last > first ? last : first];
};
