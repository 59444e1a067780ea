import { expect, test } from 'vitest';
import { small } from '../../testing/small-conflict.ts';
import { patternOf, stateOfPattern } from '../conflict/state-space.ts';
import { ALL_CONCEPTS, type Concept, type SanctionRule } from '../vocabulary.ts';
import { analysis, verdictOn } from './analysis.ts';
import type { GraphModel } from './graph-model.ts';

const equilibria = (model: GraphModel, concept: Concept, rule: SanctionRule = 'legal') =>
  [...(analysis(model, { concepts: [concept], rule }).equilibria[concept] ?? [])].map((state) =>
    patternOf(model, state),
  );

// Y is to cooperate; the row player first.
const prisoners = small({
  row: { options: ['row'], best: 'NY > YY > NN > YN' },
  column: { options: ['column'], best: 'YN > YY > NN > NY' },
});
const chicken = small({
  row: { options: ['row'], best: 'NY > YY > YN > NN' },
  column: { options: ['column'], best: 'YN > YY > NY > NN' },
});

test.each([
  ["Prisoner's Dilemma", prisoners, 'nash', ['NN']],
  ["Prisoner's Dilemma", prisoners, 'gmr', ['NN', 'YY']],
  ["Prisoner's Dilemma", prisoners, 'smr', ['NN', 'YY']],
  ["Prisoner's Dilemma", prisoners, 'seq', ['NN', 'YY']],
  ['Chicken', chicken, 'nash', ['YN', 'NY']],
  ['Chicken', chicken, 'gmr', ['YN', 'NY', 'YY']],
  ['Chicken', chicken, 'seq', ['YN', 'NY']],
] as const)('%s: equilibria under %3$s', (_, model, concept, states) => {
  expect(equilibria(model, concept)).toEqual([...states]);
});

test('Chicken, both swerve: GMR but not SEQ, and the verdicts say why', () => {
  expect(verdictOn(chicken, 'gmr', 0, 3)).toEqual({
    stable: true,
    because: [{ improvement: 2, sanction: 0, path: [{ maker: 1, to: 0 }] }],
  });
  expect(verdictOn(chicken, 'seq', 0, 3)).toEqual({ stable: false, escape: 2 });
});

test('an idle threat: GMR and SMR, not SEQ and not by simultaneous sanctioning', () => {
  const model = small({
    ann: { options: ['act'], best: 'YN > NN > NY > YY' },
    ben: { options: ['harm'], best: 'YN > YY > NN > NY' },
  });
  const stable = ALL_CONCEPTS.filter((concept) => verdictOn(model, concept, 0, stateOfPattern(model, 'NN')).stable);
  expect(stable).toEqual(['gmr', 'smr']);
});
