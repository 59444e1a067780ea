import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayRange } from '@entente/core/chronicle/edtf';
import type { Derivation } from '@entente/core/document/derivation';
import { origins } from '@entente/core/document/origin';
import { passageOf } from '@entente/core/document/passage';
import { withHand } from '@entente/core/document/read-origins';
import { dateOf, positionsOver } from '@entente/core/position/position';
import { actorId, issueId, STANCES } from '@entente/core/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNA, actor, documentOf, done, issue, RULE, randomFrom, statementOn, wish } from './contract/subject.ts';
import { corrected } from './correct.ts';
import { cellOf } from './matrix/cell.ts';
import { createStore, openStore } from './open-store.ts';
import type { Wish } from './record.ts';
import type { Store } from './store.ts';
import { verifyStore } from './verify-store.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-follow-'));
});
afterAll(() => rm(root, { recursive: true, maxRetries: 5 }));

const TEXT = 'Ruritania will not reopen the strait unless Graustark withdraws. Graustark called that absurd. '.repeat(
  6,
);
const DATES = [undefined, '2011-03', '2014-05-06', '2019', '2020-01~', '../2015', '2012/2018', '2021-10-19', '2013/..'];
const AS_OF = [undefined, '2012-06', '2014-05', '2017', '2020-02-03', '2021-10-19', '2030'];
const ACTORS = ['ruritania', 'graustark', 'ministry', 'envoy', 'courier'];

/** What the core makes of everything, each time anew. */
const compare = async (store: Store, computed: readonly Derivation[]): Promise<void> => {
  const dossier = await store.dossier();
  const hand = await store.originsByHand();
  const at = new Map(dossier.documents.map(({ id }, index) => [id, index]));
  const there = computed
    .filter(({ source, derived }) => at.has(source.document) && at.has(derived.document))
    .toSorted((a, b) => (at.get(a.derived.document) ?? 0) - (at.get(b.derived.document) ?? 0));
  const derivations = withHand(there, hand);
  expect(dossier.derivations).toEqual(derivations);
  const all = origins(dossier.documents, derivations, hand.joined);
  expect(dossier.origins).toEqual(all);
  for (const { id } of dossier.documents)
    expect(new Set(await store.derivations({ document: id }))).toEqual(
      new Set(derivations.filter(({ source, derived }) => source.document === id || derived.document === id)),
    );
  const dated = new Map<string, number>();
  let undated = 0;
  const published = new Map(dossier.documents.map((one) => [one.id, one.published?.value]));
  for (const statement of dossier.statements.filter(({ status }) => status !== 'rejected')) {
    const date = dateOf(statement, published.get(statement.passage.document));
    const name = date === undefined ? undefined : `${JSON.stringify(dayRange(date))} ${statement.status}`;
    if (name === undefined) undated += 1;
    else dated.set(name, (dated.get(name) ?? 0) + 1);
  }
  const days = await store.days();
  const told = days.days.flatMap(({ date, ...counts }) =>
    (['accepted', 'suggested'] as const).map(
      (status) => [`${JSON.stringify(dayRange(date))} ${status}`, counts[status]] as const,
    ),
  );
  expect(days.undated).toBe(undated);
  expect(new Map(told.filter(([, count]) => count > 0))).toEqual(dated);
  for (const asOf of AS_OF)
    expect(await store.positions(asOf), asOf).toEqual(
      positionsOver({ ...dossier, origins: all }, asOf === undefined ? {} : { asOf }).map(cellOf),
    );
};

const made = (random: (below: number) => number, of: (at: number) => ReturnType<typeof documentOf>) => {
  const passage = (at: number, least = 10) => {
    const start = 20 * random(20);
    return passageOf(of(at), start, start + least + random(60));
  };
  const statement = (id: number, at: number): Wish => {
    const [date, tense] = [DATES[random(DATES.length)], (['current', 'past', 'future', undefined] as const)[random(4)]];
    const condition = { kind: 'unless' as const, passage: passage(at) };
    return wish(
      statementOn(of(at), `s${id}`, {
        passage: passage(at),
        actor: actorId(ACTORS[random(ACTORS.length)] ?? ''),
        issue: issueId(['reopening', 'toll'][random(2)] ?? ''),
        stance: STANCES[random(5)] ?? 'neutral',
        level: random(3) === 0 ? 'implied' : 'explicit',
        status: (['suggested', 'accepted', 'rejected', 'accepted'] as const)[random(4)] ?? 'accepted',
        attribution:
          random(2) === 0
            ? []
            : [{ name: 'N', voice: (['named', 'anonymous', 'author'] as const)[random(3)] ?? 'named' }],
        ...(random(3) === 0 && { condition }),
        ...(random(3) > 0 && date !== undefined && { date }),
        ...(tense !== undefined && { tense }),
      }),
    );
  };
  const derivation = (documents: number): Derivation => {
    const [a, b] = [random(documents), random(documents)];
    const direction = { by: ['date'], sure: false };
    return { kind: 'verbatim', source: passage(a, 30), derived: passage(b, 30), score: 0.9, direction };
  };
  return { passage, statement, derivation };
};

