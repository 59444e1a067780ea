import { type Concept, SANCTION_RULES, type SanctionRule } from '../vocabulary.ts';
import { analysis } from './analysis.ts';
import type { Analysis, State } from './verdict.ts';

/** What another sanction rule would make of the equilibria under one concept. */
export interface RuleDifference {
  readonly rule: SanctionRule;
  readonly concept: Concept;
  /** States that would be equilibria as well. */
  readonly gained: readonly State[];
  /** States that would not be equilibria any more. */
  readonly lost: readonly State[];
}

/** Up to so many states times makers the other rules are tried as well. */
const MOST_TRIED = 2 ** 14;

/**
 * Where another sanction rule would change an equilibrium. With one or two makers none does: a lone opponent has one move under each.
 *
 * @returns the differences, or undefined when the conflict is too large for the rules to be compared
 */
export const ruleDifferences = (done: Analysis): readonly RuleDifference[] | undefined => {
  const { model, concepts, rule } = done;
  const bearing = concepts.filter((concept) => concept !== 'nash');
  if (model.makers.length < 3 || bearing.length === 0) return [];
  if (model.size * model.makers.length > MOST_TRIED) return undefined;
  return SANCTION_RULES.filter((other) => other !== rule).flatMap((other) => {
    const tried = analysis(model, { concepts: bearing, rule: other });
    return bearing.flatMap((concept) => {
      const [here, there] = [done.equilibria[concept], tried.equilibria[concept]];
      if (!here || !there || here.equals(there)) return [];
      return [{ rule: other, concept, gained: [...there.minus(here)], lost: [...here.minus(there)] }];
    });
  });
};
