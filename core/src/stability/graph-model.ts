import type { Maker, State, StateSpace } from '../conflict/state-space.ts';
import type { ByMaker, MakerId, OptionId } from '../vocabulary.ts';

/**
 * A maker's moves as lists.
 *
 * Shape: the moves from state s lead to `targets[starts[s]] … targets[starts[s + 1] - 1]`, ascending, never s itself.
 */
export interface ListedMoves {
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
}

/**
 * A conflict ready for analysis: who can move from which state to which, and how each ranks the states.
 *
 * Moves are implied by options unless a maker has listed ones: in one move a maker changes any of its own options, as far as
 * their directions allow, and lands on a feasible state.
 *
 * Shape: `masks`, `listed`, `ranks` have one entry a maker; `ranks[i]` has `size` entries, dense, 1 the worst
 * Unit:  masks are sets of options, as codes are; ranks are ordinal, larger is preferred, equal is indifferent
 */
export interface GraphModel extends StateSpace {
  readonly makers: readonly { readonly id: MakerId; readonly name: string }[];
  readonly options: readonly { readonly id: OptionId; readonly name: string; readonly maker: Maker }[];
  /** Each maker's own options. Disjoint; together all options. */
  readonly masks: ByMaker<number>;
  /** Options that can be taken and not undone. */
  readonly forward: number;
  /** Options that can be undone and not taken. */
  readonly backward: number;
  /** A maker's moves where they are listed; undefined where its options imply them. */
  readonly listed: ByMaker<ListedMoves | undefined>;
  readonly ranks: ByMaker<Uint32Array>;
  readonly statusQuo?: State;
}

/**
 * The same conflict under other preferences: nothing else is computed again, so that many can be tried.
 *
 * @throws RangeError when there is not one array of ranks a maker, one rank a state
 */
export const rerank = (model: GraphModel, ranks: ByMaker<Uint32Array>): GraphModel => {
  if (ranks.length !== model.makers.length || ranks.some(({ length }) => length !== model.size))
    throw new RangeError(`Ranks must be ${model.makers.length} arrays of ${model.size}`);
  return { ...model, ranks };
};
