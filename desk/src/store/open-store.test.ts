import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNA, accept, begun, bytesOf, COURIER, documentOf, done, pictureOf } from './contract/subject.ts';
import { openDatabase } from './database.ts';
import { createStore, openStore } from './open-store.ts';
import { MIGRATIONS } from './schema.ts';
import { verifyStore } from './verify-store.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-open-'));
});
afterAll(async () => {
  await chmod(join(root, 'locked'), 0o755).catch(() => undefined);
  await rm(root, { recursive: true, maxRetries: 5 });
});

const made = async (name: string): Promise<string> => {
  const store = done(await createStore(join(root, name), { title: 'The strait' }, ANNA));
  done(await store.capture(ANNA, [{ document: COURIER, bytes: bytesOf(COURIER.text) }]));
  await store.close();
  return store.folder;
};

const codesOf = async (opening: ReturnType<typeof openStore>): Promise<readonly string[]> => {
  const outcome = await opening;
  if (!outcome.ok) return outcome.problems.map(({ code }) => code);
  await outcome.value.close();
  return ['opened'];
};

const touch = (folder: string, sql: string): void => {
  const db = openDatabase(join(folder, 'dossier.sqlite'));
  db.script(sql);
  db.close();
};

test('a dossier of a later version is refused, for work and for looking, and stays to the byte as it was', async () => {
  const folder = await made('newer');
  touch(folder, 'PRAGMA user_version = 99');
  const before = await readFile(join(folder, 'dossier.sqlite'));
  expect(await codesOf(openStore(folder))).toEqual(['store/newer']);
  expect(await codesOf(openStore(folder, { readOnly: true }))).toEqual(['store/newer']);
  expect(await readFile(join(folder, 'dossier.sqlite'))).toEqual(before);
  expect(await readdir(folder)).not.toContain('lock');
});

test('an earlier format is brought up to date with a backup; a step that fails changes nothing', async () => {
  const folder = await made('older');
  const broken = [...MIGRATIONS, 'CREATE TABLE extra (x); CREATE TABLE entry (x);'];
  await expect(openStore(folder, { steps: broken })).rejects.toThrow();
  expect(await codesOf(openStore(folder))).toEqual(['opened']);
  const steps = [...MIGRATIONS, 'CREATE TABLE extra (x)'];
  expect(await codesOf(openStore(folder, { steps, readOnly: true }))).toEqual(['store/older']);
  const store = done(await openStore(folder, { steps }));
  expect(store.notes.map(({ code }) => code)).toContain('store/migrated');
  expect((await store.documents()).total).toBe(1);
  await store.close();
  const copies = await readdir(join(folder, 'backups'));
  expect(copies).toHaveLength(2);
  const copy = openDatabase(join(folder, 'backups', copies[0] ?? ''));
  expect([copy.pragma('user_version'), copy.pragma('integrity_check')]).toEqual([MIGRATIONS.length, 'ok']);
  copy.close();
  expect(await codesOf(openStore(folder))).toEqual(['store/newer']);
});

test('a file of the first format is brought to the present one: nothing is lost, and what is kept is counted', async () => {
  const before = await begun(done(await createStore(join(root, 'first'), { title: 'The strait' }, ANNA)));
  const { folder } = before;
  await accept(before);
  const picture = await pictureOf(before);
  await before.close();
  touch(
    folder,
    `DROP INDEX record_address; DROP TABLE kept; DROP TABLE mark; DELETE FROM fact; INSERT INTO fact (name, value) VALUES ('cells', 'as it was kept');
     PRAGMA user_version = 1`,
  );
  expect(await codesOf(openStore(folder, { readOnly: true }))).toEqual(['store/older']);
  const store = done(await openStore(folder));
  expect(store.notes.map(({ code }) => code)).toContain('store/migrated');
  expect(await pictureOf(store)).toEqual(picture);
  done(await store.undo(ANNA));
  done(await store.redo(ANNA));
  expect(await pictureOf(store)).toEqual(picture);
  await store.close();
  expect((await verifyStore(folder)).problems).toEqual([]);
  const [name = ''] = await readdir(join(folder, 'backups'));
  const copy = openDatabase(join(folder, 'backups', name));
  expect([copy.pragma('user_version'), copy.pragma('integrity_check')]).toEqual([1, 'ok']);
  copy.close();
});

