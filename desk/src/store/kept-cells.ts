import { createHash } from 'node:crypto';
import type { ActorId, IsoDay, IssueId } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { COMPUTED } from './origins-of.ts';
import type { PositionCell } from './store.ts';

/** How positions are counted. Raise it whenever that changes: what was counted otherwise is thrown away. */
const COUNTING = 1;
const NAME = 'cells';
/** Changes since then that are followed one by one; with more, counting anew is as fast. */
const MOST_CHANGES = 5000;

/** A cell with the keys of the statements in it, and what it says at the dates that are kept; null where nothing had been said yet. */
export interface KeptCell {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly keys: readonly number[];
  readonly known: readonly (readonly [date: string, cell: PositionCell | null])[];
}

/** The matrix as it was counted at one entry of the log. */
export interface KeptCells {
  readonly version: number;
  readonly newest?: IsoDay;
  readonly cells: readonly KeptCell[];
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

const valueIn = (db: Database): string | undefined =>
  db.first(sqlFor.selectFrom('fact').select('value').where('name', '=', NAME))?.value;

/** Whether the kept matrix is what was counted; so it is too where none is kept. */
export const cellsAreWhole = (db: Database): boolean => {
  const value = valueIn(db);
  return value === undefined || hashed(value.slice(65)) === value.slice(0, 64);
};

/** Whether anything since an entry calls for counting anew: another document, actor, issue or origin, or too much. */
export const isFar = (db: Database, version: number): boolean => {
  const [row] = db.ask(
    `SELECT count(*) AS n, coalesce(max(kind IN ('document', 'actor', 'issue', 'derivation') OR id = ?), 0) AS whole
     FROM change WHERE seq > ?`,
    [COMPUTED, version],
  );
  return Number(row?.['n']) > MOST_CHANGES || row?.['whole'] !== 0;
};

/** The kept matrix, if it can be brought to the present by following the log. */
export const keptCells = (db: Database, present: number): KeptCells | undefined => {
  const value = valueIn(db);
  if (value === undefined || hashed(value.slice(65)) !== value.slice(0, 64)) return undefined;
  const { counting, ...kept }: KeptCells & { readonly counting: number } = JSON.parse(value.slice(65));
  return counting !== COUNTING || kept.version > present || isFar(db, kept.version) ? undefined : kept;
};

/** Puts the matrix in the place of the one that was kept. */
export const keepCells = (db: Database, kept: KeptCells): void => {
  const text = JSON.stringify({ counting: COUNTING, ...kept });
  const value = `${hashed(text)}\n${text}`;
  db.transaction(() =>
    db.run(
      sqlFor
        .insertInto('fact')
        .values({ name: NAME, value })
        .onConflict((same) => same.column('name').doUpdateSet({ value })),
    ),
  );
};
