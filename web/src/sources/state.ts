import { compareEdtf } from '@entente/core/chronicle/edtf';
import { shortSource } from '@entente/core/document/citation';
import type { OriginId } from '@entente/core/vocabulary';
import type { DocumentRow } from 'entente/http/app';

/** How the table of documents stands: it is all in the address. */
export interface TableState {
  readonly words: string;
  readonly sort: 'published' | 'title' | 'open' | 'accepted';
  readonly falling: boolean;
  readonly byOrigin: boolean;
}

export const tableStateOf = (query: Readonly<Record<string, string>>): TableState => ({
  words: query['q'] ?? '',
  sort:
    query['sort'] === 'title' || query['sort'] === 'open' || query['sort'] === 'accepted' ? query['sort'] : 'published',
  falling: query['rising'] !== 'yes',
  byOrigin: query['group'] === 'origin',
});

export const queryOf = ({ words, sort, falling, byOrigin }: TableState): Readonly<Record<string, string>> => ({
  q: words,
  sort: sort === 'published' ? '' : sort,
  rising: falling ? '' : 'yes',
  group: byOrigin ? 'origin' : '',
});

/** Sorts by a column; by the same once more, the other way round. */
export const sortedBy = (state: TableState, sort: TableState['sort']): TableState =>
  state.sort === sort ? { ...state, falling: !state.falling } : { ...state, sort, falling: sort !== 'title' };

export const titleOf = ({ document }: DocumentRow): string => document.title?.value ?? document.file;

export const sourceOf = ({ document }: DocumentRow): string => shortSource(document);

/** Whether the others of its origin take from it: an origin is named after that document. */
export const isSource = ({ document, origin }: DocumentRow): boolean => String(document.id) === String(origin);

const haystack = (row: DocumentRow): string =>
  `${titleOf(row)} ${sourceOf(row)} ${row.document.author?.value ?? ''} ${row.document.file}`.toLowerCase();

/** Whether every word stands in the row's title, outlet, author or file. */
const holds = (row: DocumentRow, words: readonly string[]): boolean => {
  const text = haystack(row);
  return words.every((word) => text.includes(word));
};

const compare =
  (sort: TableState['sort']) =>
  (a: DocumentRow, b: DocumentRow): number => {
    if (sort === 'title') return titleOf(a).localeCompare(titleOf(b));
    if (sort === 'open') return a.statements.suggested - b.statements.suggested;
    if (sort === 'accepted') return a.statements.accepted - b.statements.accepted;
    return compareEdtf(a.document.published?.value, b.document.published?.value);
  };

/** Undated documents stand last whichever way dates are sorted. */
const dated = (row: DocumentRow): number => (row.document.published === undefined ? 1 : 0);

/**
 * The rows that the table shows, in its order. Documents of one origin stand together when asked: the one that the others take from first.
 *
 * @param hits documents in whose text the words stand
 */
export const rowsShown = (
  rows: readonly DocumentRow[],
  state: TableState,
  hits: ReadonlySet<string> = new Set(),
): readonly DocumentRow[] => {
  const words = state.words.toLowerCase().split(/\s+/u).filter(Boolean);
  const kept = words.length === 0 ? rows : rows.filter((row) => holds(row, words) || hits.has(row.document.id));
  const order = compare(state.sort);
  const way = state.falling ? -1 : 1;
  const sorted = kept.toSorted(
    (a, b) =>
      (state.sort === 'published' ? dated(a) - dated(b) : 0) ||
      way * order(a, b) ||
      titleOf(a).localeCompare(titleOf(b)),
  );
  if (!state.byOrigin) return sorted;
  const groups = new Map<OriginId, DocumentRow[]>();
  for (const row of sorted) groups.set(row.origin, [...(groups.get(row.origin) ?? []), row]);
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => Number(isSource(b)) - Number(isSource(a))));
};

/** What the head of the room says of the dossier. */
export const summaryOf = (rows: readonly DocumentRow[]) => ({
  documents: rows.length,
  origins: new Set(rows.map(({ origin }) => origin)).size,
  undated: rows.filter(({ document }) => document.published === undefined).length,
  open: rows.filter(({ statements }) => statements.suggested > 0).length,
});

/** A place in a text as the address writes it: `120-164`. */
export const spanIn = (at: string | undefined): { readonly start: number; readonly end: number } | undefined => {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? [];
  return start === undefined || end === undefined || Number(start) >= Number(end)
    ? undefined
    : { start: Number(start), end: Number(end) };
};
