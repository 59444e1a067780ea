import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { capturePaths } from '../intake/folder.ts';
import { readFolder } from './folder.ts';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true });
});

const folderWith = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'entente-folder-'));
  made.push(root);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  return root;
};

const report = 'Ruritania will not reopen the strait unless Graustark withdraws its fleet, officials said.\n';

const DOSSIER = {
  'dossier.yaml': 'title: The strait\nquestion: Why does Ruritania keep the strait closed?\nas-of: 2021-11\n',
  'documents/courier.md': `---\ntitle: Envoys meet\npublisher: Courier\n---\n\n${report}`,
  'codebook.yaml': [
    'actors:',
    '  - { id: ruritania, name: Ruritania, kind: state, aliases: [Strelsau] }',
    '  - { id: graustark, name: Graustark, kind: state }',
    'issues:',
    '  - { id: reopening, label: Reopening, proposal: The strait should be reopened. }',
  ].join('\n'),
  'statements.yaml': [
    '- id: s1',
    '  document: courier',
    '  quote: Ruritania will not reopen the strait unless Graustark withdraws its fleet',
    '  actor: ruritania',
    '  issue: reopening',
    '  stance: conditional',
    '  condition: { kind: unless, quote: unless Graustark withdraws its fleet, actor: graustark }',
    '  attribution: [{ name: officials, voice: anonymous }]',
    '  level: explicit',
  ].join('\n'),
  'chronicle.yaml':
    'events:\n  - { id: e1, document: courier, quote: officials said, date: 2021-11, attribution: [] }\n',
  'conflict.yaml': 'conflict: The strait\nmakers: []\n',
};

test('a dossier folder: documents, codebook, statements, chronicle, conflict files', async () => {
  const read = await readFolder(await folderWith(DOSSIER));
  if (!read.ok) throw new Error('expected a dossier');
  const { dossier, conflicts, problems, notes, coded } = read.value;
  expect([problems, notes, coded]).toEqual([[], [], true]);
  expect(conflicts.map((path) => path.split(/[/\\]/).at(-1))).toEqual(['conflict.yaml']);
  expect(dossier).toMatchObject({
    title: 'The strait',
    asOf: '2021-11',
    documents: [{ id: 'courier', file: 'courier.md', publisher: { value: 'Courier' } }],
    statements: [{ id: 's1', stance: 'conditional', condition: { actor: 'graustark' } }],
    events: [{ id: 'e1', date: '2021-11' }],
    origins: [{ documents: ['courier'] }],
  });
});

test('faults in every file at once, with file, line and column; the sound rest is kept', async () => {
  const read = await readFolder(
    await folderWith({
      ...DOSSIER,
      'dossier.yaml': 'titel: The strait\n',
      'statements.yaml': `${DOSSIER['statements.yaml']}\n${DOSSIER['statements.yaml'].replaceAll('ruritania', 'ruritanja').replace('s1', 's2')}`,
      'chronicle.yaml': 'events:\n  - { id: e1, document: curier, quote: officials said, attribution: [] }\n',
      'documents/broken.txt': Uint8Array.from([0x25, 0x50, 0x44, 0x46]),
    }),
  );
  if (!read.ok) throw new Error('expected a dossier');
  expect(read.value.dossier.statements.map(({ id }) => id)).toEqual(['s1']);
  expect(read.value.problems.map(({ at, code }) => `${at[0]} ${code}`)).toEqual([
    'documents/broken.txt intake/binary',
    'dossier.yaml:1:8 dossier/unknown-field',
    'dossier.yaml:1:1 dossier/missing-field',
    'statements.yaml:13:10 statement/unknown-actor',
    'chronicle.yaml:2:25 event/unknown-document',
  ]);
});

