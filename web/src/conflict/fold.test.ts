import type { MoveBranch } from '@entente/core/report/moves';
import { expect, test } from 'vitest';
import { foldedMoves } from './fold.ts';

const move = (maker: number, to: string, improvement = false): MoveBranch => ({
  maker,
  to,
  says: '',
  improvement,
  from: 1,
  place: 2,
  of: 4,
  replies: [],
  moreReplies: 0,
});

const names = (branches: readonly MoveBranch[]): string => branches.map(({ to }) => to).join(' ');

test('few moves are all drawn', () => {
  const all = [move(0, 'a'), move(1, 'b')];
  expect(foldedMoves(all, 2)).toBe(all);
});

test('of many, improvements stay, and every maker keeps its first before one gets a second', () => {
  const all = [
    ...['a1', 'a2', 'a3'].map((to) => move(0, to)),
    ...['b1', 'b2'].map((to) => move(1, to)),
    move(2, 'c1'),
    move(2, 'gain', true),
  ];
  expect(names(foldedMoves(all, 4))).toBe('a1 b1 c1 gain');
  expect(names(foldedMoves(all, 5))).toBe('a1 a2 b1 c1 gain');
});
