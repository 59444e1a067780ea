import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { anyRecord, needsOf } from './parts.ts';
import type { Put } from './writer.ts';

type Row = ReturnType<Database['ask']>[number];

const keyOf = (kind: unknown, id: unknown): string => `${kind} ${id}`;

/** Actors and issues that a machine put forward and no person touched, each with the entry that wrote it last. */
const machineMade = (db: Database): ReturnType<Database['ask']> =>
  db.ask(`SELECT kind, id, body, seq FROM record WHERE kind IN ('actor', 'issue') AND body IS NOT NULL AND held = 0`);

/** The actors and issues that some records name. */
const namedBy = (db: Database, going: readonly Put[]): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const { kind, id } of going)
    for (const { body } of db.ask('SELECT body FROM record WHERE kind = ? AND id = ? AND body IS NOT NULL', [
      kind,
      id,
    ])) {
      const { actors, issues } = needsOf(anyRecord(kind, String(body)));
      for (const actor of actors) named.add(keyOf('actor', actor));
      for (const issue of issues) named.add(keyOf('issue', issue));
    }
  return named;
};

/** Whether all that an entry says is of documents that go. */
const goesWhole = (db: Database, seq: number, documents: ReadonlySet<string>): boolean => {
  const of = db.ask(
    `SELECT DISTINCT coalesce(r.document, CASE r.kind WHEN 'document' THEN r.id END) AS document
     FROM change c JOIN record r ON r.kind = c.kind AND r.id = c.id WHERE c.seq = ? AND r.body IS NOT NULL`,
    [seq],
  );
  const there = of.flatMap(({ document }) => (typeof document === 'string' ? [document] : []));
  return there.length > 0 && there.every((id) => documents.has(id));
};

/** Strings of a record as JSON has them; an id has nothing in it that JSON writes otherwise. */
const STRING = /"((?:[^"\\]|\\.)*)"/g;

/** Leaves out what a record that stays names, and then what those name that stay for that. */
const keepNamed = (db: Database, left: Map<string, Row>, gone: ReadonlySet<string>): void => {
  const keep = (id: string): void => {
    for (const kind of ['actor', 'issue']) {
      const kept = left.get(keyOf(kind, id));
      if (kept === undefined || !left.delete(keyOf(kind, id))) continue;
      look(String(kept['body']));
    }
  };
  const look = (body: string): void => {
    for (const [, text = ''] of body.matchAll(STRING)) keep(text);
  };
  const rows = sqlFor.selectFrom('record').select(['kind', 'id', 'body']).where('kind', '!=', 'document');
  for (const { kind, id, body } of db.each(rows.where('body', 'is not', null))) {
    if (left.size === 0) return;
    const key = keyOf(kind, id);
    if (gone.has(key) || left.has(key)) continue;
    if (kind !== 'conflict') look(body ?? '');
    else for (const one of [...left.values()]) if (body?.includes(String(one['id']))) keep(String(one['id']));
  }
};

/**
 * What a machine put forward and nothing needs any longer when documents go: actors and issues that only they named, or that were found with
 * nothing but them. Whatever a record that stays names, in any place, stays too.
 */
export const leftOver = (db: Database, going: readonly Put[]): readonly Put[] => {
  const documents = new Set(going.flatMap(({ kind, id, body }) => (kind === 'document' && body === null ? [id] : [])));
  if (documents.size === 0) return [];
  const gone = new Set(going.map(({ kind, id }) => keyOf(kind, id)));
  const named = namedBy(db, going);
  const whole = new Map<number, boolean>();
  const foundWith = (seq: number): boolean => {
    const known = whole.get(seq) ?? goesWhole(db, seq, documents);
    whole.set(seq, known);
    return known;
  };
  const left = new Map(
    machineMade(db)
      .filter(({ kind, id, seq }) => named.has(keyOf(kind, id)) || foundWith(Number(seq)))
      .map((one) => [keyOf(one['kind'], one['id']), one] as const)
      .filter(([key]) => !gone.has(key)),
  );
  keepNamed(db, left, gone);
  return [...left.values()].flatMap(({ kind, id }): Put[] =>
    kind === 'actor' || kind === 'issue' ? [{ kind, id: String(id), body: null, held: false }] : [],
  );
};
