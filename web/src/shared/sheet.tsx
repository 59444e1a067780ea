import type { Document } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { type Mark, type Row, rowKey, rowsOf, type Segment, segmentsOf, spanOf } from './segments.ts';
import { WORDS } from './words.ts';

const FOLDED: Readonly<Record<string, string>> = {
  navigation: 'menus',
  share: 'buttons to share',
  subscription: 'subscription',
  form: 'forms',
  references: 'references',
  'footnote-mark': 'footnote marks',
  quoted: 'letters quoted in it',
  credit: 'credits',
};

const foldWords = (row: Row & { kind: 'fold' }): string => {
  const kinds = row.of.map((kind) => FOLDED[kind] ?? kind).join(', ');
  return WORDS.folded(row.blocks.length, kinds);
};

const classOf = ({ marks }: Segment): string => {
  const names = new Set<string>();
  for (const { kind, stance, pending, current } of marks) {
    names.add(`mark-${kind}`);
    if (kind === 'statement' && stance !== undefined && !names.has('stanced')) names.add('stanced').add(stance);
    if (kind === 'statement' && !pending) names.add('accepted');
    if (current) names.add('current');
  }
  return [...names].join(' ');
};

/** A stretch of frozen text with its marks. Each piece says where in the text it starts, so that a choice of words can be placed. */
export const Words = memo(
  ({ text, span, marks }: { readonly text: string; readonly span: Span; readonly marks: readonly Mark[] }) => (
    <>
      {segmentsOf(span, marks).map((segment) => {
        const words = text.slice(segment.start, segment.end);
        return segment.marks.length === 0 ? (
          <span key={segment.start} data-start={segment.start}>
            {words}
          </span>
        ) : (
          <mark key={segment.start} data-start={segment.start} className={classOf(segment)}>
            {words}
          </mark>
        );
      })}
    </>
  ),
);

interface Props {
  readonly document: Document;
  readonly marks: readonly Mark[];
  /** The words that are worked on: their row stands on tint, with the green rule's number. */
  readonly current?: Span | undefined;
  /** What stands in the margin beside a row. */
  readonly margin?: (row: Row, span: Span) => ReactNode;
  readonly label: string;
  /** Whether what is no part of the report is folded away. */
  readonly folded?: boolean;
}

const NONE: readonly Mark[] = [];

const Line = ({ row, props, marks }: { readonly row: Row; readonly props: Props; readonly marks: readonly Mark[] }) => {
  const { document, current, margin, folded = true } = props;
  const [open, setOpen] = useState(false);
  const span = spanOf(row);
  const now = current !== undefined && current.start < span.end && span.start < current.end;
  const side = margin?.(row, span);
  const language = document.language?.value;
  const common = { dir: 'auto', ...(language !== undefined && { lang: language }) } as const;
  if (row.kind === 'fold' && folded && !open && !now)
    return (
      <div className="row">
        <span className="number" />
        <p className="words fold">
          {foldWords(row)}{' '}
          <button type="button" className="link small" onClick={() => setOpen(true)}>
            {WORDS.unfold}
          </button>
        </p>
      </div>
    );
  return (
    <div className={now ? 'row now' : 'row'}>
      <span className="number" aria-hidden="true">
        {row.kind === 'paragraph' ? row.number : ''}
      </span>
      {row.kind === 'heading' ? (
        <h2 className="words heading" {...common}>
          <Words text={document.text} span={span} marks={marks} />
        </h2>
      ) : row.kind === 'paragraph' ? (
        <p className="words" {...common}>
          <bdi className="unseen">{WORDS.paragraph(row.number)} </bdi>
          <Words text={document.text} span={span} marks={marks} />
        </p>
      ) : (
        <div className="words aside" {...common}>
          {row.blocks.map((block) => (
            <p key={block.start}>
              <Words text={document.text} span={block} marks={marks} />
            </p>
          ))}
        </div>
      )}
      <div className="margin">{side}</div>
    </div>
  );
};

/** A document's text in a readable measure, numbered as citations count, with its marks and its margin. */
export const Sheet = (props: Props) => {
  const { document, marks, label } = props;
  const rows = useMemo(() => rowsOf(document), [document]);
  const byRow = useMemo(() => {
    const found = new Map<Row, Mark[]>();
    const placed = marks.toSorted((a, b) => a.start - b.start);
    for (const row of rows) {
      const span = spanOf(row);
      const here = placed.filter((mark) => mark.start < span.end && span.start < mark.end);
      if (here.length > 0) found.set(row, here);
    }
    return found;
  }, [rows, marks]);
  return (
    <article className="sheet" aria-label={label} data-sheet={document.id}>
      {rows.map((row) => (
        <Line key={rowKey(row)} row={row} props={props} marks={byRow.get(row) ?? NONE} />
      ))}
    </article>
  );
};

const placeIn = (node: Node, offset: number): number | undefined => {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  if (piece === null || piece === undefined) return undefined;
  const start = Number(piece.dataset['start']);
  return node.nodeType === Node.TEXT_NODE
    ? start + offset
    : start + (offset === 0 ? 0 : (piece.textContent?.length ?? 0));
};

/** The words of the sheet that are selected, as a place in the frozen text; spaces at their ends are left out. */
export const selectedSpan = (text: string): Span | undefined => {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [from, to] = [placeIn(range.startContainer, range.startOffset), placeIn(range.endContainer, range.endOffset)];
  if (from === undefined || to === undefined || from >= to) return undefined;
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : undefined;
};

/** Brings a place of the text into view, without moving more than needed. */
export const showPlace = (start: number): void => {
  const pieces = [...document.querySelectorAll<HTMLElement>('[data-sheet] [data-start]')];
  const piece = pieces.findLast((one) => Number(one.dataset['start']) <= start);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  piece?.closest('.row')?.scrollIntoView({ block: 'nearest', behavior: calm ? 'instant' : 'smooth' });
};
