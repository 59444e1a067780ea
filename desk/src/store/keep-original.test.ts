import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEFT_BY_SYSTEM, renamed } from './keep-original.ts';

test('a name that cannot be given at once is tried again; another fault is not', async () => {
  const root = await mkdtemp(join(tmpdir(), 'entente-name-'));
  await writeFile(join(root, 'a'), 'words');
  await renamed(join(root, 'a'), join(root, 'b'), 3);
  expect(await readFile(join(root, 'b'), 'utf8')).toBe('words');
  await expect(renamed(join(root, 'none'), join(root, 'c'), 3)).rejects.toMatchObject({ code: 'ENOENT' });
  await rm(root, { recursive: true });
});

test('what systems leave in folders is known, and no name of ours is among it', () => {
  for (const name of ['.DS_Store', '._a.txt', 'Thumbs.db', 'desktop.ini', 'Icon\r'])
    expect(LEFT_BY_SYSTEM.test(name)).toBe(true);
  for (const name of ['lock', 'seal', 'dossier.sqlite', `${'a'.repeat(64)}.txt`])
    expect(LEFT_BY_SYSTEM.test(name)).toBe(false);
});
