import { expect, test } from 'vitest';
import { optionId } from '../vocabulary.ts';
import type { Change } from './change.ts';
import { factored } from './factored.ts';

const drop = (maker: number, aim: number): Change => ({ kind: 'drop', maker, aim });
const keep: Change = { kind: 'one-way', option: optionId('a'), moves: 'forward' };

test('any of one side with any of the other reads as two lists', () => {
  const [a, b, c, d] = [drop(0, 0), drop(0, 1), drop(1, 0), drop(1, 1)];
  const groups = factored([
    [a, c],
    [a, d],
    [b, c],
    [b, d],
  ]);
  expect(
    groups.map(({ ways, sides }) => [ways, sides.map(({ maker, alternatives }) => [maker, alternatives])]),
  ).toEqual([
    [
      4,
      [
        [0, [[a], [b]]],
        [1, [[c], [d]]],
      ],
    ],
  ]);
});

test('sets that do not multiply out stand by themselves, and what is without commitments comes first', () => {
  const [a, b, c, d] = [drop(0, 0), drop(0, 1), drop(1, 0), drop(1, 1)];
  const groups = factored([
    [keep, a],
    [a, c],
    [b, d],
  ]);
  expect(groups.map(({ ways, first }) => [ways, first])).toEqual([
    [1, [a, c]],
    [1, [b, d]],
    [1, [keep, a]],
  ]);
});