test.each([1, 2, 3, 4])('what is kept follows every kind of step, and is what the core counts (%i)', async (seed) => {
  const random = randomFrom(seed * 7919);
  let store = done(await createStore(join(root, `steps-${seed}`), { title: 'Steps' }, ANNA));
  const documents: ReturnType<typeof documentOf>[] = [];
  let there: readonly ReturnType<typeof documentOf>[] = documents; // some are taken back
  const of = (at: number) => there[at % there.length] ?? documentOf(TEXT, 'none');
  const { passage, statement, derivation } = made(random, of);
  const capture = async (): Promise<void> => {
    const value = DATES[random(5)];
    const text = `${documents.length} ${TEXT}`;
    const [middle, blocks] = [text.indexOf('Graustark called') - 1, random(2)];
    const one = documentOf(text, `d${documents.length}`, {
      ...(value !== undefined && { published: { value, from: 'test' } }),
      ...(blocks === 1 && {
        blocks: [
          { kind: 'heading', start: 0, end: middle },
          { kind: 'paragraph', start: middle + 1, end: text.length },
        ],
      }),
    });
    documents.push(one);
    done(await store.capture(ANNA, [{ document: one }]));
  };
  for (let at = 0; at < 5; at++) await capture();
  const codebook = [...ACTORS.map((id) => actor(id, id)), issue('reopening'), issue('toll')];
  done(await store.write(ANNA, 'codebook', codebook));
  let computed: Derivation[] = [];
  const steps: readonly (() => Promise<void>)[] = [
    capture,
    async () => {
      const some = Array.from({ length: 1 + random(20) }, () => statement(random(60), random(documents.length)));
      const wishes = [...new Map(some.map((one) => [one.id, one])).values()];
      done(await store.write(ANNA, 'code', wishes));
    },
    async () => {
      const kept = computed.filter(() => random(3) > 0);
      computed = [...kept, ...Array.from({ length: random(6) }, () => derivation(documents.length))];
      done(await store.putDerivations(RULE, computed));
    },
    async () => {
      const id = `h${random(6)}`;
      const pair = [of(random(documents.length)).id, of(random(documents.length)).id];
      const after = [
        { kind: 'joined', id, documents: pair },
        { kind: 'apart', id, documents: pair },
        { kind: 'own', id, passage: passage(random(documents.length)) },
        { kind: 'taken', id, derivation: derivation(documents.length) },
        undefined,
      ][random(5)];
      if (after !== undefined || (await store.record('derivation', id)) !== undefined)
        await store.write(ANNA, 'decide', [{ kind: 'derivation', id, after }]);
    },
    async () => {
      const { id } = of(random(documents.length));
      const record = await store.record('document', id);
      if (record === undefined) return;
      const marked = [{ kind: 'menu' as const, start: 0, end: 40 + random(200) }];
      const after =
        random(2) === 0
          ? corrected(record, 'published', DATES[random(DATES.length)])
          : { ...record, boilerplate: record.boilerplate.length > 0 ? [] : marked };
      done(await store.write(ANNA, 'correct', [{ kind: 'document', id, after }]));
    },
    async () => {
      const [at, whole] = [2 + random(3), random(2)];
      const kinds = ['person', 'body', 'state', 'organisation'] as const;
      const partOf =
        random(3) === 0 ? [] : [{ actor: actorId(ACTORS[whole] ?? ''), from: '2012', to: `20${14 + random(8)}` }];
      const id = ACTORS[at] ?? '';
      const { mergedInto } = (await store.record('actor', id)) ?? {};
      const wished = actor(id, 'X', { kind: kinds[random(4)] ?? 'person', partOf });
      if (mergedInto === undefined) done(await store.write(ANNA, 'codebook', [wished]));
    },
    async () => void (await store.undo(ANNA)),
    async () => void (await store.redo(ANNA)),
    async () => void (await store.merge(ANNA, 'actor', ACTORS[2 + random(3)] ?? '', ACTORS[random(2)] ?? '')),
  ];
  for (let round = 0; round < 60; round++) {
    const ids = new Set((await store.dossier()).documents.map(({ id }) => id));
    there = documents.filter(({ id }) => ids.has(id));
    await steps[round < 20 ? 1 + random(4) : random(steps.length)]?.();
    if (round % 20 === 19) {
      await store.close();
      store = done(await openStore(store.folder));
    }
    if (round % 2 === 0) await compare(store, computed);
  }
  expect((await store.statements()).total).toBeGreaterThan(20);
  await compare(store, computed);
  const looking = done(await openStore(store.folder, { readOnly: true }));
  await compare(looking, computed);
  await looking.close();
  await store.close();
  expect((await verifyStore(store.folder)).problems).toEqual([]);
});
