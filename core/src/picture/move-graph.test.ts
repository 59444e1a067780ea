import { expect, test } from 'vitest';
import { moveGraph } from './move-graph.ts';

const MEASURE = { columns: [0, 100, 300], state: 40, row: 10 } as const;

test('every answer has a row of its own, and every move at least one', () => {
  const { height, branches } = moveGraph([0, 3, 1], MEASURE);
  expect(height).toBe(50);
  expect(branches.map(({ at }) => at.y)).toEqual([5, 15, 45]);
  expect(branches.map(({ replies }) => replies.map(({ at }) => at.y))).toEqual([[], [15, 25, 35], [45]]);
  expect(branches.every(({ at }) => at.x === 100)).toBe(true);
});

test('lines go from the start to each move; it stands half way down, but never out of view', () => {
  const few = moveGraph([0, 0], MEASURE);
  expect(few.start).toEqual({ x: 0, y: 10 });
  expect(few.branches.map(({ line }) => line.path)).toEqual(['M46 10C70 10 70 5 94 5', 'M46 10C70 10 70 15 94 15']);
  expect(
    moveGraph(
      Array.from({ length: 30 }, () => 0),
      MEASURE,
    ).start.y,
  ).toBe(40);
  expect(moveGraph([], MEASURE)).toMatchObject({ height: 10, branches: [] });
});
