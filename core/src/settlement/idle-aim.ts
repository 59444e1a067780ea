import type { Conflict } from '../conflict/conflict.ts';
import { optionPlaces } from '../conflict/space.ts';
import { codeOf } from '../conflict/state-space.ts';
import { truth } from '../preference/truth.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { changedPreference } from './change.ts';
import { ranksUnder } from './variant.ts';

/**
 * An aim that tells no two states apart: it holds in every feasible state (`always`), in none (`never`), or the other aims order
 * the states alike without it (`settled`), as where it contradicts or repeats a higher one.
 */
export interface IdleAim {
  readonly maker: number;
  /** Its place among all of the maker's aims. */
  readonly aim: number;
  readonly how: 'always' | 'never' | 'settled';
}

/**
 * The aims that decide nothing in a conflict as it stands.
 *
 * Cost: one ranking of the states an aim
 */
export const idleAims = (conflict: Conflict, model: GraphModel): readonly IdleAim[] => {
  const optionAt = optionPlaces(conflict);
  return conflict.makers.flatMap(({ prefers }, maker) => {
    if (prefers.kind !== 'statements') return [];
    return prefers.groups.flat().flatMap(({ that }, aim): IdleAim[] => {
      const holdsIn = truth(that, optionAt);
      let held = 0;
      for (let state = 0; state < model.size; state++) {
        const code = codeOf(model, state);
        held += (holdsIn(code >>> 5) >>> (code & 31)) & 1;
      }
      if (held === model.size) return [{ maker, aim, how: 'always' }];
      if (held === 0) return [{ maker, aim, how: 'never' }];
      const without = ranksUnder(conflict, model, maker, changedPreference(prefers, [{ kind: 'drop', maker, aim }]));
      const own = model.ranks[maker];
      return own?.every((rank, state) => rank === without[state]) ? [{ maker, aim, how: 'settled' }] : [];
    });
  });
};
