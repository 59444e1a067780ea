import type { Coder } from '@entente/core/statement/statement';
import type { Outcome } from '@entente/core/vocabulary';
import { enter, type Ground } from './act.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { dependents } from './dependents.ts';
import { problem, Refused } from './fault.ts';
import { leftOver } from './left-over.ts';
import { type Entry, RECORD_KINDS } from './record.ts';
import type { Put } from './writer.ts';

/** What a person does that is no step of work: nobody expects undo to take these back. */
const NO_STEP = ['create', 'import', 'derive', 'undo', 'redo'];

/** The latest of two entries that name another decides whether it stands: taken back or done again. */
const TAKEN_BACK = `(SELECT coalesce(max(u.seq), 0) FROM entry u WHERE u.undoes = e.seq)
  > (SELECT coalesce(max(r.seq), 0) FROM entry r WHERE r.redoes = e.seq)`;

const STEP = `e.by_kind = 'person' AND e.undoes IS NULL AND e.redoes IS NULL AND e.what NOT IN (${NO_STEP.map((what) => `'${what}'`).join(', ')})`;

const one = (db: Database, sql: string): number | undefined => {
  const found = db.ask(sql)[0]?.['seq'];
  return typeof found === 'number' ? found : undefined;
};

/** The entry that undo would take back: the last step of a person that stands. */
export const toUndo = (db: Database): number | undefined =>
  one(db, `SELECT e.seq FROM entry e WHERE ${STEP} AND NOT ${TAKEN_BACK} ORDER BY e.seq DESC LIMIT 1`);

/** The entry that redo would do again: the first of those taken back since the last step of a person. */
export const toRedo = (db: Database): number | undefined => {
  const step = one(db, `SELECT e.seq FROM entry e WHERE ${STEP} ORDER BY e.seq DESC LIMIT 1`) ?? 0;
  return one(
    db,
    `SELECT e.seq FROM entry e WHERE e.seq IN (SELECT undoes FROM entry WHERE undoes IS NOT NULL AND seq > ${step})
     AND ${TAKEN_BACK} ORDER BY e.seq LIMIT 1`,
  );
};

/** The changes of an entry turned round, and what hangs on records that go with them. */
const reversal = ({ db, writer }: Ground, seq: number): readonly Put[] => {
  const changes = db.all(sqlFor.selectFrom('change').selectAll().where('seq', '=', seq).orderBy('nth', 'desc'));
  const puts = changes.flatMap(({ kind: name, id, before, after, held_before }): Put[] => {
    const kind = RECORD_KINDS.find((known) => known === name);
    if (kind === undefined) return [];
    if ((writer.standing(kind, id)?.body ?? null) !== after)
      throw new Refused([
        problem('changed-since', [kind, id], 'It was changed again after that step. Change it by hand instead.'),
      ]);
    return [{ kind, id, body: before, held: held_before === 1 }];
  });
  const there = new Set(puts.map(({ kind, id }) => `${kind} ${id}`));
  for (const { kind, id, body } of [...puts]) {
    if (body !== null || (kind !== 'document' && kind !== 'actor' && kind !== 'issue')) continue;
    for (const { one, id: other, held } of dependents(db, kind, id)) {
      if (there.has(`${one.kind} ${other}`)) continue;
      if (held) {
        const says = `The ${kind} “${id}” is named by the ${one.kind} “${other}”, which a person made. Remove that first.`;
        throw new Refused([problem('in-use', [kind, id], says)]);
      }
      there.add(`${one.kind} ${other}`);
      puts.push({ kind: one.kind, id: other, body: null, held: false });
    }
  }
  return [...puts, ...leftOver(db, puts)];
};

/** Takes back the last step of a person; what a machine hung on it goes with it and comes back with redo. */
export const undo = (ground: Ground, by: Coder): Outcome<Entry> =>
  enter(ground, () => {
    const seq = toUndo(ground.db);
    if (seq === undefined) throw new Refused([problem('nothing-to-undo', ['undo'], 'There is nothing to take back.')]);
    return [{ by, what: 'undo', undoes: seq }, reversal(ground, seq)];
  });

/** Does again what was taken back last. */
export const redo = (ground: Ground, by: Coder): Outcome<Entry> =>
  enter(ground, () => {
    const seq = toRedo(ground.db);
    const undone =
      seq === undefined ? undefined : one(ground.db, `SELECT max(seq) AS seq FROM entry WHERE undoes = ${seq}`);
    if (seq === undefined || undone === undefined)
      throw new Refused([problem('nothing-to-redo', ['redo'], 'There is nothing to do again.')]);
    return [{ by, what: 'redo', redoes: seq }, reversal(ground, undone)];
  });
