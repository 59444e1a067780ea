import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { positionsOver } from '@entente/core/position/position';
import type { Statement } from '@entente/core/statement/statement';
import { actorId, issueId, STANCES } from '@entente/core/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNA, actor, documentOf, done, issue, RULE, randomFrom, statementOn, wish } from '../contract/subject.ts';
import { openDatabase } from '../database.ts';
import { createStore, openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { verifyStore } from '../verify-store.ts';
import { workOn } from '../work-on.ts';
import { cellOf } from './cell.ts';

let root = '';
const open: Store[] = [];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-matrix-'));
});
afterAll(async () => {
  for (const store of open) await store.close();
  await rm(root, { recursive: true, maxRetries: 5 });
});

const DATES = [
  ...[undefined, '2011-03', '2014-05-06', '2019', '2020-01~', '../2015', '2012/2018', '2021-10-19', '2021-10-20'],
  ...['2021-10', 'nonsense', '2013/..', '2021-11-01', '2021-09-01'],
];
const AS_OF = [undefined, '2010', '2014-06', '2016', '2020-02-03', '2021-10-19', '2021-11', '2030'];

/** The cells are to be those of the core, which counts all statements each time. */
const compare = async (store: Store): Promise<void> => {
  const dossier = await store.dossier();
  for (const asOf of AS_OF)
    expect(await store.positions(asOf), asOf).toEqual(
      positionsOver(dossier, asOf === undefined ? {} : { asOf }).map(cellOf),
    );
};

/** The same for somebody who only looks: from what is kept in the file, and the log since then. */
const compareBeside = async (store: Store): Promise<void> => {
  const looking = done(await openStore(store.folder, { readOnly: true }));
  try {
    await compare(looking);
  } finally {
    await looking.close();
  }
};

/** Closed and opened again, with what was kept. */
const again = async (store: Store): Promise<Store> => {
  await store.close();
  const opened = done(await openStore(store.folder));
  open.push(opened);
  return opened;
};

/** Everything that is kept in a file that is closed, after something was done to it. */
const keptIn = (folder: string, sql?: string): string => {
  const db = openDatabase(join(folder, 'dossier.sqlite'));
  if (sql !== undefined) db.script(sql);
  const rows = db.ask(`SELECT part, name, hex(body) AS body FROM kept ORDER BY part, name`);
  const state = db.ask(`SELECT value FROM fact WHERE name = 'kept'`);
  const marks = db.ask(
    'SELECT m.key AS key, k.name AS name FROM mark AS m LEFT JOIN kept AS k ON k.key = m.cell ORDER BY m.key',
  );
  db.close();
  return JSON.stringify([rows, state, marks]);
};

