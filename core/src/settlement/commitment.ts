import { codeOf, spaceOf } from '../conflict/state-space.ts';
import { truth } from '../preference/truth.ts';
import type { GraphModel, ListedMoves } from '../stability/graph-model.ts';
import type { OptionId } from '../vocabulary.ts';
import type { Commitment } from './change.ts';
import type { Structure } from './lookout.ts';

/** Ranks with the same order, dense again, 1 the worst. */
const dense = (ranks: Uint32Array): Uint32Array => {
  const order = Uint32Array.from(new Set(ranks)).sort();
  const place = new Map(Array.from(order, (rank, at) => [rank, at + 1]));
  return ranks.map((rank) => place.get(rank) ?? 0);
};

const keptMoves = (listed: ListedMoves, kept: Uint32Array, now: Int32Array): ListedMoves => {
  const starts = new Uint32Array(kept.length + 1);
  const targets: number[] = [];
  kept.forEach((state, at) => {
    for (let from = listed.starts[state] ?? 0; from < (listed.starts[state + 1] ?? 0); from++) {
      const target = now[listed.targets[from] ?? 0] ?? -1;
      if (target >= 0) targets.push(target);
    }
    starts[at + 1] = targets.length;
  });
  return { starts, targets: Uint32Array.from(targets) };
};

/** A model with some of its states alone; the places in the old one of the states that are left, ascending. */
export interface Restricted {
  readonly model: GraphModel;
  readonly kept: Uint32Array;
}

/** The model without the states that fail the test: nobody moves to them or through them. */
const restricted = (model: GraphModel, keeps: (code: number) => boolean): Restricted => {
  const kept = new Uint32Array(model.size);
  let size = 0;
  for (let state = 0; state < model.size; state++) if (keeps(codeOf(model, state))) kept[size++] = state;
  const left = kept.slice(0, size);
  const now = new Int32Array(model.size).fill(-1);
  left.forEach((state, at) => {
    now[state] = at;
  });
  const space = spaceOf(
    model.optionCount,
    left.map((state) => codeOf(model, state)),
  );
  const { codes: _codes, index: _index, statusQuo, ...rest } = model;
  const statusQuoNow = statusQuo === undefined ? -1 : (now[statusQuo] ?? -1);
  return {
    kept: left,
    model: {
      ...rest,
      ...space,
      listed: model.listed.map((listed) => (listed === undefined ? undefined : keptMoves(listed, left, now))),
      ranks: model.ranks.map((ranks) => dense(left.map((state) => ranks[state] ?? 0))),
      ...(statusQuoNow >= 0 && { statusQuo: statusQuoNow }),
    },
  };
};

const directions = (
  model: GraphModel,
  optionAt: ReadonlyMap<OptionId, number>,
  commitments: readonly Commitment[],
): { readonly forward: number; readonly backward: number } => {
  let { forward, backward } = model;
  for (const one of commitments) {
    if (one.kind !== 'one-way') continue;
    const bit = 1 << (optionAt.get(one.option) ?? 0);
    if (one.moves === 'forward') forward |= bit;
    else backward |= bit;
  }
  return { forward, backward };
};

/**
 * A model under commitments: the same preferences over the states that are left, with the moves that are left.
 *
 * Moves that a maker has listed are not bound by one-way options: the list says what can be done.
 */
export const committed = (
  model: GraphModel,
  optionAt: ReadonlyMap<OptionId, number>,
  commitments: readonly Commitment[],
): Restricted => {
  const ruledOut = commitments.flatMap((one) => (one.kind === 'rule-out' ? [truth(one.when, optionAt)] : []));
  const directed = { ...model, ...directions(model, optionAt, commitments) };
  if (ruledOut.length === 0) return { model: directed, kept: Uint32Array.from({ length: model.size }, (_, at) => at) };
  return restricted(directed, (code) => ruledOut.every((out) => ((out(code >>> 5) >>> (code & 31)) & 1) === 0));
};

/** The ranks that are left of ranks over all states, dense again. */
export const keptRanks = (ranks: Uint32Array, { kept }: Restricted): Uint32Array =>
  kept.length === ranks.length ? ranks : dense(kept.map((state) => ranks[state] ?? 0));

/** What can still be done in a model under commitments: the same states, some of them ruled out. Agrees with `committed`. */
export const committedStructure = (
  model: GraphModel,
  optionAt: ReadonlyMap<OptionId, number>,
  commitments: readonly Commitment[],
): Structure => {
  const { forward, backward } = directions(model, optionAt, commitments);
  const ruledOut = commitments.flatMap((one) => (one.kind === 'rule-out' ? [truth(one.when, optionAt)] : []));
  if (ruledOut.length === 0) return { forward, backward };
  const alive = new Uint8Array(model.size);
  for (let state = 0; state < model.size; state++) {
    const code = codeOf(model, state);
    alive[state] = Number(ruledOut.every((out) => ((out(code >>> 5) >>> (code & 31)) & 1) === 0));
  }
  return { forward, backward, alive };
};
