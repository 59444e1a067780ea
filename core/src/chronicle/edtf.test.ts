import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certainlyBefore, compareEdtf, dayRange, daysBetween, hull, overlaps, readEdtf } from './edtf.ts';
import { edtfWords } from './edtf-words.ts';

describe('days that a date can mean', () => {
  const rows: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['2021-10-19', '2021-10-19', '2021-10-19'],
    ['2021-10', '2021-10-01', '2021-10-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2018-04~', '2018-04-01', '2018-04-30'],
    ['2018?', '2018-01-01', '2018-12-31'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2021-XX', '2021-01-01', '2021-12-31'],
    ['2021-24', '2021-12-01', '2022-02-28'],
    ['1977/1983', '1977-01-01', '1983-12-31'],
    ['../2002', undefined, '2002-12-31'],
    ['1951/..', '1951-01-01', undefined],
    ['/2002', undefined, '2002-12-31'],
  ];
  test.each(rows)('%s', (text, first, last) => {
    expect(dayRange(text).first).toBe(first);
    expect(dayRange(text).last).toBe(last);
  });

  test.each(['', 'October', '2021-13', '2021-02-30', '2021-10-19/2021-10-18', '../..', '20-10', '2021/2022/2023'])(
    '%j is no date',
    (text) => expect(readEdtf(text)).toBeUndefined(),
  );
});

test('order, overlap and certainty', () => {
  const dates = ['2021', '../2002', 'nonsense', '2021-10-19', '2021-10', '1951/..'];
  expect([...dates].sort(compareEdtf)).toEqual(['1951/..', '../2002', '2021', '2021-10', '2021-10-19', 'nonsense']);
  expect(certainlyBefore(dayRange('2021-09'), dayRange('2021-10'))).toBe(true);
  expect(certainlyBefore(dayRange('2021'), dayRange('2021-10'))).toBe(false);
  expect(overlaps(dayRange('2021'), dayRange('2021-10'))).toBe(true);
  expect(overlaps(dayRange('1951/..'), dayRange('2021-10'))).toBe(true);
  expect(overlaps(dayRange('../2002'), dayRange('2021-10'))).toBe(false);
});

test('laws: a hull holds what it was made of; days are counted as the calendar does', () => {
  const day = fc
    .date({ min: new Date('1500-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(daysBetween(a, b)).toBe((Date.parse(b) - Date.parse(a)) / 86_400_000);
      const around = dayRange(hull([dayRange(a), dayRange(b)]));
      expect(around).toEqual({ first: a < b ? a : b, last: a < b ? b : a });
      expect(compareEdtf(a, b) + compareEdtf(b, a)).toBe(0);
    }),
  );
});

describe('dates in words', () => {
  test.each([
    ['2021-10-19', '19 October 2021'],
    ['2021-10', 'October 2021'],
    ['2021', '2021'],
    ['2018-04~', 'about April 2018'],
    ['2018?', '2018 (uncertain)'],
    ['1977/1983', '1977 to 1983'],
    ['../2002', 'until 2002'],
    ['1951/..', 'since 1951'],
    ['198X', 'the 1980s'],
    ['2021-23', 'autumn 2021'],
    ['2021-09/2021-11', 'September to November 2021'],
    ['2021-10-03/2021-10-05', '3 to 5 October 2021'],
    ['2018-01-01/2019-12-31', '2018 to 2019'],
    ['2021-11-01/2021-11-30', 'November 2021'],
    ['last spring', 'last spring'],
  ])('%s is %s', (text, words) => expect(edtfWords(text)).toBe(words));
});
