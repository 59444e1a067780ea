import { REPORT_PARTS } from '@entente/core/report/outline';
import { expect, test } from 'vitest';
import { listedParts, movedPart, partsIn, toggled, wordsOf } from './state.ts';

test('parts go on and off in the order of the report, and the address keeps them', () => {
  const some = toggled(toggled(REPORT_PARTS, 'answer'), 'methods');
  expect(some).toEqual(['positions', 'chronicle', 'conflict']);
  expect(partsIn(wordsOf(some))).toEqual(some);
  expect(toggled(some, 'answer')[0]).toBe('answer');
  expect(wordsOf(REPORT_PARTS)).toBe('');
  expect(partsIn(undefined)).toEqual(REPORT_PARTS);
  expect(partsIn(wordsOf([]))).toEqual([]);
  expect(partsIn('positions,nothing')).toEqual(['positions']);
});

test('parts are put in another order, which the address keeps', () => {
  const other = movedPart(REPORT_PARTS, 'conflict', -1);
  expect(other).toEqual(['answer', 'positions', 'conflict', 'chronicle', 'methods']);
  expect(partsIn(wordsOf(other))).toEqual(other);
  expect(movedPart(other, 'answer', -1)).toEqual(other);
  expect(movedPart(other, 'methods', 1)).toEqual(other);
  const some = toggled(other, 'positions');
  expect(listedParts(some)).toEqual(['answer', 'conflict', 'chronicle', 'methods', 'positions']);
  expect(toggled(some, 'positions')).toEqual(['answer', 'positions', 'conflict', 'chronicle', 'methods']);
});
