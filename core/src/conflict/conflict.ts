import type { Formula, Preference } from '../preference/preference.ts';
import type { ActorId, Edtf, MakerId, OptionId, StatementId } from '../vocabulary.ts';

/** Which way an option can be moved: taken and undone, only taken, or only undone. */
export type Moves = 'both' | 'forward' | 'backward';

/** Something a decision maker can do or leave. */
export interface Option {
  readonly id: OptionId;
  readonly name: string;
  readonly moves: Moves;
  readonly because: readonly StatementId[];
  readonly note?: string;
}

/** One who moves in a conflict. Linked to the actor who speaks in documents, never the same thing. */
export interface DecisionMaker {
  readonly id: MakerId;
  readonly name: string;
  readonly actor?: ActorId;
  readonly options: readonly Option[];
  readonly prefers: Preference;
  readonly note?: string;
}

/** The textbook ways to rule combinations out, as a file may write them instead of a formula. */
export type InfeasibleKind =
  | { readonly kind: 'mutually-exclusive' | 'at-least-one-of' | 'exactly-one-of'; readonly of: readonly string[] }
  | { readonly kind: 'requires'; readonly option: string; readonly requires: string }
  /** Patterns; `-` stands for either letter. */
  | { readonly kind: 'states'; readonly patterns: readonly string[] };

/** Combinations of options that cannot be. */
export interface Infeasible {
  readonly when: Formula;
  /** As it was typed, for people. */
  readonly text: string;
  /** How it was written, when not as a formula; `when` says the same. */
  readonly written?: InfeasibleKind;
  readonly why?: string;
  readonly because: readonly StatementId[];
  readonly note?: string;
}

/** States that nobody can or need tell apart, made one. */
export interface Coalesced {
  readonly when: Formula;
  readonly text: string;
  /** The pattern that stands for them all; needed when they differ in somebody's preference. */
  readonly as?: string;
  readonly why?: string;
  readonly note?: string;
}

/** A move that no option implies, open to each of `by` on its own, beside the moves they have otherwise. */
export interface CommonMove {
  readonly by: readonly MakerId[];
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

/**
 * A conflict in option form: the Graph Model for Conflict Resolution (GMCR).
 *
 * Unit: a state is written as a pattern, one `Y` (taken) or `N` (not taken) per option, options in file order.
 */
export interface Conflict {
  readonly title: string;
  readonly note?: string;
  readonly asOf?: Edtf;
  readonly makers: readonly DecisionMaker[];
  readonly infeasible: readonly Infeasible[];
  /** The feasible states, when listed instead of implied. */
  readonly states?: readonly string[];
  /** A maker's moves as pairs of patterns from–to, when listed instead of implied by its options. */
  readonly moves?: ReadonlyMap<MakerId, readonly (readonly [string, string])[]>;
  readonly commonMoves?: readonly CommonMove[];
  readonly coalesced?: readonly Coalesced[];
  readonly statusQuo?: string;
}
