import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listening } from './listening.ts';
import { main } from './main.ts';

const example = fileURLToPath(new URL('../../../examples/end-of-war-declaration/conflict.yaml', import.meta.url));

const run = async (...args: string[]) => {
  const { shell, out, err } = listening(tmpdir());
  const code = await main(args, shell);
  return { code, out: out(), err: err() };
};

test('the example: the status quo holds in every one of the 64 readings, the other Nash state without one assumption', async () => {
  // Worked with the published codings of this dispute: without the assumptions the Nash states are YNYNNY and YNYYNY.
  const { code, out } = await run('analyze', example, '--sure', '--concepts', 'nash');
  expect(code).toBe(0);
  expect(out).toContain('64 readings');
  expect(out).toContain('Nash: YNYNNY in all readings; YNYYNY in some readings (50');
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Without the assumption that the United States wants not “Object to an early declaration” if “Endorse the declaration”, YNYYNY would hold as well.',
  );
  expect(out).toMatch(/the one origin .*anonymous/);
});

test('a seeded sample is recorded with its seed and can be made again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-sure-'));
  const { out } = await run(
    'analyze',
    example,
    '--sure',
    '--json',
    '--concepts',
    'seq',
    '--orders',
    'all',
    '--samples',
    '20',
    '--seed',
    '5',
  );
  expect(JSON.parse(out)).toMatchObject({
    command: 'analyze',
    question: { seed: '5' },
    result: { sampled: 20, seed: 5 },
  });
  const result = join(folder, 'result.json');
  writeFileSync(result, out);
  expect(await run('verify', result, '--input', example)).toMatchObject({
    code: 0,
    out: 'Made again, and the same.\n',
  });
});

test.each([
  [['--orders', 'some'], 'analyze/orders'],
  [['--samples', 'few'], 'analyze/samples'],
  [['--seed', '-1'], 'analyze/seed'],
])('%s is refused with a clear word', async (args, code) => {
  const said = await run('analyze', example, '--sure', ...args);
  expect([said.code, said.err.includes(`[${code}]`)]).toEqual([2, true]);
});

test('too many states for --sure are told from their count, before anything is ranked', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'entente-sure-')), 'large.yaml');
  const options = (maker: number) => Array.from({ length: 13 }, (_, at) => `o${maker}-${at}`).join(', ');
  writeFileSync(
    path,
    `makers:\n${[1, 2].map((maker) => `  - { id: m${maker}, options: [${options(maker)}], prefers: [o1-1] }\n`).join('')}`,
  );
  const { code, out, err } = await run('analyze', path, '--sure');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('The conflict has 67,108,864 states; with --sure it may have at most 4,096');
  expect(err).toMatch(/^large\.yaml:\d/);
});

test('where nobody has a preference there is nothing to be sure of', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'entente-sure-')), 'nopref.yaml');
  writeFileSync(path, 'makers:\n  - { id: one, options: [a] }\n  - { id: two, options: [b] }\n');
  const { code, out, err } = await run('analyze', path, '--sure');
  expect([code, out, err.includes('[analyze/no-preferences]')]).toEqual([2, '', true]);
});

test('what belongs to --sure is refused without it', async () => {
  const { code, out, err } = await run('analyze', example, '--seed', '3', '--samples', '50', '--orders', 'all');
  expect([code, out]).toEqual([2, '']);
  for (const name of ['--seed', '--samples', '--orders']) expect(err).toContain(`${name} says how --sure`);
});
