import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from './main.ts';
import { hasDesktop, show, work } from './open.ts';
import { type Shell, Unusable } from './shell.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'entente-open-'));
  await writeFile(
    join(home, 'one.txt'),
    'Vestria rejects the cut\n\nVestria will reject the cut, its minister said.\n',
  );
});
afterAll(() => rm(home, { recursive: true, force: true }));

const shellFor = (said: { out: string; err: string }, terminal = false): Shell => ({
  out: (text) => {
    said.out += text;
  },
  err: (text) => {
    said.err += text;
  },
  terminal,
  outTerminal: terminal,
  columns: 80,
  cwd: home,
});

/** Shows a folder, asks something of it, ends it. */
const during = async (folder: string, work: (address: string) => Promise<void>, port?: number) => {
  const said = { out: '', err: '' };
  const ended = new AbortController();
  const shown = show(
    folder,
    { browser: false, until: ended.signal, ...(port !== undefined && { port }) },
    shellFor(said),
  );
  for (let waited = 0; waited < 400 && !said.out.includes('http://'); waited++)
    await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 25))]);
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.out)?.[0] ?? '';
  try {
    await work(address);
  } finally {
    ended.abort();
  }
  return { code: await shown, ...said };
};

test('shows the report on this machine, again when a file changes, and ends with a word', async () => {
  const { code, out } = await during('.', async (address) => {
    expect(await (await fetch(address)).text()).toContain('Vestria rejects the cut');
    await writeFile(
      join(home, 'two.txt'),
      'Norland welcomes the cut\n\nNorland welcomes the cut, its minister said.\n',
    );
    expect(await (await fetch(address)).text()).toContain('Norland welcomes the cut');
    expect((await fetch(`${address}report.json`)).headers.get('content-type')).toContain('json');
  });
  expect(code).toBe(0);
  expect(out).toMatch(/Ctrl-C ends it\.[\s\S]*Ended\./);
});

test('takes the next free port, but only where none was asked for', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    }),
  );
  const said = { out: '', err: '' };
  expect(await main(['open', '.', '--read-only', '--port', String(port)], shellFor(said))).toBe(2);
  expect(said.err).toContain(`Port ${port} cannot be had`);
  await new Promise((resolve) => other.close(resolve));
});

test('a folder without a report shows that on the page and in the terminal', async () => {
  const empty = await mkdtemp(join(home, 'empty-'));
  const { err } = await during(empty, async (address) => {
    const answer = await fetch(address);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('holds no report');
  });
  expect(err).toContain('holds no report');
});

test('no folder, no port: unusable', async () => {
  const said = { out: '', err: '' };
  expect(await main(['open', 'nowhere', '--read-only'], shellFor(said))).toBe(2);
  expect(await main(['open', '.', '--port', 'x'], shellFor(said))).toBe(2);
  expect(said.err).toContain('There is no such folder');
});

test('a name that is not there yet becomes a dossier, and the workbench on it is served', async () => {
  const said = { out: '', err: '' };
  const ended = new AbortController();
  const opened = work('fresh', { browser: false, until: ended.signal, port: 0, as: 'Ada' }, shellFor(said)).catch(
    (fault: unknown) => {
      // without a build of the workbench there is nothing to serve, and that is said
      if (fault instanceof Unusable && fault.problems[0]?.code === 'open/not-built') return 'not built';
      throw fault;
    },
  );
  for (let waited = 0; waited < 400 && !said.out.includes('http://'); waited++)
    if ((await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, 25))])) !== undefined) break;
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.out)?.[0];
  try {
    if (address === undefined) return expect(await opened).toBe('not built');
    const head = await (await fetch(`${address}api/head`)).json();
    expect([head.title, head.person, head.counts.documents]).toEqual(['fresh', 'Ada', 0]);
    expect(await (await fetch(`${address}coding`)).text()).toMatch(/entente-token" content="[\w-]{20,}"/);
    const again = { out: '', err: '' };
    expect(await main(['open', 'fresh', '--no-browser'], shellFor(again))).toBe(2);
    expect(again.err).toContain('store/');
  } finally {
    ended.abort();
  }
  expect(await opened).toBe(0);
});

describe('a browser is opened only before a person at a desktop', () => {
  const said = { out: '', err: '' };
  test.each([
    ['a terminal and a display', true, 'linux', { DISPLAY: ':0' }, true],
    ['Wayland', true, 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['a Mac', true, 'darwin', {}, true],
    ['no terminal', false, 'linux', { DISPLAY: ':0' }, false],
    ['no display', true, 'linux', {}, false],
    ['continuous integration', true, 'linux', { DISPLAY: ':0', CI: 'true' }, false],
    ['far away', true, 'linux', { DISPLAY: ':0', SSH_CONNECTION: 'x' }, false],
  ] as const)('%s', (_, terminal, platform, env, expected) =>
    expect(hasDesktop(shellFor(said, terminal), { platform, env })).toBe(expected),
  );
});
