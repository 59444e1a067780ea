import type { Formula, PreferenceStatement } from '../preference/preference.ts';
import { type Truth, truth } from '../preference/truth.ts';
import type { OptionId } from '../vocabulary.ts';
import { lowestBit, population } from './bits.ts';
import { type StateSpace, stateOfPattern } from './state-space.ts';

/** Keys below this are made dense by a bit each, 16 MiB in all; above, by sorting. */
const DENSE = 2 ** 27;

/**
 * Keys, 0 or above and below `range`, in their order made dense: 1 for the least, without gaps.
 *
 * Cost: O(states + range / 32)
 */
const denseBelow = (keys: Uint32Array, range: number): number => {
  const present = new Uint32Array((range + 31) >>> 5);
  for (const key of keys) present[key >>> 5] = (present[key >>> 5] ?? 0) | (1 << (key & 31));
  const before = new Uint32Array(present.length);
  let count = 0;
  for (let word = 0; word < present.length; word++) {
    before[word] = count;
    count += population(present[word] ?? 0);
  }
  for (let state = 0; state < keys.length; state++) {
    const key = keys[state] ?? 0;
    const below = (present[key >>> 5] ?? 0) & ((1 << (key & 31)) - 1);
    keys[state] = (before[key >>> 5] ?? 0) + population(below) + 1;
  }
  return count;
};

/** Adds the truth of statements to `counts`, state by state, 32 neighbouring codes at a time. */
const addTruths = (space: StateSpace, truths: readonly Truth[], keys: Uint32Array, factor: number): void => {
  const { codes, size } = space;
  if (factor !== 1) for (let state = 0; state < size; state++) keys[state] = (keys[state] ?? 0) * factor;
  for (const holds of truths) {
    let word = -1;
    let bits = 0;
    for (let state = 0; state < size; state++) {
      const code = codes === undefined ? state : (codes[state] ?? 0);
      if (code >>> 5 !== word) {
        word = code >>> 5;
        bits = holds(word);
      }
      keys[state] = (keys[state] ?? 0) + ((bits >>> (code & 31)) & 1);
    }
  }
};

/**
 * Ranks from statements, most important first: a state ranks above another when, in the first group where they differ, it makes
 * more statements true. For groups of one this is the order of the sums of 2^(k-j), for any k.
 *
 * Shape: one rank a state, dense, 1 the worst
 * Cost:  O(statements * states)
 */
export const ranksByStatements = (
  space: StateSpace,
  optionAt: ReadonlyMap<OptionId, number>,
  groups: readonly (readonly Pick<PreferenceStatement, 'that'>[])[],
): Uint32Array => {
  const keys = new Uint32Array(space.size);
  let range = 1;
  for (const group of groups) {
    const truths = group.map(({ that }: { that: Formula }) => truth(that, optionAt));
    const values = truths.length + 1;
    if (range * values > DENSE) {
      range = denseBelow(keys, range) + 1;
      if (range * values > 2 ** 32)
        throw new RangeError(`A group of ${truths.length} statements of equal priority is too large`);
    }
    addTruths(space, truths, keys, values);
    range *= values;
  }
  denseBelow(keys, range);
  return keys;
};

/**
 * Ranks from tiers of patterns, best first.
 *
 * @throws RangeError when a state is missing, comes twice or is not feasible; the reader of conflict files says so before
 */
export const ranksByTiers = (space: StateSpace, tiers: readonly (readonly string[])[]): Uint32Array => {
  const ranks = new Uint32Array(space.size);
  let ranked = 0;
  tiers.forEach((tier, at) => {
    for (const pattern of tier) {
      const state = stateOfPattern(space, pattern);
      if (state < 0 || ranks[state] !== 0) throw new RangeError(`Ranking has ${pattern}, not feasible or twice`);
      ranks[state] = tiers.length - at;
      ranked++;
    }
  });
  if (ranked !== space.size) throw new RangeError(`Ranking has ${ranked} of ${space.size} states`);
  denseBelow(ranks, tiers.length + 1);
  return ranks;
};

/** Decimals of a weight as typed, so that 0.1 and 0.2 make exactly 0.3. */
const decimalsOf = (weight: number): number => {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(weight)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
};

/**
 * Ranks from weights: the sum over the options taken, larger is preferred.
 *
 * Cost: O(states), or O(states log states) when the sums are spread wide
 */
export const ranksByWeights = (
  space: StateSpace,
  optionAt: ReadonlyMap<OptionId, number>,
  weights: ReadonlyMap<OptionId, number>,
): Uint32Array => {
  const decimals = Math.max(0, ...[...weights.values()].map(decimalsOf));
  const byOption = new Float64Array(space.optionCount);
  for (const [option, weight] of weights) {
    const at = optionAt.get(option);
    if (at === undefined) throw new RangeError(`Weight for option ${option}, which the conflict has not`);
    byOption[at] = decimals > 12 ? weight : Math.round(weight * 10 ** decimals);
  }
  let least = 0;
  let most = 0;
  for (const weight of byOption) {
    least += Math.min(0, weight);
    most += Math.max(0, weight);
  }
  const sum = (code: number): number => {
    let total = 0;
    for (let rest = code; rest !== 0; rest &= rest - 1) total += byOption[lowestBit(rest)] ?? 0;
    return total;
  };
  const { codes, size } = space;
  if (decimals <= 12 && most - least < DENSE) {
    const keys = new Uint32Array(size);
    for (let state = 0; state < size; state++) keys[state] = sum(codes?.[state] ?? state) - least;
    denseBelow(keys, most - least + 1);
    return keys;
  }
  const sums = new Float64Array(size);
  for (let state = 0; state < size; state++) sums[state] = sum(codes?.[state] ?? state);
  const order = Float64Array.from(sums)
    .sort()
    .filter((value, at, all) => at === 0 || value !== all[at - 1]);
  return Uint32Array.from(sums, (value) => {
    let [low, high] = [0, order.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((order[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  });
};
