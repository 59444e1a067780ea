import { optionPlaces } from '@entente/core/conflict/space';
import { codeOfPattern, patternOf, type State, stateOfPattern } from '@entente/core/conflict/state-space';
import { CHANGE_KINDS, type ChangeKind } from '@entente/core/settlement/candidate-change';
import type { Watched } from '@entente/core/settlement/lookout';
import { CONCEPTS, type Problem, SANCTION_RULES, type SanctionRule } from '@entente/core/vocabulary';
import type { ConflictFile } from '../store/conflict-file.ts';

/** What is asked of `settle`, as typed. */
export interface WishWords {
  readonly state: string;
  readonly concept: string;
  readonly rule: string;
  readonly most: string;
  readonly all: boolean;
  readonly kinds?: string;
  readonly makers?: string;
}

/** The same, checked against the conflict. */
export interface CheckedWish {
  readonly state: State;
  readonly concept: Watched;
  readonly rule: SanctionRule;
  readonly most: number;
  readonly all: boolean;
  readonly kinds: readonly ChangeKind[];
  readonly makers?: readonly number[];
}

const listed = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

const wantedState = ({ conflict, model }: ConflictFile, pattern: string, problems: Problem[]): State => {
  const wanted = pattern.trim().toUpperCase();
  const options = [...optionPlaces(conflict).keys()];
  if (codeOfPattern(options.length, wanted) === undefined) {
    const says =
      wanted.length === options.length
        ? `“${pattern}” has letters other than Y and N. Write Y for each option taken and N for each that is not.`
        : `“${pattern}” has ${wanted.length} letters; the conflict has ${options.length} options: ${options.join(', ')}. Write one letter each, Y or N.`;
    problems.push({ code: 'settle/pattern', at: ['--state'], says });
    return -1;
  }
  const state = stateOfPattern(model, wanted);
  if (state >= 0) return state;
  const near = nearestState(model, wanted);
  const says = `${wanted} is not feasible in this conflict${near ? `; the nearest that is, is ${near}` : ''}. entente analyze lists the states.`;
  problems.push({ code: 'settle/infeasible', at: ['--state'], says });
  return -1;
};

const nearestState = (model: ConflictFile['model'], wanted: string): string | undefined => {
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let state = 0; state < Math.min(model.size, 100_000); state++) {
    const pattern = patternOf(model, state);
    const distance = [...pattern].filter((letter, at) => letter !== wanted[at]).length;
    if (distance < least) [nearest, least] = [pattern, distance];
  }
  return nearest;
};

const chosen = <One extends string>(
  text: string,
  known: readonly One[],
  flag: string,
  noun: string,
  problems: Problem[],
): One[] =>
  listed(text).flatMap((word) => {
    const found = known.find((one) => one === word.toLowerCase());
    if (found !== undefined) return [found];
    problems.push({ code: 'settle/unknown', at: [flag], says: `“${word}” is no ${noun}. Known: ${known.join(', ')}.` });
    return [];
  });

/** Checks what is asked against the conflict: the wish, or every problem with it. */
export const checkedWish = (
  file: ConflictFile,
  words: WishWords,
): { readonly wish: CheckedWish; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const { conflict } = file;
  if (conflict.makers.every(({ prefers }) => prefers.kind === 'unknown'))
    problems.push({
      code: 'settle/no-preferences',
      at: ['makers'],
      says: 'No maker has a preference, so every state holds and nothing has to change. Give “prefers”, “ranking” or “weights”.',
    });
  const state = wantedState(file, words.state, problems);
  const [concept = 'nash'] = chosen(words.concept, CONCEPTS, '--concept', 'solution concept', problems);
  const [rule = 'legal'] = chosen(words.rule, SANCTION_RULES, '--rule', 'sanction rule', problems);
  const most = Number(words.most);
  if (!Number.isInteger(most) || most < 1 || most > 4)
    problems.push({
      code: 'settle/most',
      at: ['--most'],
      says: `“${words.most}” is no number of changes. Write 1, 2, 3 or 4.`,
    });
  const kinds =
    words.kinds === undefined ? CHANGE_KINDS : chosen(words.kinds, CHANGE_KINDS, '--kinds', 'kind of change', problems);
  const ids = conflict.makers.map(({ id }) => String(id));
  const makers =
    words.makers === undefined
      ? undefined
      : chosen(words.makers, ids, '--makers', 'decision maker', problems).map((id) => ids.indexOf(id));
  return { wish: { state, concept, rule, most, all: words.all, kinds, ...(makers && { makers }) }, problems };
};
