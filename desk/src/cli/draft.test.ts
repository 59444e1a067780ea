import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listening } from './listening.ts';
import { main } from './main.ts';

const example = fileURLToPath(new URL('../../../examples/end-of-war-declaration', import.meta.url));

const run = async (...args: string[]) => {
  const { shell, out, err } = listening(tmpdir());
  const code = await main(args, shell);
  return { code, out: out(), err: err() };
};

test('the draft of the example is a conflict file that analyze reads, with North Korea’s condition as its aim', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'entente-draft-')), 'conflict.yaml');
  const drafted = await run('draft', example, '-o', path);
  expect(drafted.code).toBe(0);
  expect(drafted.err).toContain('no source ranks the aims');
  expect(readFileSync(path, 'utf8')).toMatch(/hostile-policy if accept-north-korea/);
  const analysed = await run('analyze', path, '--json');
  expect(analysed.code).toBe(0);
  expect(JSON.parse(analysed.out).makers.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['south-korea', 'north-korea', 'united-states', 'japan']),
  );
  const again = await run('draft', example, '-o', path);
  expect([again.code, again.err.includes('left as it is')]).toEqual([2, true]);
});

test('an unknown issue is named with those that are known', async () => {
  const said = await run('draft', example, '--issue', 'fish');
  expect([said.code, said.err.includes('end-of-war')]).toEqual([2, true]);
});
