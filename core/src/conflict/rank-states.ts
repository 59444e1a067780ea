import type { Preference } from '../preference/preference.ts';
import type { OptionId, Outcome, Problem } from '../vocabulary.ts';
import { ranksByStatements, ranksByTiers, ranksByWeights } from './ranks.ts';
import { codeOfPattern, patternOf, type StateSpace, stateOf } from './state-space.ts';

const SHOWN = 5;

const tierProblems = (space: StateSpace, tiers: readonly (readonly string[])[], who: string): Problem[] => {
  const problems: Problem[] = [];
  const seen = new Set<number>();
  tiers.forEach((tier, row) => {
    tier.forEach((pattern, place) => {
      const at = ['ranking', row, place];
      const code = codeOfPattern(space.optionCount, pattern);
      const state = code === undefined ? -1 : stateOf(space, code);
      if (code === undefined) {
        const says = `“${pattern}” is no state: write one letter an option, ${space.optionCount} in all, Y taken or N not.`;
        problems.push({ code: 'conflict/pattern', at, says });
      } else if (state < 0) {
        const says = `${pattern} is ranked by ${who} but is not feasible. Leave it out, or allow it.`;
        problems.push({ code: 'conflict/ranked-infeasible', at, says });
      } else if (seen.has(state)) {
        const says = `${pattern} is ranked twice by ${who}. Leave one out.`;
        problems.push({ code: 'conflict/ranked-twice', at, says });
      }
      if (state >= 0) seen.add(state);
    });
  });
  if (seen.size < space.size) {
    const missing: string[] = [];
    for (let state = 0; state < space.size && missing.length < SHOWN; state++)
      if (!seen.has(state)) missing.push(patternOf(space, state));
    const count = space.size - seen.size;
    const more = count > missing.length ? ` and ${count - missing.length} more` : '';
    const says = `The ranking of ${who} forgets ${missing.join(', ')}${more}. Every feasible state needs its place; a tie is one inner list.`;
    problems.push({ code: 'conflict/ranking-forgets', at: ['ranking'], says });
  }
  return problems;
};

/**
 * The rank of each state under one preference: dense, 1 the worst. A maker whose preference is unknown is indifferent among all.
 *
 * @returns the ranks, or the problems of a ranking, each placed below the maker
 */
export const rankStates = (
  space: StateSpace,
  optionAt: ReadonlyMap<OptionId, number>,
  preference: Preference,
  who: string,
): Outcome<Uint32Array> => {
  switch (preference.kind) {
    case 'statements':
      return { ok: true, value: ranksByStatements(space, optionAt, preference.groups) };
    case 'weights':
      return { ok: true, value: ranksByWeights(space, optionAt, preference.weights) };
    case 'unknown':
      return { ok: true, value: new Uint32Array(space.size).fill(1) };
    case 'ranking': {
      const problems = tierProblems(space, preference.tiers, who);
      if (problems.length > 0) return { ok: false, problems };
      return { ok: true, value: ranksByTiers(space, preference.tiers) };
    }
  }
};
