import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentId } from '@entente/core/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNA, accept, begun, done } from './contract/subject.ts';
import { openDatabase } from './database.ts';
import { createStore, openStore } from './open-store.ts';
import { restore } from './restore.ts';
import { verifyStore } from './verify-store.ts';

let root = '';
let made = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-verify-'));
  const store = await begun(done(await createStore(join(root, 'whole'), { title: 'The strait' }, ANNA)));
  await accept(store);
  await store.close();
});
afterAll(async () => rm(root, { recursive: true, maxRetries: 5 }));

const copy = async (from = 'whole'): Promise<string> => {
  const to = join(root, `copy-${made++}`);
  // the files beside the database are empty, and go when the collector finds the connection that had them
  await cp(join(root, from), to, { recursive: true, filter: (name) => !/-(?:wal|shm)$/.test(name) });
  return to;
};

/** A copy in which some SQL was carried out behind the back of the store. */
const tampered = async (...sql: readonly string[]): Promise<string> => {
  const folder = await copy();
  const db = openDatabase(join(folder, 'dossier.sqlite'));
  for (const one of sql) db.script(one);
  db.close();
  await rm(join(folder, 'seal'));
  return folder;
};

const found = async (folder: string): Promise<readonly string[]> =>
  (await verifyStore(folder)).problems.map(({ code, at }) =>
    `${code.slice('store/'.length)} ${at.slice(1).join(' ')}`.trim(),
  );

test('a dossier that nobody touched is sound', async () => {
  expect(await verifyStore(join(root, 'whole'))).toEqual({
    ...{ entries: 5, records: 8, documents: 1, originals: 1, problems: [] },
  });
});

test('a folder that lost its database is told, and stays without one', async () => {
  const folder = await copy();
  await rm(join(folder, 'dossier.sqlite'));
  expect(await found(folder)).toContain('absent');
  expect(await readdir(folder)).not.toContain('dossier.sqlite');
});

test('one changed byte anywhere in the database is told', async () => {
  const folder = await copy();
  const path = join(folder, 'dossier.sqlite');
  const bytes = await readFile(path);
  const step = Math.ceil(bytes.length / 24);
  for (let at = 24; at < bytes.length; at += step) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    await writeFile(path, changed);
    for (const name of ['dossier.sqlite-wal', 'dossier.sqlite-shm']) await rm(join(folder, name), { force: true });
    expect((await found(folder)).length, `byte ${at}`).toBeGreaterThan(0);
  }
});

test.each([
  ['before the opening is done', 2 ** 30],
  ['while work goes on', 0],
])(
  'a byte that changed is told again after the next writing, compared %s, until a person takes it',
  async (_, sealedAtOnce) => {
    const folder = await copy();
    const path = join(folder, 'dossier.sqlite');
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    const changed = await found(folder);
    expect(changed).toContain('byte');
    const store = done(await openStore(folder, { sealedAtOnce }));
    expect(store.notes.map(({ code }) => code)).toEqual(sealedAtOnce > 0 ? ['store/byte'] : []);
    done(await store.undo(ANNA));
    await store.close();
    const again = done(await openStore(folder, { sealedAtOnce }));
    expect(again.notes.map(({ code }) => code)).toEqual(['store/byte']);
    done(await again.redo(ANNA));
    await again.close();
    expect((await verifyStore(folder)).problems).toContainEqual(
      expect.objectContaining({ code: 'store/byte', at: ['seal.broken'] }),
    );
    await rm(join(folder, 'seal.broken'));
    expect(await found(folder)).not.toContain('byte');
  },
);

test('a dossier that was opened and closed as it should be has no word of a broken seal', async () => {
  const folder = await copy();
  for (const sealedAtOnce of [0, 2 ** 30]) {
    const store = done(await openStore(folder, { sealedAtOnce }));
    done(await store.undo(ANNA));
    done(await store.redo(ANNA));
    await store.close();
  }
  expect(await readdir(folder)).not.toContain('seal.broken');
  expect(await found(folder)).toEqual([]);
});

test('where the seal alone was changed, the database alone is not blamed', async () => {
  const folder = await copy();
  await writeFile(join(folder, 'seal'), `${'0'.repeat(64)}\n`);
  const [told] = (await verifyStore(folder)).problems;
  expect(told?.says).toContain('The database or its seal');
});

