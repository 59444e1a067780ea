import type { Coder } from '@entente/core/statement/statement';
import type { DocumentId } from '@entente/core/vocabulary';
import type { Database, Repeated } from './database.ts';
import { sqlFor } from './database.ts';
import { entryHash, NO_ENTRY } from './entry-hash.ts';
import { followerOn } from './follow.ts';
import { parsed } from './log.ts';
import { anyRecord, indexOf } from './parts.ts';
import type { Change, Entry, RecordKind } from './record.ts';

/** A record to be put as it is, with whether a person holds it then. */
export interface Put {
  readonly kind: RecordKind;
  readonly id: string;
  /** JSON, or null to take the record away. */
  readonly body: string | null;
  readonly held: boolean;
}

/** A record as it stands in the file. */
export interface Standing {
  readonly key: number;
  readonly body: string | null;
  readonly held: boolean;
  /** The entry that changed it last. */
  readonly seq: number;
}

export interface EntryHead {
  readonly by: Coder;
  readonly what: string;
  readonly why?: string;
  readonly undoes?: number;
  readonly redoes?: number;
  /** Documents of which it was computed anew what they took from others. */
  readonly derived?: readonly DocumentId[];
}

export interface Last {
  readonly seq: number;
  readonly hash: string;
}

/** Carries out changes of records and writes them into the log, inside the transaction of the caller. */
export interface Writer {
  /** The last entry; read from the file when another took place there. */
  last(): Last;
  standing(kind: RecordKind, id: string): Standing | undefined;
  append(head: EntryHead, puts: readonly Put[]): Entry;
}

const row = { kind: '', id: '', body: '', held: 0, seq: 0 };
const columns = { document: '', actor: '', issue: '', status: '', start: 0, label: '', day: '' };

/** Statements that run once for each record, prepared once. */
const statements = (
  db: Database,
): Readonly<Record<'insert' | 'update' | 'change' | 'entry' | 'words' | 'unword', Repeated>> => ({
  insert: db.repeated(sqlFor.insertInto('record').values({ ...row, ...columns })),
  update: db.repeated(
    sqlFor
      .updateTable('record')
      .set({ body: '', held: 0, seq: 0, ...columns })
      .where('key', '=', 0),
  ),
  change: db.repeated(
    sqlFor
      .insertInto('change')
      .values({ seq: 0, nth: 0, kind: '', id: '', before: '', after: '', held_before: 0, held: 0 }),
  ),
  entry: db.repeated(
    sqlFor.insertInto('entry').values({
      ...{ seq: 0, at: '', by_kind: '', by_name: '', what: '', why: '', undoes: 0, redoes: 0, previous: '', hash: '' },
    }),
  ),
  words: db.repeated(sqlFor.insertInto('record_words').values({ rowid: 0, words: '' })),
  unword: db.repeated(sqlFor.deleteFrom('record_words').where('rowid', '=', 0)),
});

export const writerOn = (db: Database, now: () => string): Writer => {
  const sql = statements(db);
  const follow = followerOn(db);
  const last = (): Last =>
    db.first(sqlFor.selectFrom('entry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1)) ?? {
      seq: 0,
      hash: NO_ENTRY,
    };
  const standing = (kind: RecordKind, id: string): Standing | undefined => {
    const found = db.first(
      sqlFor.selectFrom('record').select(['key', 'body', 'held', 'seq']).where('kind', '=', kind).where('id', '=', id),
    );
    return found && { ...found, held: found.held === 1 };
  };

  const put = (one: Put, seq: number, before: Standing | undefined): void => {
    const { words, ...index } =
      one.body === null
        ? {
            ...{ document: null, actor: null, issue: null, status: null, start: null, label: null, day: null },
            words: '',
          }
        : indexOf(anyRecord(one.kind, one.body));
    const { document, actor, issue, status, start, label, day } = index;
    const values = [one.body, one.held ? 1 : 0, seq, document, actor, issue, status, start, label, day] as const;
    const key = before?.key ?? sql.insert(one.kind, one.id, ...values).key;
    if (before !== undefined) {
      sql.update(...values, key);
      if (one.kind === 'statement') sql.unword(key);
    }
    if (words !== '') sql.words(key, words);
  };

  const append: Writer['append'] = ({ by, what, why, undoes, redoes, derived = [] }, puts) => {
    const previous = last();
    const seq = previous.seq + 1;
    const at = now();
    const changes: Change[] = [];
    const hashed = puts.map((one) => {
      const before = standing(one.kind, one.id);
      put(one, seq, before);
      changes.push({ kind: one.kind, id: one.id, before: parsed(before?.body ?? null), after: parsed(one.body) });
      return {
        ...{ kind: one.kind, id: one.id, before: before?.body ?? null, after: one.body },
        ...{ held_before: before?.held ? 1 : 0, held: one.held ? 1 : 0 },
      };
    });
    const head = {
      ...{ seq, at, by_kind: by.kind, by_name: by.name, what, why: why ?? null },
      ...{ undoes: undoes ?? null, redoes: redoes ?? null, previous: previous.hash },
    };
    const hash = entryHash(head, hashed);
    sql.entry(seq, at, by.kind, by.name, what, head.why, head.undoes, head.redoes, previous.hash, hash);
    for (const [nth, { kind, id, before, after, held_before, held }] of hashed.entries())
      sql.change(seq, nth, kind, id, before, after, held_before, held);
    follow({ seq, changes, derived });
    return {
      ...{ seq, at, by, what, changes, size: changes.length, hash, previous: previous.hash },
      ...(why !== undefined && { why }),
      ...(undoes !== undefined && { undoes }),
      ...(redoes !== undefined && { redoes }),
    };
  };

  return { last, standing, append };
};
