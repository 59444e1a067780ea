import type { Conflict } from '../conflict/conflict.ts';
import { patternOf, patternOfCode } from '../conflict/state-space.ts';
import { writeFormula } from '../preference/write-formula.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import type { Ground, Rest } from './rests-on.ts';
import { type Robustness, surest } from './robustness.ts';

const writtenGround = (conflict: Conflict, ground: Ground) =>
  ground.kind === 'origin'
    ? ground
    : {
        kind: ground.kind,
        maker: conflict.makers[ground.maker]?.id ?? '',
        that: writeFormula(ground.statement.that),
        because: ground.statement.because,
      };

/** How sure the equilibria are and what they rest on, as plain data for `--json`. States that are nowhere one are left out. */
export const writeSureness = (
  conflict: Conflict,
  model: GraphModel,
  { sureness, ...head }: Robustness,
  rests: readonly Rest[],
) => {
  const patterns = (codes: readonly number[]) => codes.map((code) => patternOfCode(model.optionCount, code));
  return {
    conflict: conflict.title,
    ...head,
    sureness: sureness.map((one) => ({
      concept: one.concept,
      rule: one.rule,
      exact: one.exact,
      states: surest(one).map((state) => ({
        state: patternOf(model, state),
        share: one.shares[state] ?? 0,
        ...(one.low && one.high && { interval: [one.low[state] ?? 0, one.high[state] ?? 1] }),
      })),
    })),
    restsOn: rests.map(({ ground, gained, lost }) => ({
      ground: writtenGround(conflict, ground),
      gained: patterns(gained),
      lost: patterns(lost),
    })),
  };
};
