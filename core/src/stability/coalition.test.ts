import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyConflict } from '../../testing/any-conflict.ts';
import { catalogue } from '../../testing/catalogue.ts';
import { slowCoalition } from '../../testing/slow-oracle.ts';
import { compiled, small } from '../../testing/small-conflict.ts';
import { readConflict } from '../conflict/read-conflict.ts';
import { patternOf, stateOfPattern } from '../conflict/state-space.ts';
import { SANCTION_RULES } from '../vocabulary.ts';
import { analysis } from './analysis.ts';
import { COALITION_CONCEPTS, subsets, withAllCoalitions, withCoalition } from './coalition.ts';
import type { GraphModel } from './graph-model.ts';
import type { StateSet } from './state-set.ts';

const names = (model: GraphModel, states: StateSet | undefined) =>
  [...(states ?? [])].map((state) => patternOf(model, state));

describe('coalitions as printed', () => {
  const rows = catalogue().flatMap((each) =>
    (each.printed?.coalitions ?? []).map((said) => ({ path: each.path, each, said })),
  );
  test('there are some', () => expect(rows.length).toBeGreaterThan(0));
  test.each(rows)('$path: $said.members', ({ each, said }) => {
    const conflict = readConflict(each.model);
    if (!conflict.ok) throw new Error(each.path);
    const model = compiled(conflict.value);
    const members = model.makers.flatMap(({ id }, maker) => (said.members.includes(id) ? [maker] : []));
    const found = withCoalition(model, members);
    const pattern = (state: string) => stateOfPattern(model, each.labels?.[state] ?? state);
    const within = new Set((said.within ?? Object.keys(each.labels ?? {})).map(pattern));
    for (const concept of COALITION_CONCEPTS) {
      const printed = said.equilibria[concept];
      if (printed)
        expect({ concept, states: [...found.equilibria[concept]].filter((state) => within.has(state)) }).toEqual({
          concept,
          states: printed.map(pattern).sort((a, b) => a - b),
        });
    }
  });
});

test("Prisoner's Dilemma: together the two leave the Nash equilibrium, and only cooperation holds for all coalitions", () => {
  const prisoners = small({
    row: { options: ['row'], best: 'NY > YY > NN > YN' },
    column: { options: ['column'], best: 'YN > YY > NN > NY' },
  });
  expect(names(prisoners, withAllCoalitions(prisoners).equilibria.nash)).toEqual([]);
  expect(names(prisoners, withAllCoalitions(prisoners).equilibria.gmr)).toEqual(['YY']);
  expect(names(prisoners, withCoalition(prisoners, [0, 1]).equilibria.nash)).toEqual(['YN', 'NY', 'YY']);
});

test('law: coalitions of one maker each are the ordinary concepts, under every rule', () => {
  fc.assert(
    fc.property(anyConflict, fc.constantFrom(...SANCTION_RULES), (conflict, rule) => {
      const model = compiled(conflict);
      const plain = analysis(model, { rule });
      const found = withCoalition(model, [0], rule);
      for (const concept of COALITION_CONCEPTS)
        expect(names(model, found.equilibria[concept])).toEqual(names(model, plain.equilibria[concept]));
    }),
    { numRuns: 150 },
  );
});

test('law: what holds for all coalitions holds for each maker by itself under Nash, GMR and SMR', () => {
  fc.assert(
    fc.property(
      anyConflict.filter(({ makers }) => makers.length <= 4),
      (conflict) => {
        const model = compiled(conflict);
        const [alone, all] = [analysis(model), withAllCoalitions(model)];
        for (const concept of ['nash', 'gmr', 'smr'] as const)
          for (const state of all.equilibria[concept]) expect(alone.equilibria[concept]?.has(state)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

test('random conflicts: every coalition agrees with the slow oracle', () => {
  fc.assert(
    fc.property(
      anyConflict.filter(({ makers }) => makers.length >= 2 && makers.length <= 4),
      fc.nat(),
      (conflict, pick) => {
        const model = compiled(conflict);
        const everyone = model.makers.map((_, maker) => maker);
        const groups = subsets(everyone);
        const group = groups[pick % groups.length] ?? [];
        const found = withCoalition(model, group);
        const parties = found.coalitions;
        parties.forEach((party, at) => {
          const others = parties.filter((other) => other !== party);
          for (const concept of COALITION_CONCEPTS)
            expect(names(model, found.stable[concept][at])).toEqual(slowCoalition(conflict, concept, party, others));
        });
      },
    ),
    { numRuns: 200 },
  );
});
