import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { listening } from './listening.ts';
import { main } from './main.ts';

let root = '';
const run = async (...args: string[]) => {
  const { shell, out, err } = listening(root);
  const code = await main(args, shell);
  return { code, out: out(), err: err() };
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-safe-'));
  await writeFile(
    join(root, 'courier.txt'),
    'Envoys meet again\n\nRuritania opposes the toll, its envoy said on Monday.\n',
  );
  await run('add', 'strait', 'courier.txt', '--by', 'Anna', '--no-read');
});
afterAll(async () => rm(root, { recursive: true, maxRetries: 5 }));

test('backup while the dossier is open, verify, restore, export; what is in the way is left as it is', async () => {
  const open = await openStore(join(root, 'strait'));
  const backed = await run('backup', 'strait', 'copy');
  expect(backed).toMatchObject({ code: 0, out: expect.stringMatching(/^2 files, \d+ KB, in copy\./) });
  if (open.ok) await open.value.close();
  expect(await run('backup', 'strait', 'copy')).toMatchObject({
    code: 2,
    err: expect.stringContaining('[store/backup-exists]'),
  });
  expect(await run('verify', 'copy')).toMatchObject({
    ...{ code: 0, out: 'All is as it was written: 2 entries, 2 records, 1 document, 1 original.\n' },
  });
  expect(await run('restore', 'copy', 'again')).toMatchObject({
    ...{ code: 0, out: '1 document, 2 entries of the log, in again.\n' },
  });
  expect(await run('export', 'again', '-o', 'text')).toMatchObject({ code: 0, out: '1 document, 6 files, in text.\n' });
  expect(await readdir(join(root, 'text'))).toContain('statements.yaml');
  expect((await run('export', 'again', '-o', 'text')).code).toBe(2);
  expect(await run('export', 'again', '--to', 'word', '-o', 'x')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Known: folder'),
  });
  expect(await run('verify', 'text')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no dossier and no backup'),
  });
});

test('verify names a damaged original, restore refuses it', async () => {
  await run('backup', 'strait', 'bad');
  const [name = ''] = await readdir(join(root, 'bad', 'originals'));
  const path = join(root, 'bad', 'originals', name);
  await writeFile(path, `${await readFile(path, 'utf8')}!`);
  const found = await run('verify', 'bad');
  expect(found).toMatchObject({ code: 1, out: expect.stringContaining('2 things are wrong') });
  expect(found.err).toContain('the original of “courier” is not what was captured');
  expect(JSON.parse((await run('verify', 'bad', '--json')).out).problems).toHaveLength(2);
  expect((await run('restore', 'bad', 'never')).code).toBe(2);
});

test('the log tells who did what; undo and redo work from the terminal', async () => {
  const log = await run('log', 'strait');
  expect(log.out).toMatch(
    /^ {4}2 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}Anna {2}capture {2}document courier\n {4}1 .*Anna {2}create {2}head head\n$/,
  );
  expect(await run('undo', 'strait', '--by', 'Boris')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Taken back:'),
  });
  expect(await run('undo', 'strait')).toMatchObject({ code: 1, err: 'There is nothing to take back.\n' });
  expect((await run('redo', 'strait')).out).toContain('capture  document courier');
  const entries = JSON.parse((await run('log', 'strait', '--json', '--limit', '2')).out);
  expect(entries.map(({ what, by }: { what: string; by: { name: string } }) => `${what} ${by.name}`)[1]).toBe(
    'undo Boris',
  );
  expect((await run('log', 'strait', '--limit', 'many')).code).toBe(2);
  expect(await run('log', 'nothing')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no dossier in this folder'),
  });
});
