import { codeOf, type State, stateOf } from '../conflict/state-space.ts';
import { analysis } from '../stability/analysis.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { groupMoves } from '../stability/legal-move.ts';
import type { Concept, SanctionRule } from '../vocabulary.ts';

/** How a state can be come to from the status quo. */
export type Access = 'status-quo' | 'by-improvements' | 'by-moves' | 'not-reachable' | 'status-quo-unknown';

/** What else a set of changes does. States are codes, for a commitment may take states away. */
export interface Effect {
  /** Equilibria under the concept that were none before. */
  readonly gained: readonly number[];
  /** Equilibria before that are none now. */
  readonly lost: readonly number[];
  /** How the wanted state can be come to from the status quo after the changes. */
  readonly access: Access;
}

/** The codes of the equilibria of a model. */
export const equilibriumCodes = (model: GraphModel, concept: Concept, rule: SanctionRule): number[] =>
  [...(analysis(model, { concepts: [concept], rule }).equilibria[concept] ?? [])].map((state) => codeOf(model, state));

/**
 * How a state can be come to from the status quo: by improvements alone, each maker gaining by its step, or by any moves. Both
 * by legal sequences of all makers.
 */
export const accessTo = (model: GraphModel, state: State): Access => {
  const from = model.statusQuo;
  if (from === undefined) return 'status-quo-unknown';
  if (from === state) return 'status-quo';
  const everybody = model.makers.map((_, maker) => maker);
  for (const improving of [true, false])
    for (const reached of groupMoves(model, everybody, from, 'legal', improving))
      if (reached.state === state) return improving ? 'by-improvements' : 'by-moves';
  return 'not-reachable';
};

/** What a set of changes does to the other states, and whether the wanted one can then be come to. */
export const effectOf = (
  before: readonly number[],
  after: GraphModel,
  wantedCode: number,
  concept: Concept,
  rule: SanctionRule,
): Effect => {
  const now = equilibriumCodes(after, concept, rule);
  return {
    gained: now.filter((code) => !before.includes(code)),
    lost: before.filter((code) => !now.includes(code)),
    access: accessTo(after, stateOf(after, wantedCode)),
  };
};
