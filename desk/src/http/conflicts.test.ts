import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../testing/example-desk.ts';

let desk: ExampleDesk | undefined;
beforeAll(async () => {
  desk = await exampleDesk();
});
afterAll(async () => desk?.close());

/** What stands at a path of an answer. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => Object(inner)[key], value);

const ask = async (
  method: string,
  path: string,
  json?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const answer = await desk?.ask(path, method, json);
  if (answer === undefined) throw new RangeError('no desk');
  return { status: answer.status, body: await answer.json() };
};

test('a conflict comes with its words, is changed, and refuses who changes an older one', async () => {
  const { body: rows } = await ask('GET', 'conflicts');
  expect(rows).toMatchObject([{ id: 'conflict', makers: ['South Korea', 'North Korea', 'United States', 'Japan'] }]);
  const { body: page } = await ask('GET', 'conflicts/conflict');
  expect(at(page, 'problems')).toEqual([]);
  expect(Object.keys(Object(at(page, 'cited'))).length).toBeGreaterThan(10);
  const data = { ...Object(at(page, 'data')), 'status-quo': 'NNYNNN' };
  const saved = await ask('PUT', 'conflicts/conflict', {
    data,
    what: 'change the status quo',
    expect: at(page, 'version'),
  });
  expect([saved.status, at(saved.body, 'entry', 'what')]).toEqual([200, 'change the status quo']);
  expect(at((await ask('GET', 'conflicts/conflict')).body, 'data', 'status-quo')).toBe('NNYNNN');
  const late = await ask('PUT', 'conflicts/conflict', {
    data: at(page, 'data'),
    what: 'late',
    expect: at(page, 'version'),
  });
  expect([late.status, at(late.body, 'problems', '0', 'code')]).toEqual([409, 'store/conflict']);
});

test('what cannot be read is refused with every problem, and nothing is saved', async () => {
  const { body: before } = await ask('GET', 'conflicts/conflict');
  const refused = await ask('PUT', 'conflicts/conflict', {
    data: { makers: [{ id: 'x', prefers: [{ that: 'nn' }] }] },
    what: 'bad',
  });
  expect(refused.status).toBe(422);
  expect(Object(at(refused.body, 'problems')).length).toBeGreaterThan(0);
  expect((await ask('GET', 'conflicts/conflict')).body).toEqual(before);
  expect((await ask('GET', 'conflicts/nothing')).status).toBe(404);
});

test('a draft stands on statements; kept, it is a conflict like another, and it can be removed', async () => {
  const { status, body: draft } = await ask('GET', 'conflict-draft');
  expect([status, Object(at(draft, 'data', 'makers')).length]).toEqual([200, 4]);
  expect(Object.keys(Object(at(draft, 'cited'))).length).toBeGreaterThan(5);
  const { body: kept } = await ask('POST', 'conflicts', { data: at(draft, 'data') });
  expect((await ask('GET', `conflicts/${at(kept, 'id')}`)).body).toMatchObject({ problems: [] });
  const { body: again } = await ask('POST', 'conflicts', { data: at(draft, 'data') });
  expect(at(again, 'id')).not.toBe(at(kept, 'id'));
  expect((await ask('DELETE', `conflicts/${at(again, 'id')}`)).status).toBe(200);
  expect(Object((await ask('GET', 'conflicts')).body).length).toBe(2);
});

test('evidence is found by words, by whom they are of or who says them, and by issue', async () => {
  const rows = async (query: string) => {
    const { status, body } = await ask('GET', `evidence?${query}`);
    expect(status).toBe(200);
    const found: unknown = at(body, 'rows');
    return Array.isArray(found) ? found.map((row) => at(row, 'statement')) : [];
  };
  const worded = await rows('words=hostile+polic');
  expect(worded.length).toBeGreaterThan(0);
  expect(worded.every((one) => /hostile polic/i.test(JSON.stringify(one)))).toBe(true);
  const seoul = await rows('actor=south-korea&issue=end-of-war');
  expect(new Set(seoul.map((one) => at(one, 'issue')))).toEqual(new Set(['end-of-war']));
  const moon = await rows('actor=moon-jae-in');
  expect(new Set(moon.map((one) => at(one, 'speaker')))).toEqual(new Set(['moon-jae-in']));
  expect(await rows('words=zzzz')).toEqual([]);
});

test('the words behind a conflict come with their origin, and conditions give aims that it lacks', async () => {
  const { body: page } = await ask('GET', 'conflicts/conflict');
  const cited: readonly unknown[] = Object.values(Object(at(page, 'cited')));
  expect(cited.every((one) => String(at(one, 'originName')).startsWith('the one origin '))).toBe(true);
  const data = Object(at(page, 'data'));
  const without = {
    ...data,
    makers: data.makers.map((maker: { id: string }) => (maker.id === 'pyongyang' ? { ...maker, prefers: [] } : maker)),
  };
  const { status, body } = await ask('POST', 'additions', { data: without });
  expect(status).toBe(200);
  expect(Array.isArray(body)).toBe(true);
});
