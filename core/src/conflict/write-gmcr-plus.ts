import { disjunctiveForm, type Literals } from '../preference/disjunctive.ts';
import type { Formula } from '../preference/preference.ts';
import type { OptionId, Outcome } from '../vocabulary.ts';
import type { Conflict, DecisionMaker } from './conflict.ts';
import { rankStates } from './rank-states.ts';
import { conflictSpace, optionPlaces } from './space.ts';
import { codeOf, patternOfCode, type StateSpace, stateOf } from './state-space.ts';

/** A conflict in a notation that cannot hold all of it, and what it had to leave out. */
export interface Given {
  readonly data: unknown;
  /** Sentences for people. */
  readonly lost: readonly string[];
}

type Pair = readonly [number, 'Y' | 'N'];
type Condition = readonly Pair[] | { readonly compound: true; readonly members: readonly (readonly Pair[])[] };

const DIRECTIONS = { both: 'both', forward: 'fwd', backward: 'back' } as const;

/** Above so many infeasible combinations a list of states is not turned into conditions. */
const MOST_CONDITIONS = 4096;

const pairs = (term: Literals, places: ReadonlyMap<OptionId, number>): Pair[] =>
  [...term].map(([option, taken]): Pair => [places.get(option) ?? 0, taken ? 'Y' : 'N']).sort(([a], [b]) => a - b);

const conditionOf = (terms: readonly Literals[], places: ReadonlyMap<OptionId, number>): Condition => {
  const members = terms.map((term) => pairs(term, places));
  const [only] = members;
  return members.length === 1 && only ? only : { compound: true, members };
};

/** Statements that are the same in all states say nothing; GMCR+ has no word for them. */
const isConstant = (terms: readonly Literals[]): boolean => terms.length === 0 || terms.some(({ size }) => size === 0);

/** The statements as conditions, or undefined when GMCR+ cannot say them. */
const statementsOf = ({ prefers }: DecisionMaker, places: ReadonlyMap<OptionId, number>): Condition[] | undefined => {
  if (prefers.kind !== 'statements' || prefers.groups.some(({ length }) => length > 1)) return undefined;
  const said = new Set<string>();
  const conditions: Condition[] = [];
  for (const [statement] of prefers.groups) {
    const terms = statement && disjunctiveForm(statement.that);
    if (terms === undefined) return undefined;
    if (isConstant(terms)) continue;
    const condition = conditionOf(terms, places);
    if (said.has(JSON.stringify(condition))) continue; // a repetition decides nothing, and GMCR+ drops it
    said.add(JSON.stringify(condition));
    conditions.push(condition);
  }
  return conditions;
};

const tiersOf = (ranks: Uint32Array): number[][] => {
  const tiers: number[][] = [];
  ranks.forEach((rank, state) => {
    const tier = tiers[rank - 1] ?? [];
    tier.push(state + 1);
    tiers[rank - 1] = tier;
  });
  return tiers.reverse();
};

/** Conditions that rule out what is not in a space. */
const missing = (space: StateSpace): Pair[][] | undefined => {
  if (2 ** space.optionCount - space.size > MOST_CONDITIONS) return undefined;
  const conditions: Pair[][] = [];
  for (let code = 0; code < 2 ** space.optionCount; code++)
    if (stateOf(space, code) < 0)
      conditions.push(
        [...patternOfCode(space.optionCount, code)].map((letter, at): Pair => [at, letter === 'Y' ? 'Y' : 'N']),
      );
  return conditions;
};

const infeasibles = (conflict: Conflict, space: StateSpace, places: ReadonlyMap<OptionId, number>) => {
  if (conflict.states || conflict.coalesced) return missing(space);
  const formulas: readonly Formula[] = conflict.infeasible.map(({ when }) => when);
  const written = formulas.map((formula) => disjunctiveForm(formula));
  if (written.some((terms) => terms === undefined)) return missing(space);
  return written.flatMap((terms) => (terms ?? []).map((term) => pairs(term, places)));
};

/** What a notation with options, statements, rankings and one-way options alone leaves out of a conflict. */
export const leftOut = (conflict: Conflict): string[] => {
  const { makers } = conflict;
  const anyEvidence = makers.some(
    ({ prefers, options }) =>
      options.some(({ because }) => because.length > 0) ||
      (prefers.kind === 'statements' && prefers.groups.flat().some(({ because, note }) => because.length > 0 || note)),
  );
  return [
    ...(makers.some(({ id, name }) => id !== name) ? ['The ids: names stand for them.'] : []),
    ...(anyEvidence ? ['The evidence and notes behind options and preferences.'] : []),
    ...(conflict.asOf !== undefined ? ['The date as of which the conflict stands.'] : []),
    ...(conflict.statusQuo !== undefined ? ['The status quo.'] : []),
    ...(conflict.infeasible.some(({ why, because }) => why || because.length > 0)
      ? ['Why combinations are infeasible.']
      : []),
    ...(conflict.moves || conflict.commonMoves ? ['The listed moves: options imply all moves there.'] : []),
    ...(conflict.coalesced ? ['That some states stand for several, and the moves that this gives.'] : []),
  ];
};

