import { expect, test } from 'vitest';
import { random, randomModel } from '../../testing/random-model.ts';
import { fullSpace } from '../conflict/state-space.ts';
import { analysisBytes, tooLargeToAnalyse } from './analysis-size.ts';
import type { GraphModel } from './graph-model.ts';

const small = randomModel({ options: [2, 2, 2], infeasible: 0, oneWay: 0, listed: 0, tiers: 99 }, random(1));
/** What the size is told from, without the ranks that would not fit here. */
const large: GraphModel = {
  ...small,
  ...fullSpace(30),
  masks: [1023, 1023 << 10, 1023 << 20],
};

test('an analysis that would not fit is told in GiB before it begins', () => {
  expect(tooLargeToAnalyse(small, {}, 2 ** 20)).toBeUndefined();
  expect(tooLargeToAnalyse(large, {}, 2 ** 32)).toEqual({
    code: 'stability/too-large',
    at: ['makers'],
    says:
      'To analyse 1,073,741,824 states for 3 makers takes about 24 GiB, and 4.0 GiB can be had. ' +
      'Leave options out, or rule combinations out under “infeasible”.',
  });
});

test('the rule each-once takes an array of values for each group of opponents', () => {
  const legal = analysisBytes(large, { rule: 'single' });
  expect(analysisBytes(large, { rule: 'each-once' }) - legal).toBe(3 * 4 * 2 ** 30);
});
