import { holds } from '../preference/truth.ts';
import type { OptionId, Outcome, Problem } from '../vocabulary.ts';
import type { Conflict } from './conflict.ts';
import { feasibleCount, feasibleStates } from './feasible.ts';
import { codeOf, codeOfPattern, MOST_OPTIONS, patternOfCode, type StateSpace, spaceOf } from './state-space.ts';

/** The most memory that a conflict may take, in bytes. */
export const MOST_MEMORY = 2 ** 31;

/** The feasible states, and the combinations that were made one with each of them. */
export interface ConflictSpace {
  readonly space: StateSpace;
  /** For a state that stands for several combinations: their codes, its own among them. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

/** The place of each option in the conflict: makers in order, each with its options in order. */
export const optionPlaces = (conflict: Conflict): ReadonlyMap<OptionId, number> =>
  new Map(conflict.makers.flatMap(({ options }) => options).map(({ id }, at) => [id, at]));

const thousands = (value: number): string => value.toLocaleString('en-US');

/** Bytes that ranks, codes and the lookup of so many states take. */
export const memoryFor = (states: number, optionCount: number, makers: number): number =>
  states * (4 * makers + 8) + (states === 2 ** optionCount ? 0 : 4 * Math.min(2 ** optionCount, 32 * states));

const tooLarge = (states: number, optionCount: number, makers: number): Problem | undefined => {
  const bytes = memoryFor(states, optionCount, makers);
  if (bytes <= MOST_MEMORY) return undefined;
  return {
    code: 'conflict/too-large',
    at: ['makers'],
    says:
      `${optionCount} options make ${thousands(2 ** optionCount)} combinations, ${thousands(states)} of them feasible, and would take about ` +
      `${thousands(Math.ceil(bytes / 2 ** 30))} GiB; the most is ${MOST_MEMORY / 2 ** 30} GiB. Leave options out, rule combinations out under “infeasible”, or list the “states”.`,
  };
};

const listedSpace = (conflict: Conflict, listed: readonly string[], optionCount: number): Outcome<StateSpace> => {
  const problems: Problem[] = [];
  const optionAt = optionPlaces(conflict);
  const codes = new Map<number, number>();
  listed.forEach((pattern, at) => {
    const code = codeOfPattern(optionCount, pattern);
    if (code === undefined) {
      const says = `“${pattern}” is no state: write one letter an option, ${optionCount} in all, Y taken or N not.`;
      problems.push({ code: 'conflict/pattern', at: ['states', at], says });
      return;
    }
    if (codes.has(code))
      problems.push({
        code: 'conflict/state-twice',
        at: ['states', at],
        says: `${pattern} is listed twice. Leave one out.`,
      });
    const rule = conflict.infeasible.find(({ when }) => holds(when, optionAt, code));
    if (rule) {
      const says = `${pattern} is listed, yet “${rule.text}” rules it out. Leave out one of the two.`;
      problems.push({ code: 'conflict/listed-infeasible', at: ['states', at], says });
    }
    codes.set(code, at);
  });
  if (problems.length > 0) return { ok: false, problems };
  if (codes.size === 0)
    return {
      ok: false,
      problems: [
        { code: 'conflict/no-state', at: ['states'], says: '“states” lists none. List some, or leave it out.' },
      ],
    };
  return { ok: true, value: spaceOf(optionCount, Uint32Array.from(codes.keys()).sort()) };
};

const noState = (conflict: Conflict): Problem => {
  const rules = conflict.infeasible.map(({ text }) => `“${text}”`);
  return {
    code: 'conflict/no-state',
    at: ['infeasible'],
    says: `No combination of options is feasible: together ${rules.join(', ')} rule${rules.length === 1 ? 's' : ''} out all ${thousands(2 ** optionPlaces(conflict).size)}. Leave one out or narrow it.`,
  };
};

const coalescedSpace = (conflict: Conflict, space: StateSpace): Outcome<ConflictSpace> => {
  const problems: Problem[] = [];
  const optionAt = optionPlaces(conflict);
  const members = new Map<number, readonly number[]>();
  const gone = new Set<number>();
  const { optionCount } = space;
  (conflict.coalesced ?? []).forEach(({ when, text, as }, at) => {
    const codes: number[] = [];
    for (let state = 0; state < space.size; state++) {
      const code = codeOf(space, state);
      if (holds(when, optionAt, code)) codes.push(code);
    }
    const problem = (code: string, says: string) => problems.push({ code, at: ['coalesce', at], says });
    const wanted = as === undefined ? codes[0] : codeOfPattern(optionCount, as);
    if (codes.length === 0 || wanted === undefined || !codes.includes(wanted)) {
      problem(
        'conflict/coalesce',
        codes.length === 0
          ? `No feasible state has “${text}”, so there is nothing to make one. Correct it or leave it out.`
          : `“${as}” is not one of the ${codes.length} states with “${text}”. Name one of them, such as ${patternOfCode(optionCount, codes[0] ?? 0)}.`,
      );
      return;
    }
    const twice = codes.find((code) => gone.has(code) || members.has(code));
    if (twice !== undefined) {
      problem(
        'conflict/coalesce',
        `${patternOfCode(optionCount, twice)} is made one with others already. Join the two.`,
      );
      return;
    }
    members.set(wanted, codes);
    for (const code of codes) if (code !== wanted) gone.add(code);
  });
  if (problems.length > 0) return { ok: false, problems };
  if (gone.size === 0) return { ok: true, value: { space, members } };
  const left: number[] = [];
  for (let state = 0; state < space.size; state++) if (!gone.has(codeOf(space, state))) left.push(codeOf(space, state));
  return { ok: true, value: { space: spaceOf(optionCount, Uint32Array.from(left)), members } };
};

const tooManyOptions = (optionCount: number): Problem | undefined =>
  optionCount <= MOST_OPTIONS
    ? undefined
    : {
        code: 'conflict/too-large',
        at: ['makers'],
        says: `${optionCount} options make 2^${optionCount} combinations; the most is ${MOST_OPTIONS} options. Leave out options that decide nothing, or split the conflict.`,
      };

const failed = (problem: Problem): Outcome<never> => ({ ok: false, problems: [problem] });

/**
 * How many states a conflict has, counted without making them; what “coalesce” makes one is counted singly.
 *
 * Cost: O(2^options / 32) per infeasible formula
 *
 * @returns the count, or why there is no state, or more than fit
 */
export const stateCount = (conflict: Conflict): Outcome<number> => {
  const optionAt = optionPlaces(conflict);
  const optionCount = optionAt.size;
  const problem = tooManyOptions(optionCount);
  if (problem) return failed(problem);
  if (conflict.states) return { ok: true, value: conflict.states.length };
  const formulas = conflict.infeasible.map(({ when }) => when);
  const value = feasibleCount(optionAt, formulas, optionCount);
  if (value === 0) return failed(noState(conflict));
  const large = tooLarge(value, optionCount, conflict.makers.length);
  return large ? failed(large) : { ok: true, value };
};

/** The feasible states of a conflict, or why there are none, or too many. */
export const conflictSpace = (conflict: Conflict): Outcome<ConflictSpace> => {
  const optionAt = optionPlaces(conflict);
  const optionCount = optionAt.size;
  const count = stateCount(conflict);
  if (!count.ok) return count;
  if (conflict.states) {
    const listed = listedSpace(conflict, conflict.states, optionCount);
    return listed.ok ? coalescedSpace(conflict, listed.value) : listed;
  }
  const formulas = conflict.infeasible.map(({ when }) => when);
  return coalescedSpace(conflict, feasibleStates(optionAt, formulas, optionCount));
};
