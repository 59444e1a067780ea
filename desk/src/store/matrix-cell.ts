import type { Passage } from '@entente/core/document/passage';
import type { Statement } from '@entente/core/statement/statement';
import type { ActorId, IssueId, StatementId } from '@entente/core/vocabulary';
import type { Ordered } from './cell-at.ts';
import type { PositionCell } from './store.ts';

const spot = ({ document, start, end }: Passage): Passage => ({ document, start, end, quote: '' });

/** A statement without its words: what a position is counted from, 200,000 times in memory. */
export const light = ({ note: _, ...statement }: Statement): Statement => ({
  ...statement,
  passage: spot(statement.passage),
  ...(statement.condition && { condition: { ...statement.condition, passage: spot(statement.condition.passage) } }),
  ...(statement.reason && { reason: spot(statement.reason) }),
  attribution: statement.attribution.map(({ name, voice }) => ({ name, voice })),
});

/** One actor on one issue. */
export interface Cell {
  readonly actor: ActorId;
  readonly issue: IssueId;
  /** Its statements by the keys of their records. */
  readonly keys: Set<number>;
  /** The same as they are counted; read when the cell is counted. */
  placed?: Map<StatementId, Ordered>;
  /** The same in order of time, by status; made when it is asked for. */
  sorted?: Readonly<Record<'accepted' | 'suggested', readonly Ordered[]>>;
  /** By date: what it says then; undefined where nothing had been said yet. */
  readonly known: Map<string, PositionCell | undefined>;
}

interface Cells {
  readonly cells: Map<string, Cell>;
}

export const key = (actor: ActorId, issue: IssueId): string => `${actor}\n${issue}`;

const changed = (cell: Cell): void => {
  delete cell.sorted;
  cell.known.clear();
};

export const enter = ({ cells }: Cells, placed: Ordered): void => {
  const { actor, statement, order } = placed;
  const name = key(actor, statement.issue);
  const cell = cells.get(name) ?? {
    ...{ actor, issue: statement.issue, keys: new Set(), placed: new Map(), known: new Map() },
  };
  cells.set(name, cell);
  cell.keys.add(order);
  cell.placed?.set(statement.id, placed);
  changed(cell);
};

export const leave = ({ cells }: Cells, { actor, statement, order }: Ordered): void => {
  const name = key(actor, statement.issue);
  const cell = cells.get(name);
  if (!cell?.keys.delete(order)) return;
  cell.placed?.delete(statement.id);
  changed(cell);
  if (cell.keys.size === 0) cells.delete(name);
};
