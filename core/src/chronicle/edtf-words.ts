import type { Edtf } from '../vocabulary.ts';
import { type DatePoint, readEdtf } from './edtf.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS: Readonly<Record<string, string>> = { '03': 'spring', '06': 'summer', '09': 'autumn', '12': 'winter' };

const plain = ({ first, last, precision }: DatePoint): string => {
  const [year = '', month = '', day = ''] = first.split('-');
  if (precision === 'year') {
    if (first.slice(0, 4) === last.slice(0, 4)) return String(Number(year));
    return first.slice(0, 3) === last.slice(0, 3) ? `the ${year}s` : `${year}–${last.slice(0, 4)}`;
  }
  const name = MONTHS[Number(month) - 1] ?? month;
  if (precision === 'month') {
    const one = first.slice(0, 7) === last.slice(0, 7);
    return one ? `${name} ${year}` : `${SEASONS[month] ?? name} ${year}`;
  }
  return `${Number(day)} ${name} ${year}`;
};

const inWords = (point: DatePoint): string =>
  `${point.approximate ? 'about ' : ''}${plain(point)}${point.uncertain ? ' (uncertain)' : ''}`;

/** Days that are a whole year or a whole month, as hulls are, read as that. */
const whole = (first: string, last: string): string | undefined => {
  const year = first.slice(0, 4);
  if (first.endsWith('-01-01') && last.endsWith('-12-31'))
    return year === last.slice(0, 4) ? year : `${year}/${last.slice(0, 4)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) {
    const month = readEdtf(first.slice(0, 7));
    if (month?.kind === 'point' && month.point.first === first && month.point.last === last) return first.slice(0, 7);
  }
  return undefined;
};

/**
 * A date in words: `October 2021`, `about April 2018`, `1977 to 1983`, `until 2002`, `since 1951`. A text that is no date is given back
 * as it is.
 *
 * @example edtfWords('2018-04~') // 'about April 2018'
 */
export const edtfWords = (text: Edtf): string => {
  const date = readEdtf(text);
  if (date === undefined) return text;
  if (date.kind === 'point') return inWords(date.point);
  const { from, to } = date;
  if (typeof from === 'object' && typeof to === 'object') {
    if (from.precision === 'day' && to.precision === 'day') {
      const shorter = whole(from.first, to.last);
      if (shorter !== undefined) return edtfWords(shorter);
      if (from.first.slice(0, 7) === to.first.slice(0, 7)) return `${Number(from.first.slice(8))} to ${inWords(to)}`;
    }
    if (from.precision === 'month' && to.precision === 'month' && from.first.slice(0, 4) === to.first.slice(0, 4))
      return `${inWords(from).replace(/ \d{4}/, '')} to ${inWords(to)}`;
    return `${inWords(from)} to ${inWords(to)}`;
  }
  if (typeof from === 'object') return to === 'open' ? `since ${inWords(from)}` : `from ${inWords(from)}, end unknown`;
  if (typeof to === 'object') return from === 'open' ? `until ${inWords(to)}` : `to ${inWords(to)}, beginning unknown`;
  return text;
};
