import { expect, test } from 'vitest';
import { random, randomModel } from '../../testing/random-model.ts';
import { readConflict } from '../conflict/read-conflict.ts';
import { stateCount } from '../conflict/space.ts';
import { fullSpace } from '../conflict/state-space.ts';
import { analysisBytes, analysisSeconds, tooLargeToAnalyse } from './analysis-size.ts';
import { compile, outline } from './compile.ts';
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

test.each([
  ['all states', {}],
  ['some ruled out', { infeasible: ['a and d'] }],
  ['some listed', { states: ['NNNN', 'YNNN'] }],
  ['moves listed', { moves: { one: [['NNNN', 'YNNN']] } }],
  ['one-way options', { options: [{ id: 'e', maker: 'one', moves: 'forward' }] }],
])('what is told from the outline is told from the model: %s', (_, more) => {
  const read = readConflict({
    makers: [
      { id: 'one', options: ['a', 'b'] },
      { id: 'two', options: ['c', 'd'] },
    ],
    ...more,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const [count, model] = [stateCount(read.value), compile(read.value)];
  if (!count.ok || !model.ok) throw new Error('expected both');
  const before = outline(read.value, count.value);
  expect(count.value).toBe(model.value.size);
  expect(analysisSeconds(before)).toBe(analysisSeconds(model.value));
  if (!('moves' in more)) expect(analysisBytes(before)).toBe(analysisBytes(model.value));
});

test('more states and more makers take longer', () => {
  expect(analysisSeconds({ ...large, size: 2 ** 29 })).toBeLessThan(analysisSeconds(large));
  expect(analysisSeconds({ ...large, makers: large.makers.slice(1) })).toBeLessThan(analysisSeconds(large));
});
