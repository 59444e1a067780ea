import { describe, expect, test } from 'vitest';
import { isDate, monthsOn } from './state.ts';

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
