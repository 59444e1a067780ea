import type { Edtf } from '../vocabulary.ts';
import { readEdtf } from './edtf.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

const two = (value: number): string => String(value).padStart(2, '0');

const monthAt = (word: string): number => {
  const short = word.toLowerCase().replace(/\.$/, '');
  if (short.length < 3) return 0;
  return MONTHS.findIndex((month) => month.startsWith(short) || (short === 'sept' && month === 'september')) + 1;
};

const lastDay = (year: string, month: number): string => {
  const read = readEdtf(`${year}-${two(month)}`);
  return read?.kind === 'point' ? read.point.last : '';
};

const MONTH = '([a-z]{3,9}\\.?)';
const YEAR = '(\\d{4})';

const patterns: readonly (readonly [RegExp, (...parts: string[]) => string | undefined])[] = [
  [/^\d[\dX]{3}(?:-[\dX]{2}){0,2}[~?%]?$/, (all = '') => all],
  [/^(?:the )?(\d{3})0s$/, (_, decade = '') => `${decade}X`],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? ${YEAR}$`),
    (_, day = '', month = '', year = '') => dayOf(year, month, day),
  ],
  [
    new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}$`),
    (_, month = '', day = '', year = '') => dayOf(year, month, day),
  ],
  [
    new RegExp(`^(spring|summer|autumn|fall|winter)(?: of)? ${YEAR}$`),
    (_, season = '', year = '') => `${year}-${21 + SEASONS.indexOf(season.replace('fall', 'autumn'))}`,
  ],
  [
    new RegExp(`^(early|beginning of|start of|mid|middle of|late|end of)[ -]${MONTH},? ${YEAR}$`),
    (_, part = '', month = '', year = '') => partOfMonth(part, month, year),
  ],
  [
    new RegExp(`^(early|beginning of|start of|mid|middle of|late|end of)[ -]${YEAR}$`),
    (_, part = '', year = '') => partOfYear(part, year),
  ],
  [
    new RegExp(`^(first|second|third|fourth) quarter(?: of)? ${YEAR}$`),
    (_, which = '', year = '') => quarter(['first', 'second', 'third', 'fourth'].indexOf(which), year),
  ],
  [
    new RegExp(`^(first|second) half(?: of)? ${YEAR}$`),
    (_, which = '', year = '') => (which === 'first' ? `${year}-01/${year}-06` : `${year}-07/${year}-12`),
  ],
  [
    new RegExp(`^${MONTH},? ${YEAR}$`),
    (_, month = '', year = '') => (monthAt(month) === 0 ? undefined : `${year}-${two(monthAt(month))}`),
  ],
];

const dayOf = (year: string, month: string, day: string): string | undefined =>
  monthAt(month) === 0 ? undefined : `${year}-${two(monthAt(month))}-${day.padStart(2, '0')}`;

const third = (part: string): 0 | 1 | 2 => (/^(?:early|beg|start)/.test(part) ? 0 : /^mid/.test(part) ? 1 : 2);

const partOfMonth = (part: string, word: string, year: string): string | undefined => {
  const month = monthAt(word);
  if (month === 0) return undefined;
  const day = `${year}-${two(month)}`;
  const at = third(part);
  return at === 0 ? `${day}-01/${day}-10` : at === 1 ? `${day}-11/${day}-20` : `${day}-21/${lastDay(year, month)}`;
};

const partOfYear = (part: string, year: string): string => {
  const from = third(part) * 4 + 1;
  return `${year}-${two(from)}/${year}-${two(from + 3)}`;
};

const quarter = (at: number, year: string): string => `${year}-${two(at * 3 + 1)}/${year}-${two(at * 3 + 3)}`;

const sound = (edtf: string | undefined): Edtf | undefined =>
  edtf !== undefined && readEdtf(edtf) !== undefined ? edtf : undefined;

const plain = (words: string): Edtf | undefined => {
  for (const [pattern, made] of patterns) {
    const match = pattern.exec(words);
    if (match !== null) return sound(made(...match));
  }
  return undefined;
};

const joined = (from: Edtf | undefined, to: Edtf | undefined): Edtf | undefined => {
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [from.split('/')[0] ?? '', to.split('/').at(-1) ?? ''];
  return sound(`${first}/${last}`);
};

/**
 * A date as a person types it, as EDTF of levels 0 and 1; nothing where it cannot be read in one way. Early, mid and late are thirds.
 *
 * Reading: `12/06/2018` is left alone: half the world reads it as June, the other half as December.
 *
 * @example typedDate('early June 2018') // '2018-06-01/2018-06-10'
 */
export const typedDate = (typed: string): Edtf | undefined => {
  const text = typed.trim().replace(/\s+/g, ' ').replace(/[–—]/g, '–');
  if (sound(text) !== undefined) return text;
  const words = text.toLowerCase().replace(/^(?:(?:on|in|during|the) )+/, '');
  const about = /^(?:about|around|approximately|circa|ca?\.?|roughly) (.+)$/.exec(words)?.[1];
  if (about !== undefined) {
    const point = plain(about);
    return point === undefined || point.includes('/') ? point : sound(`${point}~`);
  }
  const perhaps = /^(?:perhaps|possibly|probably|maybe) (.+)$/.exec(words)?.[1] ?? /^(.+) ?\?$/.exec(words)?.[1];
  if (perhaps !== undefined) {
    const point = plain(perhaps.trim());
    return point === undefined || point.includes('/') ? point : sound(`${point}?`);
  }
  const until = /^(?:until|till|up to|before|by|no later than) (.+)$/.exec(words)?.[1];
  if (until !== undefined) return joined('..', plain(until));
  const since = /^(?:since|from|after) (.+?)(?: on(?:wards?)?)?$/.exec(words)?.[1];
  const range = /^(?:from |between )?(.+?) ?(?:–| to | and | until | - )\s*(.+)$/.exec(words);
  if (range !== null) {
    const [, first = '', second = ''] = range;
    const to = plain(second);
    // “3 to 5 June 2018”, “March to June 2018”: what the first end leaves out, the second says.
    const rest = second.replace(/^\d{1,2}(?:st|nd|rd|th)?(?= )/, '').trim();
    const from = plain(first) ?? plain(`${first} ${rest}`) ?? plain(`${first} ${second.slice(-4)}`);
    const both = joined(from, to);
    if (both !== undefined) return both;
  }
  if (since !== undefined) {
    const point = plain(since);
    return point === undefined ? undefined : joined(point, '..');
  }
  return plain(words);
};
