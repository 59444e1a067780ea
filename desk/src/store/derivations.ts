import { createHash } from 'node:crypto';
import type { Derivation } from '@entente/core/document/derivation';
import { type OriginsByHand, withHand } from '@entente/core/document/read-origins';
import type { Coder } from '@entente/core/statement/statement';
import { type DocumentId, documentId, type Outcome } from '@entente/core/vocabulary';
import { enter, type Ground } from './act.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { problem, Refused } from './fault.ts';
import type { DerivationRecord, Entry } from './record.ts';
import { computedShape, recordIn } from './shape.ts';

/** Under this setting the log keeps the number and the hash of what was computed. */
export const COMPUTED = 'computed-derivations';

/** What a person decided on who took from whom. */
export const byHandIn = (db: Database): OriginsByHand => {
  const records: DerivationRecord[] = db
    .all(
      sqlFor
        .selectFrom('record')
        .select('body')
        .where('kind', '=', 'derivation')
        .where('body', 'is not', null)
        .orderBy('key'),
    )
    .map(({ body }) => recordIn('derivation', body ?? ''));
  return {
    derived: records.flatMap((one) => (one.kind === 'taken' ? [one.derivation] : [])),
    apart: records.flatMap((one) => (one.kind === 'apart' ? [one.documents] : [])),
    own: records.flatMap((one) =>
      one.kind === 'own' ? [{ passage: one.passage, ...(one.from !== undefined && { from: one.from }) }] : [],
    ),
    joined: records.flatMap((one) => (one.kind === 'joined' ? [one.documents] : [])),
  };
};

/** Computed derivations between documents that are there, in the order of the derived ones. */
const COMPUTED_ROWS = `
  SELECT c.body AS body FROM computed c
  JOIN record d ON d.kind = 'document' AND d.id = c.derived AND d.body IS NOT NULL
  JOIN record s ON s.kind = 'document' AND s.id = c.source AND s.body IS NOT NULL`;

const ORDER = 'ORDER BY d.key, c.key';

const bodies = (rows: ReturnType<Database['ask']>): Derivation[] =>
  rows.map(({ body }): Derivation => JSON.parse(String(body)));

const list = (ids: Iterable<string>): readonly [string] => [JSON.stringify([...ids])];

/** Derivations as computed, corrected by hand. */
export const derivationsIn = (db: Database, hand = byHandIn(db)): readonly Derivation[] =>
  withHand(bodies(db.ask(`${COMPUTED_ROWS} ${ORDER}`)), hand);

/** The same of which the derived passages stand in some documents. */
export const derivedIn = (db: Database, ids: ReadonlySet<DocumentId>, hand: OriginsByHand): readonly Derivation[] =>
  withHand(bodies(db.ask(`${COMPUTED_ROWS} WHERE c.derived IN (SELECT value FROM json_each(?)) ${ORDER}`, list(ids))), {
    ...hand,
    derived: hand.derived.filter(({ derived }) => ids.has(derived.document)),
  });

/** The same that one document took, or that others took from it. */
export const derivationsAbout = (db: Database, id: DocumentId): readonly Derivation[] => {
  const hand = byHandIn(db);
  const takers = takersOf(db, new Set([id]), hand);
  return derivedIn(db, new Set([id, ...takers]), hand).filter(
    ({ source, derived }) => source.document === id || derived.document === id,
  );
};

/** Documents that took from some others, or could have; and those that a person counts with them. */
export const takersOf = (
  db: Database,
  ids: ReadonlySet<DocumentId>,
  { derived, joined }: OriginsByHand,
): readonly DocumentId[] => [
  ...db
    .ask('SELECT DISTINCT derived FROM computed WHERE source IN (SELECT value FROM json_each(?))', list(ids))
    .map((row) => documentId(String(row['derived']))),
  ...derived.filter(({ source }) => ids.has(source.document)).map((one) => one.derived.document),
  ...joined.filter(([root]) => ids.has(root)).map(([, other]) => other),
];

/** Every document that anything can have been taken in, or that a person counts with another. */
export const allTakers = (db: Database, { derived, joined }: OriginsByHand): ReadonlySet<DocumentId> =>
  new Set([
    ...db.ask('SELECT DISTINCT derived FROM computed').map((row) => documentId(String(row['derived']))),
    ...derived.map((one) => one.derived.document),
    ...joined.map(([, other]) => other),
  ]);

/** SHA-256 over derivations as they are kept. */
export const digestOf = (bodies: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const body of bodies) hash.update(body).update('\n');
  return hash.digest('hex');
};

/** What was computed, as its digest is made: by the derived documents. Files of the first format have it in the order in which it came. */
export const computedBodies = (db: Database, order: 'derived' | 'key' = 'derived'): readonly string[] =>
  db
    .all(
      (order === 'key'
        ? sqlFor.selectFrom('computed').select('body')
        : sqlFor.selectFrom('computed').select('body').orderBy('derived')
      ).orderBy('key'),
    )
    .map(({ body }) => body);

const byDerived = (
  rows: Iterable<readonly [derived: string, body: string]>,
): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const [derived, body] of rows) {
    const group = groups.get(derived);
    if (group === undefined) groups.set(derived, [body]);
    else group.push(body);
  }
  return groups;
};

/** Puts what was computed in the place of what was computed before. @returns the documents of which it is other than before */
const replaced = ({ db }: Ground, computed: readonly Derivation[]): readonly DocumentId[] => {
  const now = byDerived(
    computed.map((one, at) => {
      if (!computedShape.safeParse(one).success)
        throw new Refused([
          problem(
            'shape',
            ['derivation', at],
            'It is no derivation: passages, kind, score or direction are not sound.',
          ),
        ]);
      return [one.derived.document, JSON.stringify(one)];
    }),
  );
  const before = byDerived(
    db
      .all(sqlFor.selectFrom('computed').select(['derived', 'body']).orderBy('key'))
      .map(({ derived, body }) => [derived, body] as const),
  );
  const changed = [...new Set([...now.keys(), ...before.keys()])].filter(
    (id) => (now.get(id) ?? []).join('\n') !== (before.get(id) ?? []).join('\n'),
  );
  const remove = db.repeated(sqlFor.deleteFrom('computed').where('derived', '=', ''));
  const insert = db.repeated(sqlFor.insertInto('computed').values({ source: '', derived: '', body: '' }));
  const isChanged = new Set<string>(changed);
  for (const id of changed) remove(id);
  for (const one of computed)
    if (isChanged.has(one.derived.document)) insert(one.source.document, one.derived.document, JSON.stringify(one));
  return changed.map(documentId);
};

/**
 * Puts what was computed in the place of what was computed before. Of several derivations of the same words the first counts that no person
 * ruled out.
 */
export const putDerivations = (ground: Ground, by: Coder, computed: readonly Derivation[]): Outcome<Entry> =>
  enter(ground, () => {
    const { db, writer } = ground;
    const changed = replaced(ground, computed);
    const value = { number: computed.length, sha256: digestOf(computedBodies(db)) };
    const body = JSON.stringify({ id: COMPUTED, value });
    if (writer.standing('setting', COMPUTED)?.held)
      throw new Refused([
        problem('setting', ['setting', COMPUTED], 'This setting belongs to the store. Take it back first.'),
      ]);
    return [{ by, what: 'derive', derived: changed }, [{ kind: 'setting', id: COMPUTED, body, held: false }]];
  });