test('cells are what the core says of all statements: dated, undated, past, future, open and with repeated days, before and after changes', async () => {
  let store = done(await createStore(join(root, 'made-up'), { title: 'Made up' }, ANNA));
  open.push(store);
  const text = 'Ruritania will not reopen the strait unless Graustark withdraws. '.repeat(30);
  const documents = Array.from({ length: 12 }, (_, at) => {
    const published = DATES[(at * 5) % DATES.length];
    const dated =
      published === undefined || published === 'nonsense' ? {} : { published: { value: published, from: 'test' } };
    return documentOf(`${at} ${text}`, `d${at}`, dated);
  });
  done(
    await store.capture(
      ANNA,
      documents.map((document) => ({ document })),
    ),
  );
  const part = { kind: 'person' as const, partOf: [{ actor: actorId('ruritania'), from: '2012', to: '2019' }] };
  done(
    await store.write(ANNA, 'codebook', [
      actor('ruritania', 'R'),
      actor('graustark', 'G'),
      actor('envoy', 'E', part),
      issue('reopening'),
      issue('toll'),
    ]),
  );
  const random = randomFrom(7);
  const made = (at: number): Statement => {
    const document = documents[random(12)] ?? documents[0];
    if (!document) throw new Error('expected documents');
    const start = 60 * random(8);
    const date = DATES[random(DATES.length)];
    const tense = (['current', 'past', 'future', undefined] as const)[random(4)];
    return statementOn(document, `s${at}`, {
      passage: { document: document.id, start, end: start + 20, quote: document.text.slice(start, start + 20) },
      actor: actorId(['ruritania', 'graustark', 'envoy'][random(3)] ?? ''),
      issue: issueId(['reopening', 'toll'][random(2)] ?? ''),
      stance: STANCES[random(5)] ?? 'neutral',
      level: random(3) === 0 ? 'implied' : 'explicit',
      status: (['suggested', 'accepted', 'rejected', 'accepted'] as const)[random(4)] ?? 'accepted',
      ...(date !== undefined && date !== 'nonsense' && { date }),
      ...(tense !== undefined && { tense }),
    });
  };
  for (let round = 0; round < 12; round++) {
    const few = Array.from({ length: 1 + random(25) }, () => made(random(160)));
    const wishes = [...new Map(few.map((one) => [one.id, wish(one)])).values()];
    done(await store.write(ANNA, 'code', wishes));
    if (round % 3 === 1) store = await again(store);
    if (round % 4 === 0) await compareBeside(store);
    await compare(store);
  }
  done(await store.merge(ANNA, 'issue', 'toll', 'reopening'));
  await compareBeside(store);
  await compare(store);
  store = await again(store);
  done(await store.undo(ANNA));
  done(await store.undo(ANNA));
  await compareBeside(store);
  await compare(store);
  done(await store.suggest(RULE, [wish({ ...made(900), status: 'suggested' })]));
  await compare(store);
  store = await again(store);
  done(await store.redo(ANNA).catch(() => store.undo(ANNA)));
  await compareBeside(store);
  await compare(store);
  const whole = (await store.dossier()).statements.find(({ status }) => status === 'accepted');
  if (whole === undefined) throw new Error('expected an accepted statement');
  store = await again(store);
  expect(await store.position(actorId('graustark'), issueId('reopening'))).toEqual(
    positionsOver(await store.dossier()).find(({ actor, issue }) => actor === 'graustark' && issue === 'reopening'),
  );
  done(await store.write(ANNA, 'remove', [{ kind: 'statement', id: whole.id, after: undefined }]));
  await compareBeside(store);
  await compare(store);
});

test('what is kept is thrown away where it was changed, cut off, or counted in another way; the matrix stays right', async () => {
  const example = resolve(import.meta.dirname, '../../../../examples/end-of-war-declaration');
  const { store } = done(await workOn(example, ANNA, { at: join(root, 'kept') }));
  const { folder } = store;
  await compare(store);
  await store.close();
  const told = async (): Promise<readonly string[]> => (await verifyStore(folder)).problems.map(({ code }) => code);
  const right = keptIn(folder);
  expect(right).toContain('japan');
  const first = `(SELECT min(key) FROM kept WHERE part = 'cell')`;
  const spoilt = [
    `UPDATE kept SET body = CAST(substr(body, 1, 60) || x'07' || substr(body, 62) AS BLOB) WHERE key = ${first}`,
    `UPDATE kept SET body = CAST(substr(body, 1, 70) AS BLOB) WHERE key = ${first}`,
    `UPDATE kept SET body = x'' WHERE key = ${first}`,
    `UPDATE kept SET name = 'somebody' || char(10) || 'else' WHERE key = ${first}`,
    `DELETE FROM kept WHERE key = ${first}`,
    `INSERT INTO kept (part, name, seq, body) SELECT part, 'twice' || char(10) || 'over', seq, body FROM kept WHERE key = ${first}`,
    `INSERT INTO kept (part, name, seq, body) VALUES ('print', 'nothing', 1, x'')`,
  ];
  for (const sql of spoilt) {
    expect(keptIn(folder, sql), sql).not.toBe(right);
    expect(await told(), sql).toContain('store/kept');
    const looking = done(await openStore(folder, { readOnly: true }));
    await compare(looking);
    await looking.close();
    const opened = done(await openStore(folder));
    await compare(opened);
    await opened.close();
    expect(await told(), sql).toEqual([]);
  }
  const elsewhere = [
    `UPDATE fact SET value = replace(value, '"counting":', '"counting":9') WHERE name = 'kept'`,
    `UPDATE fact SET value = replace(value, '"version":', '"version":9') WHERE name = 'kept'`,
    `UPDATE fact SET value = 'nonsense' WHERE name = 'kept'`,
    `DELETE FROM fact WHERE name = 'kept'; DELETE FROM kept; DELETE FROM mark`,
  ];
  for (const sql of elsewhere) {
    keptIn(folder, sql);
    const opened = done(await openStore(folder));
    await compare(opened);
    await opened.close();
    expect(await told(), sql).toEqual([]);
  }
});

