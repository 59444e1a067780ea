import { REPORT_PARTS, type ReportPart } from '@entente/core/report/outline';

/** The parts in an address: all where it says nothing. */
export const partsIn = (words: string | undefined): readonly ReportPart[] =>
  words === undefined ? REPORT_PARTS : REPORT_PARTS.filter((part) => words.split(',').includes(part));

/** A part on or off; the order stays that of the report. */
export const toggled = (parts: readonly ReportPart[], part: ReportPart): readonly ReportPart[] =>
  REPORT_PARTS.filter((one) => (one === part ? !parts.includes(one) : parts.includes(one)));

/** The parts as an address has them; nothing where all are chosen, `none` where none is. */
export const wordsOf = (parts: readonly ReportPart[]): string =>
  parts.length === REPORT_PARTS.length ? '' : parts.length === 0 ? 'none' : parts.join(',');
