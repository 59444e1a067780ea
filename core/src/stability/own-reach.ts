import type { Blocks } from './blocks.ts';
import type { ListedMoves } from './graph-model.ts';

/** How one maker moves: through its options, or as listed. */
export type OwnMoves =
  | { readonly kind: 'blocks'; readonly blocks: Blocks }
  | { readonly kind: 'listed'; readonly listed: ListedMoves; readonly reverse: ListedMoves };

/** The same moves, looked up by where they lead. */
export const reversed = ({ starts, targets }: ListedMoves): ListedMoves => {
  const size = starts.length - 1;
  const back = new Uint32Array(size + 1);
  for (const target of targets) back[target + 1] = (back[target + 1] ?? 0) + 1;
  for (let state = 0; state < size; state++) back[state + 1] = (back[state + 1] ?? 0) + (back[state] ?? 0);
  const cursors = back.slice();
  const sources = new Uint32Array(targets.length);
  for (let state = 0; state < size; state++)
    for (let at = starts[state] ?? 0; at < (starts[state + 1] ?? 0); at++) {
      const target = targets[at] ?? 0;
      const cursor = cursors[target] ?? 0;
      sources[cursor] = state;
      cursors[target] = cursor + 1;
    }
  return { starts: back, targets: sources };
};

/** The largest value in each block. */
const blockMaxima = ({ count, starts, members }: Blocks, values: Uint32Array, maxima: Uint32Array): void => {
  for (let block = 0; block < count; block++) {
    let most = 0;
    for (let at = starts[block] ?? 0; at < (starts[block + 1] ?? 0); at++) {
      const value = values[members[at] ?? 0] ?? 0;
      if (value > most) most = value;
    }
    maxima[block] = most;
  }
};

/** Takes up into each block what the blocks after it, that it leads to, have. A setting comes before all that contain it. */
const spreadDown = ({ count, settings, fibres }: Blocks, maxima: Uint32Array): void => {
  for (let block = count - 2; block >= 0; block--) {
    const setting = settings[block] ?? 0;
    const fibre = fibres[block] ?? 0;
    let most = maxima[block] ?? 0;
    for (let other = block + 1; other < count && fibres[other] === fibre; other++)
      if (((settings[other] ?? 0) & setting) === setting && (maxima[other] ?? 0) > most) most = maxima[other] ?? 0;
    maxima[block] = most;
  }
};

/**
 * The best that a maker can make of each state in at most one move, by some value.
 *
 *   best(s) = max of value over R_i(s) and s
 *
 * Shape: `scratch` has at least as many entries as the maker has blocks
 * Cost:  O(states) where the maker has no one-way option, times the blocks of a fibre where it has; O(moves) where listed
 */
export const bestReached = (own: OwnMoves, values: Uint32Array, best: Uint32Array, scratch: Uint32Array): void => {
  if (own.kind === 'blocks') {
    const { blockOf } = own.blocks;
    blockMaxima(own.blocks, values, scratch);
    spreadDown(own.blocks, scratch);
    for (let state = 0; state < best.length; state++) best[state] = scratch[blockOf[state] ?? 0] ?? 0;
    return;
  }
  const { starts, targets } = own.listed;
  for (let state = 0; state < best.length; state++) {
    let most = values[state] ?? 0;
    for (let at = starts[state] ?? 0; at < (starts[state + 1] ?? 0); at++)
      most = Math.max(most, values[targets[at] ?? 0] ?? 0);
    best[state] = most;
  }
};
