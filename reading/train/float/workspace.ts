import { type MatrixName, matricesOf, type Sizes, widths } from '../../src/syntax/network.ts';
import type { Kernel } from './kernel.ts';

const eights = (count: number) => Math.ceil(count / 8) * 8;

/** The intermediate results of one batch, as places in the kernel's memory. One layer's arrays hold both directions, forwards first. */
export interface Workspace {
  readonly x: number;
  readonly sums: number;
  readonly gates: readonly [readonly [number, number], readonly [number, number]];
  readonly states: readonly [readonly [number, number], readonly [number, number]];
  readonly outs: readonly [readonly [number, number], readonly [number, number]];
  readonly y: readonly [number, number];
  readonly z: number;
  readonly m: number;
  readonly t: number;
  readonly turned: number;
  readonly scores: number;
  readonly pairs: number;
  readonly labels: number;
  readonly out: number;
  readonly end: number;
}

/** Room for batches of up to `rows` rows with sentences of up to `longest` rows, beginning at `from`. */
export const workspaceOf = (sizes: Sizes, rows: number, longest: number, from: number): Workspace => {
  const { input, mlp, labels, out } = widths(sizes);
  const { hidden } = sizes;
  let end = from;
  const room = (floats: number) => {
    const at = end;
    end += eights(floats);
    return at;
  };
  const both = (columns: number) => [room(rows * columns), room(rows * columns)] as const;
  const layers = (columns: number) => [both(columns), both(columns)] as const;
  const places = {
    x: room(rows * input),
    sums: room(rows * 8 * hidden),
    gates: layers(4 * hidden),
    states: layers(hidden),
    outs: layers(hidden),
    y: both(2 * hidden),
    z: room(rows * 2 * hidden),
    m: room(rows * mlp),
    t: room(rows * sizes.arc),
    turned: room(sizes.arc * eights(longest)),
    scores: room(longest * eights(longest)),
    pairs: room(rows * 3 * sizes.label),
    labels: room(rows * labels),
    out: room(rows * out),
  };
  return { ...places, end };
};

/** A network in a kernel's memory: its parameters from `at`, its GloVe vectors (whole rows) as bytes times a scale. */
export interface Network {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  readonly places: Readonly<Record<MatrixName, number>>;
  readonly work: Workspace;
  readonly glove: Int8Array;
  readonly gloveScale: number;
}

export const placesOf = (sizes: Sizes, at: number): Readonly<Record<MatrixName, number>> => {
  const places: Partial<Record<MatrixName, number>> = {};
  for (const matrix of matricesOf(sizes)) places[matrix.name] = at + matrix.at;
  return places as Readonly<Record<MatrixName, number>>;
};
