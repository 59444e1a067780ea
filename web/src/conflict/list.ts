import { optionPlaces } from '@entente/core/conflict/space';
import { codeOf, type State } from '@entente/core/conflict/state-space';
import { readFormula } from '@entente/core/preference/read-formula';
import { truth } from '@entente/core/preference/truth';
import { type StateEntry, stateEntry } from '@entente/core/report/model';
import type { Concept } from '@entente/core/vocabulary';
import type { Subject } from './examine.ts';

/** Which states a page asks for. */
export interface StatesWish {
  /** Those that hold under this concept, and the status quo; under any where it is left out. */
  readonly concept?: Concept;
  /** Also those that hold under none. */
  readonly all: boolean;
  /** A formula that they fulfil; all where it is empty. */
  readonly where: string;
  readonly from: number;
}

/** A page of states with what was asked for. */
export interface StatesPage {
  readonly wish: StatesWish;
  readonly rows: readonly StateEntry[];
  readonly total: number;
}

/** So many states a page. */
export const PAGE = 25;

/**
 * A page of the states asked for: those that hold first, the others in the order of their patterns.
 *
 * Cost: O(states) where a formula or all states are asked for, else O(states that hold)
 */
export const statesListed = ({ conflict, done, holding }: Subject, wish: StatesWish): StatesPage => {
  const { model, equilibria } = done;
  const { concept, where, all, from } = wish;
  const optionAt = optionPlaces(conflict);
  const read = where.trim() === '' ? undefined : readFormula(where, new Set(optionAt.keys()), []);
  const true32 = read?.ok ? truth(read.value, optionAt) : undefined;
  const fits = (state: State): boolean => {
    if (true32 === undefined) return true;
    const code = codeOf(model, state);
    return ((true32(code >>> 5) >>> (code & 31)) & 1) === 1;
  };
  const held = (state: State): boolean =>
    concept === undefined || state === model.statusQuo || equilibria[concept]?.has(state) === true;
  const rows: State[] = [];
  let total = 0;
  const take = (state: State): void => {
    if (total >= from && rows.length < PAGE) rows.push(state);
    total += 1;
  };
  for (const state of holding) if (held(state) && fits(state)) take(state);
  if (all) {
    const known = new Set(holding.filter(held));
    for (let state = 0; state < model.size; state++) if (!known.has(state) && fits(state)) take(state);
  }
  return { wish, rows: rows.map((state) => stateEntry(done, state)), total };
};
