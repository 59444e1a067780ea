import type { State } from '../conflict/state-space.ts';
import { analysis } from '../stability/analysis.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { CONCEPTS, type Concept, SANCTION_RULES, type SanctionRule } from '../vocabulary.ts';
import { type Access, accessTo } from './effect.ts';

/** One analysis of a past conflict, looked at with the outcome known. */
export interface BacktestCell {
  readonly concept: Concept;
  readonly rule: SanctionRule;
  /** The outcome was an equilibrium. */
  readonly hit: boolean;
  /** How many states were: a model that calls many stable hits easily. */
  readonly equilibria: number;
}

/** What a model of a past conflict said of what came about. */
export interface Backtest {
  readonly states: number;
  readonly cells: readonly BacktestCell[];
  readonly access: Access;
  /** The baseline “the status quo stays”: true when it did; undefined when the model names none. */
  readonly statusQuoStayed?: boolean;
}

/** Whether a model would have had the outcome of its conflict among its equilibria, under every concept and sanction rule. */
export const backtestOf = (model: GraphModel, outcome: State): Backtest => {
  const cells = SANCTION_RULES.flatMap((rule) => {
    const { equilibria } = analysis(model, { concepts: CONCEPTS, rule });
    return CONCEPTS.map((concept) => ({
      concept,
      rule,
      hit: equilibria[concept]?.has(outcome) ?? false,
      equilibria: equilibria[concept]?.size ?? 0,
    }));
  });
  return {
    states: model.size,
    cells,
    access: accessTo(model, outcome),
    ...(model.statusQuo !== undefined && { statusQuoStayed: model.statusQuo === outcome }),
  };
};
