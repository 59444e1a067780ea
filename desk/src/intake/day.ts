/** English names of months with their number, and their abbreviations. */
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

const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** Ways of writing a day that name the year and leave no doubt. */
const WAYS: readonly RegExp[] = [
  /\b(?<year>(?:19|20)\d\d)-(?<number>[01]\d)-(?<day>[0-3]\d)/,
  /\b(?<year>(?:19|20)\d\d)[./](?<number>[01]?\d)[./](?<day>[0-3]?\d)\b/,
  /(?<year>(?:19|20)\d\d)\s*[年년]\s*(?<number>1?\d)\s*[月월]\s*(?<day>[0-3]?\d)\s*[日일]/,
  new RegExp(`\\b(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?: of)? ${MONTH},? (?<year>(?:19|20)\\d\\d)\\b`, 'i'),
  new RegExp(`\\b${MONTH} (?<day>[0-3]?\\d)(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d\\d)\\b`, 'i'),
];

const two = (number: number) => String(number).padStart(2, '0');

/** The first full day that a text writes out, as an ISO day; `07/11/2021`, which can be read two ways, is none. */
export const dayIn = (text: string): string | undefined => {
  let first: { readonly at: number; readonly day: string } | undefined;
  for (const way of WAYS) {
    const found = way.exec(text);
    const { year, month, number, day } = found?.groups ?? {};
    const named = month?.slice(0, 3).toLowerCase();
    const m = named === undefined ? Number(number) : MONTHS.findIndex((name) => name.startsWith(named)) + 1;
    const d = Number(day);
    if (!found || !(m >= 1 && m <= 12 && d >= 1 && d <= 31)) continue;
    if (!first || found.index < first.at) first = { at: found.index, day: `${year}-${two(m)}-${two(d)}` };
  }
  return first?.day;
};

const TIME = /\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?\b/gi;
const BESIDE =
  /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|GMT|UTC|[A-Z]{1,3}ST|[A-Z]{1,3}DT|CET|CEST|at|on)\b/gi;

/** Whether a line is nothing but a day, perhaps with its weekday and time of day. */
export const isDayLine = (line: string): boolean => {
  if (line.length > 60 || dayIn(line) === undefined) return false;
  let rest = line.replace(TIME, '').replace(BESIDE, '');
  for (const way of WAYS) rest = rest.replace(way, '');
  return !/[\p{L}\d]/u.test(rest.replace(/T[\d:.]*(?:Z|[+-]\d\d:?\d\d)?/, ''));
};
