import type { Conflict } from '../conflict/conflict.ts';
import type { State } from '../conflict/state-space.ts';
import { stableStates } from '../stability/analysis.ts';
import { type GraphModel, rerank } from '../stability/graph-model.ts';
import type { StateSet } from '../stability/state-set.ts';
import { CONCEPTS, type Concept, type SanctionRule } from '../vocabulary.ts';
import { makerReadings, type Openness, readingCount, sampledReading } from './maker-reading.ts';
import { seeded } from './random.ts';
import { Orders, ranksUnder } from './variant.ts';

export interface RobustnessQuestion extends Partial<Openness> {
  readonly concepts?: readonly Concept[];
  readonly rules?: readonly SanctionRule[];
  /** The most readings that are counted one by one; 100,000 when left out. Above, readings are sampled. */
  readonly most?: number;
  /** How many readings to sample; 2,000 when left out. */
  readonly samples?: number;
  readonly seed?: number;
}

/** In what share of the admissible readings a state is an equilibrium, under one concept and sanction rule. */
export interface Sureness {
  readonly concept: Concept;
  readonly rule: SanctionRule;
  /** By state, in [0, 1]. */
  readonly shares: Float64Array;
  /** Counted exactly, over all readings; else sampled, with a Wilson interval of 95 % a state. */
  readonly exact: boolean;
  readonly low?: Float64Array;
  readonly high?: Float64Array;
}

export interface Robustness {
  readonly openness: Openness;
  /** How many readings there are. */
  readonly readings: number;
  /** How many of them were looked at where sampling was needed. */
  readonly sampled?: number;
  readonly seed: number;
  readonly sureness: readonly Sureness[];
  /** True when the search was stopped; what is there is then right but not all. */
  readonly stopped: boolean;
}

/** One order of the states for a maker, and how many of its readings give it. */
interface Weighted {
  readonly ranks: Uint32Array;
  weight: number;
}

const Z = 1.959964;

/** Wilson score interval of 95 % for `hits` of `count`. Source: Wilson 1927. */
export const wilson = (hits: number, count: number): readonly [number, number] => {
  const share = hits / count;
  const middle = (share + (Z * Z) / (2 * count)) / (1 + (Z * Z) / count);
  const half = (Z / (1 + (Z * Z) / count)) * Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};

const weightedReadings = (conflict: Conflict, model: GraphModel, maker: number, openness: Openness): Weighted[] => {
  const preference = conflict.makers[maker]?.prefers ?? { kind: 'unknown' };
  const orders = new Orders<Weighted>();
  for (const reading of makerReadings(preference, openness)) {
    const ranks = ranksUnder(conflict, model, maker, reading);
    orders.entry(ranks, () => ({ ranks, weight: 0 })).weight++;
  }
  return orders.entries();
};

const equilibriaOf = (model: GraphModel, concept: Concept, rule: SanctionRule): StateSet => {
  const [first, ...rest] = model.makers.map((_, maker) => stableStates(model, concept, maker, rule));
  if (first === undefined) throw new RangeError('A model without makers has no equilibria');
  return rest.reduce((all, set) => all.intersect(set), first);
};

/** Concepts under which a maker's verdict reads its own preference alone, so that shares multiply. */
const OWN: readonly Concept[] = ['nash', 'gmr', 'smr'];

/**
 * How sure each equilibrium is: the share of admissible readings in which it is one.
 *
 * Under Nash, GMR and SMR makers are counted apart and the shares multiplied, which is exact however many readings there are
 * together. Under SEQ readings are joint: all of them when there are at most `most` different ones, else a seeded sample.
 *
 * Cost: one analysis a different reading; yields with the share done, and stops with what is known when `next` is given true
 */
