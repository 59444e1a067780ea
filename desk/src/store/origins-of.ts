import { createHash } from 'node:crypto';
import type { Derivation, Origin } from '@entente/core/document/derivation';
import { origins, type Printed } from '@entente/core/document/origin';
import { type OriginsByHand, withHand } from '@entente/core/document/read-origins';
import type { Coder } from '@entente/core/statement/statement';
import type { Outcome } from '@entente/core/vocabulary';
import { enter, type Ground } from './act.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { documentIds, documentsFor } from './documents.ts';
import { problem, Refused } from './fault.ts';
import type { DerivationRecord, Entry } from './record.ts';
import { computedShape, recordIn } from './shape.ts';

/** Under this setting the log keeps the number and the hash of what was computed. */
export const COMPUTED = 'computed-derivations';

const derivationIn = (body: string): Derivation => JSON.parse(body);

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

interface Both {
  readonly derivations: readonly Derivation[];
  readonly origins: readonly Origin[];
}

/** Documents as origins are told from: with their texts those that took or gave something, bare the others. */
const printed = (db: Database, derivations: readonly Derivation[], { joined }: OriginsByHand): readonly Printed[] => {
  const involved = new Set<string>([
    ...derivations.flatMap(({ source, derived }) => [source.document, derived.document]),
    ...joined.flat(),
  ]);
  return documentsFor(db, (id) => involved.has(id));
};

const known = new WeakMap<Database, { readonly version: number; readonly both: Both }>();

/** Derivations as computed, corrected by hand, with the origins that follow; made once for each version of the dossier. */
export const derivedAndOrigins = (db: Database): Both => {
  const version = Number(db.ask('SELECT coalesce(max(seq), 0) AS seq FROM entry')[0]?.['seq']);
  const before = known.get(db);
  if (before?.version === version) return before.both;
  const there = new Set<string>(documentIds(db));
  const computed = db
    .all(sqlFor.selectFrom('computed').select('body').orderBy('key'))
    .map(({ body }) => derivationIn(body))
    .filter(({ source, derived }) => there.has(source.document) && there.has(derived.document));
  const hand = byHandIn(db);
  const derivations = withHand(computed, hand);
  const both = { derivations, origins: origins(printed(db, derivations, hand), derivations, hand.joined) };
  known.set(db, { version, both });
  return both;
};

/** Tells that an entry was written: what it did not touch is still known. */
export const carryOrigins = (db: Database, { seq, changes }: Entry): void => {
  const before = known.get(db);
  const touched = changes.some(({ kind, id }) => kind === 'document' || kind === 'derivation' || id === COMPUTED);
  if (before?.version === seq - 1 && !touched) known.set(db, { ...before, version: seq });
};

/** SHA-256 over derivations as they are kept. */
export const digestOf = (bodies: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const body of bodies) hash.update(body).update('\n');
  return hash.digest('hex');
};

/** Puts what was computed in the place of what was computed before. */
export const putDerivations = (ground: Ground, by: Coder, computed: readonly Derivation[]): Outcome<Entry> =>
  enter(ground, () => {
    const { db, writer } = ground;
    const bodies = computed.map((one, at) => {
      if (!computedShape.safeParse(one).success)
        throw new Refused([
          problem(
            'shape',
            ['derivation', at],
            'It is no derivation: passages, kind, score or direction are not sound.',
          ),
        ]);
      return JSON.stringify(one);
    });
    db.script('DELETE FROM computed');
    const insert = db.repeated(sqlFor.insertInto('computed').values({ source: '', derived: '', body: '' }));
    for (const [at, { source, derived }] of computed.entries())
      insert(source.document, derived.document, bodies[at] ?? '');
    const value = { number: bodies.length, sha256: digestOf(bodies) };
    const body = JSON.stringify({ id: COMPUTED, value });
    if (writer.standing('setting', COMPUTED)?.held)
      throw new Refused([
        problem('setting', ['setting', COMPUTED], 'This setting belongs to the store. Take it back first.'),
      ]);
    return [{ by, what: 'derive' }, [{ kind: 'setting', id: COMPUTED, body, held: false }]];
  });
