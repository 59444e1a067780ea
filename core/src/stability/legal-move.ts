import { codeOf, type Maker, type State, stateOf } from '../conflict/state-space.ts';
import type { SanctionRule } from '../vocabulary.ts';
import type { GraphModel } from './graph-model.ts';
import type { Step } from './verdict.ts';

/** R_i(s): the states that a maker reaches in one move, in ascending order of what it changes. */
export function* moves(model: GraphModel, maker: Maker, state: State): Generator<State> {
  const listed = model.listed[maker];
  if (listed) {
    for (let at = listed.starts[state] ?? 0; at < (listed.starts[state + 1] ?? 0); at++) yield listed.targets[at] ?? 0;
    return;
  }
  const code = codeOf(model, state);
  const open = (model.masks[maker] ?? 0) & ~(model.forward & code) & ~(model.backward & ~code);
  for (let change = open & -open; change !== 0; change = (change - open) & open) {
    const target = stateOf(model, (code ^ change) >>> 0);
    if (target >= 0) yield target;
  }
}

/** Whether a maker prefers one state to another. */
export const prefers = (model: GraphModel, maker: Maker, state: State, to: State): boolean =>
  (model.ranks[maker]?.[state] ?? 0) > (model.ranks[maker]?.[to] ?? 0);

/** R+_i(s): the unilateral improvements, the states reached in one move that the maker prefers to where it stands. */
export function* improvements(model: GraphModel, maker: Maker, state: State): Generator<State> {
  for (const target of moves(model, maker, state)) if (prefers(model, maker, target, state)) yield target;
}

/**
 * What a sequence must remember to know who may move next: under `legal` who moved last, under `each-once` who has moved, under
 * `single` whether anybody has.
 */
const NEXT: Readonly<Record<SanctionRule, (memory: number, mover: Maker) => number | undefined>> = {
  legal: (last, mover) => (last === mover + 1 ? undefined : mover + 1),
  'each-once': (moved, mover) => (moved & (1 << mover) ? undefined : moved | (1 << mover)),
  single: (moved) => (moved ? undefined : 1),
};

/** A state that a group reaches, with a shortest sequence of moves that leads there. */
export interface Reached {
  readonly state: State;
  readonly path: readonly Step[];
}

/**
 * R_H(s), or R+_H(s) when `improving`: the states that a group reaches by a legal sequence of at least one move, nearest first,
 * each once. With `improving` every step is an improvement of its mover from the state where it moves.
 *
 * Cost: O(states * makers) moves at worst; lazy, so that who takes the first fit pays for no more
 */
export function* groupMoves(
  model: GraphModel,
  group: readonly Maker[],
  from: State,
  rule: SanctionRule,
  improving: boolean,
): Generator<Reached> {
  const after = NEXT[rule];
  const step = improving ? improvements : moves;
  const trail = [{ state: from, memory: 0, mover: -1, before: -1 }];
  const met = new Map<number, Set<State>>();
  const reached = new Set<State>();
  const pathTo = (at: number): Step[] => {
    const path: Step[] = [];
    for (let here = trail[at]; here && here.before >= 0; here = trail[here.before])
      path.unshift({ maker: here.mover, to: here.state });
    return path;
  };
  for (let at = 0; at < trail.length; at++) {
    const here = trail[at];
    if (here === undefined) return;
    for (const mover of group) {
      const memory = after(here.memory, mover);
      if (memory === undefined) continue;
      const seen = met.get(memory) ?? new Set<State>();
      met.set(memory, seen);
      for (const state of step(model, mover, here.state)) {
        if (seen.has(state)) continue;
        seen.add(state);
        trail.push({ state, memory, mover, before: at });
        if (reached.has(state)) continue;
        reached.add(state);
        yield { state, path: pathTo(trail.length - 1) };
      }
    }
  }
}

const opponentsOf = (model: GraphModel, maker: Maker): Maker[] =>
  model.makers.flatMap((_, other) => (other === maker ? [] : [other]));

/** R_{N-i}(s): what the opponents of a maker can make of a state. */
export const opponentMoves = (model: GraphModel, maker: Maker, from: State, rule: SanctionRule) =>
  groupMoves(model, opponentsOf(model, maker), from, rule, false);

/** R+_{N-i}(s): what the opponents of a maker can make of a state by moves that each of them gains from. */
export const opponentImprovements = (model: GraphModel, maker: Maker, from: State, rule: SanctionRule) =>
  groupMoves(model, opponentsOf(model, maker), from, rule, true);
