import { table } from '../../sentence/words.ts';
import type { Part, Season, Unit } from '../moment.ts';

/** Pieces of patterns for dates in English, and what their words mean. */

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAY_NAMES = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const COUNTS: Readonly<Record<string, number>> = table({
  a: 1,
  an: 1,
  another: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  'a couple of': 2,
  couple: 2,
  'a few': 3,
  few: 3,
  several: 5,
  many: 5,
  some: 5,
});
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

export const M =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![A-Za-z])';
export const Y = '(?:1[0-9]|20)\\d\\d(?!\\d|[.,]\\d)';
export const D = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d|[.,]\\d|%)';
/** “early”, “at the end of”, “mid-”. */
export const PART =
  '(?:(early|mid|late|end|(?:the )?(?:very )?(?:end|close|beginning|middle|start|outset) of|mid-to-late)[ -](?:in )?)?';
export const DASH = ' ?[-–—] ?';
export const WEEKDAY =
  '(?<!\\b(?:Good|Black|Bloody|Ash|Palm|Holy|Maundy) )(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.)';
export const SEASON = '(spring|summer|autumn|fall|winter)';
export const COUNT =
  '(a couple of|a few|few|several|many|some|another|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\\d{1,3})';
export const UNIT = '(hour|day|week|month|year|decade)s?';
export const NTH = '(first|second|third|fourth|last|final|latter)';
export const AND = '(?:,? (?:and|or|&) |, )';

export const part = (text: string | undefined): { part?: Part } => {
  if (!text) return {};
  if (/early|beginning|start|outset/i.test(text)) return { part: 'early' };
  return { part: /mid/i.test(text) && !/late/i.test(text) ? 'mid' : 'late' };
};
export const month = (text: string): number =>
  MONTH_NAMES.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3))) + 1;
export const weekdayOf = (text: string): number =>
  WEEKDAY_NAMES.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3)));
export const day = (text: string): number => Number.parseInt(text, 10);
export const season = (text: string): Season => {
  const lower = text.toLowerCase();
  return lower === 'spring' || lower === 'summer' || lower === 'winter' ? lower : 'autumn';
};
export const unit = (text: string): Unit => {
  const lower = text.toLowerCase().replace(/s$/, '');
  const units: readonly Unit[] = ['hour', 'day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century'];
  return units.find((one) => one === lower) ?? 'day';
};
export const count = (text: string): number => COUNTS[text.toLowerCase()] ?? Number(text);
export const isVague = (text: string): boolean => /few|several|couple|many|some/i.test(text);
/** Which of two or four parts an ordinal names: “latter” and “last” are the last. */
export const nth = (text: string, of: 2 | 4): number => {
  const place = ORDINALS.indexOf(text.toLowerCase()) + 1;
  return place > 0 && place <= of ? place : of;
};
/** “21st” or “twentieth”: the number of a century. */
export const century = (text: string): number | undefined => {
  const figure = Number.parseInt(text, 10);
  if (figure > 0) return figure;
  const place = ['seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first'].indexOf(text.toLowerCase());
  return place < 0 ? undefined : place + 17;
};

export type Groups = readonly (string | undefined)[];
export const at = (groups: Groups, index: number): string => groups[index] ?? '';
export const year = (text: string | undefined): { year?: number } => (text ? { year: Number(text) } : {});
