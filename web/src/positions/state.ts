import { dayRange, daysBetween } from '@entente/core/chronicle/edtf';
import { type Glyph, glyphOf } from '@entente/core/picture/glyph';
import { matrixFinding } from '@entente/core/report/matrix-finding';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import { type IsoDay, originId, type Stance } from '@entente/core/vocabulary';
import type { DaysPage, PositionCell, PositionPage } from 'entente/http/app';

/** The matrix as it is shown: those of whom most is said first. */
export interface Grid {
  readonly rows: readonly Actor[];
  readonly columns: readonly Issue[];
  readonly cell: (actor: string, issue: string) => PositionCell | undefined;
  /** Whether every cell that there is, is only suggested. */
  readonly onlySuggested: boolean;
}

const weight = (cells: readonly PositionCell[]): number =>
  cells.reduce(
    (sum, { basis, statements }) => sum + (basis === 'accepted' ? 100 : 10) + Math.min(9, statements.length),
    0,
  );

const grouped = (
  cells: readonly PositionCell[],
  key: (cell: PositionCell) => string,
): ReadonlyMap<string, PositionCell[]> => {
  const groups = new Map<string, PositionCell[]>();
  for (const cell of cells) {
    const known = groups.get(key(cell));
    if (known === undefined) groups.set(key(cell), [cell]);
    else known.push(cell);
  }
  return groups;
};

/**
 * The matrix of a page. Accepted cells alone, or with suggestions; where nobody has accepted anything, suggestions are all there is, so they
 * are shown, and said to be that.
 */
export const gridOf = ({ actors, issues, cells }: PositionPage, suggestions: boolean): Grid => {
  const onlySuggested = cells.length > 0 && cells.every(({ basis }) => basis === 'suggested');
  const shown = suggestions || onlySuggested ? cells : cells.filter(({ basis }) => basis === 'accepted');
  const [byActor, byIssue] = [grouped(shown, ({ actor }) => actor), grouped(shown, ({ issue }) => issue)];
  const byPlace = new Map(shown.map((cell) => [`${cell.actor} ${cell.issue}`, cell]));
  const heaviest = <One extends { readonly id: string }>(
    all: readonly One[],
    of: ReadonlyMap<string, PositionCell[]>,
  ) =>
    all
      .filter(({ id }) => of.has(id))
      .map((one, at) => ({ one, at, weight: weight(of.get(one.id) ?? []) }))
      .sort((a, b) => b.weight - a.weight || a.at - b.at)
      .map(({ one }) => one);
  return {
    rows: heaviest(actors, byActor),
    columns: heaviest(issues, byIssue),
    cell: (actor, issue) => byPlace.get(`${actor} ${issue}`),
    onlySuggested,
  };
};

/** What the matrix says of the issue on which most is said. */
export const findingOf = ({ rows, columns, cell }: Grid): string | undefined => {
  const [issue] = columns;
  if (issue === undefined) return undefined;
  const cells = rows.flatMap((actor) => {
    const own = cell(actor.id, issue.id);
    return own === undefined
      ? []
      : [
          {
            name: actor.name,
            stance: own.stance,
            origins: own.origins,
            contested: own.contested,
            suggested: own.basis === 'suggested',
          },
        ];
  });
  return matrixFinding(issue.label, cells);
};

/** The mark of a cell. */
export const glyphOfCell = ({ stance, voice, origins, basis }: PositionCell): Glyph =>
  glyphOf(
    { stance, voice, origins: Array.from({ length: origins }, (_, at) => originId(String(at))) },
    basis === 'suggested',
  );

/** The mark of what is suggested beside an accepted position. */
export const hollow = (stance: Stance): Glyph => ({ stance, voice: 'named', line: 'none', suggested: true });

const WINDOW = { rows: 12, columns: 8 } as const;

/**
 * What is shown of a large matrix before the rest is asked for: the issues most is said on, and who says something on them. Words find issues,
 * and, where they are no issue's, parties with all that they speak on.
 */
