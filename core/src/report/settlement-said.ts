import type { Conflict } from '../conflict/conflict.ts';
import { patternOfCode } from '../conflict/state-space.ts';
import { type Change, isFormal } from '../settlement/change.ts';
import type { Side } from '../settlement/factored.ts';
import type { SettlementAnswer, SettlementGroup } from '../settlement/settle.ts';
import type { StatementId } from '../vocabulary.ts';
import { accessWords, changeInWords, changesInWords, evidenceOf } from './settlement-words.ts';
import { CONCEPT_NAMES } from './verdict-words.ts';
import { capital, listed, spelled, withArticle } from './words.ts';

/** One way for one side to make its part of a settlement true. */
export interface WaySaid {
  readonly says: string;
  /** It changes the form of the model alone; no source bears it. */
  readonly formal: boolean;
  /** The statements that it touches. */
  readonly because: readonly StatementId[];
}

/** Changes that together make the wanted state hold: one of each side's ways. */
export interface GroupSaid {
  readonly sides: readonly { readonly who: string; readonly ways: readonly WaySaid[]; readonly more: number }[];
  readonly count: number;
  readonly ways: number;
  /** What else it does, in sentences. */
  readonly effects: readonly string[];
}

/** What would have to change for a state to hold, in words. */
export interface SettlementSaid {
  readonly wanted: string;
  readonly already: boolean;
  /** What came of it, in one sentence or two. */
  readonly says: readonly string[];
  readonly groups: readonly GroupSaid[];
  readonly more: number;
}

const GROUPS = 12;
const WAYS = 6;

const waySaid = (conflict: Conflict, changes: readonly Change[]): WaySaid => ({
  says: changes.map((change) => changeInWords(conflict, change)).join('; and '),
  formal: changes.some(isFormal),
  because: [...new Set(changes.flatMap((change) => evidenceOf(conflict, change)))],
});

const sideSaid = (conflict: Conflict, { maker, alternatives }: Side): GroupSaid['sides'][number] => ({
  who: maker === 'commitments' ? '' : capital(withArticle(conflict.makers[maker]?.name ?? '')),
  ways: alternatives.slice(0, WAYS).map((changes) => waySaid(conflict, changes)),
  more: Math.max(0, alternatives.length - WAYS),
});

const effectsSaid = (conflict: Conflict, { effect }: SettlementGroup, wanted: string): readonly string[] => {
  const options = conflict.makers.flatMap(({ options: own }) => own).length;
  const some = (codes: readonly number[]): readonly string[] => {
    const patterns = codes.map((code) => patternOfCode(options, code)).filter((pattern) => pattern !== wanted);
    return patterns.length > 6 ? [...patterns.slice(0, 6), `${patterns.length - 6} more`] : patterns;
  };
  const [gained, lost] = [some(effect.gained), some(effect.lost)];
  return [
    ...(gained.length > 0 ? [`It would make ${listed(gained)} hold as well.`] : []),
    ...(lost.length > 0 ? [`${capital(listed(lost))} would no longer hold.`] : []),
    ...(gained.length + lost.length === 0 ? ['It would change no other state.'] : []),
    accessWords(effect.access),
  ];
};

const cameOfIt = (conflict: Conflict, answer: SettlementAnswer): readonly string[] => {
  const { wanted, concept, exhaustiveTo, sets, nearest } = answer;
  const under = CONCEPT_NAMES[concept];
  if (answer.already)
    return [`With these preferences ${wanted} holds already under ${under}. ${accessWords(answer.access)}`];
  const [smallest] = sets;
  if (smallest !== undefined)
    return [
      `${wanted} would hold under ${under} after ${spelled(smallest.length, 'change')}, in ${sets.length === 1 ? 'one way' : `${sets.length.toLocaleString('en-US')} ways`}. Every set of at most ${spelled(exhaustiveTo, 'change')} was tried, so no smaller one is left out.`,
    ];
  if (exhaustiveTo === 0) return ['Stopped before any set of changes was tried to the end.'];
  const near = nearest?.unstable.map((maker) => withArticle(conflict.makers[maker]?.name ?? '')) ?? [];
  const as =
    nearest === undefined || nearest.changes.length === 0
      ? 'As things are'
      : `Nearest: if ${changesInWords(conflict, nearest.changes)}`;
  return [
    `No set of at most ${spelled(exhaustiveTo, 'change')} makes ${wanted} hold under ${under}.`,
    ...(near.length > 0 ? [`${as}, ${listed(near)} would still leave it.`] : []),
  ];
};

/** The answer to “what would have to change” in words, its parts with the statements that they touch. */
export const settlementSaid = (conflict: Conflict, answer: SettlementAnswer): SettlementSaid => ({
  wanted: answer.wanted,
  already: answer.already,
  says: cameOfIt(conflict, answer),
  groups: answer.groups.slice(0, GROUPS).map((group) => ({
    sides: group.sides.map((side) => sideSaid(conflict, side)),
    count: group.first.length,
    ways: group.ways,
    effects: effectsSaid(conflict, group, answer.wanted),
  })),
  more: Math.max(0, answer.groupCount - GROUPS),
});
