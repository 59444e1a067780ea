import type { ByMaker } from '../vocabulary.ts';
import { blocksOf, sortMembers } from './blocks.ts';
import { leastInFewMoves } from './few-moves.ts';
import type { Form } from './form.ts';
import type { GraphModel } from './graph-model.ts';
import { leastReached, type SearchSpace, searchSpace } from './least-reached.ts';
import { bestReached, type OwnMoves, reversed } from './own-reach.ts';
import { largest, risingOrder } from './rising-order.ts';

const ownMoves = (model: GraphModel): ByMaker<OwnMoves> =>
  model.makers.map((_, maker) => {
    const listed = model.listed[maker];
    return listed
      ? { kind: 'listed', listed, reverse: reversed(listed) }
      : { kind: 'blocks', blocks: blocksOf(model, maker) };
  });

/**
 * The form for any conflict: infeasible states, one-way options, listed moves. Blocks of states are kept in tables, and sorted
 * anew for other ranks.
 *
 * Cost: 12 bytes a maker and 21 bytes, for each state
 */
export const tableForm = (model: GraphModel): Form => {
  const { size } = model;
  const moves = ownMoves(model);
  const order = new Uint32Array(size);
  const scratch = new Uint32Array(size);
  let counts = new Uint32Array(2);
  let ranked: ByMaker<Uint32Array> = [];
  let space: SearchSpace | undefined;

  return {
    rank(ranks) {
      const top = ranks.reduce((most, ofMaker) => Math.max(most, largest(ofMaker)), 0);
      if (counts.length < top + 2) counts = new Uint32Array(top + 2);
      moves.forEach((own, maker) => {
        const ofMaker = ranks[maker];
        if (own.kind !== 'blocks' || ofMaker === undefined) return;
        risingOrder(ofMaker, order, counts);
        sortMembers(own.blocks, order, scratch);
      });
      ranked = ranks;
      if (space) space = { ...space, ranks };
    },
    best(maker, values, best) {
      const own = moves[maker];
      if (own === undefined) throw new RangeError(`Maker ${maker} of ${moves.length}`);
      bestReached(own, values, best, scratch);
    },
    *least(maker, values, improving, rule, least) {
      if (rule !== 'legal') {
        least.set(leastInFewMoves(moves, ranked, maker, rule, values, improving));
        return;
      }
      space ??= searchSpace(size, moves, ranked);
      risingOrder(values, order, counts);
      yield* leastReached(space, maker, values, order, improving, least);
    },
    threshold: () => undefined,
  };
};
