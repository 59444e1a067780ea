import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../testing/example-desk.ts';
import type { ChroniclePage } from './routes/chronicle.ts';
import type { DaysPage } from './routes/days.ts';
import type { WordsPlace } from './routes/happenings.ts';
import type { Done } from './routes/head.ts';
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

const send = async (path: string, json: unknown): Promise<Response> => {
  const answer = await desk?.ask(path, 'POST', json);
  if (answer === undefined) throw new RangeError('no desk');
  return answer;
};

test('a happening is written down from words that stand in a document, changed, and undone', async () => {
  const places: readonly WordsPlace[] = await (await got('words?words=Panmunjom')).json();
  const [place] = places;
  if (place === undefined) throw new RangeError('no such words');
  expect(place.quote).toBe('Panmunjom');
  const words = { document: place.document, start: place.start, end: place.end };
  const event = { kind: 'event', ...words, date: '2018-06-01/2018-06-10', actors: ['japan'], place: 'Panmunjom' };
  const kept = await send('happenings', { happening: event });
  expect(kept.status).toBe(200);
  const { touched }: Done = await kept.json();
  const id = touched[0]?.id ?? '';
  const read: Record<string, unknown> = await (await got(`happenings/event/${id}`)).json();
  expect(read).toMatchObject({ ...event, id });
  await send('happenings', { happening: { ...event, id, date: '2018-06' } });
  const page: ChroniclePage = await (await got('chronicle')).json();
  expect(page.dated.find((one) => one.id === id)).toMatchObject({
    date: '2018-06',
    actors: ['Japan'],
    status: 'accepted',
  });
  await send('undo', { which: 'undo' });
  await send('undo', { which: 'undo' });
  expect((await got(`happenings/event/${id}`)).status).toBe(404);
});

test('a figure and a forecast likewise; a date that is none is refused, and words that nowhere stand', async () => {
  const [place]: readonly WordsPlace[] = await (await got('words?words=the%20abductions')).json();
  const words = { document: place?.document ?? '', start: place?.start ?? 0, end: place?.end ?? 0 };
  const figure = { kind: 'figure', ...words, value: 3, upTo: 5, unit: 'days', of: 'talks', qualifier: 'between' };
  expect((await send('happenings', { happening: figure })).status).toBe(200);
  const forecast = { kind: 'forecast', ...words, by: 'japan', likelihood: 'might', due: '2031' };
  expect((await send('happenings', { happening: forecast })).status).toBe(200);
  const wrong = await send('happenings', { happening: { ...forecast, due: 'soon' } });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('happening/date')]);
  const beyond = await send('happenings', { happening: { ...forecast, start: 1, end: 9_999_999 } });
  expect(beyond.status).toBe(422);
  expect(await (await got('words?words=no%20such%20words%20anywhere')).json()).toEqual([]);
});
