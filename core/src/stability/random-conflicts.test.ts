import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyConflict } from '../../testing/any-conflict.ts';
import { slowAnalysis, slowMoves } from '../../testing/slow-oracle.ts';
import { compiled } from '../../testing/small-conflict.ts';
import type { Conflict } from '../conflict/conflict.ts';
import { patternOf } from '../conflict/state-space.ts';
import { ALL_CONCEPTS, SANCTION_RULES } from '../vocabulary.ts';
import { analysis, plainAnalysis, verdictOn } from './analysis.ts';
import type { GraphModel } from './graph-model.ts';
import { improvements, moves, prefers } from './legal-move.ts';
import type { StateSet } from './state-set.ts';

/** 5,000 conflicts, or as many as ENTENTE_RANDOM says. */
const RUNS = Number(process.env['ENTENTE_RANDOM'] ?? 5000);

const patterns = (model: GraphModel, set: StateSet | undefined) =>
  [...(set ?? [])].map((state) => patternOf(model, state));

const agree = (conflict: Conflict): void => {
  const model = compiled(conflict);
  const oracle = slowAnalysis(conflict);
  const names = Array.from({ length: model.size }, (_, state) => patternOf(model, state));
  const named = (set: StateSet | undefined) => String(names.filter((__, state) => set?.has(state)));
  for (const rule of SANCTION_RULES) {
    const answer = analysis(model, { concepts: ALL_CONCEPTS, rule });
    for (const concept of ALL_CONCEPTS) {
      if (concept === 'nash' && rule !== 'legal') continue;
      const slow = oracle(concept, rule);
      const found = { stable: answer.stable[concept]?.map(named), equilibria: named(answer.equilibria[concept]) };
      const wanted = { stable: slow.stable.map(String), equilibria: String(slow.equilibria) };
      if (JSON.stringify(found) !== JSON.stringify(wanted))
        expect({ rule, concept, ...found }).toEqual({ rule, concept, ...wanted });
    }
  }
};

test(
  `${RUNS} random conflicts: every concept under every rule agrees with the slow oracle`,
  () => fc.assert(fc.property(anyConflict, agree), { numRuns: RUNS }),
  Math.max(120_000, RUNS * 60),
);

test('the definitions one by one agree with the oracle too, and moves are the same', () => {
  fc.assert(
    fc.property(anyConflict, fc.constantFrom(...SANCTION_RULES), (conflict, rule) => {
      const model = compiled(conflict);
      const oracle = slowAnalysis(conflict);
      const plain = plainAnalysis(model, { concepts: ALL_CONCEPTS, rule });
      for (const concept of ALL_CONCEPTS)
        expect(plain.stable[concept]?.map((set) => patterns(model, set))).toEqual(oracle(concept, rule).stable);
      const states = Array.from({ length: model.size }, (_, state) => patternOf(model, state));
      const slow = slowMoves(conflict, states);
      for (const [maker] of model.makers.entries())
        for (const [state, pattern] of states.entries())
          expect([...moves(model, maker, state)].map((to) => patternOf(model, to)).sort()).toEqual(
            [...(slow[maker]?.get(pattern) ?? [])].sort(),
          );
    }),
    { numRuns: 300 },
  );
});

test('witnesses hold: each path is legal, ends in its sanction, and the sanction is no better', () => {
  fc.assert(
    fc.property(
      anyConflict,
      fc.constantFrom(...SANCTION_RULES),
      fc.constantFrom(...ALL_CONCEPTS),
      (conflict, rule, concept) => {
        const model = compiled(conflict);
        const credible = concept === 'seq' || concept === 'symmetric-sequential' || concept === 'simultaneous';
        for (const [maker] of model.makers.entries())
          for (let state = 0; state < model.size; state++) {
            const verdict = verdictOn(model, concept, maker, state, rule);
            if (!verdict.stable) {
              expect([...moves(model, maker, state)]).toContain(verdict.escape);
              expect(prefers(model, maker, verdict.escape, state)).toBe(true);
              continue;
            }
            for (const { improvement, sanction, path, atOnce } of verdict.because) {
              expect(prefers(model, maker, sanction, state)).toBe(false);
              if (atOnce) {
                for (const step of path) expect([...improvements(model, step.maker, state)]).toContain(step.to);
                expect(path.length).toBeGreaterThan(0);
                continue;
              }
              let [here, last] = [improvement, -1];
              const movers = path.map((step) => step.maker);
              for (const step of path) {
                expect([...moves(model, step.maker, here)]).toContain(step.to);
                expect(step.maker).not.toBe(maker);
                expect(step.maker).not.toBe(last);
                if (credible) expect(prefers(model, step.maker, step.to, here)).toBe(true);
                [here, last] = [step.to, step.maker];
              }
              expect(here).toBe(sanction);
              if (rule === 'each-once') expect(new Set(movers).size).toBe(movers.length);
              if (rule === 'single') expect(movers.length).toBe(1);
            }
          }
      },
    ),
    { numRuns: 300 },
  );
});
