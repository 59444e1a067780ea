import { paragraphs } from '@entente/core/document/citation';
import type { Block, Document } from '@entente/core/document/document';
import type { Span, Stance } from '@entente/core/vocabulary';

/** Words of a text that stand out, and why. */
export interface Mark extends Span {
  readonly id: string;
  readonly kind: 'statement' | 'condition' | 'reason' | 'found' | 'chosen' | 'shared' | 'lost' | 'gained';
  readonly stance?: Stance;
  readonly pending?: boolean;
  /** The one that is worked on. */
  readonly current?: boolean;
}

/** A stretch of text under the same marks. */
export interface Segment extends Span {
  readonly marks: readonly Mark[];
}

/** Cuts a stretch of text at the ends of the marks that lie in it, so that marks may overlap. */
export const segmentsOf = (span: Span, marks: readonly Mark[]): readonly Segment[] => {
  const here = marks.filter(({ start, end }) => start < span.end && span.start < end);
  const cuts = [span.start, span.end, ...here.flatMap(({ start, end }) => [start, end])]
    .filter((at) => at >= span.start && at <= span.end)
    .sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let at = 1; at < cuts.length; at++) {
    const [start = 0, end = 0] = [cuts[at - 1], cuts[at]];
    if (start < end) segments.push({ start, end, marks: here.filter((one) => one.start <= start && end <= one.end) });
  }
  return segments;
};

/** A row of a document's page: a paragraph with its number, a heading, or what is folded away. */
export type Row =
  | { readonly kind: 'paragraph'; readonly number: number; readonly block: Block }
  | { readonly kind: 'heading'; readonly block: Block }
  | { readonly kind: 'fold'; readonly blocks: readonly Block[]; readonly of: readonly string[] };

type Paged = Pick<Document, 'blocks' | 'boilerplate'>;

const kindsAt = ({ boilerplate }: Paged, block: Span): readonly string[] =>
  boilerplate.filter((part) => part.start < block.end && block.start < part.end).map(({ kind }) => kind);

const isFolded = (document: Paged, block: Span): boolean => {
  const covered = document.boilerplate
    .filter((part) => part.start < block.end && block.start < part.end)
    .reduce((sum, part) => sum + Math.min(part.end, block.end) - Math.max(part.start, block.start), 0);
  return covered * 2 >= block.end - block.start;
};

/** The rows of a document's page, in reading order; what stands next to each other and is no part of the report is one row. */
export const rowsOf = (document: Paged): readonly Row[] => {
  const numbers = new Map(paragraphs(document).map((block, at) => [block, at + 1]));
  const rows: Row[] = [];
  for (const block of document.blocks) {
    const number = numbers.get(block);
    if (number !== undefined) rows.push({ kind: 'paragraph', number, block });
    else if (block.kind === 'heading' && !isFolded(document, block)) rows.push({ kind: 'heading', block });
    else {
      const last = rows.at(-1);
      const of = kindsAt(document, block);
      if (last?.kind === 'fold')
        rows[rows.length - 1] = {
          kind: 'fold',
          blocks: [...last.blocks, block],
          of: [...new Set([...last.of, ...of])],
        };
      else rows.push({ kind: 'fold', blocks: [block], of });
    }
  }
  return rows;
};

/** The stretch of text that a row shows. */
export const spanOf = (row: Row): Span =>
  row.kind === 'fold'
    ? { start: row.blocks[0]?.start ?? 0, end: row.blocks.at(-1)?.end ?? 0 }
    : { start: row.block.start, end: row.block.end };

/** A key of a row that stays the same while the text is the same. */
export const rowKey = (row: Row): string => `${row.kind} ${spanOf(row).start}`;
