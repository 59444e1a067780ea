import type { Conflict } from '../conflict/conflict.ts';
import { rankStates } from '../conflict/rank-states.ts';
import { type ConflictSpace, conflictSpace, optionPlaces } from '../conflict/space.ts';
import { codeOf, codeOfPattern, type Maker, type State, type StateSpace, stateOf } from '../conflict/state-space.ts';
import type { Outcome, Problem } from '../vocabulary.ts';
import type { GraphModel, ListedMoves } from './graph-model.ts';

/** Moves as lists, each state's targets ascending and each once. */
export const listedMoves = (size: number, pairs: readonly (readonly [State, State])[]): ListedMoves => {
  const kept = pairs
    .filter(([from, to]) => from !== to)
    .sort(([a, b], [c, d]) => a - c || b - d)
    .filter(([from, to], at, all) => from !== all[at - 1]?.[0] || to !== all[at - 1]?.[1]);
  const starts = new Uint32Array(size + 1);
  for (const [from] of kept) starts[from + 1] = (starts[from + 1] ?? 0) + 1;
  for (let state = 0; state < size; state++) starts[state + 1] = (starts[state + 1] ?? 0) + (starts[state] ?? 0);
  return { starts, targets: Uint32Array.from(kept, ([, to]) => to) };
};

/** The moves that a maker has through its options, as pairs; from and to a state that stands for several, those of any of them. */
const impliedPairs = (
  model: GraphModel,
  maker: Maker,
  space: StateSpace,
  members: ConflictSpace['members'],
): (readonly [State, State])[] => {
  const pairs: (readonly [State, State])[] = [];
  const standsFor = new Map([...members].flatMap(([code, all]) => all.map((member) => [member, code] as const)));
  const target = (code: number): State => stateOf(space, standsFor.get(code) ?? code);
  const own = model.masks[maker] ?? 0;
  for (let state = 0; state < space.size; state++) {
    const code = codeOf(space, state);
    for (const member of members.get(code) ?? [code]) {
      const open = own & ~(model.forward & member) & ~(model.backward & ~member);
      for (let change = open & -open; change !== 0; change = (change - open) & open) {
        const to = target((member ^ change) >>> 0);
        if (to >= 0) pairs.push([state, to]);
      }
    }
  }
  return pairs;
};

const patternAt = (
  { space, members }: ConflictSpace,
  pattern: string,
  at: readonly (string | number)[],
  problems: Problem[],
): State => {
  const code = codeOfPattern(space.optionCount, pattern);
  if (code === undefined) {
    const says = `“${pattern}” is no state: write one letter an option, ${space.optionCount} in all, Y taken or N not.`;
    problems.push({ code: 'conflict/pattern', at, says });
    return -1;
  }
  const direct = stateOf(space, code);
  if (direct >= 0) return direct;
  for (const [stands, all] of members) if (all.includes(code)) return stateOf(space, stands);
  problems.push({
    code: 'conflict/infeasible-state',
    at,
    says: `${pattern} is not feasible: an “infeasible” rule or the list of “states” leaves it out. Name a feasible state.`,
  });
  return -1;
};

const optionMasks = (conflict: Conflict) => {
  let option = 0;
  let forward = 0;
  let backward = 0;
  const masks = conflict.makers.map(({ options }) => {
    let mask = 0;
    for (const { moves: direction } of options) {
      const bit = 1 << option++;
      mask |= bit;
      if (direction === 'forward') forward |= bit;
      if (direction === 'backward') backward |= bit;
    }
    return mask;
  });
  return { masks, forward, backward };
};

const allMoves = (conflict: Conflict, found: ConflictSpace, bare: GraphModel, problems: Problem[]) =>
  conflict.makers.map(({ id }, maker) => {
    const own = conflict.moves?.get(id);
    const common = (conflict.commonMoves ?? [])
      .map((move, at) => ({ move, at }))
      .filter(({ move }) => move.by.includes(id));
    if (own === undefined && common.length === 0 && found.members.size === 0) return undefined;
    const pairs = own
      ? own.map(([from, to], at): readonly [State, State] => [
          patternAt(found, from, ['moves', id, at, 0], problems),
          patternAt(found, to, ['moves', id, at, 1], problems),
        ])
      : impliedPairs(bare, maker, found.space, found.members);
    for (const { move, at } of common) {
      const first = maker === conflict.makers.findIndex((other) => move.by.includes(other.id));
      const kept = first ? problems : [];
      pairs.push([
        patternAt(found, move.from, ['common-moves', at, 'from'], kept),
        patternAt(found, move.to, ['common-moves', at, 'to'], kept),
      ]);
    }
    return listedMoves(
      found.space.size,
      pairs.filter(([from, to]) => from >= 0 && to >= 0),
    );
  });

/** Members of one coalesced state must be ranked alike, unless it is said which of them stands for all. */
const differProblems = (conflict: Conflict, found: ConflictSpace): Problem[] => {
  const problems: Problem[] = [];
  const optionAt = optionPlaces(conflict);
  (conflict.coalesced ?? []).forEach(({ text, as }, at) => {
    if (as !== undefined) return;
    const codes = [...found.members.values()][at];
    if (codes === undefined) return;
    const among: StateSpace = {
      optionCount: found.space.optionCount,
      size: codes.length,
      codes: Uint32Array.from(codes),
    };
    const differing = conflict.makers.find(({ name, prefers }) => {
      if (prefers.kind === 'ranking') return false;
      const ranks = rankStates(among, optionAt, prefers, name);
      return ranks.ok && ranks.value.some((rank) => rank !== 1);
    });
    if (differing)
      problems.push({
        code: 'conflict/coalesce',
        at: ['coalesce', at],
        says: `${differing.name} does not rank the states with “${text}” alike. Say with “as” which of them stands for all.`,
      });
  });
  return problems;
};

/**
 * Makes a conflict ready for analysis: finds its feasible states, the moves, and how each maker ranks the states.
 *
 * Cost: O(2^options / 32) per infeasible formula, O(states) per preference statement
 *
 * @returns the model, or every problem that shows only when the states are known, placed in the conflict file
 */
export const compile = (conflict: Conflict): Outcome<GraphModel> => {
  const found = conflictSpace(conflict);
  if (!found.ok) return found;
  const { space } = found.value;
  const optionAt = optionPlaces(conflict);
  const problems: Problem[] = differProblems(conflict, found.value);
  const ranks = conflict.makers.map(({ prefers, name }, maker) => {
    const ranked = rankStates(space, optionAt, prefers, name);
    if (ranked.ok) return ranked.value;
    problems.push(...ranked.problems.map((problem) => ({ ...problem, at: ['makers', maker, ...problem.at] })));
    return new Uint32Array(0);
  });
  const bare: GraphModel = {
    ...space,
    makers: conflict.makers.map(({ id, name }) => ({ id, name })),
    options: conflict.makers.flatMap(({ options }, maker) => options.map(({ id, name }) => ({ id, name, maker }))),
    ...optionMasks(conflict),
    listed: conflict.makers.map(() => undefined),
    ranks,
  };
  const listed = allMoves(conflict, found.value, bare, problems);
  const { statusQuo } = conflict;
  const start = statusQuo === undefined ? -1 : patternAt(found.value, statusQuo, ['status-quo'], problems);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...bare, listed, ...(start >= 0 && { statusQuo: start }) } };
};
