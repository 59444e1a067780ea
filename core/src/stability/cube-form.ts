import type { ByMaker } from '../vocabulary.ts';
import { maximin, minimax } from './coset.ts';
import { type Axis, axisOf } from './cube.ts';
import { lowerInTurn, MOST_SWEEPS, type Sweeper, stampsFor } from './cube-search.ts';
import { fibreBest } from './fibre-best.ts';
import { fibreOrder, sortFibres } from './fibre-order.ts';
import { NOWHERE, sweep } from './fibre-sweep.ts';
import type { Form } from './form.ts';
import type { GraphModel } from './graph-model.ts';
import { largest } from './rising-order.ts';
import { tableForm } from './table-form.ts';
import type { Maker } from './verdict.ts';

/** The most options whose codes a cube can count through. */
const MOST_AXIS_BITS = 30;

/** Above this many settings of one-way options, going over all parts of a setting costs more than the tables do. */
const MOST_SETTINGS = 16;

/** The axes of a conflict that fits a cube: moves implied by options, at least a quarter of the codes feasible. */
export const axesOf = (model: GraphModel): readonly Axis[] | undefined => {
  if (model.listed.some((moves) => moves !== undefined) || model.optionCount > MOST_AXIS_BITS) return undefined;
  if (4 * model.size < 2 ** model.optionCount) return undefined;
  const axes = model.makers.flatMap((_, maker) => axisOf(model, maker) ?? []);
  if (axes.length < model.makers.length || axes.some(({ settings }) => settings > MOST_SETTINGS)) return undefined;
  return axes;
};

/** Spreads the values of states over all codes. */
const spread = (codes: Uint32Array | undefined, values: Uint32Array, over: Uint32Array | Int32Array, none: number) => {
  if (codes === undefined) over.set(values);
  else {
    over.fill(none);
    for (let state = 0; state < codes.length; state++) over[codes[state] ?? 0] = values[state] ?? 0;
  }
};

const gather = (codes: Uint32Array | undefined, over: Uint32Array | Int32Array, values: Uint32Array) => {
  if (codes === undefined) values.set(over);
  else for (let state = 0; state < codes.length; state++) values[state] = over[codes[state] ?? 0] ?? 0;
};

/**
 * The form for conflicts in which most combinations of options are feasible: all codes as a cube with one axis a maker, worked
 * on by passes along the axes, without tables and nearly without jumps.
 *
 * Cost: 1 byte a maker and code (2 for makers with more than seven options), and 4 to 12 bytes a code
 */
export const cubeForm = (model: GraphModel, axes: readonly Axis[], mostSweeps = MOST_SWEEPS): Form => {
  const { codes } = model;
  const count = 2 ** model.optionCount;
  const cube = new Int32Array(count);
  const byCode = codes && new Uint32Array(count);
  const orders = axes.map((axis) => fibreOrder(axis, count));
  const stamps = stampsFor(count, axes);
  const bests = axes.map((axis) => fibreBest(axis));
  const sweepers = axes.map((axis): Sweeper => ({ axis, sweep: sweep(axis) }));
  const improvers = axes.map((axis, maker): Sweeper => ({ axis, sweep: sweep(axis, orders[maker]) }));
  const free = codes === undefined && axes.every(({ settings }) => settings === 1);
  const opponentsOf = (maker: Maker): number =>
    axes.filter(({ length }, other) => other !== maker && length > 1).length;
  let ranked: ByMaker<Uint32Array> = [];
  let tables: Form | undefined;

  const inTables = (): Form => {
    if (tables === undefined) {
      tables = tableForm(model);
      tables.rank(ranked);
    }
    return tables;
  };

  return {
    rank(ranks) {
      ranked = ranks;
      tables = undefined;
      axes.forEach((axis, maker) => {
        const [ofMaker, order] = [ranks[maker], orders[maker]];
        if (ofMaker === undefined || order === undefined || axis.length === 1) return;
        if (byCode) spread(codes, ofMaker, byCode, 0);
        sortFibres(axis, byCode ?? ofMaker, largest(ofMaker), order);
      });
    },
    best(maker, values, best) {
      const run = bests[maker];
      if (run === undefined) throw new RangeError(`Maker ${maker} of ${axes.length}`);
      if (byCode === undefined) run(values, best);
      else {
        spread(codes, values, byCode, 0);
        run(byCode, byCode);
        gather(codes, byCode, best);
      }
    },
    *least(maker, values, improving, rule, least) {
      if (rule !== 'legal') {
        yield* inTables().least(maker, values, improving, rule, least);
        return;
      }
      spread(codes, values, cube, NOWHERE);
      const opponents = (improving ? improvers : sweepers).filter(
        ({ axis }, other) => other !== maker && axis.length > 1,
      );
      const still = yield* lowerInTurn(opponents, cube, stamps, codes === undefined && !improving, mostSweeps);
      if (still) gather(codes, cube, least);
      else yield* inTables().least(maker, values, improving, rule, least);
    },
    threshold(concept, maker, ranks, best, rule) {
      const axis = axes[maker];
      if (!free || axis === undefined || (rule === 'single' && opponentsOf(maker) > 1)) return undefined;
      return concept === 'gmr' ? maximin(axis, ranks) : minimax(best);
    },
  };
};