test('a step on what was spoilt is written, and all is counted again', async () => {
  const example = resolve(import.meta.dirname, '../../../../examples/end-of-war-declaration');
  const spoilt = [
    `UPDATE kept SET body = x'00' WHERE part = 'cell'`,
    `UPDATE mark SET cell = cell + 1`,
    `DELETE FROM mark`,
    `UPDATE mark SET cell = 100000`,
  ];
  for (const [at, sql] of spoilt.entries()) {
    const { store } = done(await workOn(example, ANNA, { at: join(root, `spoilt-${at}`) }));
    const { folder } = store;
    const { rows } = await store.statements({ status: 'accepted' });
    await store.close();
    keptIn(folder, sql);
    const opened = done(await openStore(folder));
    open.push(opened);
    for (const statement of rows.slice(0, 3))
      done(await opened.write(ANNA, 'reject', [wish({ ...statement, status: 'rejected' })]));
    await compare(opened);
    expect((await verifyStore(folder)).problems, sql).toEqual([]);
  }
});

test('many cells, at days that were not asked for before', async () => {
  let store = done(await createStore(join(root, 'many'), { title: 'Many', asOf: '2019' }, ANNA));
  open.push(store);
  const text = 'Ruritania will not reopen the strait unless Graustark withdraws. '.repeat(30);
  const documents = ['2011-03', '2018', '2021-10-19'].map((value, at) =>
    documentOf(`${at} ${text}`, `d${at}`, { published: { value, from: 'test' } }),
  );
  done(
    await store.capture(
      ANNA,
      documents.map((document) => ({ document })),
    ),
  );
  const actors = Array.from({ length: 15 }, (_, at) => `actor${at}`);
  const issues = Array.from({ length: 8 }, (_, at) => `issue${at}`);
  done(await store.write(ANNA, 'codebook', [...actors.map((id) => actor(id, id)), ...issues.map((id) => issue(id))]));
  const statements = actors.flatMap((one, a) =>
    issues.flatMap((about, i) =>
      documents.map((document, d) =>
        statementOn(document, `s${a}-${i}-${d}`, {
          passage: { document: document.id, start: 60, end: 80, quote: document.text.slice(60, 80) },
          actor: actorId(one),
          issue: issueId(about),
          stance: STANCES[(a + i + d) % 5] ?? 'neutral',
          status: (a + d) % 3 === 0 ? 'suggested' : 'accepted',
        }),
      ),
    ),
  );
  done(await store.write(ANNA, 'code', statements.map(wish)));
  expect(await store.positions()).toHaveLength(120);
  await compareBeside(store);
  done(await store.write(ANNA, 'remove', [{ kind: 'statement', id: 's3-3-1', after: undefined }]));
  await compareBeside(store);
  store = await again(store);
  expect(await store.positions('2012')).toEqual(positionsOver(await store.dossier(), { asOf: '2012' }).map(cellOf));
  await compare(store);
});

test('the example: cells and single positions', async () => {
  const example = resolve(import.meta.dirname, '../../../../examples/end-of-war-declaration');
  const { store } = done(await workOn(example, ANNA, { at: join(root, 'example') }));
  open.push(store);
  await compare(store);
  const all = positionsOver(await store.dossier(), { asOf: '2021-11-30' });
  for (const position of all.slice(0, 12))
    expect(await store.position(position.actor, position.issue, '2021-11-30')).toEqual(position);
  for (const wrong of ['2021-99', 'foo', ''])
    await expect(async () => await store.positions(wrong), wrong).rejects.toThrow(RangeError);
});
