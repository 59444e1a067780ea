import { type Axis, nextTile } from './cube.ts';

/**
 * The maximin of one maker where all combinations are feasible and all moves go both ways.
 *
 * There the opponents can bring about, from any state, every combination of their own options and none of the maker's: the coset
 * of their options. So what they make of a state depends on the maker's own options only, and
 *
 *   maximin = max over the maker's places of min over the opponents' coset of rank
 *
 * Cost: O(codes), one pass
 */
export const maximin = (axis: Axis, ranks: Uint32Array): number => {
  const { shift, length } = axis;
  const width = 2 ** shift;
  const least = new Uint32Array(length).fill(0xffffffff);
  for (let base = 0; base < ranks.length; base = nextTile(axis, base, width))
    for (let place = 0; place < length; place++) {
      let lowest = least[place] ?? 0;
      const from = base + (place << shift);
      for (let at = from; at < from + width; at++) {
        const rank = ranks[at] ?? 0;
        if (rank < lowest) lowest = rank;
      }
      least[place] = lowest;
    }
  return least.reduce((most, lowest) => Math.max(most, lowest), 0);
};

/**
 * The minimax of one maker, from the best that it makes of each state.
 *
 *   minimax = min over all states of best[rank]
 */
export const minimax = (best: Uint32Array): number => {
  let least = 0xffffffff;
  for (let at = 0; at < best.length; at++) {
    const value = best[at] ?? 0;
    if (value < least) least = value;
  }
  return least;
};
