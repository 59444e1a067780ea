import { type DatePoint, readEdtf } from '@entente/core/chronicle/edtf';
import { edtfWords } from '@entente/core/chronicle/edtf-words';
import type { Edtf } from '@entente/core/vocabulary';

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Dates as a language writes them; the browser's own where none is given. */
export const datesIn = (language?: string) => {
  const words = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const [days, months] = [words({ dateStyle: 'long' }), words({ month: 'long', year: 'numeric' })];
  const short = words({ day: 'numeric', month: 'short' });

  /** For a day or a month that is certain; years, seasons, and what is about or uncertain are left to the core's words. */
  const formatOf = ({ first, last, precision, approximate, uncertain }: DatePoint): Intl.DateTimeFormat | undefined => {
    if (approximate || uncertain) return undefined;
    if (precision === 'day') return days;
    return precision === 'month' && first.slice(0, 7) === last.slice(0, 7) ? months : undefined;
  };

  const dateText = (date: Edtf): string => {
    const read = readEdtf(date);
    const core = edtfWords(date);
    if (read?.kind === 'point') return formatOf(read.point)?.format(dateOf(read.point.first)) ?? core;
    if (read === undefined || typeof read.from === 'string' || typeof read.to === 'string') return core;
    const [from, to] = [formatOf(read.from), formatOf(read.to)];
    const whole = !core.includes(' to '); // the core knows a span that is a month or a year
    if (from === undefined || from !== to || whole) return core;
    return from.formatRange(dateOf(read.from.first), dateOf(read.to.first));
  };

  const shortDate = (date: Edtf): string => {
    const read = readEdtf(date);
    const isDay = read?.kind === 'point' && formatOf(read.point) === days;
    return isDay ? short.format(dateOf(read.point.first)) : dateText(date);
  };
  return { dateText, shortDate };
};

const own = datesIn();

/** A date in words: days, months and spans of them as the reader's language writes them, all else as the core says it. */
export const dateText = own.dateText;

/** A date in a narrow column: `6 Nov`, or all of it where it is no day. */
export const shortDate = own.shortDate;
