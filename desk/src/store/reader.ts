import type { Codebook } from '@entente/core/statement/codebook';
import type { Status } from '@entente/core/statement/statement';
import { documentId, originId } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { sqlFor, TEXT_OF_RECORD } from './database.ts';
import type { Known } from './known.ts';
import type { ActorRecord, IssueRecord, RecordKind, RecordOf } from './record.ts';
import { recordIn } from './shape.ts';
import type { CodedQuery, DocumentQuery, DocumentRow, Listed, Page, StatementQuery } from './store.ts';

const PAGE = 1_000_000_000;

const alive = (kind: RecordKind) => sqlFor.selectFrom('record').where('kind', '=', kind).where('body', 'is not', null);

/** All records of a kind, in the order in which they came. */
export const allOf = <Kind extends RecordKind>(db: Database, kind: Kind): RecordOf[Kind][] =>
  db.all(alive(kind).select('body').orderBy('key')).map(({ body }) => recordIn(kind, body ?? ''));

export const recordOf = <Kind extends RecordKind>(db: Database, kind: Kind, id: string): RecordOf[Kind] | undefined => {
  const body = db.first(alive(kind).select('body').where('id', '=', id))?.body;
  return body ? recordIn(kind, body) : undefined;
};

const total = (db: Database, query: ReturnType<typeof alive>): number =>
  db.first(query.select(({ fn }) => fn.countAll<number>().as('n')))?.n ?? 0;

/** Some records of a kind that has passages, by document and status. */
export const codedIn = <Kind extends 'event' | 'figure' | 'forecast'>(
  db: Database,
  kind: Kind,
  { document, status, from = 0, limit = PAGE }: CodedQuery = {},
): Listed<RecordOf[Kind]> => {
  let query = alive(kind);
  if (document !== undefined) query = query.where('document', '=', document);
  if (status !== undefined) query = query.where('status', '=', status);
  const page = query
    .select('body')
    .orderBy(document === undefined ? 'key' : 'start')
    .orderBy('key');
  const rows = db.all(page.limit(limit).offset(from)).map(({ body }) => recordIn(kind, body ?? ''));
  return { rows, total: total(db, query) };
};

const MOST_IDS = 500;

export const statementsIn = (db: Database, asked: StatementQuery = {}): Listed<RecordOf['statement']> => {
  const { document, actor, issue, status, ids, from = 0, limit = PAGE } = asked;
  if (ids !== undefined && ids.length > MOST_IDS) {
    const parts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, at) =>
      statementsIn(db, { ...asked, from: 0, limit: PAGE, ids: ids.slice(at * MOST_IDS, (at + 1) * MOST_IDS) }),
    );
    const rows = parts.flatMap((part) => part.rows);
    return { rows: rows.slice(from, from + limit), total: rows.length };
  }
  let query = alive('statement');
  if (document !== undefined) query = query.where('document', '=', document);
  if (actor !== undefined) query = query.where('actor', '=', actor);
  if (issue !== undefined) query = query.where('issue', '=', issue);
  if (status !== undefined) query = query.where('status', '=', status);
  if (ids !== undefined) query = query.where('id', 'in', ids.length > 0 ? ids : ['']);
  const page = query
    .select('body')
    .orderBy(document === undefined ? 'key' : 'start')
    .orderBy('key');
  const rows = db.all(page.limit(limit).offset(from)).map(({ body }) => recordIn('statement', body ?? ''));
  return { rows, total: total(db, query) };
};

const NONE: Readonly<Record<Status, number>> = { suggested: 0, accepted: 0, rejected: 0 };

/** How many statements of each status some documents have. */
const countsOf = (db: Database, ids: readonly string[]): ReadonlyMap<string, Readonly<Record<Status, number>>> => {
  const counts = new Map<string, Record<Status, number>>();
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const query = alive('statement')
      .select(['document', 'status'])
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('document', 'in', ids.slice(at, at + MOST_IDS))
      .groupBy(['document', 'status']);
    for (const { document, status, n } of db.all(query)) {
      const known = counts.get(document ?? '') ?? { ...NONE };
      if (status === 'suggested' || status === 'accepted' || status === 'rejected') known[status] = n;
      counts.set(document ?? '', known);
    }
  }
  return counts;
};

/** Documents without their texts, with what was found in them. */
export const documentRows = (
  db: Database,
  known: Pick<Known, 'shared'>,
  { order = 'published', origin, from = 0, limit = PAGE }: DocumentQuery = {},
): Listed<DocumentRow> => {
  const shared = known.shared();
  let query = alive('document');
  if (origin !== undefined) {
    const own = documentId(origin);
    const group = shared.get(own);
    query = query.where('id', 'in', group?.origin === origin ? [...group.documents] : [own]);
  }
  const ordered = {
    published: query
      .orderBy(({ eb }) => eb('day', 'is', null))
      .orderBy('day', 'desc')
      .orderBy('key'),
    title: query.orderBy('label').orderBy('key'),
    added: query.orderBy('key', 'desc'),
  }[order];
  const rows = db.all(
    ordered
      .select('body')
      .select(({ selectFrom }) =>
        selectFrom('text').select('text.length').where('text.sha256', '=', TEXT_OF_RECORD).as('length'),
      )
      .limit(limit)
      .offset(from),
  );
  const documents = rows.map(({ body, length }) => ({ record: recordIn('document', body ?? ''), length: length ?? 0 }));
  const counts = countsOf(
    db,
    documents.map(({ record }) => record.id),
  );
  return {
    total: total(db, query),
    rows: documents.map(({ record: { blocks: _, boilerplate: __, ...document }, length }) => ({
      ...{ document, length, statements: counts.get(document.id) ?? NONE },
      origin: shared.get(document.id)?.origin ?? originId(document.id),
      originSize: shared.get(document.id)?.documents.length ?? 1,
    })),
  };
};

type Merged = { readonly id: string; readonly mergedInto?: string };

/** Records by what they ended in, over any number of merges. */
const gathered = <One extends Merged>(records: readonly One[]): ReadonlyMap<string, readonly One[]> => {
  const byId = new Map<string, One>(records.map((one) => [one.id, one]));
  const groups = new Map<string, One[]>();
  for (const record of records) {
    let end: One | undefined = record;
    for (let left = records.length; end?.mergedInto !== undefined && left > 0; left--) end = byId.get(end.mergedInto);
    if (end !== undefined && end !== record) groups.set(end.id, [...(groups.get(end.id) ?? []), record]);
  }
  return groups;
};

/** Actors and issues that are not merged into others; the names of those merged stand among the aliases. */
export const codebookIn = (db: Database): Codebook => {
  const actors: ActorRecord[] = allOf(db, 'actor');
  const issues: IssueRecord[] = allOf(db, 'issue');
  const mergedActors = gathered(actors);
  return {
    actors: actors
      .filter(({ mergedInto }) => mergedInto === undefined)
      .map(({ mergedInto: _, ...actor }) => {
        const others = (mergedActors.get(actor.id) ?? []).flatMap(({ name, aliases }) => [name, ...aliases]);
        if (others.length === 0) return actor;
        return { ...actor, aliases: [...new Set([...actor.aliases, ...others])].filter((name) => name !== actor.name) };
      }),
    issues: issues.filter(({ mergedInto }) => mergedInto === undefined).map(({ mergedInto: _, ...issue }) => issue),
  };
};

export const paged = <Value>(rows: readonly Value[], { from = 0, limit = PAGE }: Page): Listed<Value> => ({
  rows: rows.slice(from, from + limit),
  total: rows.length,
});
