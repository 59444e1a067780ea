/** A spreadsheet runs what begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell: formulas defused by an apostrophe, quotes doubled, line breaks kept inside quotes. */
export const csvCell = (value: string | number | undefined): string => {
  const text = value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as CSV (RFC 4180), header first, lines ended by CR LF. */
export const csv = (header: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string =>
  [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
