import type { Figure } from '@entente/core/chronicle/event';
import type { ConditionKind } from '@entente/core/statement/statement';
import type { Stance } from '@entente/core/vocabulary';

/** Inflection of the first word of a verb phrase. */
export type Form = 'base' | 's' | 'past' | 'participle' | 'ing';

/** Words by which an actor takes, withholds or weighs a position, in one inflection. */
export interface Cue {
  readonly words: string;
  readonly form: Form;
  readonly lemma: string;
  readonly kind: 'verb' | 'adjective' | 'noun' | 'judgement' | 'act';
  readonly stance: Exclude<Stance, 'conditional'>;
  /** What follows: o noun phrase, g -ing form, t to + verb, c clause, a somebody + to + verb. */
  readonly follows: string;
  /** Says a position; only its negation counts. */
  readonly withholds: boolean;
}

export interface StateEntry {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly metonyms: readonly string[];
  readonly people: readonly string[];
  /** Last year of a state that is no more. */
  readonly until?: string;
  /** What its names mean in the years before. */
  readonly before?: { readonly year: number; readonly state: string };
}

export interface BodyEntry {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly kind: 'organisation' | 'medium' | 'body' | 'group';
  /** The state or body it belongs to. */
  readonly part?: string;
  /** The state in which it acts, without being of it. */
  readonly where?: string;
  readonly voice?: 'agency' | 'outlet';
}

/** A person known to act for a state or body. */
export interface PersonEntry {
  readonly name: string;
  readonly of: string;
  /** The last word alone is enough. */
  readonly short?: boolean;
}

/** Two states that a compass point tells apart. */
export interface Halves {
  readonly plural: string;
  readonly north?: string;
  readonly south?: string;
  readonly east?: string;
  readonly west?: string;
}

export interface Reporting {
  readonly words: string;
  readonly form: Form;
  readonly lemma: string;
}

export interface Connective {
  readonly words: string;
  readonly kind: ConditionKind;
}

/** What a verb does to the thing it names: end it or keep it. */
export interface Direction {
  readonly words: string;
  readonly way: 'ends' | 'keeps';
}

export interface Approximation {
  readonly words: string;
  readonly qualifier: NonNullable<Figure['qualifier']>;
}
