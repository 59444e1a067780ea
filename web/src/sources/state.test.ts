import { documentId, originId } from '@entente/core/vocabulary';
import type { DocumentRow } from 'entente/http/app';
import { describe, expect, test } from 'vitest';
import { queryOf, rowsShown, sortedBy, spanIn, summaryOf, tableStateOf } from './state.ts';

const row = (
  id: string,
  {
    published,
    publisher,
    origin = id,
    suggested = 0,
    size = 1,
  }: {
    readonly published?: string;
    readonly publisher?: string;
    readonly origin?: string;
    readonly suggested?: number;
    readonly size?: number;
  } = {},
): DocumentRow => ({
  document: {
    id: documentId(id),
    file: `${id}.txt`,
    sha256: '0'.repeat(64),
    title: { value: `Report ${id}`, from: 'first line' },
    ...(published !== undefined && { published: { value: published, from: 'first line' } }),
    ...(publisher !== undefined && { publisher: { value: publisher, from: 'first line' } }),
  },
  length: 100,
  statements: { suggested, accepted: 0, rejected: 0 },
  origin: originId(origin),
  originSize: size,
});

const rows = [
  row('alpha', { published: '2021-11-07', publisher: 'Strait Press', suggested: 3 }),
  row('beta', { published: '2021-09', origin: 'delta', size: 2 }),
  row('gamma', { suggested: 7 }),
  row('delta', { published: '2021-08-01', origin: 'delta', size: 2 }),
];
const shown = (query: Readonly<Record<string, string>>, hits: readonly string[] = []) =>
  rowsShown(rows, tableStateOf(query), new Set(hits)).map(({ document }) => document.id);

describe('the table of documents', () => {
  test('newest first, undated last', () => expect(shown({})).toEqual(['alpha', 'beta', 'delta', 'gamma']));
  test('oldest first, undated still last', () =>
    expect(shown({ rising: 'yes' })).toEqual(['delta', 'beta', 'alpha', 'gamma']));
  test('most to code first', () => expect(shown({ sort: 'open' }).slice(0, 2)).toEqual(['gamma', 'alpha']));
  test('documents of one origin stand together, their source first', () =>
    expect(shown({ group: 'origin' })).toEqual(['alpha', 'delta', 'beta', 'gamma']));
  test('words are looked for in title, outlet and file; the text’s own hits come from the desk', () => {
    expect(shown({ q: 'strait' })).toEqual(['alpha']);
    expect(shown({ q: 'report gam' })).toEqual(['gamma']);
    expect(shown({ q: 'cod' }, ['beta'])).toEqual(['beta']);
    expect(shown({ q: 'nothing' })).toEqual([]);
  });
});

test('the state and the address say the same', () => {
  for (const query of [{}, { q: 'a b', group: 'origin' }, { sort: 'open', rising: 'yes' }]) {
    const state = tableStateOf(query);
    expect(tableStateOf(queryOf(state))).toEqual(state);
  }
});

test('a column sorts one way, then the other', () => {
  const once = sortedBy(tableStateOf({}), 'open');
  expect([once.sort, once.falling]).toEqual(['open', true]);
  expect(sortedBy(once, 'open').falling).toBe(false);
  expect(sortedBy(once, 'title').falling).toBe(false);
});

test('the head counts origins, not articles', () =>
  expect(summaryOf(rows)).toEqual({ documents: 4, origins: 3, undated: 1, open: 2 }));

test.each([
  ['12-40', { start: 12, end: 40 }],
  ['40-12', undefined],
  ['-1-4', undefined],
  [undefined, undefined],
  ['1-999999999999', undefined],
])('the place %s', (at, expected) => expect(spanIn(at)).toEqual(expected));