export function* robustness(
  conflict: Conflict,
  model: GraphModel,
  question: RobustnessQuestion = {},
): Generator<{ readonly done: number }, Robustness, boolean | undefined> {
  const { concepts = CONCEPTS, rules = ['legal'], most = 100_000, samples = 2_000, seed = 1 } = question;
  const openness: Openness = { orders: question.orders ?? 'groups', assumptions: question.assumptions ?? true };
  const preferences = conflict.makers.map(({ prefers }) => prefers);
  const counts = preferences.map((preference) => readingCount(preference, openness));
  const readings = counts.reduce((product, count) => product * count, 1);
  const enumerable = counts.every((count) => count <= most);
  const byMaker = enumerable ? preferences.map((_, maker) => weightedReadings(conflict, model, maker, openness)) : [];
  const different = byMaker.reduce(
    (product, { length }) => product * length,
    enumerable ? 1 : Number.POSITIVE_INFINITY,
  );
  const questions = concepts.flatMap((concept) => rules.map((rule) => ({ concept, rule })));
  const sureness: Sureness[] = [];
  let sampled: number | undefined;
  let stopped = false;
  const done = (share: number) => ({ done: (sureness.length + share) / questions.length });

  for (const { concept, rule } of questions) {
    if (stopped) break;
    const shares = new Float64Array(model.size);
    if (enumerable && OWN.includes(concept)) {
      shares.fill(1);
      for (const [maker, weighted] of byMaker.entries()) {
        if (stopped) break;
        const hits = new Float64Array(model.size);
        for (const { ranks, weight } of weighted) {
          const read = rerank(
            model,
            model.ranks.map((own, at) => (at === maker ? ranks : own)),
          );
          for (const state of stableStates(read, concept, maker, rule)) hits[state] = (hits[state] ?? 0) + weight;
          if (yield done(maker / byMaker.length)) stopped = true;
          if (stopped) break;
        }
        for (let state = 0; state < model.size; state++)
          shares[state] = (shares[state] ?? 0) * ((hits[state] ?? 0) / (counts[maker] ?? 1));
      }
      if (!stopped) sureness.push({ concept, rule, shares, exact: true });
      continue;
    }
    if (different <= most) {
      const places = byMaker.map(() => 0);
      for (let at = 0; at < different; at++) {
        const read = byMaker.map((weighted, maker) => weighted[places[maker] ?? 0]);
        const weight = read.reduce((product, one) => product * (one?.weight ?? 0), 1);
        const ranked = rerank(
          model,
          read.map((one) => one?.ranks ?? new Uint32Array()),
        );
        for (const state of equilibriaOf(ranked, concept, rule))
          shares[state] = (shares[state] ?? 0) + weight / readings;
        for (let maker = places.length - 1; maker >= 0; maker--) {
          const next = ((places[maker] ?? 0) + 1) % (byMaker[maker]?.length ?? 1);
          places[maker] = next;
          if (next !== 0) break;
        }
        if (yield done(at / different)) stopped = true;
        if (stopped) break;
      }
      if (!stopped) sureness.push({ concept, rule, shares, exact: true });
      continue;
    }
    const random = seeded(seed);
    let count = 0;
    while (count < samples && !stopped) {
      const ranks = preferences.map((preference, maker) =>
        ranksUnder(conflict, model, maker, sampledReading(preference, openness, random)),
      );
      for (const state of equilibriaOf(rerank(model, ranks), concept, rule)) shares[state] = (shares[state] ?? 0) + 1;
      count++;
      if (yield done(count / samples)) stopped = true;
    }
    sampled = Math.max(sampled ?? 0, count);
    const intervals = Array.from(shares, (hits) => wilson(hits, count));
    sureness.push({
      concept,
      rule,
      shares: shares.map((hits) => hits / count),
      exact: false,
      low: Float64Array.from(intervals, ([low]) => low),
      high: Float64Array.from(intervals, ([, high]) => high),
    });
  }
  return { openness, readings, seed, sureness, stopped, ...(sampled !== undefined && { sampled }) };
}

/** How a share is said: in all, most, some, few or no readings. */
export const shareWord = (share: number): 'all' | 'most' | 'some' | 'few' | 'no' =>
  share >= 1 - 1e-9 ? 'all' : share > 0.5 ? 'most' : share > 0.1 ? 'some' : share > 0 ? 'few' : 'no';

/** States by falling share, those that are nowhere an equilibrium left out. */
export const surest = ({ shares }: Sureness): readonly State[] =>
  Array.from(shares.keys())
    .filter((state) => (shares[state] ?? 0) > 0)
    .sort((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0) || one - other);
