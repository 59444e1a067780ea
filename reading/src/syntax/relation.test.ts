import fc from 'fast-check';
import { expect, test } from 'vitest';
import { familiesOf, relationsOf } from './relation.ts';

const LABELS = ['root', 'nsubj', 'nsubj:pass', 'obj', 'obl', 'det'];
const families = familiesOf(LABELS);

const solve = (scores: readonly (readonly number[])[], heads: readonly number[]) =>
  Array.from(
    relationsOf(
      { numbers: Float32Array.from(scores.flat()), at: 0, wide: LABELS.length },
      Uint32Array.from(heads),
      0,
      heads.length,
      families,
      0,
    ),
    (label) => LABELS[label],
  );

test('of two subjects the surer one stays', () => {
  const scores = [
    [0, 0, 0, 0, 0, 0],
    [0, 5, 0, 0, 4, 0],
    [9, 0, 0, 0, 0, 0],
    [0, 0, 5, 1, 0, 0],
  ];
  expect(solve(scores, [0, 2, 0, 2])).toEqual(['root', 'obl', 'root', 'nsubj:pass']);
});

test('who gives way may push out another', () => {
  const scores = [
    [0, 0, 0, 0, 0, 0],
    [9, 0, 0, 0, 0, 0],
    [0, 0, 0, 5, 4, 0],
    [0, 5, 0, 0, 0, 0],
    [0, 6, 0, 5.5, 0, 0],
  ];
  expect(solve(scores, [0, 0, 1, 1, 1])).toEqual(['root', 'root', 'obl', 'nsubj', 'obj']);
});

test('no word ever has two of what it can have one of, and the root is never given to others', () => {
  const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 3, maxLength: 9 }), (scores) => {
      const heads = scores.map((_, row) => (row < 2 ? 0 : 1 + ((row * 7) % (row - 1 || 1))));
      const found = solve(scores, heads);
      const seen = new Set<string>();
      found.forEach((label = '', row) => {
        expect(label === 'root').toBe(row < 2);
        const family = label.replace(/:.*/, '');
        const mark = `${heads[row]} ${family}`;
        if (family === 'nsubj' || family === 'obj') expect(seen.has(mark)).toBe(false);
        seen.add(mark);
      });
    }),
  );
});
