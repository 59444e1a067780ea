import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Conflict } from '../conflict/conflict.ts';
import { compile } from '../stability/compile.ts';
import { type Concept, makerId, optionId } from '../vocabulary.ts';
import { inverse } from './inverse.ts';

interface NeutralCase {
  readonly feasibleStates: readonly string[];
  readonly decisionMakers: readonly {
    readonly name: string;
    readonly ranking: readonly (readonly number[])[];
    readonly options: readonly { readonly name: string; readonly reversible: 'both' | 'forward' | 'back' }[];
  }[];
}

interface InverseCase {
  readonly variedTiers: readonly {
    readonly tiers: readonly (readonly number[])[];
    readonly fixedBelow: readonly (readonly number[])[];
  }[];
  readonly results: readonly {
    readonly desiredState: number;
    readonly concepts: Readonly<Record<string, { readonly stable: string }>>;
  }[];
}

const shared = fileURLToPath(new URL('../../../../shared/cases/', import.meta.url));
const json = <Value>(path: string): Value => JSON.parse(readFileSync(shared + path, 'utf8'));

const conflictOf = ({ feasibleStates, decisionMakers }: NeutralCase): Conflict => {
  let option = 0;
  return {
    title: 'inverse',
    infeasible: [],
    states: feasibleStates,
    makers: decisionMakers.map(({ name, options, ranking }, at) => ({
      id: makerId(`m${at}`),
      name,
      options: options.map(({ name: label, reversible }) => ({
        id: optionId(`o${option++}`),
        name: label,
        moves: reversible === 'back' ? 'backward' : reversible,
        because: [],
      })),
      prefers: {
        kind: 'ranking',
        tiers: ranking.map((tier) => tier.map((state) => feasibleStates[state - 1] ?? '')),
      },
    })),
  };
};

const CONCEPT: Readonly<Record<string, Concept>> = { Nash: 'nash', GMR: 'gmr', SMR: 'smr', SEQ: 'seq' };

test.skipIf(!existsSync(shared)).each(['Prisoners', 'SyriaIraq'])(
  '%s: every ranking under which a state is an equilibrium, as the definitions say',
  (name) => {
    const model = compile(conflictOf(json<NeutralCase>(`${name}.json`)));
    if (!model.ok) throw new Error(model.problems.map(({ says }) => says).join('\n'));
    const { variedTiers, results } = json<InverseCase>(`inverse/${name}.json`);
    const fromOne = (tiers: readonly (readonly number[])[]) => tiers.map((tier) => tier.map((state) => state - 1));
    const open = variedTiers.map(({ tiers, fixedBelow }) => ({ open: fromOne(tiers), below: fromOne(fixedBelow) }));
    let compared = 0;
    for (const { desiredState, concepts } of results)
      for (const [concept, { stable }] of Object.entries(concepts)) {
        const got = inverse(model.value, desiredState - 1, CONCEPT[concept] ?? 'nash', open).join('');
        expect({ desiredState, concept, got }).toEqual({ desiredState, concept, got: stable });
        compared++;
      }
    expect(compared).toBeGreaterThan(3);
  },
);

test("Prisoner's Dilemma: mutual cooperation is Nash only where neither gains by defecting", () => {
  const model = compile(
    conflictOf({
      feasibleStates: ['NN', 'YN', 'NY', 'YY'],
      decisionMakers: [
        { name: 'One', ranking: [[3], [4], [1], [2]], options: [{ name: 'cooperate', reversible: 'both' }] },
        { name: 'Two', ranking: [[2], [4], [1], [3]], options: [{ name: 'cooperate', reversible: 'both' }] },
      ],
    }),
  );
  if (!model.ok) throw new Error('expected a model');
  // One's open tiers: temptation (NY, state 2) and reward (YY, state 3); the other two stay. Two keeps its ranking, in which it
  // gains by leaving YY for YN, so the state is Nash for no order of One's; with Two's first two swapped as well, for one of four.
  const one = { open: [[2], [3]], below: [[0], [1]] };
  const two = { open: [[1], [3]], below: [[0], [2]] };
  expect([...inverse(model.value, 3, 'nash', [one, { open: [], below: [[1], [3], [0], [2]] }])]).toEqual([0, 0]);
  expect([...inverse(model.value, 3, 'nash', [one, two])]).toEqual([0, 0, 0, 1]);
});
