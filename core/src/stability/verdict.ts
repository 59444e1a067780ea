import type { Maker, State } from '../conflict/state-space.ts';
import type { Concept, SanctionRule } from '../vocabulary.ts';
import type { GraphModel } from './graph-model.ts';
import type { StateSet } from './state-set.ts';

export type { Maker, State } from '../conflict/state-space.ts';

/** One move of a sequence: who moves, and where that leads. */
export interface Step {
  readonly maker: Maker;
  readonly to: State;
}

/**
 * What the opponents answer to one improvement: the state that they reach, no better for the maker than where it stood, and how.
 * Under SMR and symmetric sequential stability the maker has no way out of that state either.
 */
export interface Answer {
  readonly improvement: State;
  readonly sanction: State;
  /** The opponents' moves from the improvement to the sanction; the last leads to the sanction. */
  readonly path: readonly Step[];
  /** The opponents do not answer but move at the same moment: every step is one of theirs from where the maker stands. */
  readonly atOnce?: true;
}

/**
 * Whether a state is stable for one maker under one concept, with its witness: a sanction to each improvement (none when there
 * is no improvement), or an improvement that nobody can answer. Where opponents have an answer that the maker can evade, as
 * under SMR, `evaded` holds the first such answer and the maker's way out.
 */
export type Verdict =
  | { readonly stable: true; readonly because: readonly Answer[] }
  | { readonly stable: false; readonly escape: State; readonly evaded?: Answer & { readonly counter: State } };

/** A concept as a definition: is this state stable for this maker? */
export type Stability = (model: GraphModel, maker: Maker, state: State, rule?: SanctionRule) => Verdict;

/** All verdicts on a conflict, without their witnesses; ask a definition for those. */
export interface Analysis {
  readonly model: GraphModel;
  readonly concepts: readonly Concept[];
  readonly rule: SanctionRule;
  /** By concept and maker: the states that are stable for it. */
  readonly stable: Readonly<Partial<Record<Concept, readonly StateSet[]>>>;
  /** By concept: the states that are stable for all makers. */
  readonly equilibria: Readonly<Partial<Record<Concept, StateSet>>>;
}
