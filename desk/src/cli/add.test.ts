import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Network } from '../intake/fetch/fetch.ts';
import { openStore } from '../store/open-store.ts';
import { addTo } from './add.ts';
import { main } from './main.ts';
import type { Shell } from './shell.ts';

// readers are translated from their sources first, which takes its time on a busy machine
vi.setConfig({ testTimeout: 180_000 });

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/end-of-war-declaration');

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-add-'));
  await mkdir(join(root, 'reports'));
  await writeFile(
    join(root, 'reports', 'courier.txt'),
    'Envoys of Ruritania and Graustark meet\n\nRuritania opposes a toll on the strait, its foreign minister said on Monday. Graustark supports a toll on the strait, its envoy said.\n',
  );
  await writeFile(join(root, 'reports', 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
});
afterAll(async () => rm(root, { recursive: true, maxRetries: 5 }));

const recorded = () => {
  const said = { out: '', err: '' };
  const shell: Shell = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    ...{ terminal: false, outTerminal: false, columns: 80, cwd: root },
  };
  return { said, shell };
};

const ran = async (...args: string[]) => {
  const { said, shell } = recorded();
  return { code: await main(args, shell), ...said };
};

test('reports come into a new dossier with suggestions; the same again is known; what is missing is told', async () => {
  const first = await ran('add', 'strait', 'reports', '--by', 'Anna');
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toMatch(/^1 document added, \d+ suggestions? to look at\.\n$/);
  expect(first.err).toContain('A new dossier is made in');
  const again = await ran('add', 'strait', 'reports/courier.txt', 'reports/none.txt');
  expect(again).toMatchObject({ code: 1, out: '0 documents added, 1 known already.\n' });
  expect(again.err).toContain('none.txt: It does not exist. Check the name.');
  expect(again.err).toContain('The same bytes are in the dossier already, as “courier”');
  const store = await openStore(join(root, 'strait'), { readOnly: true });
  if (!store.ok) throw new Error('expected a store');
  const log = await store.value.log();
  expect(log.map(({ what, by }) => `${what} ${by.name}`).slice(-3)).toEqual([
    'suggest reader',
    'capture Anna',
    'create Anna',
  ]);
  await store.value.close();
});

test('nothing to add makes nothing', async () => {
  const found = await ran('add', 'typo', 'no-such-folder');
  expect(found).toMatchObject({ code: 2, err: expect.stringContaining('There is no such file or folder') });
  expect(await readdir(root)).not.toContain('typo');
});

test('standard input is a document', async () => {
  const { said, shell } = recorded();
  const input = (async function* () {
    yield Buffer.from('Graustark rejects the toll, ');
    yield Buffer.from('its envoy said on Tuesday.');
  })();
  expect(await addTo('piped', ['-'], { read: false }, shell, input)).toBe(0);
  expect(said.out).toBe('1 document added.\n');
});

test('a text dossier is taken over whole, and answers are the same from it and from the folder', async () => {
  expect(await ran('add', 'war', EXAMPLE)).toMatchObject({ code: 0, out: '6 documents added.\n' });
  for (const command of [['positions'], ['chronicle'], ['why', 'Japan', 'end-of-war'], ['draft']]) {
    const [name = '', ...rest] = command;
    const [folder, store] = [await ran(name, EXAMPLE, ...rest), await ran(name, 'war', ...rest)];
    expect(store, name).toEqual(folder);
  }
});

test('a dossier that is open elsewhere is refused for adding and can still be asked', async () => {
  const store = await openStore(join(root, 'war'));
  if (!store.ok) throw new Error('expected a store');
  const refused = await ran('add', 'war', 'reports');
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toMatch(
    /It is open already: process \d+, since [\s\S]*without\s+suggestions[\s\S]*\[store\/open-already\]/,
  );
  expect((await ran('positions', 'war')).code).toBe(0);
  await store.value.close();
});

const site = async (page: string) => {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' });
    answer.end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const port = typeof at === 'object' ? (at?.port ?? 0) : 0;
  const network: Network = { resolve: async () => ['93.184.216.34'], reach: () => ({ address: '127.0.0.1', port }) };
  return { server, network };
};

test('a report is fetched only when its address is given, and keeps that address', async () => {
  const { server, network } = await site(
    '<title>Envoys meet</title><p>Ruritania opposes a toll, its envoy said on Monday.</p>',
  );
  const { said, shell } = recorded();
  const asked = { read: false, fetch: ['http://courier.example/2021/toll'] };
  expect(await addTo('fetched', [], asked, shell, undefined, network)).toBe(0);
  server.close();
  expect(said.out).toBe('1 document added.\n');
  const store = await openStore(join(root, 'fetched'));
  if (!store.ok) throw new Error('expected a store');
  const documents = await store.value.documents({});
  expect(JSON.stringify(documents)).toContain('http://courier.example/2021/toll');
  await store.value.close();
});

test.each([
  ['an address of this network', ['--fetch', 'http://192.168.0.1/'], 'fetch/private-address'],
  ['another scheme', ['--fetch', 'file:///etc/passwd'], 'fetch/scheme'],
  ['nothing to add', [], 'add/nothing'],
])('%s: a message, and no dossier is made', async (_, args, code) => {
  const { code: exit, err } = await ran('add', 'unmade', ...args);
  expect(exit).toBe(2);
  expect(err).toContain(code);
  expect(await readdir(root)).not.toContain('unmade');
});

