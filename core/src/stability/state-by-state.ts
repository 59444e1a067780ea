import type { SanctionRule } from '../vocabulary.ts';
import type { GraphModel } from './graph-model.ts';
import { StateSet } from './state-set.ts';
import type { Maker, Stability } from './verdict.ts';

/** How many states are looked at between two yields. */
const STRIDE = 1024;

/** The states that are stable for one maker, one by one from the definition. @yields now and then */
export function* stateByState(
  model: GraphModel,
  stability: Stability,
  maker: Maker,
  rule: SanctionRule,
): Generator<void, StateSet> {
  const stable = new StateSet(model.size);
  for (let state = 0; state < model.size; state++) {
    if (state % STRIDE === STRIDE - 1) yield;
    if (stability(model, maker, state, rule).stable) stable.add(state);
  }
  return stable;
}

/** The states that are stable for one maker, one by one from the definition. */
export const statesStableBy = (model: GraphModel, stability: Stability, maker: Maker, rule: SanctionRule): StateSet => {
  const run = stateByState(model, stability, maker, rule);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
};
