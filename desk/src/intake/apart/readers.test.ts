import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { Readers } from './pool.ts';
import { apart, LIMITS } from './reader.ts';

// a reader started from sources is translated first, which takes its time on a busy machine
vi.setConfig({ testTimeout: 180_000 });

const pools: Readers[] = [];
const pool = (limits: Partial<typeof LIMITS> = {}) => {
  const made = new Readers({ ...LIMITS, ...limits }, 1);
  pools.push(made);
  return made;
};
afterAll(() => {
  for (const one of pools) one.close();
});

const page = new TextEncoder().encode('<html><title>Strait</title><p>The envoys met in Strelsau.</p></html>');

test('a file is read apart, and gives what it gives here', async () => {
  const [reading] = await pool().read(page, 'a.html', 'reports/a.html');
  expect(reading).toMatchObject({
    place: 'reports/a.html',
    document: { text: 'The envoys met in Strelsau.\n' },
    problems: [],
  });
});

// told by the clock, so a busy machine may need a second try
test('a reader that takes too long is stopped; the file is told and the next one is read', { retry: 2 }, async () => {
  const readers = pool({ milliseconds: 1_500 });
  const slow = new TextEncoder().encode(`<html>${'<b>'.repeat(11_900)}${'x<i></i>'.repeat(68_000)}`);
  const [first, second] = await Promise.all([
    readers.read(slow, 'slow.html', 'slow.html'),
    readers.read(page, 'a.html', 'a.html'),
  ]);
  expect(second[0]?.document?.text).toBe('The envoys met in Strelsau.\n');
  expect(first.map(({ problems }) => problems[0]?.code)).toEqual(['intake/too-slow']);
});

test('a reader that takes too much memory is stopped and told', async () => {
  const [reading] = await pool({ memory: 30 * 1024 * 1024 }).read(page, 'a.html', 'a.html');
  expect(reading?.problems[0]?.code).toBe('intake/too-much-memory');
  expect(reading?.problems[0]?.says).toContain('Save');
});

test('readers that are closed tell the files they were at', async () => {
  const readers = pool();
  const reading = readers.read(page, 'a.html', 'a.html');
  readers.close();
  expect((await reading).map(({ problems }) => problems[0]?.code)).toEqual(['intake/stopped']);
});

test('a reader can reach no network, read no file of ours, write none and start no program', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  let calls = 0;
  server.on('connection', () => calls++);
  const probe = fileURLToPath(new URL('../hostile/probe.ts', import.meta.url));
  const { execArgv, env, cwd } = apart(LIMITS);
  const { stdout } = await promisify(execFile)(process.execPath, [...execArgv, probe, String(port)], { env, cwd });
  server.close();
  expect(JSON.parse(stdout)).toEqual({
    read: 'ERR_ACCESS_DENIED',
    write: 'ERR_ACCESS_DENIED',
    program: 'ERR_ACCESS_DENIED',
    socket: 'a reader of files has no network',
    http: 'a reader of files has no network',
    name: 'a reader of files has no network',
    fetch: 'a reader of files has no network',
    secrets: 0,
  });
  expect(calls).toBe(0);
});
