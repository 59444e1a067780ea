import { actorId, issueId, type Stance } from '@entente/core/vocabulary';
import type { PositionCell, PositionPage } from 'entente/http/app';
import { expect, test } from 'vitest';
import { findingOf, glyphOfCell, gridOf, lineOf, nextDay, stepped, windowOf } from './state.ts';

const cell = (actor: string, issue: string, stance: Stance, more: Partial<PositionCell> = {}): PositionCell => ({
  actor: actorId(actor),
  issue: issueId(issue),
  stance,
  contested: false,
  stances: [],
  basis: 'accepted',
  voice: 'named',
  origins: 1,
  statements: [],
  counts: { accepted: 1, suggested: 0 },
  conditions: 0,
  stages: 1,
  ...more,
});

const page = (cells: readonly PositionCell[], issues = ['a', 'b']): PositionPage => ({
  version: 1,
  actors: ['north', 'south'].map((id) => ({ id: actorId(id), name: id, kind: 'state', aliases: [], partOf: [] })),
  issues: issues.map((id) => ({ id: issueId(id), label: `Issue ${id}`, proposal: `Do ${id}` })),
  cells,
});

test('what most is said on comes first; suggestions are left out until they are asked for', () => {
  const all = page([
    cell('north', 'b', 'support', { origins: 2 }),
    cell('south', 'b', 'oppose'),
    cell('south', 'a', 'support', { basis: 'suggested' }),
  ]);
  const accepted = gridOf(all, false);
  expect([accepted.rows.map(({ id }) => id), accepted.columns.map(({ id }) => id)]).toEqual([
    ['north', 'south'],
    ['b'],
  ]);
  expect(gridOf(all, true).columns.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(findingOf(accepted)).toBe(
    'Issue b: as reported, north supports it and south opposes it; 1 of 2 positions rests on one origin',
  );
});

test('where nothing is accepted, suggestions are shown as what they are', () => {
  const grid = gridOf(page([cell('north', 'a', 'support', { basis: 'suggested' })]), false);
  expect([grid.onlySuggested, grid.columns.length]).toEqual([true, 1]);
  expect(findingOf(grid)).toContain('as suggested, not checked');
  expect(findingOf(gridOf(page([]), false))).toBeUndefined();
});

test('the mark shows shape, voice and origins', () => {
  expect(glyphOfCell(cell('north', 'a', 'oppose', { voice: 'anonymous', origins: 2 }))).toEqual({
    stance: 'oppose',
    voice: 'anonymous',
    line: 'solid',
    suggested: false,
  });
});

test('of many issues the first are shown, all when asked, those that fit when typed', () => {
  const issues = Array.from({ length: 20 }, (_, at) => `i${at}`);
  const grid = gridOf(
    page(
      issues.map((id) => cell('north', id, 'support')),
      issues,
    ),
    false,
  );
  expect([windowOf(grid, false, '').columns.length, windowOf(grid, false, '').moreColumns]).toEqual([8, 12]);
  const two = gridOf(page([cell('north', 'a', 'support'), cell('south', 'b', 'support')]), false);
  expect(windowOf(two, false, 'issue b').rows.map(({ id }) => id)).toEqual(['south']);
  expect(windowOf(grid, true, '').columns.length).toBe(20);
  expect(windowOf(grid, false, 'do i7').columns.map(({ id }) => id)).toEqual(['i7']);
});

test.each([
  ['ArrowRight', { row: 0, column: 1 }],
  ['ArrowUp', { row: 0, column: 0 }],
  ['ArrowDown', { row: 1, column: 0 }],
  ['End', { row: 0, column: 3 }],
])('%s moves inside the grid', (key, after) => expect(stepped({ row: 0, column: 0 }, key, 2, 4)).toEqual(after));

const DAYS = {
  days: [
    { date: '2021-10-19', accepted: 2, suggested: 1 },
    { date: '2021-11', accepted: 1, suggested: 0 },
    { date: '2019/2020', accepted: 3, suggested: 0 },
    { date: '2021-12-01', accepted: 0, suggested: 4 },
  ],
  undated: 2,
} as const;

test('days are strokes, years are bands, and a suggestion counts only when it is shown', () => {
  const line = lineOf(DAYS, false);
  expect(line).toMatchObject({ first: '2021-10-19', last: '2021-11-30', undated: 2, earlier: 3, bands: [] });
  const broad = lineOf({ days: [{ date: '2019/2021', accepted: 3, suggested: 0 }], undated: 0 }, false);
  expect(broad?.bands).toEqual([{ from: 0, to: 1095, count: 3 }]);
  expect(line?.strokes.map(({ count }) => count)).toEqual([2, 1]);
  expect(lineOf(DAYS, true)?.strokes.length).toBe(3);
  expect(lineOf({ days: [], undated: 4 }, true)).toBeUndefined();
});

test('earlier and later go from one day on which something is said to the next', () => {
  const line = lineOf(DAYS, false);
  if (line === undefined) throw new RangeError('no line');
  expect(nextDay(line, '2021-11-30', -1)).toBe('2021-11-16');
  expect(nextDay(line, '2021-11-15', -1)).toBe('2021-10-19');
  expect(nextDay(line, '2021-10-19', 1)).toBe('2021-11-16');
  expect(nextDay(line, '2021-11-20', 1)).toBe('2021-11-30');
  expect(nextDay(line, '2021-10-19', -1)).toBe('2021-10-19');
});
