import fc from 'fast-check';
import { expect, test } from 'vitest';
import { treeOf } from './tree.ts';

const scoresOf = (rows: readonly (readonly number[])[]) => ({
  numbers: Float32Array.from(rows.flat()),
  at: 0,
  wide: rows.length,
  length: rows.length,
});

/** The best tree with one root by trying all of them. */
const slowTotal = (rows: readonly (readonly number[])[]): number => {
  const length = rows.length;
  let best = -Infinity;
  const heads = new Array<number>(length).fill(0);
  const reaches = (node: number): boolean => {
    let at = node;
    for (let step = 0; step < length && at !== 0; step++) at = heads[at] ?? 0;
    return at === 0;
  };
  const place = (node: number, total: number): void => {
    if (node === length) {
      const roots = heads.filter((head, at) => at > 0 && head === 0).length;
      if (roots === 1 && heads.every((_, at) => reaches(at))) best = Math.max(best, total);
      return;
    }
    for (let head = 0; head < length; head++)
      if (head !== node) {
        heads[node] = head;
        place(node + 1, total + (rows[node]?.[head] ?? 0));
      }
  };
  place(1, 0);
  return best;
};

const matrices = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

test('the tree is the best one with a single root', () => {
  fc.assert(
    fc.property(matrices, (rows) => {
      const heads = treeOf(scoresOf(rows));
      const total = heads.reduce((sum, head, node) => sum + (node === 0 ? 0 : (rows[node]?.[head] ?? 0)), 0);
      expect(total).toBe(slowTotal(rows));
    }),
  );
});
