import type { Conflict } from '../conflict/conflict.ts';
import { optionPlaces } from '../conflict/space.ts';
import { codeOf, patternOfCode, stateOf } from '../conflict/state-space.ts';
import { type GraphModel, rerank } from '../stability/graph-model.ts';
import type { Concept, SanctionRule } from '../vocabulary.ts';
import { type Change, changedPreference, isCommitment, type PreferenceChange } from './change.ts';
import { committed, keptRanks } from './commitment.ts';
import { type Access, accessTo, type Effect, effectOf, equilibriumCodes } from './effect.ts';
import { type MinimalChanges, minimalChanges, type Wish } from './minimal-change.ts';
import { ranksUnder } from './variant.ts';

/** One set of changes with what else it does. */
export interface Settlement {
  readonly changes: readonly Change[];
  readonly effect: Effect;
}

/** What it would take for a wanted state to hold. */
export interface SettlementAnswer extends Omit<MinimalChanges, 'sets'> {
  readonly wanted: string;
  readonly concept: Concept;
  readonly rule: SanctionRule;
  /** Smallest first; of equal size, those that unsettle the fewest other states first. */
  readonly settlements: readonly Settlement[];
  /** How many sets were found; more than `settlements` when there are too many to follow up each. */
  readonly found: number;
  /** Where the state stands now. */
  readonly access: Access;
  /** Equilibria as things are, as patterns. */
  readonly equilibria: readonly string[];
}

/** How many sets are followed up with their effects. */
export const FOLLOWED = 500;

/** A model after a set of changes. */
export const changedModel = (conflict: Conflict, model: GraphModel, changes: readonly Change[]): GraphModel => {
  const restricted = committed(model, optionPlaces(conflict), changes.filter(isCommitment));
  const ranks = model.makers.map((_, maker) => {
    const own = changes.filter((change): change is PreferenceChange => !isCommitment(change) && change.maker === maker);
    if (own.length === 0) return restricted.model.ranks[maker] ?? new Uint32Array();
    const preference = changedPreference(conflict.makers[maker]?.prefers ?? { kind: 'unknown' }, own);
    return keptRanks(ranksUnder(conflict, model, maker, preference), restricted);
  });
  return rerank(restricted.model, ranks);
};

/**
 * What it would take for a state to hold: the minimal sets of changes, each with the equilibria that it makes and unmakes and whether
 * the state could then be reached from the status quo.
 */
export function* settle(
  conflict: Conflict,
  model: GraphModel,
  wish: Wish,
): Generator<{ readonly tried: number; readonly size: number }, SettlementAnswer, boolean | undefined> {
  const { state, concept, rule = 'legal' } = wish;
  const { sets, ...rest } = yield* minimalChanges(conflict, model, wish);
  const code = codeOf(model, state);
  const before = equilibriumCodes(model, concept, rule);
  const followed = sets.slice(0, FOLLOWED).map((changes) => ({
    changes,
    effect: effectOf(before, changedModel(conflict, model, changes), code, concept, rule),
  }));
  const upset = ({ effect }: Settlement) => effect.gained.length + effect.lost.length;
  return {
    ...rest,
    wanted: patternOfCode(model.optionCount, code),
    concept,
    rule,
    settlements: followed.sort((one, other) => one.changes.length - other.changes.length || upset(one) - upset(other)),
    found: sets.length,
    access: accessTo(model, stateOf(model, code)),
    equilibria: before.map((each) => patternOfCode(model.optionCount, each)),
  };
}
