import type { Batch } from '../src/syntax/batch.ts';
import type { MatrixName } from '../src/syntax/network.ts';
import type { Network } from './float/workspace.ts';

/** Places for gradients, laid out after the network's own in the same memory. */
export interface Gradients {
  readonly places: Readonly<Record<MatrixName, number>>;
  readonly turned: Readonly<Record<MatrixName, number>>;
  readonly dx: number;
  readonly dSums: number;
  readonly dGates: number;
  readonly dOuts: number;
  readonly dStates: number;
  readonly before: number;
  readonly dy: number;
  readonly dz: number;
  readonly dm: number;
  readonly dt: number;
  readonly dPairs: number;
}

export const clear = (numbers: Float32Array, at: number, count: number) => numbers.fill(0, at, at + count);

/** Adds the columns' sums of a matrix to a bias' gradient. */
export const addColumns = (numbers: Float32Array, from: number, rows: number, columns: number, to: number) => {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      numbers[to + column] = (numbers[to + column] ?? 0) + (numbers[from + row * columns + column] ?? 0);
};

/** Gradient of one layer in both directions: from `dy` (packed) to the input's at `dx`, unless that is -1. */
export const layerBackward = (
  network: Network,
  grad: Gradients,
  batch: Batch,
  layer: 0 | 1,
  input: number,
  inner: number,
  dx: number,
  skip: number,
) => {
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const { hidden } = sizes;
  const wide = 4 * hidden;
  const names = layer === 0 ? (['w0', 'b0', 'u0f', 'u0b'] as const) : (['w1', 'b1', 'u1f', 'u1b'] as const);
  for (const direction of [0, 1] as const) {
    const gates = work.gates[layer][direction];
    const states = work.states[layer][direction];
    const outs = work.outs[layer][direction];
    const name = names[2 + direction] ?? 'u0f';
    for (let row = 0; row < batch.rows; row++) {
      const target = direction === 0 ? row : (batch.mirror[row] ?? 0);
      const source = grad.dy + target * 2 * hidden + direction * hidden;
      numbers.copyWithin(grad.dOuts + row * hidden, source, source + hidden);
    }
    clear(numbers, grad.dStates, batch.rows * hidden);
    clear(numbers, grad.before, batch.rows * hidden);
    for (let step = batch.offsets.length - 1; step >= 0; step--) {
      const first = batch.offsets[step] ?? 0;
      const before = batch.offsets[step - 1] ?? -1;
      const rows = batch.running[step] ?? 0;
      for (let row = 0; row < rows; row++) {
        const gate = gates + (first + row) * wide;
        const dGate = grad.dGates + (first + row) * wide;
        const at = (first + row) * hidden;
        const earlier = (before + row) * hidden;
        for (let j = 0; j < hidden; j++) {
          const i = numbers[gate + j] ?? 0;
          const f = numbers[gate + hidden + j] ?? 0;
          const g = numbers[gate + 2 * hidden + j] ?? 0;
          const o = numbers[gate + 3 * hidden + j] ?? 0;
          const squashed = Math.tanh(numbers[states + at + j] ?? 0);
          const dOut = numbers[grad.dOuts + at + j] ?? 0;
          const dState = (numbers[grad.dStates + at + j] ?? 0) + dOut * o * (1 - squashed * squashed);
          numbers[dGate + j] = dState * g * i * (1 - i);
          numbers[dGate + hidden + j] = before < 0 ? 0 : dState * (numbers[states + earlier + j] ?? 0) * f * (1 - f);
          numbers[dGate + 2 * hidden + j] = dState * i * (1 - g * g);
          numbers[dGate + 3 * hidden + j] = dOut * squashed * o * (1 - o);
          if (before >= 0) {
            numbers[grad.dStates + earlier + j] = dState * f;
            numbers[grad.before + at + j] = numbers[outs + earlier + j] ?? 0;
          }
        }
      }
      if (before >= 0)
        kernel.product(
          [rows, hidden, wide],
          grad.dGates + first * wide,
          wide,
          1,
          grad.turned[name],
          hidden,
          grad.dOuts + before * hidden,
          hidden,
          true,
        );
    }
    kernel.product(
      [hidden, wide, batch.rows],
      grad.before,
      1,
      hidden,
      grad.dGates,
      wide,
      grad.places[name],
      wide,
      true,
    );
    for (let row = 0; row < batch.rows; row++) {
      const target = direction === 0 ? row : (batch.mirror[row] ?? 0);
      const source = grad.dGates + row * wide;
      numbers.copyWithin(grad.dSums + target * 2 * wide + direction * wide, source, source + wide);
    }
  }
  kernel.product(
    [inner, 2 * wide, batch.rows],
    input,
    1,
    inner,
    grad.dSums,
    2 * wide,
    grad.places[names[0]],
    2 * wide,
    true,
  );
  addColumns(numbers, grad.dSums, batch.rows, 2 * wide, grad.places[names[1]]);
  // The frozen columns of the input need no gradient: `skip` of them come first.
  kernel.product(
    [batch.rows, inner - skip, 2 * wide],
    grad.dSums,
    2 * wide,
    1,
    grad.turned[names[0]] + skip,
    inner,
    dx,
    inner - skip,
    false,
  );
};
