import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyConflict } from '../../testing/any-conflict.ts';
import { catalogue } from '../../testing/catalogue.ts';
import { compiled, small } from '../../testing/small-conflict.ts';
import { readConflict } from '../conflict/read-conflict.ts';
import { stateOfPattern } from '../conflict/state-space.ts';
import { ALL_CONCEPTS } from '../vocabulary.ts';
import { analysis } from './analysis.ts';
import { behaviour } from './behaviour.ts';
import { evolution } from './evolution.ts';
import { groupMoves, moves, prefers } from './legal-move.ts';

describe('reached as printed', () => {
  const rows = catalogue().flatMap((each) =>
    (each.printed?.reachable ?? []).map((said) => ({ path: each.path, each, said })),
  );
  test('there are some', () => expect(rows.length).toBeGreaterThan(0));
  test.each(rows)('$path: from $said.from by $said.by', ({ each, said }) => {
    const conflict = readConflict(each.model);
    if (!conflict.ok) throw new Error(each.path);
    const model = compiled(conflict.value);
    const state = (label: string) => stateOfPattern(model, each.labels?.[label] ?? label);
    const { reached } = evolution(model, state(said.from), said.by === 'improvements' ? 'improvements' : 'moves');
    for (const label of said.states) expect(reached.has(state(label))).toBe(true);
    for (const label of said.not ?? []) expect(reached.has(state(label))).toBe(false);
  });
});

test('law: reaches what legal sequences of all makers reach, by paths that are legal and no longer', () => {
  fc.assert(
    fc.property(anyConflict, fc.nat(), fc.constantFrom('moves', 'improvements'), (conflict, pick, by) => {
      const model = compiled(conflict);
      const from = pick % model.size;
      const found = evolution(model, from, by);
      const everyone = model.makers.map((_, maker) => maker);
      const lengths = new Map([[from, 0]]);
      for (const { state, path } of groupMoves(model, everyone, from, 'legal', by === 'improvements'))
        if (!lengths.has(state)) lengths.set(state, path.length);
      expect([...found.reached]).toEqual([...lengths.keys()].sort((a, b) => a - b));
      for (const [state, length] of lengths) {
        const path = found.pathTo(state) ?? [];
        expect(path.length).toBe(length);
        let [here, last] = [from, -1];
        for (const { maker, to } of path) {
          expect([...moves(model, maker, here)]).toContain(to);
          expect(maker).not.toBe(last);
          if (by === 'improvements') expect(prefers(model, maker, to, here)).toBe(true);
          [here, last] = [to, maker];
        }
        expect(here).toBe(state);
      }
    }),
    { numRuns: 300 },
  );
});

test('one maker alone moves once and not again', () => {
  const ladder = small({ a: { options: ['x>', 'y>'], best: 'YY > YN > NN' } });
  expect([...evolution(ladder, 0, 'moves').reached]).toEqual([0, 1, 2]);
  expect(evolution(ladder, 0, 'improvements').pathTo(2)).toEqual([{ maker: 0, to: 2 }]);
  expect(evolution(ladder, 2, 'moves').pathTo(0)).toBeUndefined();
});

test('behaviour: the compromise of Chicken is explained by GMR or SMR, not by Nash', () => {
  const chicken = small({
    row: { options: ['row'], best: 'NY > YY > YN > NN' },
    column: { options: ['column'], best: 'YN > YY > NY > NN' },
  });
  const done = analysis(chicken, { concepts: ALL_CONCEPTS });
  const found = behaviour(done, stateOfPattern(chicken, 'YY'));
  expect(found.explains).toEqual([
    ['gmr', 'smr', 'simultaneous'],
    ['gmr', 'smr', 'simultaneous'],
  ]);
  expect(found.sharpest?.concepts).toEqual(['gmr', 'gmr']);
  const crash = behaviour(done, stateOfPattern(chicken, 'NN'));
  expect(crash.explains).toEqual([[], []]);
  expect(crash.sharpest).toBeUndefined();
});
