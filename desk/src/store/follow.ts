import { placed } from '@entente/core/position/position';
import type { Statement } from '@entente/core/statement/statement';
import { type ActorId, actorId, type DocumentId, documentId } from '@entente/core/vocabulary';
import { nameOf, newestDay } from './count.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { byHandIn } from './derivations.ts';
import {
  forget,
  type Keeper,
  type Kept,
  keeperOn,
  keptAt,
  keptNamed,
  keptState,
  NOTHING,
  putState,
  Spoilt,
} from './kept.ts';
import { marksIn, readLane, writeLane } from './matrix/lane.ts';
import { type Mark, markOf } from './matrix/mark.ts';
import { downstream, type Print, printsOf, readPrint, writePrint } from './print.ts';
import type { ActorRecord, Change, DerivationRecord, DocumentRecord } from './record.ts';
import { recordIn } from './shape.ts';
import { type Actors, actorsIn, surroundingsIn } from './surroundings.ts';

/** An entry as it is written: what is kept is to follow it. */
export interface Step {
  readonly seq: number;
  readonly changes: readonly Change[];
  /** Documents of which it was computed anew what they took from others. */
  readonly derived: readonly DocumentId[];
}

/** A statement that has to be counted again, with the cell that it was counted in. */
interface Moved {
  readonly key: number;
  readonly id: string;
  readonly body: string | null;
  readonly status: string | null;
  readonly cell: number | null;
}

const isRecord = <Value>(value: unknown): value is Value => typeof value === 'object' && value !== null;

const both = <Value>({ before, after }: Change): readonly Value[] => [before, after].filter(isRecord<Value>);

const dayOf = (value: unknown): unknown => (isRecord<DocumentRecord>(value) ? value.published?.value : undefined);

/** By what it is told which of a document's words are its report. */
const partsOf = (value: unknown): string =>
  isRecord<DocumentRecord>(value) ? JSON.stringify([value.blocks, value.boilerplate]) : '';

/** The documents that a decision on origins speaks of as taken, or as counted with another. */
const decidedOn = (one: DerivationRecord): readonly DocumentId[] =>
  one.kind === 'taken'
    ? [one.derivation.derived.document]
    : one.kind === 'own'
      ? [one.passage.document]
      : one.documents;

/** Documents that come, go or are dated otherwise. */
const redated = (changes: readonly Change[]): readonly DocumentId[] =>
  changes
    .filter(({ kind, before, after }) => kind === 'document' && (!before || !after || dayOf(before) !== dayOf(after)))
    .map(({ id }) => documentId(id));

/** Documents of which other words count as the report than before. */
const reset = (changes: readonly Change[]): readonly DocumentId[] =>
  changes
    .filter(({ kind, before, after }) => kind === 'document' && partsOf(before) !== partsOf(after))
    .map(({ id }) => documentId(id));

/** Actors who speak for others than before, and all who speak for them. */
const revoiced = (db: Database, changes: readonly Change[]): ReadonlySet<ActorId> => {
  const voice = (value: unknown): string => {
    if (!isRecord<ActorRecord>(value)) return '';
    return JSON.stringify([value.kind, value.partOf, value.mergedInto]);
  };
  const some = changes.filter(({ kind, before, after }) => kind === 'actor' && voice(before) !== voice(after));
  const found = new Set(some.map(({ id }) => actorId(id)));
  if (found.size === 0) return found;
  const rows = sqlFor.selectFrom('record').select('body').where('kind', '=', 'actor').where('body', 'is not', null);
  const now = db.all(rows).map(({ body }): ActorRecord => recordIn('actor', body ?? ''));
  const parts = [...now, ...some.flatMap((change) => both<ActorRecord>(change))];
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { id, partOf } of parts) if (partOf.some(({ actor }) => found.has(actor))) found.add(id);
  }
  return found;
};

const MOVED =
  'SELECT r.key AS key, r.id AS id, r.body AS body, r.status AS status, m.cell AS cell FROM json_each(?) AS one CROSS JOIN record AS r ON';

const counts = (value: unknown): boolean => isRecord<Statement>(value) && value.status !== 'rejected';

/** Statements that have to be counted again, each once. @throws Spoilt where one is not in a cell that has to be, or the other way round */
const movedBy = (
  db: Database,
  changes: readonly Change[],
  documents: ReadonlySet<DocumentId>,
  actors: ReadonlySet<ActorId>,
): readonly Moved[] => {
  const found = new Map<number, Moved>();
  const add = (on: string, ids: readonly string[]): void => {
    if (ids.length === 0) return;
    for (const { key, id, body, status, cell } of db.ask(`${MOVED} ${on} LEFT JOIN mark AS m ON m.key = r.key`, [
      JSON.stringify(ids),
    ]))
      found.set(Number(key), {
        ...{ key: Number(key), id: String(id) },
        body: body === null ? null : String(body),
        status: status === null ? null : String(status),
        cell: cell === null ? null : Number(cell),
      });
  };
  const coded = changes.filter(({ kind }) => kind === 'statement');
  add(
    `r.kind = 'statement' AND r.id = one.value`,
    coded.map(({ id }) => id),
  );
  const before = new Map(coded.map((change) => [change.id, counts(change.before)]));
  add(`r.document = one.value AND r.kind = 'statement'`, [...documents]);
  add(`r.actor = one.value AND r.kind = 'statement'`, [...actors]);
  for (const { id, body, status, cell } of found.values())
    if ((before.get(id) ?? (body !== null && status !== 'rejected')) !== (cell !== null))
      throw new Spoilt(`mark of ${id}`);
  return [...found.values()];
};