test.each([
  [
    `UPDATE change SET after = replace(after, 'oppose', 'support') WHERE kind = 'statement' AND seq = 4`,
    'entry entry 4 (suggest, stance,',
  ],
  [`UPDATE entry SET by_name = 'Eve' WHERE seq = 5`, 'entry entry 5 (accept, Eve,'],
  [`UPDATE entry SET previous = hash WHERE seq = 3`, 'chain entry 3 (codebook, Anna,'],
  [`DELETE FROM change WHERE seq = 5; DELETE FROM entry WHERE seq = 5`, 'record statement s1'],
  [
    `PRAGMA foreign_keys = OFF; DELETE FROM change WHERE seq = 3; DELETE FROM entry WHERE seq = 3`,
    'chain-gap entry 4 (suggest, stance,',
  ],
  [`UPDATE record SET body = replace(body, 'oppose', 'support') WHERE id = 's1'`, 'record statement s1'],
  [`UPDATE record SET held = 0 WHERE id = 's1'`, 'record statement s1'],
  [`DELETE FROM record WHERE id = 'toll'`, 'record-lost issue toll'],
  [`INSERT INTO record (kind, id, body, held, seq) SELECT 'issue', 'new', '{}', 1, 5`, 'record issue new'],
  [`UPDATE text SET body = replace(body, 'fleet', 'float')`, 'text text of courier'],
  [`DELETE FROM text`, 'text-lost document courier'],
  [`INSERT INTO text (sha256, length, body) VALUES ('x', 1, 'x')`, 'text-orphan text x…'],
  [`INSERT INTO computed (source, derived, body) VALUES ('courier', 'courier', '{}')`, 'computed derivations'],
  [`DELETE FROM original`, 'original-lost document courier'],
  [`UPDATE kept SET body = x'00' WHERE part = 'cell'`, 'kept what is kept'],
  [`UPDATE mark SET cell = 77`, 'kept what is kept'],
  [`UPDATE record SET day = '2001' WHERE id = 'courier'`, 'kept what is kept'],
  [`UPDATE record SET body = NULL WHERE id = 'ruritania'`, 'orphan statement s1'],
])('%s', async (sql, expected) => {
  expect((await found(await tampered(sql))).join('\n')).toContain(expected);
});

test('it says how far it is', async () => {
  const told: string[] = [];
  await verifyStore(await copy(), (words) => told.push(words));
  expect(told).toEqual(
    expect.arrayContaining(['the file', 'entries of the log: 5 of 5', 'texts: 1 of 1', 'originals: 1 of 1']),
  );
});

test('an original that was changed, is lost, or belongs to nothing is named', async () => {
  const folder = await copy();
  const [name = ''] = await readdir(join(folder, 'originals'));
  const path = join(folder, 'originals', name);
  const bytes = await readFile(path);
  bytes[3] = 0x58;
  await writeFile(path, bytes);
  const [changed] = (await verifyStore(folder)).problems;
  expect(changed).toMatchObject({ code: 'store/original', at: [`originals/${name}`] });
  expect(changed?.says).toContain('the original of “courier” is not what was captured');
  await rm(path);
  await writeFile(join(folder, 'originals', 'notes.txt'), 'mine');
  expect((await verifyStore(folder)).problems.map(({ code, at }) => `${code} ${at[0]}`)).toEqual([
    `store/original-lost originals/${name}`,
    'store/original-unknown originals/notes.txt',
  ]);
});

test('a backup of a dossier that is in use is whole, is restored into a new folder alone, and only if every byte is right', async () => {
  const folder = await copy();
  const store = done(await openStore(folder));
  const to = join(root, 'backup');
  expect(done(await store.backup(to))).toMatchObject({ files: 2 });
  expect(await store.backup(to)).toMatchObject({ ok: false, problems: [{ code: 'store/backup-exists' }] });
  done(await store.undo(ANNA));
  expect((await verifyStore(to)).problems).toEqual([]);
  const back = join(root, 'back');
  expect(done(await restore(to, back))).toMatchObject({ entries: 5, documents: 1, problems: [] });
  expect(await restore(to, back)).toMatchObject({ ok: false, problems: [{ code: 'store/restore-exists' }] });
  const restored = done(await openStore(back));
  expect((await restored.record('statement', 's1'))?.status).toBe('accepted');
  expect(await restored.original(documentId('courier'))).toEqual(await store.original(documentId('courier')));
  await restored.close();
  await store.close();
  const path = join(to, 'dossier.sqlite');
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(path, bytes);
  const refused = await restore(to, join(root, 'never'));
  expect(refused).toMatchObject({ ok: false });
  expect(refused.ok ? undefined : refused.problems[0]).toMatchObject({
    code: 'store/backup-file',
    at: ['dossier.sqlite'],
  });
  expect(await readdir(root)).not.toContain('never');
  expect(await restore(join(root, 'nothing'), join(root, 'never'))).toMatchObject({
    ok: false,
    problems: [{ code: 'store/absent' }],
  });
});

test('a backup is not taken of originals that are damaged', async () => {
  const folder = await copy();
  const [name = ''] = await readdir(join(folder, 'originals'));
  await writeFile(join(folder, 'originals', name), 'other');
  const store = done(await openStore(folder));
  expect(await store.backup(join(root, 'bad'))).toMatchObject({ ok: false, problems: [{ code: 'store/original' }] });
  await store.close();
  expect(await readdir(root)).not.toContain('bad');
});
