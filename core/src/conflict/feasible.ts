import type { Formula } from '../preference/preference.ts';
import { type Truth, truth } from '../preference/truth.ts';
import type { OptionId } from '../vocabulary.ts';
import { lowestBit, population } from './bits.ts';
import { fullSpace, type StateSpace, spaceOf } from './state-space.ts';

/** How many bits of a word stand for combinations: all 32, or fewer when there are under five options. */
const lanes = (optionCount: number): number => (optionCount < 5 ? 2 ** (2 ** optionCount) - 1 : -1);

const feasibleIn = (ruledOut: readonly Truth[], optionCount: number) => {
  const within = lanes(optionCount);
  return (word: number): number => {
    let out = 0;
    for (const rule of ruledOut) out |= rule(word);
    return ~out & within;
  };
};

const wordsOf = (optionCount: number): number => Math.ceil(2 ** optionCount / 32);

/**
 * How many combinations are feasible, without making them.
 *
 * Cost: O(2^options / 32) per formula
 */
export const feasibleCount = (
  optionAt: ReadonlyMap<OptionId, number>,
  infeasible: readonly Formula[],
  optionCount: number,
): number => {
  if (infeasible.length === 0) return 2 ** optionCount;
  const feasible = feasibleIn(
    infeasible.map((formula) => truth(formula, optionAt)),
    optionCount,
  );
  let count = 0;
  for (let word = 0; word < wordsOf(optionCount); word++) count += population(feasible(word));
  return count;
};

/** The space of the combinations that no formula rules out. */
export const feasibleStates = (
  optionAt: ReadonlyMap<OptionId, number>,
  infeasible: readonly Formula[],
  optionCount: number,
): StateSpace => {
  if (infeasible.length === 0) return fullSpace(optionCount);
  const feasible = feasibleIn(
    infeasible.map((formula) => truth(formula, optionAt)),
    optionCount,
  );
  const codes = new Uint32Array(feasibleCount(optionAt, infeasible, optionCount));
  let state = 0;
  for (let word = 0; word < wordsOf(optionCount); word++)
    for (let bits = feasible(word); bits !== 0; bits &= bits - 1) codes[state++] = word * 32 + lowestBit(bits);
  return spaceOf(optionCount, codes);
};