export const windowOf = ({ rows, columns, cell }: Grid, whole: boolean, words: string) => {
  const typed = words.trim().toLowerCase();
  const fits = (...names: readonly string[]): boolean => names.some((name) => name.toLowerCase().includes(typed));
  const found = columns.filter(({ label, proposal }) => typed === '' || fits(label, proposal));
  const parties = typed === '' || found.length > 0 ? [] : rows.filter(({ name, aliases }) => fits(name, ...aliases));
  if (parties.length > 0)
    return {
      rows: parties,
      columns: columns.filter(({ id }) => parties.some((actor) => cell(actor.id, id) !== undefined)),
      moreRows: 0,
      moreColumns: 0,
    };
  const shown = whole || typed !== '' ? found : found.slice(0, WINDOW.columns);
  const speaking = rows.filter((actor) => shown.some((issue) => cell(actor.id, issue.id) !== undefined));
  const rowsShown = whole ? speaking : speaking.slice(0, WINDOW.rows);
  return {
    rows: rowsShown,
    columns: shown,
    moreRows: typed === '' ? rows.length - rowsShown.length : 0,
    moreColumns: found.length - shown.length,
  };
};

/** A step in the grid with an arrow; it stays inside. */
export const stepped = (
  { row, column }: { readonly row: number; readonly column: number },
  key: string,
  rows: number,
  columns: number,
): { readonly row: number; readonly column: number } => {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [0, 0];
  const within = (value: number, most: number): number => Math.max(0, Math.min(most - 1, value));
  if (key === 'Home') return { row, column: 0 };
  if (key === 'End') return { row, column: columns - 1 };
  return { row: within(row + (down ?? 0), rows), column: within(column + (right ?? 0), columns) };
};

/** A stretch of time with the dates on which something is said: what a day is picked from. */
export interface Line {
  readonly first: IsoDay;
  readonly last: IsoDay;
  /** Days from the first to the last. */
  readonly length: number;
  /** Statements dated to within two months, at the middle of what they can mean. */
  readonly strokes: readonly { readonly at: number; readonly count: number }[];
  /** Those dated no closer. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly undated: number;
  /** Statements before the first day shown: a few old ones would press the rest together. */
  readonly earlier: number;
}

/** So large a part of the closely dated statements may lie before the line. */
const OLD = 0.1;
const CLOSE_DAYS = 62;
const DAY_MS = 86_400_000;

export const dayAfter = (first: IsoDay, days: number): IsoDay =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The line of time of a dossier; nothing where no statement is dated. */
export const lineOf = ({ days, undated, asOf }: DaysPage, suggestions: boolean): Line | undefined => {
  const placed = days.flatMap(({ date, accepted, suggested }) => {
    const count = accepted + (suggestions ? suggested : 0);
    const { first, last } = dayRange(date);
    return count === 0 || first === undefined || last === undefined ? [] : [{ first, last, count }];
  });
  const close = placed.filter(({ first, last }) => daysBetween(first, last) <= CLOSE_DAYS);
  const count = close.reduce((sum, one) => sum + one.count, 0);
  let before = 0;
  const old = [...close]
    .sort((a, b) => (a.first < b.first ? -1 : 1))
    .find((one) => {
      before += one.count;
      return before > count * OLD;
    });
  const begin = old?.first;
  const ends = [
    ...placed.flatMap(({ first, last }) => [first, last]),
    ...(dayRange(asOf).last !== undefined ? [dayRange(asOf).last ?? ''] : []),
  ].sort();
  const [first, last] = [begin ?? ends[0], ends.at(-1)];
  if (first === undefined || last === undefined || placed.length === 0) return undefined;
  const strokes = new Map<number, number>();
  const bands: { from: number; to: number; count: number }[] = [];
  const shown = placed.filter((one) => one.last >= first);
  for (const one of shown) {
    const [from, to] = [Math.max(0, daysBetween(first, one.first)), daysBetween(first, one.last)];
    const broad = daysBetween(one.first, one.last) > CLOSE_DAYS;
    if (broad) bands.push({ from, to, count: one.count });
    else {
      const at = Math.round((from + to) / 2);
      strokes.set(at, (strokes.get(at) ?? 0) + one.count);
    }
  }
  return {
    first,
    last,
    length: Math.max(1, daysBetween(first, last)),
    strokes: [...strokes].sort((a, b) => a[0] - b[0]).map(([at, count]) => ({ at, count })),
    bands,
    undated,
    earlier: placed.filter((one) => one.last < first).reduce((sum, one) => sum + one.count, 0),
  };
};

/** The next day on which something is said, earlier or later than a day. */
export const nextDay = ({ first, strokes, length }: Line, day: IsoDay, by: 1 | -1): IsoDay => {
  const now = daysBetween(first, day);
  const ways = [...strokes.map(({ at }) => at), length];
  const next = by > 0 ? ways.find((at) => at > now) : ways.findLast((at) => at < now);
  return dayAfter(first, next ?? (by > 0 ? length : 0));
};
