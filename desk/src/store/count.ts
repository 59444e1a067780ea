import { dayRange } from '@entente/core/chronicle/edtf';
import { type PlacedFor, placed } from '@entente/core/position/position';
import type { ActorId, IsoDay, IssueId } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { allTakers, byHandIn } from './derivations.ts';
import { forget, type Kept, KeptPart, keeperOn, keptState, NOTHING, type Part, putState } from './kept.ts';
import { writeLane } from './matrix/lane.ts';
import { type Mark, markOf } from './matrix/mark.ts';
import { type Prints, printsOf, writePrint } from './print.ts';
import { recordIn } from './shape.ts';
import { actorsIn, surroundingsIn } from './surroundings.ts';

/** A cell of the matrix by its name: an actor and an issue. */
export const cellName = (actor: ActorId, issue: IssueId): string => `${actor}\n${issue}`;

export const nameOf = ({ actor, statement }: PlacedFor): string => cellName(actor, statement.issue);

/** The last day on which a document of a dossier can have been published. */
export const newestDay = (db: Database): IsoDay | undefined => {
  let newest: IsoDay | undefined;
  for (const { day } of db.ask(`SELECT DISTINCT day FROM record WHERE kind = 'document' AND day IS NOT NULL`)) {
    const { last } = dayRange(String(day));
    if (last !== undefined && (newest === undefined || last > newest)) newest = last;
  }
  return newest;
};

/** Everything that is kept, counted from the records alone. */
export interface Counted {
  readonly newest?: IsoDay;
  readonly prints: Prints;
  readonly cells: ReadonlyMap<string, readonly Mark[]>;
}

const printsIn = (db: Database): Prints => {
  const hand = byHandIn(db);
  const takers = allTakers(db, hand);
  return takers.size === 0 ? new Map() : printsOf(db, takers, hand);
};

export const counted = (db: Database): Counted => {
  const prints = printsIn(db);
  const around = surroundingsIn(db, { actors: actorsIn(db), prints });
  const cells = new Map<string, Mark[]>();
  const rows = sqlFor
    .selectFrom('record')
    .select(['key', 'body'])
    .where('kind', '=', 'statement')
    .where('body', 'is not', null)
    .where('status', '!=', 'rejected');
  for (const { key, body } of db.each(rows)) {
    const one = placed(recordIn('statement', body ?? ''), around);
    const name = nameOf(one);
    const marks = cells.get(name);
    if (marks === undefined) cells.set(name, [markOf(one, key, around)]);
    else marks.push(markOf(one, key, around));
  }
  const newest = newestDay(db);
  return { prints, cells, ...(newest !== undefined && { newest }) };
};

/** Counts everything anew and keeps it; inside a transaction. */
export const countAnew = (db: Database, version: number): void => {
  const { prints, cells, newest } = counted(db);
  forget(db);
  const keep = keeperOn(db);
  const mark = db.repeated(sqlFor.insertInto('mark').values({ key: 0, cell: 0 }));
  const sums = { cell: NOTHING, print: NOTHING };
  for (const [document, print] of prints)
    sums.print = keep(version, ['print', document], writePrint(print), undefined, sums.print).sum;
  for (const [name, marks] of cells) {
    const { key, sum } = keep(version, ['cell', name], writeLane(marks), undefined, sums.cell);
    sums.cell = sum;
    for (const one of marks) mark(one.key, key);
  }
  putState(db, { version, sums, ...(newest !== undefined && { newest }) });
};

/** What stands in the file of a part, by name; nothing where it is not what was written. */
const standing = (db: Database, part: Part): ReadonlyMap<string, Kept> | undefined => {
  const { state } = keptState(db);
  const rows = state && new KeptPart(db, part, (row) => row).at(state);
  return rows && new Map([...rows.values].map(([name, { value }]) => [name, value]));
};

/** Whether what stands in a part is what was counted, and no more but what says nothing. */
const isPart = (
  found: ReadonlyMap<string, Kept> | undefined,
  expected: ReadonlyMap<string, Uint8Array>,
  nothing: Uint8Array,
): boolean =>
  found !== undefined &&
  [...expected.keys()].every((name) => found.has(name)) &&
  [...found].every(([name, { body }]) => Buffer.from(body).equals(expected.get(name) ?? nothing));

/** Whether what is kept is what the records say, and is that to the byte; so it is too where nothing of the present is kept. */
export const keptIsRight = (db: Database): boolean => {
  const { present, state } = keptState(db);
  if (state?.version !== present) return true;
  const { prints, cells, newest } = counted(db);
  const found = standing(db, 'cell');
  const written = new Map([...cells].map(([name, marks]) => [name, writeLane(marks)]));
  const printed = new Map([...prints].map(([document, print]): [string, Uint8Array] => [document, writePrint(print)]));
  const marked = new Map(db.all(sqlFor.selectFrom('mark').selectAll()).map(({ key, cell }) => [key, cell]));
  let marks = 0;
  for (const [name, own] of cells) for (const { key } of own) if (marked.get(key) === found?.get(name)?.key) marks += 1;
  return (
    state.newest === newest &&
    isPart(found, written, writeLane([])) &&
    isPart(standing(db, 'print'), printed, writePrint(undefined)) &&
    marks === marked.size &&
    marks === [...cells.values()].reduce((sum, own) => sum + own.length, 0)
  );
};
