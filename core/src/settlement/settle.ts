import type { Conflict } from '../conflict/conflict.ts';
import { optionPlaces } from '../conflict/space.ts';
import { codeOf, patternOfCode } from '../conflict/state-space.ts';
import { type GraphModel, rerank } from '../stability/graph-model.ts';
import type { Concept, SanctionRule } from '../vocabulary.ts';
import { type Change, changedPreference, isCommitment, type PreferenceChange } from './change.ts';
import { committed, keptRanks } from './commitment.ts';
import { type Access, accessTo, type Effect, effectOf, equilibriumCodes } from './effect.ts';
import { type Factored, factored } from './factored.ts';
import { type MinimalChanges, minimalChanges, type Wish } from './minimal-change.ts';
import { ranksUnder } from './variant.ts';

/** One set of changes with what else it does. */
export interface Settlement {
  readonly changes: readonly Change[];
  readonly effect: Effect;
}

/** Sets of changes that multiply out, with what the first of them does. */
export interface SettlementGroup extends Factored {
  readonly effect: Effect;
}

/** What it would take for a wanted state to hold. */
export interface SettlementAnswer extends MinimalChanges {
  readonly wanted: string;
  readonly concept: Concept;
  readonly rule: SanctionRule;
  /** The sets put together where they multiply out; followed up as far as `FOLLOWED`. */
  readonly groups: readonly SettlementGroup[];
  /** How many groups there are in all. */
  readonly groupCount: number;
  /** Where the state stands now. */
  readonly access: Access;
  /** Equilibria as things are, as patterns. */
  readonly equilibria: readonly string[];
}

/** How many groups are followed up with their effects. */
export const FOLLOWED = 200;

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
 * What it would take for a state to hold: the minimal sets of changes, with the equilibria that they make and unmake and whether the
 * state could then be reached from the status quo.
 */
export function* settle(
  conflict: Conflict,
  model: GraphModel,
  wish: Wish,
): Generator<{ readonly tried: number; readonly size: number }, SettlementAnswer, boolean | undefined> {
  const { state, concept, rule = 'legal' } = wish;
  const changes = yield* minimalChanges(conflict, model, wish);
  const code = codeOf(model, state);
  const before = equilibriumCodes(model, concept, rule);
  const groups = factored(changes.sets);
  return {
    ...changes,
    wanted: patternOfCode(model.optionCount, code),
    concept,
    rule,
    groups: groups.slice(0, FOLLOWED).map((group) => ({
      ...group,
      effect: effectOf(before, changedModel(conflict, model, group.first), code, concept, rule),
    })),
    groupCount: groups.length,
    access: accessTo(model, state),
    equilibria: before.map((each) => patternOfCode(model.optionCount, each)),
  };
}
