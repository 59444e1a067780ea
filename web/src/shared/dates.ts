import { readEdtf } from '@entente/core/chronicle/edtf';
import { edtfWords } from '@entente/core/chronicle/edtf-words';
import type { Edtf } from '@entente/core/vocabulary';

const dayWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });
const shortWords = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

const certainDay = (date: Edtf): string | undefined => {
  const read = readEdtf(date);
  const plain =
    read?.kind === 'point' && read.point.precision === 'day' && !read.point.approximate && !read.point.uncertain;
  return plain ? date : undefined;
};

/** A date in words: a day as the reader's language writes it, all else as the core says it. */
export const dateText = (date: Edtf): string => {
  const day = certainDay(date);
  return day === undefined ? edtfWords(date) : dayWords.format(new Date(`${day}T00:00:00Z`));
};

/** A date in a narrow column: `6 Nov`, or all of it where it is no day. */
export const shortDate = (date: Edtf): string => {
  const day = certainDay(date);
  return day === undefined ? edtfWords(date) : shortWords.format(new Date(`${day}T00:00:00Z`));
};
