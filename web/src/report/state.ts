import { REPORT_PARTS, type ReportPart } from '@entente/core/report/outline';

/** The parts in an address, in the order that it gives them: all where it says nothing. */
export const partsIn = (words: string | undefined): readonly ReportPart[] =>
  words === undefined
    ? REPORT_PARTS
    : [...new Set(words.split(','))].flatMap((word) => REPORT_PARTS.find((part) => part === word) ?? []);

/** A part off, or on again: where it would stand in the report’s own order, as far as the others keep to that. */
export const toggled = (parts: readonly ReportPart[], part: ReportPart): readonly ReportPart[] => {
  if (parts.includes(part)) return parts.filter((one) => one !== part);
  const place = REPORT_PARTS.indexOf(part);
  const next = parts.findIndex((one) => REPORT_PARTS.indexOf(one) > place);
  return next < 0 ? [...parts, part] : [...parts.slice(0, next), part, ...parts.slice(next)];
};

/** A part one place earlier or later among those that are in. */
export const movedPart = (parts: readonly ReportPart[], part: ReportPart, by: 1 | -1): readonly ReportPart[] => {
  const at = parts.indexOf(part);
  const to = at + by;
  if (at < 0 || to < 0 || to >= parts.length) return parts;
  const rest = parts.filter((one) => one !== part);
  return [...rest.slice(0, to), part, ...rest.slice(to)];
};

/** All parts as a list shows them: those that are in, in their order, then the others. */
export const listedParts = (parts: readonly ReportPart[]): readonly ReportPart[] => [
  ...parts,
  ...REPORT_PARTS.filter((part) => !parts.includes(part)),
];

/** The parts as an address has them; nothing where all are chosen in the report’s own order, `none` where none is. */
export const wordsOf = (parts: readonly ReportPart[]): string =>
  parts.join() === REPORT_PARTS.join() ? '' : parts.length === 0 ? 'none' : parts.join(',');
