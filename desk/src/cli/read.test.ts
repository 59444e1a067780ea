import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

const dossier = (name: string, files: Readonly<Record<string, string>>): string => {
  for (const [file, content] of Object.entries(files)) {
    const path = join(cwd, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return name;
};

const SAHARA = {
  'dossier.yaml': 'title: The Sahara\n',
  'documents/sahara.md': `---\ntitle: Sahara\npublished: 2004-05-04\n---\n\n${REPORT}\nAlgeria rejected a referendum on Western Sahara on 4 May 2004.\n`,
  'codebook.yaml':
    'actors: [{ id: morocco, name: Morocco, kind: state }, { id: algeria, name: Algeria, kind: state }]\nissues: [{ id: referendum, label: Referendum, proposal: A referendum should be held in Western Sahara. }]\n',
};
const jsonLines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));

test('a dossier is read with its codebook and its own words', async () => {
  const plain = jsonLines((await run('read', dossier('plain', SAHARA), '--words', '--jsonl')).out);
  expect(plain.filter(({ kind }) => kind === 'statement').map(({ actor }) => actor)).toEqual(['morocco', 'algeria']);
  const without = dossier('without', { ...SAHARA, 'lexicon/mine.yaml': 'without: [reject]\n' });
  const said = await run('read', without, '--words', '--jsonl');
  expect(said.exit).toBe(0);
  expect(jsonLines(said.out).filter(({ kind }) => kind === 'statement')).toEqual([]);
});

test('faults in the words of a dossier are told with file and line, and the rest is read', async () => {
  const faulty = dossier('faulty', {
    ...SAHARA,
    'lexicon/mine.yaml': 'titles: [margrave]\nverbs:\n  against: { balk: o }\n',
  });
  const said = await run('read', faulty, '--words', '--jsonl');
  expect(said.exit).toBe(2);
  expect(said.err).toContain('lexicon/mine.yaml:3');
  expect(said.out).toContain('"kind":"statement"');
});

const DECIDED = [1, 2, 3, 4]
  .map(
    (day) => `- id: r${day}
  document: sahara
  quote: About 200 envoys met in Rabat
  actor: algeria
  issue: referendum
  stance: oppose
  level: explicit
  attribution: []
  status: rejected
  date: 2004-05-0${day}
  coder: { kind: rule, name: 'verb: reject' }
`,
  )
  .join('');

test('what a person rejected before makes the next less sure, and says why; --no-learning leaves it aside', async () => {
  const taught = dossier('taught', { ...SAHARA, 'statements.yaml': DECIDED });
  const sure = async (...more: string[]) =>
    jsonLines((await run('read', taught, '--words', '--jsonl', ...more)).out).find(
      ({ kind, actor }) => kind === 'statement' && actor === 'morocco',
    );
  const [learnt, shipped] = [await sure(), await sure('--no-learning')];
  expect(Number(learnt?.['confidence'])).toBeLessThan(Number(shipped?.['confidence']));
  expect(learnt?.['because']).toMatch(/^because you rejected 4 of 4 /);
  expect(shipped?.['because']).toBeUndefined();
  expect((await run('read', taught, '--entries')).out).toBe('verb: reject: 0 accepted, 4 rejected\n');
});

test.each([
  ['http elsewhere', ['--second-reader', 'http://models.example/v1', '--model', 'm'], 'https'],
  ['no model', ['--second-reader', 'http://127.0.0.1:9/v1'], '--model'],
  ['a model without an address', ['--model', 'm'], '--second-reader'],
  ['no patience', ['--second-reader', 'http://127.0.0.1:9/v1', '--model', 'm', '--patience', 'long'], 'seconds'],
  ['no codebook', ['--second-reader', 'http://127.0.0.1:9/v1', '--model', 'm'], 'codebook'],
])('a second reader with %s is refused before anything is sent', async (_case, args, says) => {
  const said = await run('read', file('sahara.txt', REPORT), ...args);
  expect(said.exit).toBe(2);
  expect(said.err).toContain(says);
});

test('where nobody answers the rules are the answer, and it is said', async () => {
  const said = await run(
    'read',
    dossier('alone', SAHARA),
    '--words',
    '--jsonl',
    '--second-reader',
    'http://127.0.0.1:9/v1',
    '--model',
    'm',
  );
  expect(said.exit).toBe(0);
  expect(said.err).toContain('nobody answers');
  expect(said.out).toContain('"kind":"statement"');
});
