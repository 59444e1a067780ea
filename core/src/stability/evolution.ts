import type { GraphModel } from './graph-model.ts';
import { improvements, moves } from './legal-move.ts';
import { StateSet } from './state-set.ts';
import type { Maker, State, Step } from './verdict.ts';

/** Where a conflict can go from a state, by any moves of its makers or by improvements alone. */
export interface Evolution {
  readonly from: State;
  readonly by: 'moves' | 'improvements';
  /** The states that can be reached, the one it starts from among them. */
  readonly reached: StateSet;
  /** A shortest legal path, empty to where it starts; undefined when there is none. */
  readonly pathTo: (state: State) => readonly Step[] | undefined;
}

const ANYBODY = -1;

/**
 * Evolution from a state: everything that a legal sequence of moves leads to, with a shortest path to each state. Nobody moves
 * twice in a row. By improvements, each step is an improvement of who takes it.
 *
 * Cost:   O(states * moves of all makers). A state is met at most twice, with two different last movers: from these two
 *         everybody may go on, so that a third adds nothing.
 * Source: status quo analysis after Li, Kilgour and Hipel 2005. Source: to check
 */
export const evolution = (model: GraphModel, from: State, by: 'moves' | 'improvements'): Evolution => {
  if (!(from >= 0 && from < model.size)) throw new RangeError(`State ${from} is outside of ${model.size} states`);
  const step = by === 'improvements' ? improvements : moves;
  // A node is a state met in one of its two ways: node = 2 * state + way.
  const mover = new Int8Array(2 * model.size).fill(-2);
  const before = new Int32Array(2 * model.size).fill(-1);
  const queue = new Int32Array(2 * model.size);
  const reached = new StateSet(model.size).add(from);
  let [taken, met] = [0, 0];
  mover[2 * from] = ANYBODY;
  mover[2 * from + 1] = ANYBODY; // from the start everybody may move already
  queue[met++] = 2 * from;
  while (taken < met) {
    const node = queue[taken++] ?? 0;
    const state = node >>> 1;
    const last = mover[node];
    for (let maker: Maker = 0; maker < model.makers.length; maker++) {
      if (maker === last) continue;
      for (const to of step(model, maker, state)) {
        const first = mover[2 * to];
        const way = first === -2 ? 0 : mover[2 * to + 1] === -2 && first !== maker ? 1 : -1;
        if (way < 0) continue;
        mover[2 * to + way] = maker;
        before[2 * to + way] = node;
        queue[met++] = 2 * to + way;
        reached.add(to);
      }
    }
  }
  const pathTo = (state: State): readonly Step[] | undefined => {
    if (!reached.has(state)) return undefined;
    const path: Step[] = [];
    for (let node = 2 * state; (before[node] ?? -1) >= 0; node = before[node] ?? -1)
      path.unshift({ maker: mover[node] ?? 0, to: node >>> 1 });
    return path;
  };
  return { from, by, reached, pathTo };
};
