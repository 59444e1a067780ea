import { expect, test } from 'vitest';
import { readConflict } from '../conflict/read-conflict.ts';
import { compile } from '../stability/compile.ts';
import { idleAims } from './idle-aim.ts';

const idle = (prefers: readonly unknown[], infeasible: readonly unknown[] = []): readonly string[] => {
  const read = readConflict({
    conflict: 'The ford',
    makers: [
      { id: 'north', options: ['cross', 'wait'], prefers },
      { id: 'south', options: ['pay'] },
    ],
    infeasible,
  });
  if (!read.ok) throw new RangeError(JSON.stringify(read.problems));
  const model = compile(read.value);
  if (!model.ok) throw new RangeError(JSON.stringify(model.problems));
  return idleAims(read.value, model.value).map(({ aim, how }) => `${aim} ${how}`);
};

test.each([
  ['aims that each decide something', ['cross', 'pay', 'wait'], []],
  ['a contradiction', ['cross and not cross', 'pay'], ['0 never']],
  ['a truism', ['pay', 'cross or not cross'], ['1 always']],
  ['the opposite of a higher aim', ['cross', 'not cross'], ['1 settled']],
  ['a higher aim said again', ['cross', 'pay', 'cross'], ['2 settled']],
  ['what follows from higher aims', ['cross', 'pay', 'cross and pay'], ['2 settled']],
])('%s', (_, prefers, expected) =>
  expect(
    idle(
      prefers.map((that) => ({ that })),
      [],
    ),
  ).toEqual(expected),
);

test('what is ruled out can make an aim idle', () =>
  expect(idle([{ that: 'not (cross and wait)' }, { that: 'pay' }], [{ when: 'cross and wait' }])).toEqual([
    '0 always',
  ]));