test('a misspelt value in many statements is told once, with its places, and the statements left out are counted', async () => {
  const wrong = (id: string) => DOSSIER['statements.yaml'].replaceAll('ruritania', 'ruritanja').replace('s1', id);
  const statements = [DOSSIER['statements.yaml'], ...['s2', 's3', 's4', 's5'].map(wrong)].join('\n');
  const read = await readFolder(await folderWith({ ...DOSSIER, 'statements.yaml': statements }));
  if (!read.ok) throw new Error('expected a dossier');
  const { problems, leftOut } = read.value;
  expect(leftOut).toBe(4);
  expect(problems.map(({ code }) => code)).toEqual(['statement/unknown-actor']);
  expect(problems[0]?.says).toContain(
    'The same in 4 places: also statements.yaml:22:10, statements.yaml:31:10 and further down.',
  );
});

test.each([
  ['prose with colons and quotes', `Dear all: "see [below]: {and\n\t- 'here': : ]\n${'x: "y" z: [}\n'.repeat(12)}`],
  ['a page', `<html>\n<body class="a">: &b *c\n${'<p>The envoys: "met" : [again}</p>\n'.repeat(12)}`],
  ['one text', 'The envoys met again and left no statement behind.'],
])('statements.yaml that is no YAML (%s): one message, and all is left out', async (_, text) => {
  const read = await readFolder(await folderWith({ ...DOSSIER, 'statements.yaml': text }));
  if (!read.ok) throw new Error('expected a dossier');
  expect(read.value.problems).toHaveLength(1);
  expect(read.value.problems[0]?.at[0]).toMatch(/^statements\.yaml/);
  expect(read.value.leftOut).toBe('all');
});

test('a plain folder of reports, some of them bad', async () => {
  const root = await folderWith({
    'a.txt': report,
    'copy/of a.txt': report,
    'b.html':
      '<html><title>T</title><body><p>Graustark will keep its fleet, its minister said on Monday.</p></body></html>',
    'empty.txt': '',
    'scan.pdf': '%PDF-1.4',
    'table.csv': 'a,b\n1,2\n',
    'README.md': 'About these files.',
    'notes.xyz': 'words',
    'huge.txt': '',
    '.hidden.txt': report,
  });
  await truncate(join(root, 'huge.txt'), 50 * 1024 * 1024);
  const outside = await folderWith({ 'secret.txt': 'secret words of somebody else' });
  await symlink(join(outside, 'secret.txt'), join(root, 'link.txt'));
  await symlink(root, join(root, 'circle'));
  const read = await readFolder(root);
  if (!read.ok) throw new Error('expected documents');
  const { dossier, problems, notes, coded } = read.value;
  expect(coded).toBe(false);
  expect(dossier.documents.map(({ id }) => id)).toEqual(['a', 'b']);
  const shown = (all: typeof problems) => all.map(({ at, code }) => `${at[0]} ${code}`).toSorted();
  expect(shown(problems)).toEqual([
    'circle intake/link',
    'empty.txt intake/empty',
    'huge.txt intake/too-large',
    'link.txt intake/link',
    'notes.xyz intake/format',
    'scan.pdf intake/pdf',
  ]);
  expect(shown(notes)).toEqual(['copy/of a.txt intake/copy', 'table.csv intake/passed-over']);
});

test.each([
  ['a missing folder', 'nowhere', 'folder/unusable'],
  ['an empty folder', '', 'folder/empty'],
])('%s is one clear problem', async (_, below, code) => {
  const read = await readFolder(join(await folderWith({}), below));
  expect(read.ok ? [] : read.problems.map((problem) => problem.code)).toEqual([code]);
});

test('files named one by one are read whatever they are called; ids stay apart', async () => {
  const root = await folderWith({
    'x/a.txt': report,
    'y/a.txt': `${report} More.`,
    'README.md': 'These words were named.',
  });
  const { documents, problems } = await capturePaths([
    join(root, 'README.md'),
    join(root, 'x'),
    join(root, 'y'),
    join(root, 'none.txt'),
  ]);
  expect(documents.map(({ id }) => id)).toEqual(['readme', 'a', 'a-txt']);
  expect(problems.map(({ code }) => code)).toEqual(['intake/unreadable']);
});