test('a dossier is not read for reports, and a folder without any says so', async () => {
  await mkdir(join(root, 'bare'));
  expect((await ran('add', 'kept', 'reports/courier.txt', '--no-read')).code).toBe(0);
  const self = await ran('add', 'kept', 'kept');
  expect(self.code).toBe(2);
  expect(self.err).toContain('It is a dossier itself');
  const bare = await ran('add', 'kept', 'bare');
  expect(bare.code).toBe(2);
  expect(bare.err).toContain('No report was found there.');
});

const TALKS = {
  'dossier.yaml': 'title: Talks on the strait\n',
  'documents/courier.md':
    '---\ntitle: Envoys meet\n---\nRuritania opposes a toll on the strait, its foreign minister said on Monday.\n',
  'codebook.yaml':
    'actors:\n  - { id: ruritania, name: Ruritania, kind: state }\nissues:\n  - { id: toll, label: A toll, proposal: The strait should have a toll. }\n',
};
const STATEMENT =
  '- { id: s1, document: courier, quote: opposes a toll on the strait, actor: ruritania, issue: toll, stance: oppose, attribution: [], date: 2021, level: explicit, coder: Anna }\n';

const talks = async (name: string, statements: string) => {
  for (const [file, text] of Object.entries({ ...TALKS, 'statements.yaml': statements })) {
    await mkdir(join(root, name, 'documents'), { recursive: true });
    await writeFile(join(root, name, file), text);
  }
};

test('a dossier of text with faults is not taken over; mended it is, whole', async () => {
  await talks('broken', `${STATEMENT}- { id: s2, actor: [ \n`);
  for (const command of [
    ['open', 'broken', '--no-browser'],
    ['add', 'into', 'broken'],
  ]) {
    const refused = await ran(...command);
    expect(refused.code).toBe(2);
    if (refused.err.includes('open/not-built')) continue;
    expect(refused.err).toMatch(/statements\.yaml:[23]:/);
    expect(refused.err).toContain(
      'nothing was taken over. Mend them and try again; --anyway takes the rest now; entente open --read-only shows it.',
    );
  }
  expect((await readdir(root)).filter((name) => /^(?:into|broken\.entente)$/.test(name))).toEqual([]);
  await talks('broken', STATEMENT);
  expect(await ran('add', 'into', 'broken')).toMatchObject({ code: 0 });
  const store = await openStore(join(root, 'into'), { readOnly: true });
  if (!store.ok) throw new Error('expected a store');
  const { title, statements } = await store.value.dossier();
  await store.value.close();
  expect([title, statements.map(({ id }) => id)]).toEqual(['Talks on the strait', ['s1']]);
});

test('--anyway takes the rest; once mended, what was left out comes in', async () => {
  await talks('halves', `${STATEMENT}${STATEMENT.replace('s1', 's2').replace('oppose,', 'opposes,')}`);
  const first = await ran('add', 'whole', 'halves', '--anyway', '--no-read');
  expect(first.code).toBe(1);
  expect(first.err).toContain('statements.yaml:2');
  await talks('halves', `${STATEMENT}${STATEMENT.replace('s1', 's2')}`);
  expect((await ran('add', 'whole', 'halves', '--no-read')).code).toBe(0);
  const store = await openStore(join(root, 'whole'), { readOnly: true });
  if (!store.ok) throw new Error('expected a store');
  const { statements } = await store.value.dossier();
  await store.value.close();
  expect(statements.map(({ id }) => id).toSorted()).toEqual(['s1', 's2']);
});

test('an empty folder, as systems leave it, becomes the dossier', async () => {
  await mkdir(join(root, 'bare-folder'));
  await writeFile(join(root, 'bare-folder', '.DS_Store'), 'x');
  expect(await ran('add', 'bare-folder', 'reports', '--no-read')).toMatchObject({ code: 0 });
  await writeFile(join(root, 'bare-folder', 'originals', '.DS_Store'), 'x');
  expect(await ran('verify', 'bare-folder')).toMatchObject({ code: 0 });
});

test('a folder that holds a README alone says what was passed over', async () => {
  await mkdir(join(root, 'readme'));
  await writeFile(join(root, 'readme', 'README.md'), 'How this folder came to be.\n');
  const { code, err } = await ran('report', 'readme', '-o', 'readme.html');
  expect(code).toBe(2);
  expect(err).toContain('README.md: It describes the folder; it was passed over. Name it by itself to capture it.');
  expect(err).toContain('The folder holds no report. Put some into it: .pdf, .docx');
});

test('an addition in several steps says so, and undo says what it leaves', async () => {
  await mkdir(join(root, 'many'));
  for (let at = 0; at < 201; at++)
    await writeFile(join(root, 'many', `n${at}.txt`), `Report ${at}\n\nNumber ${at} of the ships came in.\n`);
  const added = await ran('add', 'fleet', 'many', '--no-read');
  expect(added).toMatchObject({ code: 0, out: '201 documents added.\n' });
  expect(added.err).toContain('They came in 2 steps; entente undo takes back one at a time.');
  const undone = await ran('undo', 'fleet');
  expect(undone.out).toContain('Taken back:');
  expect(undone.err).toMatch(
    /Documents that came in before stay; the next undo would take back:\n.* capture {2}document \S+ and 199 more/,
  );
  expect((await ran('undo', 'fleet')).err).not.toContain('stay');
});
