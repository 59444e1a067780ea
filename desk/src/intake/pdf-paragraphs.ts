import type { BoilerplateKind } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import { joined, wordsOf } from './hyphen.ts';
import { endsSentence } from './lines.ts';
import { commonest, type Line } from './pdf-lines.ts';
import { bodySize, type PrintedPage, sortedPages } from './pdf-page.ts';

/** A paragraph as a reader sees it, its lines joined. */
export interface PrintedParagraph {
  readonly text: string;
  readonly kind?: BoilerplateKind;
  readonly heading: boolean;
  /** Height of its letters. */
  readonly size: number;
  readonly page: number;
  readonly marks: readonly Span[];
}

const BULLET = /^[•▪◦●■–·*‣]\s/;

const near = (a: number, b: number, share = 0.12) => Math.abs(a - b) <= Math.max(a, b) * share;

/** How far lines stand apart, as a multiple of the height of letters. */
const leadingOf = (lines: readonly Line[]): number => {
  const gaps = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    const gap = before && near(before.size, line.size) ? (before.y - line.y) / line.size : 0;
    return gap > 0.7 && gap < 3 ? [{ gap: Math.round(gap * 20) / 20, weight: line.text.length }] : [];
  });
  return (
    commonest(
      gaps,
      ({ gap }) => gap,
      ({ weight }) => weight,
    ) ?? 1.2
  );
};

interface Column {
  readonly left: number;
  readonly right: number;
}

/** The column that a line stands in: the reach of most lines of its size that stand above or below it; single wide lines do not count. */
const columnOf = (line: Line, page: readonly Line[]): Column => {
  const beside = page.filter(({ size, x, right }) => near(size, line.size) && x < line.right && right > line.x);
  const at = (values: readonly number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? line.x;
  return {
    left: at(
      beside.map(({ x }) => x),
      0.15,
    ),
    right: at(
      beside.map(({ right }) => right),
      0.85,
    ),
  };
};

/** Whether a new paragraph begins with `line`; both stand on one page, one below the other. */
const begins = (line: Line, before: Line, first: Line, leading: number, column: Column): boolean => {
  const size = Math.max(line.size, before.size);
  if (!near(line.size, before.size)) return true;
  if (before.y - line.y > size * Math.max(leading * 1.28, leading + 0.3)) return true;
  if (BULLET.test(line.text)) return true;
  const width = column.right - column.left;
  const ends = endsSentence(before.text);
  const word = (/^\S+/.exec(line.text)?.[0].length ?? 0) * ((line.right - line.x) / Math.max(line.text.length, 1));
  const fits = word + size * 0.5 < column.right - before.right;
  if (fits && (ends || before.right - column.left < width * 0.6 || before.font !== line.font)) return true;
  const indented = line.x > before.x + size * 0.8 && line.x < before.x + size * 6;
  return (
    indented && !BULLET.test(first.text) && !/^\(?[\da-z]{1,3}[.)]\s/i.test(first.text) && (ends || before !== first)
  );
};

/** Whether a paragraph goes on over the end of a column or page. */
const goesOver = (line: Line, before: Line, width: number): boolean => {
  if (!near(line.size, before.size) || endsSentence(before.text) || BULLET.test(line.text)) return false;
  if (/^\p{Ll}/u.test(line.text) || /[-,;\u2010]$/.test(before.text)) return true;
  return line.font === before.font && before.right - before.x > width * 0.85;
};

/** A large first letter set by itself, and the line that it begins. */
const isInitial = (line: Line, next: Line) => /^["“‘]?\p{Lu}$/u.test(line.text) && next.size < line.size * 0.6;

/** The paragraphs of printed pages in reading order; what is no running text stands after the paragraph that it interrupts. */
export const paragraphsOf = (pages: readonly PrintedPage[]): readonly PrintedParagraph[] => {
  const all = pages.flatMap(({ lines }) => lines);
  const [body, leading] = [bodySize(all), leadingOf(all)];
  const words = wordsOf(all.map(({ text }) => text));
  const out: PrintedParagraph[] = [];
  let open: { text: string; marks: Span[]; first: Line; last: Line; page: number; initial: string } | undefined;
  let aside: PrintedParagraph[] = [];
  const close = () => {
    if (open) {
      const { text, marks, first, page } = open;
      const heading = first.size > body * 1.12 && text.length <= 300;
      out.push({ text, marks, heading, size: first.size, page });
    }
    open = undefined;
    out.push(...aside);
    aside = [];
  };
  const add = (line: Line, page: number, over: boolean) => {
    if (open) {
      const together = open.initial !== '' ? `${open.text}${line.text}` : joined(open.text, line.text, words);
      const shift = together.length - line.text.length;
      open = {
        ...open,
        text: together,
        marks: [...open.marks, ...line.marks.map(({ start, end }) => ({ start: start + shift, end: end + shift }))],
        first: open.initial !== '' ? line : open.first,
        last: line,
        initial: '',
        page: over ? open.page : page,
      };
    } else open = { text: line.text, marks: [...line.marks], first: line, last: line, page, initial: '' };
  };
  for (const [page, sorted] of sortedPages(pages).entries()) {
    const { body: lines } = sorted;
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      if (open && open.initial === '') {
        const below = index > 0 && line.y < open.last.y;
        const column = columnOf(open.last, index > 0 ? lines : [open.last]);
        const over = !below && goesOver(line, open.last, column.right - column.left);
        if (below ? begins(line, open.last, open.first, leading, column) : !over) close();
      }
      add(line, page, false);
      if (open && next && isInitial(line, next)) open = { ...open, initial: line.text };
    }
    const set = (line: Line, kind: BoilerplateKind): PrintedParagraph => ({
      ...{ text: line.text, kind, heading: false, size: line.size, page, marks: [] },
    });
    const notes: PrintedParagraph[] = [];
    for (const line of sorted.footnotes) {
      const last = notes.at(-1);
      if (!last || /^(?:\[?\d{1,3}[\])]?|[*†‡])\s?\S/.test(line.text)) notes.push(set(line, 'references'));
      else notes[notes.length - 1] = { ...last, text: joined(last.text, line.text, words) };
    }
    aside.push(...notes, ...sorted.running.map((line) => set(line, 'running-head')));
  }
  close();
  return out;
};
