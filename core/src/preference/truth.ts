import type { OptionId } from '../vocabulary.ts';
import type { Formula } from './preference.ts';

/**
 * Where a formula is true among 32 neighbouring combinations: bit j of the answer for `word` is set when it holds in the
 * combination with code 32 * word + j, the first option being the least significant bit of a code.
 */
export type Truth = (word: number) => number;

/** The first five options change inside a word of 32 codes; each of the others is one and the same all through it. */
const COLUMNS = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000];

const optionTruth = (option: number): Truth => {
  const column = COLUMNS[option];
  return column === undefined ? (word) => -((word >>> (option - 5)) & 1) : () => column;
};

const joined = (parts: readonly Truth[], of: 'and' | 'or'): Truth => {
  const [first, second] = parts;
  if (first === undefined) return of === 'and' ? () => -1 : () => 0;
  if (second === undefined) return first;
  if (parts.length === 2)
    return of === 'and' ? (word) => first(word) & second(word) : (word) => first(word) | second(word);
  const half = parts.length >> 1;
  return joined([joined(parts.slice(0, half), of), joined(parts.slice(half), of)], of);
};

/**
 * The truth of a formula over codes, 32 at a time.
 *
 * Cost: one step per connective for 32 combinations
 *
 * @param optionAt the place of each option in the conflict, 0 the first
 * @throws RangeError when the formula names an option that has no place
 */
export const truth = (formula: Formula, optionAt: ReadonlyMap<OptionId, number>): Truth => {
  switch (formula.kind) {
    case 'option': {
      const at = optionAt.get(formula.option);
      if (at === undefined) throw new RangeError(`Formula names option ${formula.option}, which the conflict has not`);
      return optionTruth(at);
    }
    case 'not': {
      const inner = truth(formula.of, optionAt);
      return (word) => ~inner(word);
    }
    case 'and':
    case 'or':
      return joined(
        formula.of.map((part) => truth(part, optionAt)),
        formula.kind,
      );
    case 'if': {
      const [that, when] = [truth(formula.that, optionAt), truth(formula.when, optionAt)];
      return (word) => that(word) | ~when(word);
    }
    case 'iff': {
      const [left, right] = [truth(formula.left, optionAt), truth(formula.right, optionAt)];
      return (word) => ~(left(word) ^ right(word));
    }
  }
};

/** Whether a formula holds in one combination. */
export const holds = (formula: Formula, optionAt: ReadonlyMap<OptionId, number>, code: number): boolean =>
  ((truth(formula, optionAt)(code >>> 5) >>> (code & 31)) & 1) === 1;
