import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyFormula } from '../../testing/any-conflict.ts';
import { holds } from '../preference/truth.ts';
import { optionId } from '../vocabulary.ts';
import { ranksByStatements, ranksByWeights } from './ranks.ts';
import { fullSpace, spaceOf } from './state-space.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map(optionId);
const places = new Map(ids.map((id, at) => [id, at]));

/** Dense ranks by comparison: slow, and plain. */
const denseBy = <Value>(values: readonly Value[], compare: (a: Value, b: Value) => number): number[] => {
  const distinct = [...values]
    .sort(compare)
    .filter((value, at, all) => at === 0 || compare(value, all[at - 1] ?? value) !== 0);
  return values.map((value) => distinct.findIndex((other) => compare(value, other) === 0) + 1);
};

test('law: ranks by statements are the order of the truth counts, group by group', () => {
  const anyGroups = fc.array(fc.array(anyFormula(ids, 2), { minLength: 1, maxLength: 3 }), { maxLength: 8 });
  const anyCodes = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 64 });
  fc.assert(
    fc.property(anyGroups, anyCodes, (groups, some) => {
      const codes = Uint32Array.from(some).sort();
      const space = spaceOf(6, codes);
      const counts = [...codes].map((code) =>
        groups.map((group) => group.filter((that) => holds(that, places, code)).length),
      );
      const compare = (a: number[], b: number[]) => {
        const at = a.findIndex((count, place) => count !== b[place]);
        return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
      };
      const ranks = ranksByStatements(
        space,
        places,
        groups.map((group) => group.map((that) => ({ that }))),
      );
      expect([...ranks]).toEqual(denseBy(counts, compare));
    }),
    { numRuns: 300 },
  );
});

test('two hundred statements: the last one still decides, where a sum of powers of two would have lost it', () => {
  const a = { kind: 'option', option: ids[0] ?? optionId('') } as const;
  const b = { kind: 'option', option: ids[1] ?? optionId('') } as const;
  const groups = [...Array.from({ length: 199 }, () => [{ that: a }]), [{ that: b }]];
  expect([...ranksByStatements(fullSpace(2), places, groups)]).toEqual([1, 3, 2, 4]);
});

test('equal priority: two of three true is worth the same whichever they are', () => {
  const is = (at: number) => ({ that: { kind: 'option', option: ids[at] ?? optionId('') } as const });
  expect([...ranksByStatements(fullSpace(3), places, [[is(0), is(1), is(2)]])]).toEqual([1, 2, 2, 3, 2, 3, 3, 4]);
});

test('weights are sums of decimals, not of floating numbers', () => {
  const weights = new Map([
    [ids[0] ?? optionId(''), 0.1],
    [ids[1] ?? optionId(''), 0.2],
    [ids[2] ?? optionId(''), 0.3],
  ]);
  const ranks = ranksByWeights(fullSpace(3), places, weights);
  expect(ranks[3]).toBe(ranks[4]); // 0.1 + 0.2 = 0.3
  const wide = new Map([
    [ids[0] ?? optionId(''), -1e9],
    [ids[1] ?? optionId(''), 1e9],
    [ids[2] ?? optionId(''), 0.5],
  ]);
  expect([...ranksByWeights(fullSpace(3), places, wide)]).toEqual([3, 1, 5, 3, 4, 2, 6, 4]);
});
