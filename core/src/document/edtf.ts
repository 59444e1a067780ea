const DATE = /^(?:(?<year>-?[\dX]{4})(?:-(?<month>[\dX]{2})(?:-(?<day>[\dX]{2}))?)?)[?~%]?$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDate = (text: string): boolean => {
  const found = DATE.exec(text)?.groups;
  if (!found) return false;
  const { year = '', month, day } = found;
  if (!/^-?\d*X*$/.test(year)) return false;
  if (month === undefined) return true;
  if (month === 'XX') return day === undefined || day === 'XX';
  const number = Number(month);
  if (number >= 21 && number <= 24) return day === undefined; // seasons
  if (!(number >= 1 && number <= 12)) return false;
  if (day === undefined || day === 'XX') return true;
  const days = number === 2 && /^-?\d+$/.test(year) && !isLeap(Number(year)) ? 28 : (DAYS[number - 1] ?? 31);
  return Number(day) >= 1 && Number(day) <= days;
};

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * Whether a text is a date, a season or an interval of the Extended Date/Time Format, levels 0 and 1 (without times of day and long years).
 *
 * @example isEdtf('1977/1983') && isEdtf('2018-04~') && !isEdtf('2021-13')
 */
export const isEdtf = (text: string): boolean => {
  const parts = text.split('/');
  if (parts.length === 1) return isDate(text);
  if (parts.length > 2 || parts.every((part) => part === '' || part === '..')) return false;
  return parts.every((part) => part === '' || part === '..' || isDate(part));
};
