import { expect, test } from 'vitest';
import { readConflict } from '../conflict/read-conflict.ts';
import { stateOfPattern } from '../conflict/state-space.ts';
import { compile } from '../stability/compile.ts';
import { moveTree } from './moves.ts';

/** Two neighbours and a gate: each would rather the other opened it first. */
const read = readConflict({
  conflict: 'The gate',
  makers: [
    { id: 'north', name: 'North', options: [{ id: 'open' }], prefers: [{ that: 'pay' }, { that: 'not open' }] },
    {
      id: 'south',
      name: 'South',
      options: [{ id: 'pay' }],
      prefers: [{ that: 'open' }, { that: 'not pay if not open' }],
    },
  ],
  'status-quo': 'NN',
});

const treeFrom = (pattern: string) => {
  if (!read.ok) throw new RangeError(JSON.stringify(read.problems));
  const model = compile(read.value);
  if (!model.ok) throw new RangeError(JSON.stringify(model.problems));
  return moveTree(read.value, model.value, stateOfPattern(model.value, pattern));
};

test('a move says what it changes, what it costs and which aim it ends', () => {
  const { from, branches, more } = treeFrom('NN');
  expect([from, more]).toEqual(['NN', []]);
  expect(branches.map(({ maker, to, improvement, aim }) => ({ maker, to, improvement, aim: aim?.text }))).toEqual([
    { maker: 0, to: 'YN', improvement: false, aim: 'not open' },
    { maker: 1, to: 'NY', improvement: false, aim: 'not pay if not open' },
  ]);
  expect(branches[0]).toMatchObject({
    from: 3,
    place: 4,
    of: 4,
    says: 'taking up “open”',
    replies: [],
    moreReplies: 0,
  });
});

test('an answer that somebody gains by stands behind the move that opens it', () => {
  const [north, south] = treeFrom('YY').branches;
  expect(north).toMatchObject({ to: 'NY', improvement: true, from: 2, place: 1, aim: { number: 2, text: 'not open' } });
  expect(north?.replies).toMatchObject([{ maker: 1, to: 'NN', improvement: true, aim: { number: 2 } }]);
  expect(south).toMatchObject({ to: 'YN', improvement: false });
  expect(south?.replies).toMatchObject([{ maker: 0, to: 'NN', improvement: true }]);
});

test('of many moves the best are spelt out and the rest counted', () => {
  const wide = readConflict({
    conflict: 'Wide',
    makers: [
      { id: 'one', options: ['a', 'b', 'c', 'd'].map((id) => ({ id })), prefers: [{ that: 'a' }, { that: 'b' }] },
      { id: 'two', options: [{ id: 'e' }] },
    ],
  });
  if (!wide.ok) throw new RangeError('unread');
  const model = compile(wide.value);
  if (!model.ok) throw new RangeError('uncompiled');
  const { branches, more } = moveTree(wide.value, model.value, stateOfPattern(model.value, 'NNNNN'));
  expect(branches.filter(({ maker }) => maker === 0).length).toBe(7);
  expect(branches[0]).toMatchObject({ place: 1, improvement: true, aim: { number: 1, text: 'a' } });
  expect(more).toEqual([{ maker: 0, count: 8 }]);
});
