import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openConflict } from './conflict-file.ts';
import { readFolder } from './folder.ts';

const page = await readFile(fileURLToPath(new URL('../../../docs/dossier.md', import.meta.url)), 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'entente-page-'));
afterAll(() => rm(folder, { recursive: true }));

test('the dossier that docs/dossier.md prints is read without a fault', async () => {
  const files = [...page.matchAll(/^### (\S+)\n[\s\S]*?^```\w+\n([\s\S]*?)^```$/gm)];
  expect(files.length).toBeGreaterThanOrEqual(7);
  for (const [, name = '', text = ''] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const read = await readFolder(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { dossier, problems, conflicts } = read.value;
  expect(problems).toEqual([]);
  expect(dossier.statements[0]?.condition?.passage.quote).toBe('unless Graustark withdraws its fleet');
  expect([dossier.events, dossier.figures, dossier.forecasts].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(conflicts).toHaveLength(1);
  const conflict = await openConflict(join(folder, 'conflict.yaml'));
  expect(conflict.ok && conflict.value.model.size).toBe(4);
});
