import type { Outcome, Problem } from '../vocabulary.ts';
import type { Conflict } from './conflict.ts';
import { rankStates } from './rank-states.ts';
import { type ConflictSpace, conflictSpace, optionPlaces } from './space.ts';
import { codeOfPattern, type Maker, type State, type StateSpace, stateOf } from './state-space.ts';

type Path = readonly (string | number)[];

const noPattern = (optionCount: number, pattern: string, at: Path): Problem => ({
  code: 'conflict/pattern',
  at,
  says: `“${pattern}” is no state: write one letter an option, ${optionCount} in all, Y taken or N not.`,
});

const notFeasible = (pattern: string, at: Path): Problem => ({
  code: 'conflict/infeasible-state',
  at,
  says: `${pattern} is not feasible: an “infeasible” rule or the list of “states” leaves it out. Name a feasible state.`,
});

/** The state of a pattern that a file names, or the problem with it. */
export const statePlaced = ({ space, members }: ConflictSpace, pattern: string, at: Path): Outcome<State> => {
  const code = codeOfPattern(space.optionCount, pattern);
  if (code === undefined) return { ok: false, problems: [noPattern(space.optionCount, pattern, at)] };
  const direct = stateOf(space, code);
  if (direct >= 0) return { ok: true, value: direct };
  for (const [stands, all] of members) if (all.includes(code)) return { ok: true, value: stateOf(space, stands) };
  return { ok: false, problems: [notFeasible(pattern, at)] };
};

/** A state at each end of a move. */
export type Move = readonly [State, State];

const movePlaced = (
  found: ConflictSpace,
  pair: readonly [string, string],
  at: readonly [Path, Path],
  problems: Problem[],
): Move[] => {
  const [from, to] = [statePlaced(found, pair[0], at[0]), statePlaced(found, pair[1], at[1])];
  for (const end of [from, to]) if (!end.ok) problems.push(...end.problems);
  return from.ok && to.ok ? [[from.value, to.value]] : [];
};

/** The moves that a file lists, and its status quo, as states. */
export interface NamedStates {
  /** For each maker its listed moves, where it has any listed; they stand instead of those that its options imply. */
  readonly listed: readonly (readonly Move[] | undefined)[];
  /** For each maker the moves that it has besides. */
  readonly common: readonly (readonly Move[])[];
  readonly statusQuo?: State;
}

/** Looks up every state that a conflict names, and collects the problems with them. */
export const namedStates = (conflict: Conflict, found: ConflictSpace, problems: Problem[]): NamedStates => {
  const listed = conflict.makers.map(({ id }) =>
    conflict.moves?.get(id)?.flatMap((pair, at) =>
      movePlaced(
        found,
        pair,
        [
          ['moves', id, at, 0],
          ['moves', id, at, 1],
        ],
        problems,
      ),
    ),
  );
  const common = conflict.makers.map((): Move[] => []);
  (conflict.commonMoves ?? []).forEach(({ by, from, to }, at) => {
    const moves = movePlaced(
      found,
      [from, to],
      [
        ['common-moves', at, 'from'],
        ['common-moves', at, 'to'],
      ],
      problems,
    );
    conflict.makers.forEach(({ id }, maker: Maker) => {
      if (by.includes(id)) common[maker]?.push(...moves);
    });
  });
  if (conflict.statusQuo === undefined) return { listed, common };
  const statusQuo = statePlaced(found, conflict.statusQuo, ['status-quo']);
  if (!statusQuo.ok) problems.push(...statusQuo.problems);
  return { listed, common, ...(statusQuo.ok && { statusQuo: statusQuo.value }) };
};

/** Combinations made one must be ranked alike, unless it is said which of them stands for all. */
export const coalescedProblems = (conflict: Conflict, { space, members }: ConflictSpace): Problem[] => {
  const optionAt = optionPlaces(conflict);
  return (conflict.coalesced ?? []).flatMap(({ text, as }, at) => {
    const codes = [...members.values()][at];
    if (as !== undefined || codes === undefined) return [];
    const among: StateSpace = { optionCount: space.optionCount, size: codes.length, codes: Uint32Array.from(codes) };
    const differing = conflict.makers.find(({ name, prefers }) => {
      if (prefers.kind === 'ranking') return false;
      const ranks = rankStates(among, optionAt, prefers, name);
      return ranks.ok && ranks.value.some((rank) => rank !== 1);
    });
    if (!differing) return [];
    const says = `${differing.name} does not rank the states with “${text}” alike. Say with “as” which of them stands for all.`;
    return [{ code: 'conflict/coalesce', at: ['coalesce', at], says }];
  });
};

/** One pattern that a conflict names, with its place. */
const patternsNamed = (conflict: Conflict): readonly (readonly [string, Path])[] => [
  ...(conflict.states ?? []).map((pattern, at) => [pattern, ['states', at]] as const),
  ...conflict.makers.flatMap(({ prefers }, maker) =>
    prefers.kind === 'ranking'
      ? prefers.tiers.flatMap((tier, row) =>
          tier.map((pattern, place) => [pattern, ['makers', maker, 'ranking', row, place]] as const),
        )
      : [],
  ),
  ...[...(conflict.moves ?? [])].flatMap(([id, pairs]) =>
    pairs.flatMap((pair, at) => pair.map((pattern, end) => [pattern, ['moves', id, at, end]] as const)),
  ),
  ...(conflict.commonMoves ?? []).flatMap(({ from, to }, at) => [
    [from, ['common-moves', at, 'from']] as const,
    [to, ['common-moves', at, 'to']] as const,
  ]),
  ...(conflict.statusQuo === undefined ? [] : [[conflict.statusQuo, ['status-quo']] as const]),
];

/** What is wrong with the patterns that a conflict names, as far as the count of its options and its list of states tell it. */
export const patternProblems = (conflict: Conflict): readonly Problem[] => {
  const optionCount = optionPlaces(conflict).size;
  const listed = conflict.states && new Set(conflict.states);
  return patternsNamed(conflict).flatMap(([pattern, at]) => {
    if (codeOfPattern(optionCount, pattern) === undefined) return [noPattern(optionCount, pattern, at)];
    return at[0] !== 'makers' && listed?.has(pattern) === false ? [notFeasible(pattern, at)] : [];
  });
};

/** Why there are no states, and what else is wrong with the patterns named, each once. */
export const withoutSpace = (conflict: Conflict, problems: readonly Problem[]): readonly Problem[] => {
  const key = ({ code, at }: Problem): string => JSON.stringify([code, at]);
  const said = new Set(problems.map(key));
  return [...problems, ...patternProblems(conflict).filter((problem) => !said.has(key(problem)))];
};

/** The problems that show only when the states are known; `compile` says the same. */
export const stateProblems = (conflict: Conflict): readonly Problem[] => {
  const found = conflictSpace(conflict);
  if (!found.ok) return withoutSpace(conflict, found.problems);
  const problems = coalescedProblems(conflict, found.value);
  conflict.makers.forEach(({ prefers, name }, maker) => {
    if (prefers.kind !== 'ranking') return;
    const ranked = rankStates(found.value.space, optionPlaces(conflict), prefers, name);
    if (!ranked.ok)
      problems.push(...ranked.problems.map((problem) => ({ ...problem, at: ['makers', maker, ...problem.at] })));
  });
  namedStates(conflict, found.value, problems);
  return problems;
};