/** Writes a conflict as GMCR+ reads it, with a list of what it cannot hold. */
export const writeGmcrPlus = (conflict: Conflict): Outcome<Given> => {
  const found = conflictSpace(conflict);
  if (!found.ok) return found;
  const { space } = found.value;
  const places = optionPlaces(conflict);
  const statements = conflict.makers.map((maker) => statementsOf(maker, places));
  const ranked = statements.includes(undefined);
  const ruledOut = infeasibles(conflict, space, places);
  if (ruledOut === undefined)
    return {
      ok: false,
      problems: [
        {
          code: 'gmcr/infeasible',
          at: ['states'],
          says: `GMCR+ has no list of states, and ${2 ** space.optionCount - space.size} are too many to rule out one by one.`,
        },
      ],
    };
  const options = conflict.makers.flatMap(({ options: own }) => own);
  let next = 0;
  const problems: { code: string; at: readonly (string | number)[]; says: string }[] = [];
  const decisionMakers = conflict.makers.map(({ name, options: own, prefers }, maker) => {
    const ranks = rankStates(space, places, prefers, name);
    if (!ranks.ok)
      problems.push(...ranks.problems.map((problem) => ({ ...problem, at: ['makers', maker, ...problem.at] })));
    return {
      name,
      options: own.map(() => next++),
      preferences: statements[maker] ?? [],
      ...(ranked && ranks.ok && { preferenceRanking: tiersOf(ranks.value) }),
    };
  });
  if (problems.length > 0) return { ok: false, problems };
  const data = {
    title: conflict.title,
    program: 'gmcr-py',
    version: '0.3.12',
    options: options.map(({ name, moves }) => ({ name, permittedDirection: DIRECTIONS[moves] })),
    decisionMakers,
    infeasibles: ruledOut,
    useManualPreferenceRanking: ranked,
  };
  const rankedAway = conflict.makers.some(({ prefers }) => prefers.kind === 'statements') && ranked;
  const lost = [
    ...leftOut(conflict),
    ...(rankedAway
      ? ['Preference statements: GMCR+ has one method for all makers, so all are written as rankings.']
      : []),
    ...(conflict.makers.some(({ prefers }) => prefers.kind === 'weights')
      ? ['Weights: they are written as rankings.']
      : []),
  ];
  return { ok: true, value: { data, lost } };
};

/** The payoffs and states of a conflict in the neutral format `gmcr-neutral/1`, with a list of what it cannot hold. */
export const writeNeutral = (conflict: Conflict): Outcome<Given> => {
  const found = conflictSpace(conflict);
  if (!found.ok) return found;
  const { space } = found.value;
  const places = optionPlaces(conflict);
  const problems: { code: string; at: readonly (string | number)[]; says: string }[] = [];
  const decisionMakers = conflict.makers.map(({ name, options, prefers }, maker) => {
    const ranks = rankStates(space, places, prefers, name);
    if (!ranks.ok)
      problems.push(...ranks.problems.map((problem) => ({ ...problem, at: ['makers', maker, ...problem.at] })));
    return {
      name,
      options: options.map((option) => ({
        name: option.name,
        reversible: option.moves === 'backward' ? 'back' : option.moves,
      })),
      preferences: null,
      payoffs: ranks.ok ? [...ranks.value] : [],
      ranking: ranks.ok ? tiersOf(ranks.value) : [],
    };
  });
  if (problems.length > 0) return { ok: false, problems };
  const data = {
    format: 'gmcr-neutral/1',
    name: conflict.title,
    optionOrder: conflict.makers.flatMap(({ options }) => options.map(({ name }) => name)),
    decisionMakers,
    infeasible: (missing(space) ?? []).map((condition) => condition.map(([, letter]) => letter).join('')),
    feasibleStates: Array.from({ length: space.size }, (_, state) =>
      patternOfCode(space.optionCount, codeOf(space, state)),
    ),
  };
  const lost = [...leftOut(conflict), 'Preference statements and weights: the ranks that come of them are written.'];
  return { ok: true, value: { data, lost } };
};