test('what is no dossier is refused: nothing there, another database, no database, a folder with other things, a file', async () => {
  await mkdir(join(root, 'foreign'));
  expect(await codesOf(openStore(join(root, 'foreign')))).toEqual(['store/absent']);
  touch(join(root, 'foreign'), 'CREATE TABLE t (x)');
  expect(await codesOf(openStore(join(root, 'foreign')))).toEqual(['store/not-a-dossier']);
  await mkdir(join(root, 'garbage'));
  await writeFile(
    join(root, 'garbage', 'dossier.sqlite'),
    'not a database at all, but long enough to have a header '.repeat(20),
  );
  expect(await codesOf(openStore(join(root, 'garbage')))).toEqual(['store/not-a-dossier']);
  await mkdir(join(root, 'used'));
  await writeFile(join(root, 'used', 'thesis.doc'), 'mine');
  expect(await codesOf(createStore(join(root, 'used'), { title: 'x' }, ANNA))).toEqual(['store/not-empty']);
  expect(await readdir(join(root, 'used'))).toEqual(['thesis.doc']);
  await writeFile(join(root, 'file'), '');
  expect(await codesOf(createStore(join(root, 'file'), { title: 'x' }, ANNA))).toEqual(['store/not-a-folder']);
  expect(await codesOf(createStore(await made('there'), { title: 'x' }, ANNA))).toEqual(['store/exists']);
});

test('open already: refused with who has it, here and from another process; looked at all the same', async () => {
  const folder = await made('busy');
  const store = done(await openStore(folder));
  const again = await openStore(folder);
  expect(again).toMatchObject({ ok: false, problems: [{ code: 'store/open-already' }] });
  if (!again.ok) expect(again.problems[0]?.says).toMatch(new RegExp(`process ${process.pid}, since \\d{4}-.* UTC`));
  const held = JSON.stringify(join(folder, 'lock.held'));
  const script = `const D = require('libsql'); try { new D(${held}).exec('BEGIN EXCLUSIVE'); console.log('free') } catch (e) { console.log(e.code) }`;
  expect(spawnSync(process.execPath, ['-e', script], { cwd: import.meta.dirname }).stdout.toString()).toBe(
    'SQLITE_BUSY\n',
  );
  const looking = done(await openStore(folder, { readOnly: true }));
  expect((await looking.documents()).total).toBe(1);
  expect(await looking.undo(ANNA)).toMatchObject({ ok: false, problems: [{ code: 'store/looking-only' }] });
  const next = documentOf('Talks went on in Zenda.', 'zenda');
  done(await store.capture(ANNA, [{ document: next, bytes: bytesOf(next.text) }]));
  expect((await looking.documents()).total).toBe(2);
  await looking.close();
  await store.close();
  expect(await codesOf(openStore(folder))).toEqual(['opened']);
});

test('a lock that somebody left is taken over, told, and what was cut off is cleared away', async () => {
  const folder = await made('left');
  await writeFile(join(folder, 'lock'), '{"pid":999999,"host":"elsewhere","since":"2021-10-19T10:00:00.000Z"}\n');
  await writeFile(join(folder, 'originals', `${'a'.repeat(64)}.pdf`), 'captured and never recorded');
  await writeFile(join(folder, 'originals', '.0f8fad5b-d9cb-469f-a165-70867728950e.part'), 'half');
  await writeFile(join(folder, 'originals', 'my-notes.txt'), 'not ours');
  const store = done(await openStore(folder));
  expect(store.notes.map(({ code }) => code)).toEqual(['store/taken-over']);
  await store.close();
  const names = await readdir(join(folder, 'originals'));
  expect(names).toHaveLength(2);
  expect(names).toContain('my-notes.txt');
  expect((await verifyStore(folder)).problems.map(({ code }) => code)).toEqual(['store/original-unknown']);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder that may not be written: told for work, shown for looking',
  async () => {
    const folder = await made('locked');
    await chmod(folder, 0o555);
    expect(await codesOf(openStore(folder))).toEqual(['store/read-only']);
    const store = done(await openStore(folder, { readOnly: true }));
    expect((await store.documents()).total).toBe(1);
    await store.close();
    await chmod(folder, 0o755);
  },
);

test('another process that looks leaves the log of one that closed the dossier before and works on it again', async () => {
  const folder = await made('again');
  const store = done(await openStore(folder));
  done(await store.write(ANNA, 'rename', [{ kind: 'head', id: 'head', after: { title: 'The narrows' } }]));
  const look = `const d = new (require('libsql'))(process.argv[1]); console.log(d.prepare('SELECT count(*) AS n FROM entry').get().n); d.close()`;
  const looked = spawnSync(process.execPath, ['-e', look, join(folder, 'dossier.sqlite')], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  expect({ error: looked.stderr, rows: Number(looked.stdout) }).toEqual({ error: '', rows: store.version() });
  expect(await readdir(folder)).toContain('dossier.sqlite-wal');
  await store.close();
});
