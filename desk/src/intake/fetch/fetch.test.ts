import { createServer, type RequestListener, type Server } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { isPublic } from './address.ts';
import { type FetchLimits, fetchReport, type Network } from './fetch.ts';

const PAGE = '<html><title>Strait</title><p>The envoys met in Strelsau.</p></html>';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A site on this machine that stands for `courier.example`; counts its visitors. */
const site = async (listener: RequestListener, names: Readonly<Record<string, readonly string[]>> = {}) => {
  const seen: string[] = [];
  server = createServer((ask, answer) => {
    seen.push(`${ask.headers.host}${ask.url}`);
    listener(ask, answer);
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server?.once('listening', ready));
  const at = server.address();
  const port = typeof at === 'object' ? (at?.port ?? 0) : 0;
  const looked: string[] = [];
  const network: Network = {
    resolve: async (host) => {
      looked.push(host);
      return names[host] ?? ['93.184.216.34'];
    },
    reach: () => ({ address: '127.0.0.1', port }),
  };
  const ask = (address: string, limits: Partial<FetchLimits> = {}) => fetchReport(address, network, limits);
  return { ask, seen, looked };
};

const send =
  (
    body: string | Buffer,
    headers: Readonly<Record<string, string>> = { 'content-type': 'text/html; charset=utf-8' },
  ): RequestListener =>
  (_, answer) => {
    answer.writeHead(200, headers);
    answer.end(body);
  };

test('one request, under its own name, with the address that was checked', async () => {
  const { ask, seen, looked } = await site(send(PAGE));
  expect(await ask('http://courier.example/2021/strait.html?a=b#c')).toEqual({
    ok: true,
    value: {
      name: 'strait.html',
      bytes: new Uint8Array(Buffer.from(PAGE)),
      address: 'http://courier.example/2021/strait.html?a=b#c',
    },
  });
  expect(seen).toEqual(['courier.example/2021/strait.html?a=b']);
  expect(looked).toEqual(['courier.example']); // found once: a second look-up could answer otherwise
});

test.each([
  ['gzip', gzipSync(PAGE)],
  ['br', brotliCompressSync(PAGE)],
])('a page packed as %s', async (coding, body) => {
  const { ask } = await site(send(body, { 'content-type': 'text/html', 'content-encoding': coding }));
  const fetched = await ask('http://courier.example/');
  expect(fetched.ok && Buffer.from(fetched.value.bytes).toString()).toBe(PAGE);
});

const code = async (asked: ReturnType<typeof fetchReport>) => {
  const fetched = await asked;
  return fetched.ok ? 'fetched' : fetched.problems.map((problem) => problem.code).join();
};

test.each([
  ['file:///etc/passwd', 'fetch/scheme'],
  ['ftp://courier.example/a', 'fetch/scheme'],
  ['javascript:alert(1)', 'fetch/scheme'],
  ['data:text/html,x', 'fetch/scheme'],
  ['courier', 'fetch/address'],
  ['http://', 'fetch/address'],
  ['http://user:word@courier.example/', 'fetch/credentials'],
  ['http://127.0.0.1/', 'fetch/private-address'],
  ['http://2130706433/', 'fetch/private-address'],
  ['http://0x7f.1/', 'fetch/private-address'],
  ['http://0177.0.0.1/', 'fetch/private-address'],
  ['http://[::1]/', 'fetch/private-address'],
  ['http://[::ffff:127.0.0.1]/', 'fetch/private-address'],
  ['http://[64:ff9b::7f00:1]/', 'fetch/private-address'],
  ['http://169.254.169.254/latest/meta-data/', 'fetch/private-address'],
  ['http://intranet.example/', 'fetch/private-address'],
  ['http://mixed.example/', 'fetch/private-address'],
])('%s is refused before anything is sent', async (address, expected) => {
  const names = { 'intranet.example': ['10.1.2.3'], 'mixed.example': ['93.184.216.34', '192.168.0.1'] };
  const { ask, seen } = await site(send(PAGE), names);
  expect(await code(ask(address))).toBe(expected);
  expect(seen).toEqual([]);
});

const lead =
  (to: string): RequestListener =>
  ({ url }, answer) => {
    if (url !== '/') {
      answer.writeHead(200, { 'content-type': 'text/html' });
      answer.end(PAGE);
      return;
    }
    answer.writeHead(302, { location: to });
    answer.end();
  };

test.each([
  ['/again', 'fetched', 2],
  ['https://intranet.example/', 'fetch/private-address', 1],
  ['http://[::1]:8080/', 'fetch/private-address', 1],
  ['file:///etc/passwd', 'fetch/scheme', 1],
  ['http://127.1/', 'fetch/private-address', 1],
])('a redirect to %s is checked like an address', async (to, expected, visits) => {
  const { ask, seen } = await site(lead(to), { 'intranet.example': ['fd00::1'] });
  expect(await code(ask('http://courier.example/'))).toBe(expected);
  expect(seen).toHaveLength(visits);
});

test('a circle of redirects ends', async () => {
  const { ask, seen } = await site((_, answer) => void answer.writeHead(301, { location: '/' }).end());
  expect(await code(ask('http://courier.example/'))).toBe('fetch/redirects');
  expect(seen).toHaveLength(6);
});

test.each<[string, RequestListener, string]>([
  ['of another kind', send('x', { 'content-type': 'video/mp4' }), 'fetch/content-type'],
  ['of no stated kind', send('x', {}), 'fetch/content-type'],
  ['that wants a person', (_, answer) => void answer.writeHead(403).end(), 'fetch/status'],
  [
    'that says how large it is',
    send('x'.repeat(9000), { 'content-type': 'text/html', 'content-length': '9000' }),
    'fetch/too-large',
  ],
  [
    'that does not say how large it is',
    (_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' });
      const more = setInterval(() => answer.write('x'.repeat(1000)), 1);
      answer.once('close', () => clearInterval(more));
    },
    'fetch/too-large',
  ],
  [
    'that swells',
    send(gzipSync(Buffer.alloc(1_000_000)), { 'content-type': 'text/html', 'content-encoding': 'gzip' }),
    'fetch/too-large',
  ],
  [
    'that is packed in an unknown way',
    send('x', { 'content-type': 'text/html', 'content-encoding': 'zstd-x' }),
    'fetch/failed',
  ],
  [
    'that breaks off',
    (_, answer) =>
      void answer
        .writeHead(200, { 'content-type': 'text/html', 'content-length': '50' })
        .write('x', () => answer.destroy()),
    'fetch/failed',
  ],
])('an answer %s is refused', async (_, listener, expected) => {
  const { ask } = await site(listener);
  expect(await code(ask('http://courier.example/', { bytes: 8000 }))).toBe(expected);
});

test.each<[string, RequestListener]>([
  ['says nothing', () => {}],
  [
    'drips',
    (_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' });
      const more = setInterval(() => answer.write('x'), 20);
      answer.once('close', () => clearInterval(more));
    },
  ],
])('a site that %s is left after the time', async (_, listener) => {
  const { ask } = await site(listener);
  expect(await code(ask('http://courier.example/', { milliseconds: 300 }))).toBe('fetch/too-slow');
});

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['10.0.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['::', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['ff02::1', false],
  ['::ffff:8.8.8.8', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['localhost', false],
  ['', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});
