import type { Maker, State } from '../conflict/state-space.ts';
import { verdictOn } from '../stability/analysis.ts';
import { type GraphModel, rerank } from '../stability/graph-model.ts';
import type { ByMaker, Concept, SanctionRule } from '../vocabulary.ts';

/** Tiers of states, best first, whose order is open for one maker; the tiers below keep their places. */
export interface OpenRanking {
  readonly open: readonly (readonly State[])[];
  readonly below: readonly (readonly State[])[];
}

const orders = (count: number): number[][] => {
  if (count === 0) return [[]];
  const all: number[][] = [];
  const extend = (chosen: number[]) => {
    if (chosen.length === count) all.push(chosen);
    else for (let next = 0; next < count; next++) if (!chosen.includes(next)) extend([...chosen, next]);
  };
  extend([]);
  return all;
};

/** The rankings that a maker's open tiers admit, in lexicographic order of their places, the one as written first. */
const rankings = (size: number, { open, below }: OpenRanking): Uint32Array[] =>
  orders(open.length).map((order) => {
    const ranks = new Uint32Array(size);
    const tiers = [...order.map((place) => open[place] ?? []), ...below];
    tiers.forEach((tier, at) => {
      for (const state of tier) ranks[state] = tiers.length - at;
    });
    return ranks;
  });

/**
 * The inverse question of the Graph Model: for which rankings of the makers is a wanted state an equilibrium?
 *
 * Shape:  one entry per combination of rankings, the last maker's changing fastest; 1 where the state is an equilibrium
 * Source: Kinsara, Kilgour and Hipel 2015 (inverse approach). Source: to check
 */
export const inverse = (
  model: GraphModel,
  state: State,
  concept: Concept,
  openRankings: ByMaker<OpenRanking>,
  rule: SanctionRule = 'legal',
): Uint8Array => {
  const byMaker = openRankings.map((ranking) => rankings(model.size, ranking));
  const count = byMaker.reduce((product, { length }) => product * length, 1);
  const stable = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    let rest = at;
    const ranks: Uint32Array[] = [];
    for (let maker: Maker = byMaker.length - 1; maker >= 0; maker--) {
      const own = byMaker[maker] ?? [];
      ranks.unshift(own[rest % own.length] ?? new Uint32Array(model.size));
      rest = Math.floor(rest / own.length);
    }
    const ranked = rerank(model, ranks);
    stable[at] = Number(model.makers.every((_, maker) => verdictOn(ranked, concept, maker, state, rule).stable));
  }
  return stable;
};
