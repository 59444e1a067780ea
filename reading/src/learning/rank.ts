import type { Statement } from '@entente/core/statement/statement';
import { because, learn, sureness } from './model.ts';
import { type Decision, traitsOf } from './suggestion.ts';

/** A suggestion after what was learnt. */
export interface Ranked {
  readonly statement: Statement;
  /** Sureness as shipped. */
  readonly shipped: number;
  /** Why it moved. */
  readonly because?: string;
}

/**
 * Suggestions with the sureness that the decisions of a dossier give them, the surest first; of the same sureness in the order given.
 * Without decisions order and sureness stay as they are.
 */
export const ranked = (suggestions: readonly Statement[], decisions: readonly Decision[]): Ranked[] => {
  const learned = learn(decisions);
  if (learned.decisions === 0)
    return suggestions.map((statement) => ({ statement, shipped: statement.confidence ?? 0 }));
  return suggestions
    .map((statement) => {
      const traits = traitsOf(statement);
      const why = because(traits, learned);
      return {
        statement: { ...statement, confidence: Math.round(sureness(traits, learned) * 1000) / 1000 },
        shipped: traits.confidence,
        ...(why === undefined ? {} : { because: why }),
      };
    })
    .sort((a, b) => (b.statement.confidence ?? 0) - (a.statement.confidence ?? 0));
};

/** Suggestions that nobody has decided on yet: none that overlaps a decided statement of the same actor, issue and document. */
export const undecided = (suggestions: readonly Statement[], known: readonly Statement[]): Statement[] =>
  suggestions.filter(
    (one) =>
      !known.some(
        (other) =>
          other.passage.document === one.passage.document &&
          other.actor === one.actor &&
          other.issue === one.issue &&
          other.passage.start < one.passage.end &&
          one.passage.start < other.passage.end,
      ),
  );
