import { REPORT_PARTS } from '@entente/core/report/outline';
import { expect, test } from 'vitest';
import { partsIn, toggled, wordsOf } from './state.ts';

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
