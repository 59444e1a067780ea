import type { OptionId, StatementId } from '../vocabulary.ts';

/** A statement over options: true or false in each state. `Q if P` is the implication, true when P is false. */
export type Formula =
  | { readonly kind: 'option'; readonly option: OptionId }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] }
  | { readonly kind: 'if'; readonly that: Formula; readonly when: Formula }
  | { readonly kind: 'iff'; readonly left: Formula; readonly right: Formula };

/** What an analyst takes a decision maker to want, with the statements that bear it or the mark that it is assumed. */
export interface PreferenceStatement {
  readonly that: Formula;
  /** As it was typed, for people. */
  readonly text: string;
  readonly because: readonly StatementId[];
  readonly assumed: boolean;
  readonly note?: string;
}

/**
 * What a decision maker prefers, by one of three methods.
 *
 * Unit: ordinal only. `statements` are most important first, statement j of k worth 2^(k-j); statements in one inner group are of equal
 * priority. `ranking` is best first, ties grouped, states as patterns. `weights` are summed over the options taken.
 */
export type Preference =
  | { readonly kind: 'statements'; readonly groups: readonly (readonly PreferenceStatement[])[] }
  | { readonly kind: 'ranking'; readonly tiers: readonly (readonly string[])[] }
  | { readonly kind: 'weights'; readonly weights: ReadonlyMap<OptionId, number> }
  | { readonly kind: 'unknown' };
