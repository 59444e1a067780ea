import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listening } from './listening.ts';
import { main } from './main.ts';

const cwd = mkdtempSync(join(tmpdir(), 'entente-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const run = async (...args: string[]) => {
  const { shell, out, err } = listening(cwd, 80);
  const exit = await main(args, shell);
  return { exit, out: out(), err: err() };
};

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(cwd, name), content);
  return name;
};

const REPORT =
  'Morocco rejected a referendum on Western Sahara on 3 May 2004, diplomatic sources said. About 200 envoys met in Rabat.\n';
const ISSUES = JSON.stringify([
  { id: 'referendum', label: 'Referendum', proposal: 'A referendum should be held in Western Sahara.' },
]);

test('with --jsonl every line is one suggestion whose words stand at its offsets', async () => {
  const said = await run('read', file('sahara.txt', REPORT), '--codebook', file('issues.json', ISSUES), '--jsonl');
  expect(said.exit).toBe(0);
  const lines = said.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const line of lines) {
    expect(line['document']).toBe('sahara.txt');
    expect(REPORT.slice(Number(line['start']), Number(line['end']))).toBe(line['text']);
  }
  expect(lines.find((line) => line['kind'] === 'statement')).toMatchObject({
    actor: 'morocco',
    state: 'morocco',
    issue: 'referendum',
    stance: 'oppose',
    attribution: ['diplomatic sources'],
    date: '2004-05-03',
  });
  expect(lines.find((line) => line['kind'] === 'event')).toMatchObject({ date: '2004-05-03' });
  expect(lines.find((line) => line['kind'] === 'figure')).toMatchObject({ value: 200, qualifier: 'about' });
});

test('for people, the words stand below who says what', async () => {
  const said = await run('read', file('sahara.txt', REPORT), '--codebook', file('issues.json', ISSUES));
  expect(said.out).toContain('Morocco opposes: Referendum, 3 May 2004');
  expect(said.out).toContain('“Morocco rejected a referendum on Western Sahara on 3 May 2004”');
  expect(said.out).toContain('according to diplomatic sources');
});

test('without a codebook the issues are put forward', async () => {
  const said = await run('read', file('sahara.txt', REPORT.repeat(2)));
  expect(said.exit).toBe(0);
  expect(said.out).toContain('Issues put forward');
});

test.each([
  ['no such file', () => ['gone.txt'], 'gone.txt'],
  ['an empty file', () => [file('empty.txt', '')], 'empty'],
  ['a binary file', () => [file('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]))], 'PNG'],
  ['no such codebook', () => [file('sahara.txt', REPORT), '--codebook', 'gone.json'], 'gone.json'],
  [
    'a codebook that is no YAML',
    () => [file('sahara.txt', REPORT), '--codebook', file('bad.yaml', 'issues: [')],
    'bad.yaml',
  ],
  [
    'a codebook without an issue',
    () => [file('sahara.txt', REPORT), '--codebook', file('none.json', '[]')],
    'no issue',
  ],
])('%s is unusable input', async (_case, args, says) => {
  const said = await run('read', ...args());
  expect(said.exit).toBe(2);
  expect(said.out).toBe('');
  expect(said.err).toContain(says);
});

test('a bad file is told and the good one is read', async () => {
  const said = await run('read', file('empty.txt', ''), file('sahara.txt', REPORT), '--jsonl');
  expect(said.exit).toBe(2);
  expect(said.err).toContain('empty.txt');
  expect(said.out).toContain('sahara.txt');
});
