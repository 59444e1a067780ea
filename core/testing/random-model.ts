import { codeOf, spaceOf, stateOf } from '../src/conflict/state-space.ts';
import { listedMoves } from '../src/stability/compile.ts';
import type { GraphModel } from '../src/stability/graph-model.ts';
import { makerId, optionId } from '../src/vocabulary.ts';

/** Numbers in [0, 1) from a seed: mulberry32. */
export const random = (seed: number): (() => number) => {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** What a random model is made like. */
export interface Likeness {
  /** Options of each maker. */
  readonly options: readonly number[];
  /** The share of combinations that are infeasible. */
  readonly infeasible: number;
  /** The chance of an option to move one way only. */
  readonly oneWay: number;
  /** The chance of a maker to have listed moves in place of those that its options imply. */
  readonly listed: number;
  /** The most different ranks; ties are likely when it is small. */
  readonly tiers: number;
}

const pick = (next: () => number, below: number): number => Math.floor(next() * below);

/** Ranks without gaps, 1 the worst: random tiers. */
export const randomRanks = (size: number, tiers: number, next: () => number): Uint32Array => {
  const keys = Uint32Array.from({ length: size }, () => pick(next, tiers));
  const dense = new Map([...new Set(keys)].sort((a, b) => a - b).map((key, at) => [key, at + 1]));
  return keys.map((key) => dense.get(key) ?? 0);
};

/** A conflict in graph form, made at random. */
export const randomModel = (likeness: Likeness, next: () => number): GraphModel => {
  const optionCount = likeness.options.reduce((sum, count) => sum + count, 0);
  const all = Array.from({ length: 2 ** optionCount }, (_, code) => code);
  const kept = all.filter(() => next() >= likeness.infeasible);
  const space = spaceOf(optionCount, Uint32Array.from(kept.length > 0 ? kept : [pick(next, all.length)]));
  const { size } = space;
  let [forward, backward, first] = [0, 0, 0];
  for (let option = 0; option < optionCount; option++) {
    if (next() >= likeness.oneWay) continue;
    if (next() < 0.5) forward |= 1 << option;
    else backward |= 1 << option;
  }
  const masks = likeness.options.map((count) => {
    const mask = (2 ** count - 1) << first;
    first += count;
    return mask;
  });
  const listed = masks.map((mask) => {
    if (next() >= likeness.listed) return undefined;
    const pairs: [number, number][] = [];
    for (let move = pick(next, 3 * size); move > 0; move--) {
      const from = pick(next, size);
      const near = stateOf(space, codeOf(space, from) ^ (pick(next, 2 ** optionCount) & mask));
      const to = next() < 0.7 && near >= 0 ? near : pick(next, size);
      pairs.push([from, to]);
    }
    return listedMoves(size, pairs);
  });
  return {
    ...space,
    makers: masks.map((_, maker) => ({ id: makerId(`m${maker}`), name: `Maker ${maker}` })),
    options: likeness.options.flatMap((count, maker) =>
      Array.from({ length: count }, (_, option) => ({ id: optionId(`o${maker}-${option}`), name: '', maker })),
    ),
    masks,
    forward,
    backward,
    listed,
    ranks: masks.map(() => randomRanks(size, likeness.tiers, next)),
  };
};

/** A small conflict of any kind: one to five makers, at most seven options. */
export const smallRandomModel = (next: () => number): GraphModel => {
  const makers = 1 + pick(next, 5);
  const options: number[] = [];
  let left = 2 + pick(next, 6);
  for (let maker = 0; maker < makers; maker++) {
    const count = Math.min(left, pick(next, 4));
    options.push(count);
    left -= count;
  }
  const sometimes = (most: number) => (next() < 0.5 ? 0 : next() * most);
  return randomModel(
    { options, infeasible: sometimes(0.8), oneWay: sometimes(1), listed: sometimes(1), tiers: 2 + pick(next, 60) },
    next,
  );
};
