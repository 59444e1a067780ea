import type { Batch } from '../../src/syntax/batch.ts';
import { FEATURE_COUNT, type MatrixName, widths } from '../../src/syntax/network.ts';
import type { Network } from './workspace.ts';

/** Where training may blank part of the numbers: `rows` rows of `columns` from `at`, packed or sentence by sentence. */
export type Blank = (stage: 'input' | 'middle' | 'top' | 'mlp', at: number, rows: number, columns: number) => void;

const TABLE_NAMES = ['table-word', 'table-prefix', 'table-suffix', 'table-tag', 'table-shape'] as const;

/** Slope of the leaky rectifier in the heads below zero. */
export const LEAK = 0.1;

/** Writes the input vectors of a batch: GloVe, then the trained tables. `features` stand sentence by sentence in the batch's order. */
const writeInput = (network: Network, batch: Batch, features: Int32Array): void => {
  const { kernel, sizes, places, work, glove, gloveScale } = network;
  const numbers = kernel.numbers;
  const columns = [sizes.word, sizes.prefix, sizes.suffix, sizes.tag, sizes.shape];
  const { input } = widths(sizes);
  for (let row = 0; row < batch.rows; row++) {
    const from = (batch.plain[row] ?? 0) * FEATURE_COUNT;
    let at = work.x + row * input;
    const vector = (features[from] ?? -1) * sizes.glove;
    for (let column = 0; column < sizes.glove; column++)
      numbers[at + column] = vector < 0 ? 0 : (glove[vector + column] ?? 0) * gloveScale;
    at += sizes.glove;
    for (let table = 0; table < TABLE_NAMES.length; table++) {
      const width = columns[table] ?? 0;
      const source = places[TABLE_NAMES[table] ?? 'table-word'] + (features[from + 1 + table] ?? 0) * width;
      for (let column = 0; column < width; column++) numbers[at + column] = numbers[source + column] ?? 0;
      at += width;
    }
  }
};

/** Fills rows with a bias, so that a product can be added to it. */
const writeBias = (numbers: Float32Array, bias: number, at: number, rows: number, columns: number): void => {
  for (let row = 0; row < rows; row++) numbers.copyWithin(at + row * columns, bias, bias + columns);
};

/** rows × inner times inner × columns plus a bias row: the affine layer everything is made of. */
const affine = (
  network: Network,
  rows: number,
  from: number,
  inner: number,
  weights: MatrixName,
  bias: MatrixName,
  to: number,
  columns: number,
): void => {
  const { kernel, places } = network;
  writeBias(kernel.numbers, places[bias], to, rows, columns);
  kernel.product([rows, columns, inner], from, inner, 1, places[weights], columns, to, columns, true);
};

const LAYERS = [
  { weights: 'w0', bias: 'b0', back: ['u0f', 'u0b'] },
  { weights: 'w1', bias: 'b1', back: ['u1f', 'u1b'] },
] as const;

/** One layer that reads every sentence in both directions. Its input stands at `from`, packed; its output at `y[layer]`, packed. */
const bothDirections = (network: Network, batch: Batch, layer: 0 | 1, from: number, inner: number): void => {
  const { kernel, sizes, places, work } = network;
  const { numbers } = kernel;
  const { hidden } = sizes;
  const { weights, bias, back } = LAYERS[layer];
  affine(network, batch.rows, from, inner, weights, bias, work.sums, 8 * hidden);
  for (const direction of [0, 1] as const) {
    const gates = work.gates[layer][direction];
    const states = work.states[layer][direction];
    const outs = work.outs[layer][direction];
    for (let row = 0; row < batch.rows; row++) {
      const source = direction === 0 ? row : (batch.mirror[row] ?? 0);
      const sums = work.sums + source * 8 * hidden + direction * 4 * hidden;
      numbers.copyWithin(gates + row * 4 * hidden, sums, sums + 4 * hidden);
    }
    for (let step = 0; step < batch.offsets.length; step++) {
      const first = batch.offsets[step] ?? 0;
      const before = batch.offsets[step - 1] ?? -1;
      const rows = batch.running[step] ?? 0;
      const [gate, out] = [gates + first * 4 * hidden, outs + first * hidden];
      if (before >= 0) {
        const size = [rows, 4 * hidden, hidden] as const;
        kernel.product(
          size,
          outs + before * hidden,
          hidden,
          1,
          places[back[direction]],
          4 * hidden,
          gate,
          4 * hidden,
          true,
        );
      }
      kernel.step(rows, hidden, gate, before < 0 ? -1 : states + before * hidden, states + first * hidden, out);
    }
    for (let row = 0; row < batch.rows; row++) {
      const target = direction === 0 ? row : (batch.mirror[row] ?? 0);
      const source = outs + row * hidden;
      numbers.copyWithin(work.y[layer] + target * 2 * hidden + direction * hidden, source, source + hidden);
    }
  }
};

