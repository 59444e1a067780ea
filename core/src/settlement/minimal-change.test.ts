import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conflict } from '../conflict/conflict.ts';
import { optionPlaces } from '../conflict/space.ts';
import { codeOfPattern, patternOf, stateOf, stateOfPattern } from '../conflict/state-space.ts';
import type { Formula, PreferenceStatement } from '../preference/preference.ts';
import { verdictOn } from '../stability/analysis.ts';
import { compile } from '../stability/compile.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { CONCEPTS, type Concept, makerId, type OptionId, optionId } from '../vocabulary.ts';
import { CHANGE_KINDS, commitments, preferenceChanges } from './candidate-change.ts';
import { type Change, changedConflict, isCommitment } from './change.ts';
import { type MinimalChanges, minimalChanges, type Wish } from './minimal-change.ts';
import { compatible } from './variant.ts';

const option = (id: string): Formula => ({ kind: 'option', option: optionId(id) });
const not = (of: Formula): Formula => ({ kind: 'not', of });
const aim = (that: Formula, text: string): PreferenceStatement => ({ that, text, because: [], assumed: false });

const modelOf = (conflict: Conflict): GraphModel => {
  const model = compile(conflict);
  if (!model.ok) throw new Error(model.problems.map(({ says }) => says).join('\n'));
  return model.value;
};

const searched = (conflict: Conflict, wish: Wish): MinimalChanges => {
  const search = minimalChanges(conflict, modelOf(conflict), wish);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
};

const words = (change: Change): string => JSON.stringify(change);
const setsOf = (sets: readonly (readonly Change[])[]) => sets.map((set) => set.map(words).sort().join(' + ')).sort();

/** Each prisoner wants the other to cooperate, then not to cooperate itself. */
const dilemma: Conflict = {
  title: "Prisoner's Dilemma",
  infeasible: [],
  statusQuo: 'NN',
  makers: ['one', 'two'].map((name, at) => ({
    id: makerId(name),
    name,
    options: [{ id: optionId(name), name: 'cooperate', moves: 'both' as const, because: [] }],
    prefers: {
      kind: 'statements' as const,
      groups: [[aim(option(at === 0 ? 'two' : 'one'), 'other')], [aim(not(option(name)), 'defect')]],
    },
  })),
};

test("Prisoner's Dilemma: cooperation becomes Nash by one of five changes on each side", () => {
  const state = stateOfPattern(modelOf(dilemma), 'YY');
  const result = searched(dilemma, { state, concept: 'nash' });
  // By hand: a prisoner no longer gains by leaving YY when its second aim is dropped, reversed, or made to hold only while the other
  // defects; when its option can no longer be undone; or when the state it would leave for is ruled out. Five times five.
  expect(result.already).toBe(false);
  expect(result.exhaustiveTo).toBe(2);
  expect(result.sets.length).toBe(25);
  const kindsOfOne = new Set(
    result.sets.flat().map((change) => {
      if (change.kind === 'one-way') return `${change.kind} ${change.option} ${change.moves}`;
      if (change.kind === 'rule-out') return `${change.kind} ${change.text}`;
      return `${change.kind} ${change.maker} ${'aim' in change ? change.aim : ''} ${change.kind === 'condition' ? change.when.kind : ''}`.trim();
    }),
  );
  expect([...kindsOfOne].sort()).toEqual(
    [
      'condition 0 1 not',
      'condition 1 1 not',
      'drop 0 1',
      'drop 1 1',
      'one-way one forward',
      'one-way two forward',
      'reverse 0 1',
      'reverse 1 1',
      'rule-out not one and two',
      'rule-out one and not two',
    ].sort(),
  );
});

test("Prisoner's Dilemma: cooperation is sequentially stable already, and is said to be", () => {
  const state = stateOfPattern(modelOf(dilemma), 'YY');
  expect(searched(dilemma, { state, concept: 'seq' })).toEqual({ already: true, sets: [], exhaustiveTo: 0, tried: 1 });
});

test('out of reach within the cost: the nearest is given with who would still leave', () => {
  const state = stateOfPattern(modelOf(dilemma), 'YY');
  const result = searched(dilemma, { state, concept: 'nash', most: 1 });
  expect(result.sets).toEqual([]);
  expect(result.exhaustiveTo).toBe(1);
  expect(result.nearest?.changes.length).toBe(1);
  expect(result.nearest?.unstable.length).toBe(1);
});

