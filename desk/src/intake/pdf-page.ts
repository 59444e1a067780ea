import { commonest, type Line } from './pdf-lines.ts';

/** A page of lines, with what is not part of its running text set aside. */
export interface SortedPage {
  readonly body: readonly Line[];
  /** Running heads and feet, page numbers, words in the margin. */
  readonly running: readonly Line[];
  /** Footnotes at the foot of the page, in smaller print. */
  readonly footnotes: readonly Line[];
}

export interface PrintedPage {
  readonly lines: readonly Line[];
  readonly bottom: number;
  readonly top: number;
}

/** The size of most letters. */
export const bodySize = (lines: readonly Line[]): number =>
  commonest(
    lines,
    ({ size }) => Math.round(size * 2) / 2,
    ({ text }) => text.length,
  ) ?? 0;

/** Lines that differ in their numbers alone repeat each other; a title is larger than the running head that repeats it. */
const pattern = ({ text, size }: Line) =>
  `${Math.round(size)} ${text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')}`;

const NUMBER_ALONE =
  /^[-–—|·•\s[(]*(?:page|p\.|pp\.|seite|página|стр\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|de|sur|из)\s*\d{1,4})?[-–—|·•\s\])]*$/i;

/** What browsers print around a page: its address with the number, the time of printing with the title. */
const PRINTED_BY_BROWSER =
  /^(?:(?:https?|file):\/\/\S+\s+\d+\s*\/\s*\d+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: ?[AP]M)?\b.*)$/i;

/** Lines near the upper and lower edge, where running heads and feet stand. */
const edges = ({ lines, top, bottom }: PrintedPage): readonly Line[] => {
  const height = top - bottom;
  const rows = [...new Set(lines.map(({ y }) => Math.round(y)))].toSorted((a, b) => a - b);
  const outer = new Set([...rows.slice(0, 3), ...rows.slice(-3)]);
  return lines.filter(({ y }) => outer.has(Math.round(y)) && (y < bottom + height * 0.13 || y > top - height * 0.13));
};

const footnotesOf = (lines: readonly Line[], body: number, page: PrintedPage): readonly Line[] => {
  let from = lines.length;
  while (from > 0 && (lines[from - 1]?.size ?? body) < body * 0.93) from--;
  while (from < lines.length && !/^(?:\[?\d{1,3}[\])]?|[*†‡])\s?\S/.test(lines[from]?.text ?? '')) from++;
  const first = lines[from];
  return first && from > 0 && first.y < page.bottom + (page.top - page.bottom) * 0.6 ? lines.slice(from) : [];
};

/**
 * What repeats from page to page at the upper or lower edge is a running head or foot, whatever its numbers; so is a page number that
 * stands alone there.
 */
export const sortedPages = (pages: readonly PrintedPage[]): readonly SortedPage[] => {
  const seen = new Map<string, number>();
  const near = pages.map(edges);
  for (const lines of near) for (const key of new Set(lines.map(pattern))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const least = pages.length <= 3 ? 2 : Math.max(2, Math.min(4, Math.floor(pages.length / 4)));
  const body = bodySize(pages.flatMap(({ lines }) => lines));
  return pages.map((page, index) => {
    const edge = new Set(near[index]);
    const isRunning = (line: Line) =>
      line.turned ||
      (edge.has(line) &&
        ((seen.get(pattern(line)) ?? 0) >= least ||
          NUMBER_ALONE.test(line.text) ||
          PRINTED_BY_BROWSER.test(line.text)));
    const rest = page.lines.filter((line) => !isRunning(line));
    const footnotes = footnotesOf(rest, body, page);
    return {
      body: rest.slice(0, rest.length - footnotes.length),
      running: page.lines.filter(isRunning),
      footnotes,
    };
  });
};