const leak = (numbers: Float32Array, at: number, count: number): void => {
  for (let index = at; index < at + count; index++) {
    const value = numbers[index] ?? 0;
    if (value < 0) numbers[index] = value * LEAK;
  }
};

/** Runs the two layers and the heads' first layer over a batch; from here on rows stand sentence by sentence. */
export const encode = (network: Network, batch: Batch, features: Int32Array, blank?: Blank): void => {
  const { kernel, sizes, places, work } = network;
  const { numbers } = kernel;
  const { input, mlp, out } = widths(sizes);
  const { hidden, arc } = sizes;
  writeInput(network, batch, features);
  blank?.('input', work.x, batch.rows, input);
  bothDirections(network, batch, 0, work.x, input);
  blank?.('middle', work.y[0], batch.rows, 2 * hidden);
  bothDirections(network, batch, 1, work.y[0], 2 * hidden);
  for (let row = 0; row < batch.rows; row++) {
    const source = work.y[1] + row * 2 * hidden;
    numbers.copyWithin(work.z + (batch.plain[row] ?? 0) * 2 * hidden, source, source + 2 * hidden);
  }
  blank?.('top', work.z, batch.rows, 2 * hidden);
  affine(network, batch.rows, work.z, 2 * hidden, 'mlp', 'mlpB', work.m, mlp);
  leak(numbers, work.m, batch.rows * mlp);
  blank?.('mlp', work.m, batch.rows, mlp);
  writeBias(numbers, places.arcB, work.t, batch.rows, arc);
  kernel.product([batch.rows, arc, arc], work.m, mlp, 1, places.arc, arc, work.t, arc, true);
  affine(network, batch.rows, work.z, 2 * hidden, 'out', 'outB', work.out, out);
};

/**
 * How well each row of one sentence suits each other row as its head, at `work.scores`: row = dependent, column = head.
 *
 * @returns the distance from one row to the next
 */
export const arcScores = (network: Network, batch: Batch, sentence: number): number => {
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const { arc } = sizes;
  const { mlp } = widths(sizes);
  const length = batch.lengths[sentence] ?? 0;
  const start = batch.starts[sentence] ?? 0;
  const wide = Math.ceil(length / 8) * 8;
  for (let column = 0; column < wide; column++) {
    const heads = work.m + (start + column) * mlp + arc;
    for (let row = 0; row < arc; row++)
      numbers[work.turned + row * wide + column] = column < length ? (numbers[heads + row] ?? 0) : 0;
  }
  kernel.product([length, wide, arc], work.t + start * arc, arc, 1, work.turned, wide, work.scores, wide, false);
  return wide;
};

/** Scores of the relations of every row to its head, at `work.labels`. `heads` holds, for each row, the row of its head. */
export const labelScores = (network: Network, batch: Batch, heads: Int32Array): void => {
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const { arc, label } = sizes;
  const { mlp, labels } = widths(sizes);
  for (let row = 0; row < batch.rows; row++) {
    const dependent = work.m + row * mlp + 2 * arc;
    const head = work.m + (heads[row] ?? 0) * mlp + 2 * arc + label;
    const to = work.pairs + row * 3 * label;
    for (let column = 0; column < label; column++) {
      const [below, above] = [numbers[dependent + column] ?? 0, numbers[head + column] ?? 0];
      numbers[to + column] = below * above;
      numbers[to + label + column] = below;
      numbers[to + 2 * label + column] = above;
    }
  }
  affine(network, batch.rows, work.pairs, 3 * label, 'label', 'labelB', work.labels, labels);
};
