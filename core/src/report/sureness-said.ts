import type { Conflict } from '../conflict/conflict.ts';
import { patternOf } from '../conflict/state-space.ts';
import type { Rest } from '../settlement/rests-on.ts';
import { type Robustness, shareWord, surest } from '../settlement/robustness.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import type { Concept, OriginId } from '../vocabulary.ts';
import { readingsWords, restsWords } from './sureness-words.ts';

/** In how many readings a state holds. */
export interface SureState {
  readonly pattern: string;
  readonly share: number;
  /** “all”, “most”, “some”, “few”. */
  readonly word: ReturnType<typeof shareWord>;
  /** Bounds where readings were sampled. */
  readonly low?: number;
  readonly high?: number;
}

/** How sure it is that states hold, and what that rests on. */
export interface SurenessSaid {
  /** How many readings there are, and what is left open in them. */
  readonly says: string;
  readonly stopped: boolean;
  readonly concepts: readonly {
    readonly concept: Concept;
    readonly exact: boolean;
    readonly states: readonly SureState[];
    readonly more: number;
  }[];
  readonly rests: readonly string[];
}

const MOST = 8;

/** The answer to “how sure is this” for a page: the surest states of each concept, and what would change without which ground. */
export const surenessSaid = (
  conflict: Conflict,
  model: GraphModel,
  found: Robustness,
  rests: readonly Rest[],
  originName: (origin: OriginId) => string,
): SurenessSaid => ({
  says: readingsWords(found),
  stopped: found.stopped,
  concepts: found.sureness.map((one) => {
    const states = surest(one);
    return {
      concept: one.concept,
      exact: one.exact,
      states: states.slice(0, MOST).map((state) => ({
        pattern: patternOf(model, state),
        share: one.shares[state] ?? 0,
        word: shareWord(one.shares[state] ?? 0),
        ...(one.low !== undefined && { low: one.low[state] ?? 0 }),
        ...(one.high !== undefined && { high: one.high[state] ?? 1 }),
      })),
      more: Math.max(0, states.length - MOST),
    };
  }),
  rests: restsWords(conflict, model, rests, originName),
});