type Sums = { cell: Uint8Array; print: Uint8Array };

/** Makes what is kept follow the entries of the log, each in the transaction that writes it. */
export const followerOn = (db: Database): ((step: Step) => void) => {
  const keep: Keeper = keeperOn(db);
  const enter = db.repeated(
    sqlFor
      .insertInto('mark')
      .values({ key: 0, cell: 0 })
      .onConflict((same) => same.column('key').doUpdateSet(({ ref }) => ({ cell: ref('excluded.cell') }))),
  );
  const leave = db.repeated(sqlFor.deleteFrom('mark').where('key', '=', 0));
  let spoken: { readonly seq: number; readonly actors: Actors } | undefined;

  /** Prints of documents that the step bears on. @returns the documents whose statements count otherwise */
  const reprinted = ({ seq, changes, derived }: Step, dated: readonly DocumentId[], sums: Sums): Set<DocumentId> => {
    const decided = changes.filter(({ kind }) => kind === 'derivation').flatMap((one) => both<DerivationRecord>(one));
    const seeds = [...derived, ...dated, ...reset(changes), ...decided.flatMap(decidedOn)];
    if (seeds.length === 0) return new Set();
    const hand = byHandIn(db);
    const ids = downstream(db, seeds, hand);
    const prints = printsOf(db, ids, hand);
    const moved = new Set(dated);
    for (const id of ids) {
      const before = keptNamed(db, 'print', id);
      const body = writePrint(prints.get(id));
      if (Buffer.from(before?.body ?? []).equals(body)) continue;
      sums.print = keep(seq, ['print', id], body, before, sums.print).sum;
      moved.add(id);
    }
    return moved;
  };

  const placer = (seq: number, changes: readonly Change[], moved: readonly Moved[]) => {
    const same = spoken?.seq === seq - 1 && !changes.some(({ kind }) => kind === 'actor');
    const actors = same && spoken !== undefined ? spoken.actors : actorsIn(db);
    spoken = { seq, actors };
    const statements = moved.flatMap(({ key, body, status }) =>
      body === null || status === 'rejected' ? [] : [{ key, statement: recordIn('statement', body) }],
    );
    const documents = new Set(statements.map(({ statement }) => statement.passage.document));
    const prints = new Map<DocumentId, Print>();
    for (const id of documents) {
      const kept = keptNamed(db, 'print', id);
      const print = kept && readPrint(kept);
      if (print !== undefined) prints.set(id, print);
    }
    const around = surroundingsIn(db, { actors, prints }, documents);
    return statements.map(({ key, statement }) => {
      const one = placed(statement, around);
      return { name: nameOf(one), mark: markOf(one, key, around) };
    });
  };

  const recounted = ({ seq, changes }: Step, moved: readonly Moved[], sums: Sums): void => {
    const comes = new Map<string, Mark[]>();
    const cells = new Map<string, { readonly kept: Kept | undefined; readonly goes: Set<number> }>();
    const byKey = new Map<number, { readonly goes: Set<number> }>();
    for (const { key, cell } of moved) {
      if (cell === null) continue;
      const known = byKey.get(cell);
      if (known !== undefined) {
        known.goes.add(key);
        continue;
      }
      const kept = keptAt(db, 'cell', cell);
      if (kept === undefined) throw new Spoilt(`cell ${cell}`);
      const opened = { kept, goes: new Set([key]) };
      byKey.set(cell, opened);
      cells.set(kept.name, opened);
    }
    for (const { name, mark } of placer(seq, changes, moved)) {
      const marks = comes.get(name);
      if (marks === undefined) comes.set(name, [mark]);
      else marks.push(mark);
      if (!cells.has(name)) cells.set(name, { kept: keptNamed(db, 'cell', name), goes: new Set() });
    }
    const marked = new Map<number, number>();
    for (const [name, { kept, goes }] of cells) {
      const before = kept === undefined ? [] : marksIn(readLane(kept.body));
      const stay = before.filter(({ key }) => !goes.has(key));
      if (before.length - stay.length !== goes.size) throw new Spoilt(`cell ${name}`);
      const { key, sum } = keep(seq, ['cell', name], writeLane([...stay, ...(comes.get(name) ?? [])]), kept, sums.cell);
      sums.cell = sum;
      for (const one of comes.get(name) ?? []) marked.set(one.key, key);
    }
    for (const { key } of moved) {
      const cell = marked.get(key);
      if (cell === undefined) leave(key);
      else enter(key, cell);
    }
  };

  const follow = (step: Step): void => {
    const { state } = keptState(db);
    const known = state ?? (step.seq === 1 ? { version: 0, sums: { cell: NOTHING, print: NOTHING } } : undefined);
    if (known?.version !== step.seq - 1) return;
    const sums: Sums = { ...known.sums };
    const dated = redated(step.changes);
    const documents = reprinted(step, dated, sums);
    const moved = movedBy(db, step.changes, documents, revoiced(db, step.changes));
    if (moved.length > 0) recounted(step, moved, sums);
    const newest = dated.length > 0 ? newestDay(db) : known.newest;
    putState(db, { version: step.seq, sums, ...(newest !== undefined && { newest }) });
  };

  return (step) => {
    try {
      follow(step);
    } catch (fault) {
      if (!(fault instanceof Spoilt)) throw fault;
      forget(db);
    }
  };
};
