import type { ByMaker, Concept } from '../vocabulary.ts';

/** A feasible combination of options, by its place in `GraphModel` order. */
export type State = number;

/** A decision maker, by its place in the conflict. */
export type Maker = number;

/**
 * What the opponents answer to one improvement: the state they reach, and how.
 * Under SMR `noEscape` says that from the sanction the maker reaches nothing that it prefers to where it stood.
 */
export interface Answer {
  readonly improvement: State;
  readonly sanction: State;
  /** The opponents' moves from the improvement to the sanction. */
  readonly path: readonly { readonly maker: Maker; readonly to: State }[];
}

/** Whether a state is stable for one maker under one concept, with its witness. */
export type Verdict =
  | { readonly stable: true; readonly because: readonly Answer[] }
  | { readonly stable: false; readonly escape: State };

/** All verdicts on a conflict. Patterns are in feasible-state order. */
export interface Analysis {
  readonly concepts: readonly Concept[];
  readonly states: readonly string[];
  /** Ranks by maker and state: 1 worst, larger preferred, equal indifferent (dense). */
  readonly ranks: ByMaker<ArrayLike<number>>;
  /** By concept, maker and state: 1 stable, 0 not. */
  readonly stable: Readonly<Partial<Record<Concept, ByMaker<Uint8Array>>>>;
  /** By concept: the states stable for all makers. */
  readonly equilibria: Readonly<Partial<Record<Concept, readonly State[]>>>;
}
