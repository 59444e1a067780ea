import { codeOf, type Maker } from '../conflict/state-space.ts';
import type { GraphModel } from './graph-model.ts';

/**
 * The states from one maker's side. A *fibre* holds the states that differ in its own options only; a *block* holds those of a
 * fibre that agree on its one-way options as well. Inside of a block it moves from any state to any other; inside of a fibre it
 * moves from a block to every block whose setting has more of the one-way moves behind it, and never back. So within a fibre
 *
 *   t in R_i(s)  <=>  setting(s) is a part of setting(t),  t not s
 *
 * Shape: blocks of a fibre are neighbours, settings ascending, so that a part of a setting never comes after it;
 *        `members` from `starts[b]` up to `starts[b + 1]` are the states of block b, in any order until `sortMembers`
 */
export interface Blocks {
  readonly count: number;
  readonly blockOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  /** The one-way moves behind a block, as a set of options. */
  readonly settings: Uint32Array;
  /** The first block of a block's fibre. */
  readonly fibres: Uint32Array;
}

/** Moves the bits of `mask` together, lowest first, through one table for each eleven bits. */
const compress = (masks: readonly number[]): ((code: number) => number) => {
  const tables = [0, 11, 22].map((shift) =>
    Uint32Array.from({ length: 2048 }, (_, part) => {
      let [packed, at] = [0, 0];
      for (const mask of masks)
        for (let bit = 0; bit < 32; bit++) {
          if (!((mask >>> bit) & 1)) continue;
          if (bit >= shift && bit < shift + 11 && (part >>> (bit - shift)) & 1) packed |= 1 << at;
          at++;
        }
      return packed;
    }),
  );
  const [low = new Uint32Array(), middle = new Uint32Array(), high = new Uint32Array()] = tables;
  return (code) => ((low[code & 2047] ?? 0) | (middle[(code >>> 11) & 2047] ?? 0) | (high[code >>> 22] ?? 0)) >>> 0;
};

/** States in ascending order of their keys, by eleven bits at a time. */
const sortedByKey = (keys: Uint32Array, bits: number): Uint32Array => {
  let order = Uint32Array.from(keys, (_, state) => state);
  let other = new Uint32Array(keys.length);
  const counts = new Uint32Array(2048);
  for (let shift = 0; shift < bits; shift += 11) {
    counts.fill(0);
    for (const key of keys) counts[(key >>> shift) & 2047] = (counts[(key >>> shift) & 2047] ?? 0) + 1;
    let before = 0;
    for (let digit = 0; digit < 2048; digit++) {
      const here = counts[digit] ?? 0;
      counts[digit] = before;
      before += here;
    }
    for (const state of order) {
      const digit = ((keys[state] ?? 0) >>> shift) & 2047;
      const at = counts[digit] ?? 0;
      counts[digit] = at + 1;
      other[at] = state;
    }
    [order, other] = [other, order];
  }
  return order;
};

/**
 * The blocks of a maker whose options imply its moves.
 *
 * Cost: O(states), three passes at most
 */
export const blocksOf = (model: GraphModel, maker: Maker): Blocks => {
  const all = 2 ** model.optionCount - 1;
  const own = model.masks[maker] ?? 0;
  const oneWay = own & (model.forward | model.backward);
  const flipped = own & model.backward;
  const keyOf = compress([oneWay, all & ~own]);
  const keys = new Uint32Array(model.size);
  for (let state = 0; state < model.size; state++) keys[state] = keyOf((codeOf(model, state) ^ flipped) >>> 0);
  const members = sortedByKey(keys, model.optionCount);
  const blockOf = new Uint32Array(model.size);
  let count = 0;
  for (let at = 0; at < members.length; at++) {
    const state = members[at] ?? 0;
    if (at > 0 && keys[state] !== keys[members[at - 1] ?? 0]) count++;
    blockOf[state] = count;
  }
  if (members.length > 0) count++;
  const starts = new Uint32Array(count + 1);
  const settings = new Uint32Array(count);
  const fibres = new Uint32Array(count);
  let [fibre, first] = [-1, 0];
  for (let at = members.length - 1; at >= 0; at--) starts[blockOf[members[at] ?? 0] ?? 0] = at;
  starts[count] = members.length;
  for (let block = 0; block < count; block++) {
    const code = (codeOf(model, members[starts[block] ?? 0] ?? 0) ^ flipped) >>> 0;
    settings[block] = code & oneWay;
    if ((code & all & ~own) !== fibre) [fibre, first] = [code & all & ~own, block];
    fibres[block] = first;
  }
  return { count, blockOf, starts, members, settings, fibres };
};

/** Puts the members of each block in the order in which they come in `order`. */
export const sortMembers = (
  { count, blockOf, starts, members }: Blocks,
  order: Uint32Array,
  cursors: Uint32Array,
): void => {
  cursors.set(starts.subarray(0, count));
  for (let at = 0; at < order.length; at++) {
    const state = order[at] ?? 0;
    const block = blockOf[state] ?? 0;
    const cursor = cursors[block] ?? 0;
    members[cursor] = state;
    cursors[block] = cursor + 1;
  }
};