test('a search that is stopped says how far it is exhaustive', () => {
  const model = modelOf(dilemma);
  const search = minimalChanges(dilemma, model, { state: stateOfPattern(model, 'YY'), concept: 'nash' });
  search.next();
  const step = search.next(true);
  expect(step.done).toBe(true);
  if (step.done) expect(step.value.exhaustiveTo).toBe(0);
});

const literals = (ids: readonly OptionId[]) =>
  fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, taken]) => (taken ? option(id) : not(option(id))));

const formulas = (ids: readonly OptionId[]): fc.Arbitrary<Formula> =>
  fc.oneof(
    { weight: 3, arbitrary: literals(ids) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(literals(ids), literals(ids))
        .map(([then, when]): Formula => ({ kind: 'if', that: then, when })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(literals(ids), literals(ids))
        .map(([one, other]): Formula => ({ kind: 'and', of: [one, other] })),
    },
  );

const smallConflicts: fc.Arbitrary<Conflict> = fc.constantFrom([1, 1], [2, 1], [1, 1, 1]).chain((shape) => {
  const ids = shape.flatMap((count, maker) => Array.from({ length: count }, (_, at) => optionId(`m${maker}o${at}`)));
  const statement = formulas(ids).map((that) => aim(that, 'aim'));
  const prefers = fc.array(fc.array(statement, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
  const directions = fc.array(fc.constantFrom('both' as const, 'both' as const, 'forward' as const), {
    minLength: ids.length,
    maxLength: ids.length,
  });
  const infeasible = fc.option(
    fc.tuple(literals(ids), literals(ids)).map(([one, other]) => ({
      when: { kind: 'and', of: [one, other] } as const,
      text: 'ruled out',
      because: [],
    })),
    { nil: undefined },
  );
  return fc.tuple(fc.array(prefers, { minLength: shape.length, maxLength: shape.length }), directions, infeasible).map(
    ([preferences, moves, ruled]): Conflict => ({
      title: 'random',
      infeasible: ruled ? [ruled] : [],
      makers: shape.map((count, maker) => ({
        id: makerId(`m${maker}`),
        name: `Maker ${maker}`,
        options: ids
          .filter((id) => id.startsWith(`m${maker}`))
          .slice(0, count)
          .map((id) => ({
            id,
            name: id,
            moves: moves[ids.indexOf(id)] ?? 'both',
            because: [],
          })),
        prefers: { kind: 'statements', groups: preferences[maker] ?? [] },
      })),
    }),
  );
});

/** Every set of at most two changes, tried by changing the conflict, compiling it anew and asking the definition. */
const byBruteForce = (conflict: Conflict, pattern: string, concept: Concept): string[] => {
  const singles: Change[] = [
    ...commitments(conflict, pattern, CHANGE_KINDS),
    ...conflict.makers.flatMap((_, maker) => preferenceChanges(conflict, maker, CHANGE_KINDS, [])),
  ];
  const code = codeOfPattern(optionPlaces(conflict).size, pattern) ?? 0;
  const works = (changes: readonly Change[]) => {
    const model = modelOf(changedConflict(conflict, changes));
    const state = stateOf(model, code);
    return model.makers.every((_, maker) => verdictOn(model, concept, maker, state).stable);
  };
  const together = (one: Change, other: Change) => {
    if (isCommitment(one) && isCommitment(other))
      return one.kind !== 'one-way' || other.kind !== 'one-way' || one.option !== other.option;
    return isCommitment(one) || isCommitment(other) || one.maker !== other.maker || compatible(one, other);
  };
  if (works([])) return [];
  const ones = singles.filter((change) => works([change]));
  const rest = singles.filter((change) => !ones.includes(change));
  const twos = rest.flatMap((one, at) =>
    rest.slice(at + 1).flatMap((other) => (together(one, other) && works([one, other]) ? [[one, other]] : [])),
  );
  return setsOf([...ones.map((change) => [change]), ...twos]);
};

test('random conflicts: the search finds what trying every set of changes finds, and nothing else', () => {
  let settled = 0;
  fc.assert(
    fc.property(smallConflicts, fc.nat(), fc.constantFrom(...CONCEPTS), (conflict, pick, concept) => {
      const compiled = compile(conflict);
      fc.pre(compiled.ok);
      const model = modelOf(conflict);
      const state = pick % model.size;
      const result = searched(conflict, { state, concept, all: true });
      settled += result.sets.length;
      expect(setsOf(result.sets)).toEqual(byBruteForce(conflict, patternOf(model, state), concept));
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(settled).toBeGreaterThan(100);
});
