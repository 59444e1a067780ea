/** A feasible combination of options, by its place in ascending order of codes. */
export type State = number;

/** A decision maker, by its place in the conflict. */
export type Maker = number;

/**
 * The feasible states. A combination of options is written as a code: bit k is set when option k is taken, the first option
 * being the least significant bit. States count from 0 in ascending order of their codes.
 *
 * Shape: `codes` has `size` entries, ascending; left out when every combination is feasible, for then a state is its code.
 *        `index` has 2^options entries, the state of each code or -1; left out when `codes` is, and when it would be far
 *        larger than `codes` (then codes are looked up by bisection). Use `stateOf` and `codeOf` outside of kernels.
 */
export interface StateSpace {
  /** How many options; at most 31. */
  readonly optionCount: number;
  /** How many feasible states. */
  readonly size: number;
  readonly codes?: Uint32Array;
  readonly index?: Int32Array;
}

/** The most options whose combinations have codes. */
export const MOST_OPTIONS = 31;

/** All combinations of options. */
export const fullSpace = (optionCount: number): StateSpace => ({ optionCount, size: 2 ** optionCount });

/**
 * The space of some codes.
 *
 * @param codes ascending, without repetition
 */
export const spaceOf = (optionCount: number, codes: Uint32Array): StateSpace => {
  const combinations = 2 ** optionCount;
  const size = codes.length;
  if (size === combinations) return { optionCount, size };
  if (combinations > 65536 && combinations > 32 * size) return { optionCount, size, codes };
  const index = new Int32Array(combinations).fill(-1);
  for (let state = 0; state < size; state++) index[codes[state] ?? 0] = state;
  return { optionCount, size, codes, index };
};

/** The state with a code, or -1 when that combination is not feasible. */
export const stateOf = (space: StateSpace, code: number): State => {
  const { codes, index } = space;
  if (codes === undefined) return code;
  if (index !== undefined) return index[code] ?? -1;
  let [low, high] = [0, codes.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = codes[middle] ?? 0;
    if (there === code) return middle;
    if (there < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** The code of a state. */
export const codeOf = (space: StateSpace, state: State): number => space.codes?.[state] ?? state;

/** A code as a pattern: one `Y` (taken) or `N` (not taken) an option, options in file order. */
export const patternOfCode = (optionCount: number, code: number): string => {
  let pattern = '';
  for (let option = 0; option < optionCount; option++) pattern += (code >>> option) & 1 ? 'Y' : 'N';
  return pattern;
};

/** The pattern of a state. */
export const patternOf = (space: StateSpace, state: State): string =>
  patternOfCode(space.optionCount, codeOf(space, state));

/** The code of a pattern, or undefined when it is not one letter Y or N an option. */
export const codeOfPattern = (optionCount: number, pattern: string): number | undefined => {
  if (pattern.length !== optionCount || !/^[YN]*$/.test(pattern)) return undefined;
  let code = 0;
  for (let option = 0; option < optionCount; option++) if (pattern[option] === 'Y') code |= 1 << option;
  return code >>> 0;
};

/** The state of a pattern, or -1 when it is no feasible combination. */
export const stateOfPattern = (space: StateSpace, pattern: string): State => {
  const code = codeOfPattern(space.optionCount, pattern);
  return code === undefined ? -1 : stateOf(space, code);
};
