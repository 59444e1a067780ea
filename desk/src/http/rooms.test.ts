import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFolder } from '../store/folder.ts';
import { importFolder } from '../store/import-folder.ts';
import { createStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { app } from './app.ts';
import { deskOn } from './desk.ts';
import type { ChroniclePage } from './routes/chronicle.ts';
import type { DaysPage } from './routes/days.ts';
import type { ReportView } from './routes/report.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/end-of-war-declaration', import.meta.url));
const BY = { kind: 'person', name: 'analyst' } as const;
const HEADERS = { host: '127.0.0.1:80', 'x-entente-token': 't' };

let room = '';
let store: Store | undefined;
let pages: ReturnType<typeof app>;

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'entente-rooms-'));
  const read = await readFolder(EXAMPLE);
  const made = await createStore(join(room, 'dossier'), { title: 'Example' }, BY);
  if (!read.ok || !made.ok) throw new RangeError('no example');
  store = made.value;
  await importFolder(store, BY, read.value);
  pages = app({ desk: deskOn(store, BY), token: 't', files: { first: '', files: new Map() }, port: () => 80 });
});
afterAll(async () => {
  await store?.close();
  await rm(room, { recursive: true, force: true });
});

const got = (path: string) => pages.request(`http://127.0.0.1:80/api/${path}`, { headers: HEADERS });

test('the days count every statement that stands, once', async () => {
  const answer = await got('days');
  expect(answer.status).toBe(200);
  const { days, undated }: DaysPage = await answer.json();
  expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
  const counted = days.reduce((sum, { accepted, suggested }) => sum + accepted + suggested, undated);
  const stand = (await store?.dossier())?.statements.filter(({ status }) => status !== 'rejected') ?? [];
  expect(stand.length).toBeGreaterThan(50);
  expect(counted).toBe(stand.length);
});

test('the chronicle tells what happened in order, each with its passage', async () => {
  const page: ChroniclePage = await (await got('chronicle')).json();
  expect(page.finding).toContain('dated happenings');
  expect(page.dated.length).toBeGreaterThan(40);
  expect(page.dated.every(({ date }) => date !== undefined)).toBe(true);
  expect(page.undated.every(({ date }) => date === undefined)).toBe(true);
  const texts = new Map((await store?.dossier())?.documents.map(({ id, text }) => [id, text]));
  for (const { citation } of [...page.dated, ...page.forecasts]) {
    const { document, start, end, quote } = citation.passage;
    expect(texts.get(document)?.slice(start, end)).toBe(quote);
  }
  for (const { figures } of page.rivals) expect(figures.length).toBeGreaterThan(1);
});

test('a report has the parts that there is something for, of these the chosen, and can be saved in each form', async () => {
  const whole: ReportView = await (await got('report')).json();
  expect(whole.parts).toEqual(['positions', 'chronicle', 'conflict', 'methods']);
  expect(whole.problems).toEqual([]);
  const one: ReportView = await (await got('report?parts=chronicle')).json();
  expect(one.parts).toEqual(whole.parts);
  expect(JSON.stringify(one.outline).length).toBeLessThan(JSON.stringify(whole.outline).length / 2);
  expect((await got(`report?parts=${'x'.repeat(201)}`)).status).toBe(422);
  const text = await got('report.md?parts=chronicle');
  expect(text.headers.get('content-disposition')).toContain('.md');
  expect(await text.text()).toMatch(/^# /m);
  const word = new Uint8Array(await (await got('report.docx')).arrayBuffer());
  expect([...word.slice(0, 2)]).toEqual([0x50, 0x4b]);
  const page = await got('report.html');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('</html>');
});
