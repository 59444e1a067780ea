import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../testing/example-desk.ts';
import type { ChroniclePage } from './routes/chronicle.ts';
import type { DaysPage } from './routes/days.ts';
import type { ReportView } from './routes/report.ts';

let desk: ExampleDesk | undefined;
beforeAll(async () => {
  desk = await exampleDesk();
});
afterAll(async () => desk?.close());

const got = async (path: string): Promise<Response> => {
  const answer = await desk?.ask(path);
  if (answer === undefined) throw new RangeError('no desk');
  return answer;
};

test('the days count every statement that stands, once', async () => {
  const answer = await got('days');
  expect(answer.status).toBe(200);
  const { days, undated }: DaysPage = await answer.json();
  expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
  const counted = days.reduce((sum, { accepted, suggested }) => sum + accepted + suggested, undated);
  const stand = (await desk?.store.dossier())?.statements.filter(({ status }) => status !== 'rejected') ?? [];
  expect(stand.length).toBeGreaterThan(50);
  expect(counted).toBe(stand.length);
});

test('the chronicle tells what happened in order, each with its passage', async () => {
  const page: ChroniclePage = await (await got('chronicle')).json();
  expect(page.finding).toContain('dated happenings');
  expect(page.dated.length).toBeGreaterThan(40);
  expect(page.dated.every(({ date }) => date !== undefined)).toBe(true);
  expect(page.undated.every(({ date }) => date === undefined)).toBe(true);
  const texts = new Map((await desk?.store.dossier())?.documents.map(({ id, text }) => [id, text]));
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
