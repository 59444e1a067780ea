import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { type Change, type Entry, RECORD_KINDS, type RecordKind } from './record.ts';

/** A body as it stands in the log. */
export const parsed = (body: string | null): unknown => (body === null ? undefined : JSON.parse(body));

const CODERS = ['person', 'rule', 'model'] as const;

/** Changes of one entry that are read at a time into the log; an import of a whole dossier has more. */
export const MOST_CHANGES = 1_000;

const changesOf = (db: Database, seq: number, limit: number, record?: { kind: string; id: string }): Change[] => {
  let query = sqlFor.selectFrom('change').selectAll().where('seq', '=', seq).orderBy('nth').limit(limit);
  if (record) query = query.where('kind', '=', record.kind).where('id', '=', record.id);
  return db.all(query).flatMap(({ kind: name, id, before, after }) => {
    const kind = RECORD_KINDS.find((known) => known === name);
    return kind ? [{ kind, id, before: parsed(before), after: parsed(after) }] : [];
  });
};

const entryFrom = (
  db: Database,
  row: {
    seq: number;
    at: string;
    by_kind: string;
    by_name: string;
    what: string;
    why: string | null;
    undoes: number | null;
    redoes: number | null;
    previous: string;
    hash: string;
  },
  record?: { kind: string; id: string },
): Entry => ({
  ...{ seq: row.seq, at: row.at, what: row.what, hash: row.hash, previous: row.previous },
  by: { kind: CODERS.find((kind) => kind === row.by_kind) ?? 'rule', name: row.by_name },
  ...(row.why !== null && { why: row.why }),
  ...(row.undoes !== null && { undoes: row.undoes }),
  ...(row.redoes !== null && { redoes: row.redoes }),
  changes: changesOf(db, row.seq, MOST_CHANGES, record),
  size: Number(db.ask('SELECT count(*) AS n FROM change WHERE seq = ?', [row.seq])[0]?.['n'] ?? 0),
});

/** Entries, the last first. */
export const logIn = (
  db: Database,
  { before = Number.MAX_SAFE_INTEGER, limit = 50 }: { readonly before?: number; readonly limit?: number } = {},
): readonly Entry[] =>
  db
    .all(sqlFor.selectFrom('entry').selectAll().where('seq', '<', before).orderBy('seq', 'desc').limit(limit))
    .map((row) => entryFrom(db, row));

export const entryAt = (db: Database, seq: number): Entry | undefined => logIn(db, { before: seq + 1, limit: 1 })[0];

/** What was ever done to one record, the first first. */
export const historyOf = (db: Database, kind: RecordKind, id: string): readonly Entry[] =>
  db
    .all(
      sqlFor
        .selectFrom('entry')
        .selectAll()
        .where('seq', 'in', sqlFor.selectFrom('change').select('seq').where('kind', '=', kind).where('id', '=', id))
        .orderBy('seq'),
    )
    .map((row) => entryFrom(db, row, { kind, id }));
