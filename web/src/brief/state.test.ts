import { actorId, issueId } from '@entente/core/vocabulary';
import type { PositionCell } from 'entente/http/app';
import { describe, expect, test } from 'vitest';
import { askable, isDate, monthsOn } from './state.ts';

describe('earlier and later', () => {
  test.each([
    ['2021-11-30', -1, '2021-10'],
    ['2021-11', 1, '2021-12'],
    ['2021-12', 1, '2022-01'],
    ['2021-01', -1, '2020-12'],
    ['2021', 1, '2022'],
    [undefined, 1, undefined],
    ['2019/2021', 1, undefined],
  ] as const)('%s, %i: %s', (date, by, expected) => expect(monthsOn(date, by)).toBe(expected));
});

test.each([
  ['', true],
  ['2021-11', true],
  ['November', false],
])('“%s” can be asked for: %s', (typed, expected) => expect(isDate(typed)).toBe(expected));

const cellOf = (actor: string, issue: string, more: Partial<PositionCell>): PositionCell => ({
  ...{ actor: actorId(actor), issue: issueId(issue), stance: 'support', contested: false, stances: [], conditions: 0 },
  ...{
    basis: 'accepted',
    voice: 'named',
    origins: 1,
    statements: [],
    stages: 1,
    counts: { accepted: 1, suggested: 0 },
  },
  ...more,
});

describe('what is offered to ask', () => {
  const cells = [
    cellOf('a', 'quota', {}),
    cellOf('b', 'quota', { stance: 'oppose' }),
    cellOf('c', 'ban', { stance: 'no-position' }),
    cellOf('d', 'ban', { contested: true }),
    cellOf('e', 'ban', { stance: 'oppose', basis: 'suggested' }),
  ];
  test('first one for each issue, what is contested or opposed before the rest, suggestions last', () =>
    expect(askable(cells, 5).map(({ actor }) => actor)).toEqual(['d', 'b', 'a', 'c', 'e']));
  test('no more than asked for', () => expect(askable(cells, 1)).toHaveLength(1));
  test('nothing of nothing', () => expect(askable([])).toEqual([]));
});
