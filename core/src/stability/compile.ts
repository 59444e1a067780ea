import { coalescedProblems, type Move, type NamedStates, namedStates, withoutSpace } from '../conflict/check-states.ts';
import type { Conflict } from '../conflict/conflict.ts';
import { rankStates } from '../conflict/rank-states.ts';
import { type ConflictSpace, conflictSpace, optionPlaces } from '../conflict/space.ts';
import { codeOf, type Maker, type State, type StateSpace, stateOf } from '../conflict/state-space.ts';
import type { MakerId, Outcome, Problem } from '../vocabulary.ts';
import type { GraphModel, ListedMoves } from './graph-model.ts';

/** Moves as lists, each state's targets ascending and each once. */
export const listedMoves = (size: number, pairs: readonly Move[]): ListedMoves => {
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
): Move[] => {
  const pairs: Move[] = [];
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

const allMoves = (named: NamedStates, found: ConflictSpace, bare: GraphModel) =>
  bare.makers.map((_, maker) => {
    const own = named.listed[maker];
    const common = named.common[maker] ?? [];
    if (own === undefined && common.length === 0 && found.members.size === 0) return undefined;
    return listedMoves(found.space.size, [
      ...(own ?? impliedPairs(bare, maker, found.space, found.members)),
      ...common,
    ]);
  });

const NO_MOVES: ListedMoves = { starts: new Uint32Array(0), targets: new Uint32Array(0) };

/**
 * A model's shape without its states, moves and ranks: what the size of an analysis is told from, before `compile` takes any memory.
 *
 * @param size how many states it has, by `stateCount`
 */
export const outline = (conflict: Conflict, size: number): GraphModel => {
  const optionCount = optionPlaces(conflict).size;
  const listed = (id: MakerId): boolean =>
    conflict.coalesced !== undefined ||
    conflict.moves?.has(id) === true ||
    conflict.commonMoves?.some(({ by }) => by.includes(id)) === true;
  return {
    optionCount,
    size,
    ...(size < 2 ** optionCount && { codes: new Uint32Array(0) }),
    makers: conflict.makers.map(({ id, name }) => ({ id, name })),
    options: conflict.makers.flatMap(({ options }, maker) => options.map(({ id, name }) => ({ id, name, maker }))),
    ...optionMasks(conflict),
    listed: conflict.makers.map(({ id }) => (listed(id) ? NO_MOVES : undefined)),
    ranks: [],
  };
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
  if (!found.ok) return { ok: false, problems: withoutSpace(conflict, found.problems) };
  const { space } = found.value;
  const optionAt = optionPlaces(conflict);
  const problems: Problem[] = coalescedProblems(conflict, found.value);
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
  const named = namedStates(conflict, found.value, problems);
  if (problems.length > 0) return { ok: false, problems };
  const { statusQuo } = named;
  const listed = allMoves(named, found.value, bare);
  return { ok: true, value: { ...bare, listed, ...(statusQuo !== undefined && { statusQuo }) } };
};
