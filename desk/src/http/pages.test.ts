import { createHash } from 'node:crypto';
import { reportOf } from '@entente/core/report/report';
import { HOSTILE, hostileDossier } from '@entente/core/testing/hostile-dossier';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { describe, expect, test } from 'vitest';
import { pages as app } from './pages.ts';
import { ownHost, ownOrigin } from './security.ts';

const OWN = { host: '127.0.0.1:4321' };
const pages = app(
  async () => ({ ok: true, value: reportOf(quotaDossier) }),
  () => 4321,
);
const bad = app(
  async () => ({ ok: false, problems: [{ code: 'folder/empty', at: ['reports'], says: `No report in ${HOSTILE}` }] }),
  () => 4321,
);
const ask = (path: string, headers: Record<string, string> = OWN, init: RequestInit = {}) =>
  pages.request(`http://127.0.0.1:4321${path}`, { ...init, headers });

describe('what is shown', () => {
  test('the report, under a policy that lets nothing run or load', async () => {
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Why does Vestria block the cod deal?');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('script');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
  test.each(['/report.json', '/positions.json', '/chronicle.json'])('%s', async (path) => {
    const answer = await ask(path);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(Object.keys(JSON.parse(await answer.text())).length).toBeGreaterThan(0);
  });
  test('a document by itself, leading back', async () => {
    const text = await (await ask('/documents/1')).text();
    expect(text).toContain('href="/#s');
    expect((await ask('/documents/9')).status).toBe(404);
  });
  test('another path is absent, and says where the report is', async () => {
    for (const path of ['/nowhere', '/documents/x', '/..%2f..%2fetc/passwd', '/documents/0']) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      const text = await answer.text();
      expect(text).toContain('There is no such page');
      expect(text.length).toBeLessThan(16_384);
      const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(answer.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
    }
  });
  test('a bad dossier shows its problems, as words', async () => {
    const page = await bad.request('http://127.0.0.1:4321/', { headers: OWN });
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain('folder/empty');
    expect(text).not.toContain('<script>');
    const data = await bad.request('http://127.0.0.1:4321/report.json', { headers: OWN });
    expect(data.status).toBe(422);
    expect(JSON.parse(await data.text()).problems[0].code).toBe('folder/empty');
  });
  test('hostile words in a dossier stay words on every page', async () => {
    const hostile = app(
      async () => ({ ok: true, value: reportOf(hostileDossier) }),
      () => 4321,
    );
    for (const path of ['/', '/documents/1', '/documents/3'])
      expect(await (await hostile.request(`http://127.0.0.1:4321${path}`, { headers: OWN })).text()).not.toMatch(
        /<script|<img/,
      );
  });
});

describe('who is answered', () => {
  const rows: readonly (readonly [string, Record<string, string>, number])[] = [
    ['this machine by number', { host: '127.0.0.1:4321' }, 200],
    ['this machine by name', { host: 'localhost:4321' }, 200],
    ['its own page', { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' }, 200],
    ['a name that was pointed here', { host: 'evil.example:4321' }, 403],
    ['another port', { host: '127.0.0.1:80' }, 403],
    ['no host', { host: '' }, 403],
    ['a page from elsewhere', { host: '127.0.0.1:4321', origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { host: '127.0.0.1:4321', origin: 'null' }, 403],
    ['a name that begins like ours', { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:43210' }, 403],
    [
      'a picture on a page from elsewhere',
      { host: '127.0.0.1:4321', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      403,
    ],
    [
      'a link on a page from elsewhere',
      { host: '127.0.0.1:4321', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      200,
    ],
  ];
  test.each(rows)('%s', async (_, headers, status) => expect((await ask('/report.json', headers)).status).toBe(status));
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s changes nothing', async (method) =>
    expect((await ask('/', OWN, { method })).status).toBe(405),
  );
  test('the port is part of the name', () => {
    expect(ownHost('[::1]:4321', 4321)).toBe(true);
    expect(ownHost('127.0.0.1', 80)).toBe(true);
    expect(ownHost(undefined, 4321)).toBe(false);
    expect(ownOrigin('https://127.0.0.1:4321', 4321)).toBe(false);
  });
});
