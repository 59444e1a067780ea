import { fullSpace, spaceOf } from '@entente/core/conflict/state-space';
import type { GraphModel } from '@entente/core/stability/graph-model';
import { makerId, optionId } from '@entente/core/vocabulary';

/** Which conflicts are measured: all feasible, or a third of the states infeasible and each maker's first option one-way. */
export type Kind = 'all feasible' | 'a third infeasible, one-way';

/** One number for each of 2^bits, each another, in no order that one could see: xor-shifts and odd factors can be undone. */
const shuffled = (code: number, bits: number, seed: number): number => {
  const all = 2 ** bits - 1;
  const half = bits >>> 1;
  let mixed = (code ^ Math.imul(seed + 1, 0x9e3779b1)) & all;
  for (const factor of [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]) {
    mixed = Math.imul(mixed ^ (mixed >>> half), factor) & all;
  }
  return mixed ^ (mixed >>> half);
};

/** Strict ranks in random order. */
const randomRanks = (codes: Uint32Array | undefined, size: number, bits: number, seed: number): Uint32Array => {
  if (codes === undefined) return Uint32Array.from({ length: size }, (_, code) => shuffled(code, bits, seed) + 1);
  const before = new Uint32Array(2 ** bits);
  for (const code of codes) before[shuffled(code, bits, seed)] = 1;
  let count = 0;
  for (let place = 0; place < before.length; place++) {
    count += before[place] ?? 0;
    before[place] = count;
  }
  return codes.map((code) => before[shuffled(code, bits, seed)] ?? 0);
};

/** A conflict of a given size, the same each time; makers share the options as evenly as can be. */
export const sizedModel = (optionCount: number, makers: number, kind: Kind): GraphModel => {
  const some = kind !== 'all feasible';
  const least = Math.floor(2 ** optionCount / 3);
  const codes = new Uint32Array(some ? 2 ** optionCount - least : 0);
  for (let code = 0, at = 0; at < codes.length; code++)
    if (shuffled(code, optionCount, 99) >= least) codes[at++] = code;
  const space = some ? spaceOf(optionCount, codes) : fullSpace(optionCount);
  const firsts = Array.from({ length: makers + 1 }, (_, maker) => Math.floor((optionCount * maker) / makers));
  const widths = Array.from({ length: makers }, (_, maker) => (firsts[maker + 1] ?? 0) - (firsts[maker] ?? 0));
  return {
    ...space,
    makers: widths.map((_, maker) => ({ id: makerId(`m${maker}`), name: `Maker ${maker}` })),
    options: widths.flatMap((width, maker) =>
      Array.from({ length: width }, (_, option) => ({ id: optionId(`o${maker}-${option}`), name: '', maker })),
    ),
    masks: widths.map((width, maker) => (2 ** width - 1) << (firsts[maker] ?? 0)),
    forward: some ? firsts.slice(0, makers).reduce((mask, first) => mask | (1 << first), 0) : 0,
    backward: 0,
    listed: widths.map(() => undefined),
    ranks: widths.map((_, maker) => randomRanks(space.codes, space.size, optionCount, maker)),
  };
};
