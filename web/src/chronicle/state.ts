import { dayRange, daysBetween } from '@entente/core/chronicle/edtf';
import type { IsoDay } from '@entente/core/vocabulary';
import type { ChroniclePage, EventLine, FigureLine } from 'entente/http/app';

/** What is left out of the chronicle. */
export interface Filter {
  readonly words: string;
  readonly actor: string;
  readonly acceptedOnly: boolean;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether an event passes: every word typed stands in its words, its parties, its place or its source. */
export const passes = (
  { words, actor, acceptedOnly }: Filter,
  { quote, actors, place, citation, status }: Pick<EventLine, 'quote' | 'actors' | 'place' | 'citation' | 'status'>,
): boolean => {
  if (acceptedOnly && status !== 'accepted') return false;
  if (actor !== '' && !actors.includes(actor)) return false;
  const all = plain([quote, ...actors, place ?? '', citation.label].join(' '));
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
};

/** The parties that events name, those named most first. */
export const actorsIn = ({ dated, undated }: ChroniclePage): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { actors } of [...dated, ...undated])
    for (const actor of actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
};

const DAY_MS = 86_400_000;
const LEAST_DAYS = 14;

const dayAt = (day: IsoDay, days: number): IsoDay => {
  const time = Date.parse(`${day}T00:00:00Z`) + Math.round(days) * DAY_MS;
  return new Date(Math.max(Date.parse('0001-01-01T00:00:00Z'), time)).toISOString().slice(0, 10);
};

export type Stretch = readonly [IsoDay, IsoDay];

/** The stretch seen closer or from further away, around a day in it. */
export const zoomed = ([first, last]: Stretch, factor: number, around?: IsoDay): Stretch => {
  const length = daysBetween(first, last);
  const middle = around === undefined ? length / 2 : Math.max(0, Math.min(length, daysBetween(first, around)));
  const next = Math.max(LEAST_DAYS, Math.min(366_000, length * factor));
  const begin = middle - (middle / Math.max(1, length)) * next;
  return [dayAt(first, begin), dayAt(first, begin + next)];
};

/** The stretch moved by a part of its own length. */
export const shifted = ([first, last]: Stretch, by: number): Stretch => {
  const days = daysBetween(first, last) * by;
  return [dayAt(first, days), dayAt(last, days)];
};

/** The day that an event is found at. */
export const dayOf = ({ date }: Pick<EventLine, 'date'>): IsoDay | undefined => {
  const { first, last } = dayRange(date);
  return first ?? last;
};

/** A figure as it was told: `about 20`, `over 1,000`, `3–5`. */
export const amountOf = ({ value, qualifier }: FigureLine): string => {
  const numbers = [value ?? []].flat().map((one) => one.toLocaleString());
  const how = qualifier === undefined || qualifier === 'between' ? '' : `${qualifier.replaceAll('-', ' ')} `;
  return `${how}${numbers.join('–')}`;
};
