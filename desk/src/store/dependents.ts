import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { type AnyRecord, anyRecord, needsOf } from './parts.ts';
import { RECORD_KINDS, type RecordKind } from './record.ts';

/** A record that cannot do without another. */
export interface Dependent {
  readonly one: AnyRecord;
  readonly id: string;
  readonly held: boolean;
}

const kindOf = (text: string): RecordKind => {
  const kind = RECORD_KINDS.find((one) => one === text);
  if (kind === undefined) throw new RangeError(`The file holds a record of kind “${text}”, which is not known`);
  return kind;
};

export type Needed = 'document' | 'actor' | 'issue';

const needs = (one: AnyRecord, kind: Needed, id: string): boolean => {
  const { documents, actors, issues } = needsOf(one);
  return { document: documents, actor: actors, issue: issues }[kind].includes(id);
};

/** Every record that names a document, an actor or an issue. Documents go by an index; the others by their words, as they are asked for rarely. */
export const dependents = (db: Database, kind: Needed, id: string): readonly Dependent[] => {
  const all = sqlFor.selectFrom('record').select(['kind', 'id', 'body', 'held']).where('body', 'is not', null);
  const naming = (kinds: readonly RecordKind[]) =>
    db.all(
      all
        .where('kind', 'in', kinds)
        .where(({ eb, fn, val }) => eb(fn('instr', ['body', val(JSON.stringify(id))]), '>', 0)),
    );
  const rows =
    kind === 'document'
      ? [...db.all(all.where('document', '=', id)), ...naming(['derivation', 'document'])]
      : naming(kind === 'actor' ? ['statement', 'event', 'forecast', 'actor'] : ['statement', 'issue']);
  return rows.flatMap((row) => {
    const one = anyRecord(kindOf(row.kind), row.body ?? '');
    return needs(one, kind, id) ? [{ one, id: row.id, held: row.held === 1 }] : [];
  });
};

/** The conflict files whose makers are linked to an actor. */
export const linkedConflicts = (db: Database, actor: string): readonly Dependent[] =>
  db
    .all(
      sqlFor
        .selectFrom('record')
        .select(['id', 'body', 'held'])
        .where('kind', '=', 'conflict')
        .where('body', 'is not', null),
    )
    .filter(({ body }) => body?.includes(actor))
    .map((row) => ({ one: anyRecord('conflict', row.body ?? ''), id: row.id, held: row.held === 1 }));
