import { actorId, issueId, type Stance, statementId } from '@entente/core/vocabulary';
import type { PositionCell, PositionPage } from 'entente/http/app';
import { expect, test } from 'vitest';
import { arranged, byKind, seenAsCsv, shiftsBetween } from './arrange.ts';
import { gridOf } from './state.ts';

const cell = (actor: string, issue: string, stance: Stance, more: Partial<PositionCell> = {}): PositionCell => ({
  actor: actorId(actor),
  issue: issueId(issue),
  stance,
  contested: false,
  stances: [],
  basis: 'accepted',
  voice: 'named',
  origins: 2,
  statements: [statementId('s')],
  counts: { accepted: 1, suggested: 0 },
  conditions: 0,
  stages: 1,
  ...more,
});

const page = (cells: readonly PositionCell[]): PositionPage => ({
  version: 1,
  actors: [
    { id: actorId('a'), name: 'Zed', kind: 'person', aliases: [], partOf: [] },
    { id: actorId('b'), name: 'Alba', kind: 'state', aliases: [], partOf: [] },
  ],
  issues: [
    { id: issueId('x'), label: '=Sum(1)', proposal: '' },
    { id: issueId('y'), label: 'Yield', proposal: '' },
  ],
  cells,
});

const now = page([cell('a', 'x', 'support'), cell('a', 'y', 'oppose'), cell('b', 'x', 'oppose', { contested: true })]);
const grid = gridOf(now, false);
const rows = (order: Parameters<typeof arranged>[1]): string =>
  arranged(grid, order)
    .rows.map(({ id }) => id)
    .join('');

test('parties and issues stand in the order that is looked for', () => {
  expect([rows('said'), rows('contested'), rows('name')]).toEqual(['ab', 'ba', 'ba']);
  expect(byKind(grid.rows).map(({ kind }) => kind)).toEqual(['state', 'person']);
});

test('beside an earlier day, what is new, gone or otherwise is told, and stands first', () => {
  const before = page([cell('a', 'x', 'support'), cell('b', 'x', 'support'), cell('b', 'y', 'oppose')]);
  const shifts = shiftsBetween(before, grid, false);
  expect(Object.fromEntries(shifts)).toEqual({
    'a y': { kind: 'new' },
    'b x': { kind: 'other', before: 'support' },
    'b y': { kind: 'gone', before: 'oppose' },
  });
  expect(arranged(grid, 'said', shifts).rows[0]?.id).toBe('b');
});

test('what is seen is written for a spreadsheet, with formulas defused', () => {
  const text = seenAsCsv({ rows: grid.rows, columns: grid.columns, grid }, undefined);
  const [head, ...lines] = text.trimEnd().split('\r\n');
  expect(head).toBe('party,issue,position,origins,known,contested,status,statements,when');
  expect(lines).toContain("Alba,'=Sum(1),opposes,2,on record,yes,accepted,1,");
  expect(lines).toHaveLength(3);
});
