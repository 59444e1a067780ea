import type { DayRange } from '@entente/core/chronicle/edtf';
import { dayRange } from '@entente/core/chronicle/edtf';
import type { Edtf } from '@entente/core/vocabulary';
import type { Cells } from '../known.ts';
import type { Days } from '../store.ts';
import { isoDay, NO_DAY, SUGGESTED, UNDATED } from './mark.ts';

/** The shortest date that means these days. */
export const edtfOf = ({ first, last }: DayRange): Edtf => {
  if (first === undefined || last === undefined) return `${first ?? '..'}/${last ?? '..'}`;
  const short = [first, first.slice(0, 7), first.slice(0, 4)].find((date) => {
    const range = dayRange(date);
    return range.first === first && range.last === last;
  });
  return short ?? `${first}/${last}`;
};

/** When positions were taken: how many statements on each date, the earliest first. */
export const daysIn = ({ cells }: Cells): Days => {
  const counts = new Map<number, Map<number, [accepted: number, suggested: number]>>();
  let undated = 0;
  for (const { lane } of cells) {
    const { size, weight, first, last } = lane;
    for (let index = 0; index < size; index++) {
      const own = weight[index] ?? 0;
      if ((own & UNDATED) !== 0) {
        undated += 1;
        continue;
      }
      const [begin, end] = [first[index] ?? NO_DAY, last[index] ?? NO_DAY];
      const from = counts.get(begin) ?? new Map<number, [number, number]>();
      counts.set(begin, from);
      const both = from.get(end) ?? [0, 0];
      from.set(end, both);
      both[(own & SUGGESTED) === 0 ? 0 : 1] += 1;
    }
  }
  const day = (number: number) => (number === NO_DAY ? undefined : isoDay(number));
  const days = [...counts]
    .flatMap(([begin, from]) => [...from].map(([end, both]) => ({ begin, end, both })))
    .sort((a, b) => a.begin - b.begin || a.end - b.end)
    .map(({ begin, end, both: [accepted, suggested] }) => {
      const [first, last] = [day(begin), day(end)];
      const range = { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
      return { date: edtfOf(range), accepted, suggested };
    });
  return { days, undated };
};
