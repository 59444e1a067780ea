import { expect, test } from 'vitest';
import { readConflict } from '../conflict/read-conflict.ts';
import { stateOfPattern } from '../conflict/state-space.ts';
import { settle } from '../settlement/settle.ts';
import { compile } from '../stability/compile.ts';
import { settlementSaid } from './settlement-said.ts';

const read = readConflict({
  conflict: 'The gate',
  makers: [
    { id: 'north', name: 'North', options: [{ id: 'open' }], prefers: [{ that: 'not open', because: ['s1'] }] },
    { id: 'south', name: 'South', options: [{ id: 'pay' }], prefers: [{ that: 'not pay', assumed: true }] },
  ],
  'status-quo': 'NN',
});

const saidOf = (pattern: string, most: number) => {
  if (!read.ok) throw new RangeError(JSON.stringify(read.problems));
  const model = compile(read.value);
  if (!model.ok) throw new RangeError(JSON.stringify(model.problems));
  const wish = {
    state: stateOfPattern(model.value, pattern),
    concept: 'nash',
    most,
    kinds: ['reverse', 'drop'],
  } as const;
  const search = settle(read.value, model.value, wish);
  for (;;) {
    const step = search.next();
    if (step.done) return settlementSaid(read.value, step.value);
  }
};

test('each side has its ways, with the statements that they touch', () => {
  const said = saidOf('YN', 2);
  expect(said.says[0]).toBe(
    'YN would hold under Nash after one change, in 2 ways. Every set of at most one change was tried, so no smaller one is left out.',
  );
  const [group] = said.groups;
  expect(group?.sides.map(({ who }) => who)).toEqual(['North']);
  expect(group?.sides[0]?.ways.map(({ because, formal }) => [because, formal])).toEqual([
    [['s1'], false],
    [['s1'], false],
  ]);
  expect(group?.sides[0]?.ways[0]?.says).toContain('its aim of avoiding “open”');
});

test('what holds already is said so; what one change cannot bring names who would still leave', () => {
  expect(saidOf('NN', 1).says).toEqual(['With these preferences NN holds already under Nash. It is the status quo.']);
  const none = saidOf('YY', 1);
  expect(none.says[0]).toBe('No set of at most one change makes YY hold under Nash.');
  expect(none.says[1]).toContain('would still leave it.');
  expect(none.groups).toEqual([]);
});
