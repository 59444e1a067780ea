import type { Actor } from '@entente/core/statement/codebook';
import type { Approximation, Connective, Cue, Reporting } from './types.ts';

/** Words that a dossier adds to the shipped lexicon, or takes out of it, ready to be looked up. */
export interface Extension {
  /** Actors that the reader knows by name; they enter the codebook when a suggestion names them. */
  readonly actors: readonly Actor[];
  /** What a medium among the actors is. */
  readonly voices: ReadonlyMap<string, 'agency' | 'outlet'>;
  readonly titles: readonly string[];
  readonly cues: readonly Cue[];
  readonly reporting: readonly Reporting[];
  /** Words before a source: “according to”. */
  readonly sources: readonly string[];
  readonly conditions: readonly Connective[];
  readonly reasons: readonly string[];
  readonly forecasts: readonly string[];
  readonly qualifiers: readonly Approximation[];
  readonly happenings: readonly string[];
  /** Entries of the shipped lexicon that are left out, in every form. */
  readonly without: readonly string[];
}

export const NO_EXTENSION: Extension = {
  actors: [],
  voices: new Map(),
  titles: [],
  cues: [],
  reporting: [],
  sources: [],
  conditions: [],
  reasons: [],
  forecasts: [],
  qualifiers: [],
  happenings: [],
  without: [],
};

type Undo = () => void;
type Extend = (extension: Extension) => Undo;

const tables: Extend[] = [];

/** Enters a table of the reader among those that an extension reaches; `extend` gives back what takes the words out again. */
export const extensible = (extend: Extend): void => void tables.push(extend);

/** Puts words into a set; gives back what takes those out that were not there. */
export const enter = (set: Set<string>, words: Iterable<string>): Undo => {
  const fresh = [...words].filter((word) => !set.has(word));
  for (const word of fresh) set.add(word);
  return () => {
    for (const word of fresh) set.delete(word);
  };
};

/** Does some work with the words of an extension in all tables, and takes them out again, also when the work fails. The work must not wait. */
export const extended = <Answer>(extension: Extension | undefined, work: () => Answer): Answer => {
  if (extension === undefined) return work();
  const undo: Undo[] = [];
  try {
    for (const extend of tables) undo.push(extend(extension));
    return work();
  } finally {
    for (const one of undo.reverse()) one();
  }
};
