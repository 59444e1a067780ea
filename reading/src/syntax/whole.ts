import type { Kernel } from './kernel.ts';
import { type Sizes, widths } from './network.ts';

/** What one stands for in the 16-bit numbers of each stage: input, outputs of the layers, the heads' first layer, pairs. */
export const ONE = { input: 4096, layer: 32767, heads: 4096, pairs: 512 } as const;

/** Forms of words whose part of the first layer is kept, the root's first; when all places are taken it begins anew. */
export const FORMS = 3072;

/** A matrix packed for `product`, with the scales of its columns; places in bytes. */
export interface Packed {
  readonly at: number;
  readonly scales: number;
  readonly rows: number;
}

/** Where weights and intermediate results stand in the memory, in bytes; both directions of a layer, forwards first. */
export interface Places {
  readonly w0: Packed;
  readonly w1: Packed;
  readonly back: readonly [readonly [Packed, Packed], readonly [Packed, Packed]];
  readonly mlp: Packed;
  readonly arc: Packed;
  readonly label: Packed;
  readonly out: Packed;
  readonly biases: Readonly<Record<'b1' | 'mlpB' | 'arcB' | 'labelB' | 'outB' | 'none', number>>;
  /** Parts of the first layer's sums: of each form kept, and of each tag with the bias. */
  readonly forms: number;
  readonly tags: number;
  /** Input of forms that are new in a batch. */
  readonly fresh: number;
  readonly formOf: readonly [number, number];
  readonly tagOf: readonly [number, number];
  readonly gates: number;
  readonly states: number;
  /** Outputs of each layer in 16 bits, packed: rows in reading order, and in the order of reading backwards. */
  readonly outputs: readonly [readonly [number, number], readonly [number, number]];
  readonly top: number;
  readonly m: number;
  readonly mShort: number;
  readonly t: number;
  readonly turned: number;
  readonly scores: number;
  readonly heads: number;
  readonly pairs: number;
  readonly labels: number;
  readonly ends: number;
}

/** The network as it is used: weights in whole numbers, and vectors from which the input of a form of a word is made. */
export interface Network {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  readonly places: Places;
  readonly tables: Readonly<Record<'word' | 'prefix' | 'suffix' | 'shape', Float32Array>>;
  readonly glove: Int8Array;
  readonly gloveScale: number;
  /** Rows of `places.forms` by form. */
  readonly kept: Map<string, number>;
}

/** Columns of the input that depend on the form alone: all but those of the tag. */
export const formColumns = (sizes: Sizes) => widths(sizes).input - sizes.tag;

/** Places for batches of up to `rows` rows, with sentences of up to `longest`; `spare` bytes stay free at the start, from 16. */
export const placesOf = (
  sizes: Sizes,
  rows: number,
  longest: number,
  spare: number,
): { places: Places; end: number } => {
  const { mlp, labels, out } = widths(sizes);
  const { hidden, arc, label } = sizes;
  let end = 16 + spare;
  const room = (bytes: number) => {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const packed = (high: number, columns: number): Packed => ({
    at: room(high * columns * 2),
    scales: room(columns * 4),
    rows: high,
  });
  const two = <T>(one: () => T): readonly [T, T] => [one(), one()];
  const floats = (count: number) => room(count * 4);
  const shorts = (count: number) => room(count * 2);
  const wide = Math.ceil(longest / 8) * 8;
  const places = {
    w0: packed(formColumns(sizes), 8 * hidden),
    w1: packed(2 * hidden, 8 * hidden),
    back: two(() => two(() => packed(hidden, 4 * hidden))),
    mlp: packed(2 * hidden, mlp),
    arc: packed(arc, arc),
    label: packed(3 * label, labels),
    out: packed(2 * hidden, out),
    biases: {
      b1: floats(8 * hidden),
      mlpB: floats(mlp),
      arcB: floats(arc),
      labelB: floats(labels),
      outB: floats(out),
      none: floats(8 * hidden),
    },
    forms: floats(FORMS * 8 * hidden),
    tags: floats((sizes.tags + 1) * 8 * hidden),
    fresh: shorts(rows * formColumns(sizes)),
    formOf: two(() => floats(rows)),
    tagOf: two(() => floats(rows)),
    gates: floats(rows * 4 * hidden),
    states: floats(rows * hidden),
    outputs: two(() => two(() => shorts(rows * 2 * hidden))),
    top: shorts(rows * 2 * hidden),
    m: floats(rows * mlp),
    mShort: shorts(rows * mlp),
    t: floats(rows * arc),
    turned: floats(arc * wide),
    scores: floats(longest * wide),
    heads: floats(rows),
    pairs: shorts(rows * 3 * label),
    labels: floats(rows * labels),
    ends: floats(rows * out),
  };
  return { places, end };
};
