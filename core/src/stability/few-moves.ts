import type { ByMaker, SanctionRule } from '../vocabulary.ts';
import type { OwnMoves } from './own-reach.ts';
import type { Maker } from './verdict.ts';

/** Lowers `least` to the least value that one move, or improvement, of a maker leads to. */
const lowerByBlocks = (
  { blocks }: OwnMoves & { kind: 'blocks' },
  ranks: Uint32Array,
  improving: boolean,
  values: Uint32Array,
  least: Uint32Array,
): void => {
  const { count, starts, members, settings, fibres } = blocks;
  for (let from = 0; from < count; from++) {
    const setting = settings[from] ?? 0;
    const [first, end] = [starts[from] ?? 0, starts[from + 1] ?? 0];
    for (let to = from; to < count && fibres[to] === fibres[from]; to++) {
      if (((settings[to] ?? 0) & setting) !== setting) continue;
      const last = starts[to] ?? 0;
      let lowest = 0xffffffff;
      let there = (starts[to + 1] ?? 0) - 1;
      for (let at = end - 1; at >= first; at--) {
        const state = members[at] ?? 0;
        const rank = improving ? (ranks[state] ?? 0) : 0;
        for (; there >= last && (ranks[members[there] ?? 0] ?? 0) > rank; there--)
          lowest = Math.min(lowest, values[members[there] ?? 0] ?? 0);
        if (lowest < (least[state] ?? 0)) least[state] = lowest;
      }
    }
  }
};

const lowerByListed = (
  { listed }: OwnMoves & { kind: 'listed' },
  ranks: Uint32Array,
  improving: boolean,
  values: Uint32Array,
  least: Uint32Array,
): void => {
  const { starts, targets } = listed;
  for (let state = 0; state < least.length; state++) {
    const rank = improving ? (ranks[state] ?? 0) : 0;
    let lowest = least[state] ?? 0;
    for (let at = starts[state] ?? 0; at < (starts[state + 1] ?? 0); at++) {
      const target = targets[at] ?? 0;
      if ((ranks[target] ?? 0) > rank) lowest = Math.min(lowest, values[target] ?? 0);
    }
    least[state] = lowest;
  }
};

/** Whether a maker has any move at all. */
const canMove = (own: OwnMoves): boolean =>
  own.kind === 'listed'
    ? own.listed.targets.length > 0
    : own.blocks.count < own.blocks.members.length || own.blocks.fibres.some((first, block) => first !== block);

/** How many arrays of values `leastInFewMoves` keeps at once. */
export const arraysForFewMoves = (moves: ByMaker<OwnMoves>, rule: SanctionRule): number =>
  rule === 'each-once' ? 2 ** Math.max(0, moves.filter(canMove).length - 1) : 1;

/**
 * The least value that the opponents of a maker can bring about from each state, or by staying, when they have few moves: one of
 * one of them under `single`; one of each at most, in any order, under `each-once`.
 *
 *   single:     least(s) = min of value over s and R_j(s), j not i
 *   each-once:  least(s) = L_{N-i}(s),  L_{}(s) = value(s),  L_H(s) = min over j in H and t in R_j(s) of value(s), L_{H-j}(t)
 *
 * Shape: members of blocks in rising order of the maker's ranks
 * Cost:  `single` O(states * makers) and `each-once` O(states * makers * 2^(makers - 1)), times what one-way options cost
 */
export const leastInFewMoves = (
  moves: ByMaker<OwnMoves>,
  ranks: ByMaker<Uint32Array>,
  maker: Maker,
  rule: 'each-once' | 'single',
  values: Uint32Array,
  improving: boolean,
): Uint32Array => {
  const lower = (other: Maker, from: Uint32Array, least: Uint32Array): void => {
    const own = moves[other];
    const rank = ranks[other];
    if (own === undefined || rank === undefined) return;
    if (own.kind === 'blocks') lowerByBlocks(own, rank, improving, from, least);
    else lowerByListed(own, rank, improving, from, least);
  };
  const opponents = moves.flatMap((own, other) => (other !== maker && canMove(own) ? [other] : []));
  if (rule === 'single') {
    const least = values.slice();
    for (const other of opponents) lower(other, values, least);
    return least;
  }
  const byGroup = [values];
  for (let group = 1; group < 2 ** opponents.length; group++) {
    const least = values.slice();
    opponents.forEach((other, at) => {
      const rest = byGroup[group & ~(1 << at)];
      if (group & (1 << at) && rest) lower(other, rest, least);
    });
    byGroup.push(least);
  }
  return byGroup[byGroup.length - 1] ?? values;
};
