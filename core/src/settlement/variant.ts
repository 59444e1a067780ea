import type { Conflict } from '../conflict/conflict.ts';
import { rankStates } from '../conflict/rank-states.ts';
import { optionPlaces } from '../conflict/space.ts';
import type { StateSpace } from '../conflict/state-space.ts';
import type { Preference } from '../preference/preference.ts';
import { changedPreference, type PreferenceChange } from './change.ts';

/** One order of the states for a maker, and every set of changes of one size that gives it. */
export interface Variant {
  readonly ranks: Uint32Array;
  readonly sets: PreferenceChange[][];
}

/** FNV-1a over ranks, to sort them into buckets; equality is tested on the ranks themselves. */
const hashOf = (ranks: Uint32Array): number => {
  let hash = 0x811c9dc5;
  for (const rank of ranks) hash = Math.imul(hash ^ rank, 0x01000193);
  return hash >>> 0;
};

const same = (one: Uint32Array, other: Uint32Array) => one.every((rank, at) => rank === other[at]);

/** Different orders of the states, each kept once. */
export class Orders<Entry extends { readonly ranks: Uint32Array }> {
  readonly #buckets = new Map<number, Entry[]>();

  /** The entry with these ranks, made by `made` when there is none yet. */
  entry(ranks: Uint32Array, made: () => Entry): Entry {
    const hash = hashOf(ranks);
    const bucket = this.#buckets.get(hash) ?? [];
    this.#buckets.set(hash, bucket);
    const known = bucket.find((entry) => same(entry.ranks, ranks));
    if (known) return known;
    const entry = made();
    bucket.push(entry);
    return entry;
  }

  entries(): Entry[] {
    return [...this.#buckets.values()].flat();
  }
}

/** Whether two changes of one maker can stand together: not two fates for one aim, not the same change twice. */
export const compatible = (one: PreferenceChange, other: PreferenceChange): boolean => {
  if (one.kind === 'add' || other.kind === 'add')
    return one.kind !== 'add' || other.kind !== 'add' || one.statement !== other.statement;
  if (one.aim !== other.aim) return true;
  if (one.kind === 'drop' || other.kind === 'drop') return false;
  return one.kind !== other.kind;
};

/** Every set of `size` changes out of a list that can stand together, each once, in the order of the list. */
export function* changeSets<One>(
  changes: readonly One[],
  size: number,
  fits: (one: One, other: One) => boolean,
  from = 0,
  chosen: readonly One[] = [],
): Generator<One[]> {
  if (size === 0) {
    yield [...chosen];
    return;
  }
  for (let at = from; at + size <= changes.length; at++) {
    const change = changes[at];
    if (change === undefined || !chosen.every((other) => fits(change, other))) continue;
    yield* changeSets(changes, size - 1, fits, at + 1, [...chosen, change]);
  }
}

/** The ranks of one maker under a preference; what a reader of conflict files has let through has no problems. */
export const ranksUnder = (
  conflict: Conflict,
  space: StateSpace,
  maker: number,
  preference: Preference,
): Uint32Array => {
  const ranked = rankStates(space, optionPlaces(conflict), preference, conflict.makers[maker]?.name ?? '');
  if (!ranked.ok)
    throw new RangeError(`Preference of maker ${maker}: ${ranked.problems.map(({ says }) => says).join(' ')}`);
  return ranked.value;
};

/**
 * The different orders that a maker can be brought to by sets of exactly `size` changes.
 *
 * Cost: one ranking of all states for each set of changes
 */
export const variants = (
  conflict: Conflict,
  space: StateSpace,
  maker: number,
  changes: readonly PreferenceChange[],
  size: number,
): Variant[] => {
  const preference = conflict.makers[maker]?.prefers ?? { kind: 'unknown' };
  const orders = new Orders<Variant>();
  for (const set of changeSets(changes, size, compatible)) {
    const ranks = ranksUnder(conflict, space, maker, changedPreference(preference, set));
    orders.entry(ranks, () => ({ ranks, sets: [] })).sets.push(set);
  }
  return orders.entries();
};
