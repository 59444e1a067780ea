import type { Batch } from './batch.ts';
import { widths } from './network.ts';
import type { Network } from './whole.ts';

/** One layer that reads every sentence in both directions; what it gives stands at `outputs[layer]`. */
const bothDirections = (network: Network, batch: Batch, layer: 0 | 1): void => {
  const { kernel, sizes, places } = network;
  const { hidden } = sizes;
  const { rows } = batch;
  const [wide, gateRow] = [hidden * 4, hidden * 16];
  const outputs = places.outputs[layer];
  for (const direction of [0, 1] as const) {
    if (layer === 0)
      kernel.gather(
        rows,
        gateRow,
        gateRow * 2,
        places.forms + direction * gateRow,
        places.formOf[direction],
        places.tags + direction * gateRow,
        places.tagOf[direction],
        places.gates,
      );
    else {
      const { w1, biases } = places;
      const columns = direction * wide;
      const [at, scales, bias] = [w1.at + columns * w1.rows * 2, w1.scales + columns * 4, biases.b1 + columns * 4];
      const from = places.outputs[0][direction];
      kernel.product(rows, wide, hidden, from, wide, at, scales, bias, 0, places.gates, gateRow);
    }
    const back = places.back[layer][direction];
    const out = outputs[direction] + direction * hidden * 2;
    for (let step = 0; step < batch.offsets.length; step++) {
      const first = batch.offsets[step] ?? 0;
      const before = batch.offsets[step - 1] ?? -1;
      const running = batch.running[step] ?? 0;
      const gate = places.gates + first * gateRow;
      if (before >= 0) {
        const from = out + before * wide;
        kernel.product(running, wide, hidden >> 1, from, wide, back.at, back.scales, gate, gateRow, gate, gateRow);
      }
      const earlier = before < 0 ? 0 : places.states + before * wide;
      kernel.step(running, hidden, gate, earlier, places.states + first * wide, out + first * wide, wide);
    }
  }
  // Each order of rows now lacks the half that the other direction gave.
  const half = hidden * 2;
  const [forwards, backwards] = outputs;
  for (let row = 0; row < rows; row++) {
    const mirrored = (batch.mirror[row] ?? 0) * wide;
    const after = backwards + mirrored + half;
    kernel.bytes.copyWithin(forwards + row * wide + half, after, after + half);
    kernel.bytes.copyWithin(backwards + mirrored, forwards + row * wide, forwards + row * wide + half);
  }
};

/**
 * Runs the two layers and the heads' first layer over a batch; from here on rows stand sentence by sentence.
 *
 * @param forms for each row, sentence by sentence, the row of its form at `places.forms`
 * @param tags and that of its tag
 */
export const encode = (network: Network, batch: Batch, forms: Uint32Array, tags: Uint32Array): void => {
  const { kernel, sizes, places } = network;
  const { counts } = kernel;
  const { mlp, out } = widths(sizes);
  const { hidden, arc } = sizes;
  const { rows } = batch;
  const [formOf, formOfBack] = [places.formOf[0] >> 2, places.formOf[1] >> 2];
  const [tagOf, tagOfBack] = [places.tagOf[0] >> 2, places.tagOf[1] >> 2];
  for (let row = 0; row < rows; row++) {
    const plain = batch.plain[row] ?? 0;
    const mirrored = batch.mirror[row] ?? 0;
    counts[formOf + row] = counts[formOfBack + mirrored] = forms[plain] ?? 0;
    counts[tagOf + row] = counts[tagOfBack + mirrored] = tags[plain] ?? 0;
  }
  bothDirections(network, batch, 0);
  bothDirections(network, batch, 1);
  const wide = hidden * 4;
  const [from] = places.outputs[1];
  for (let row = 0; row < rows; row++)
    kernel.bytes.copyWithin(places.top + (batch.plain[row] ?? 0) * wide, from + row * wide, from + (row + 1) * wide);
  const affine = (
    top: number,
    topRow: number,
    weights: { at: number; scales: number; rows: number },
    bias: number,
    to: number,
    columns: number,
  ) =>
    kernel.product(rows, columns, weights.rows >> 1, top, topRow, weights.at, weights.scales, bias, 0, to, columns * 4);
  affine(places.top, wide, places.mlp, places.biases.mlpB, places.m, mlp);
  kernel.leaky(rows * mlp, places.m, places.mShort);
  affine(places.mShort, mlp * 2, places.arc, places.biases.arcB, places.t, arc);
  affine(places.top, wide, places.out, places.biases.outB, places.ends, out);
};

/**
 * How well each row of one sentence suits each other row as its head, at `places.scores`: row = dependent, column = head.
 *
 * @returns the distance from one row to the next, in floats
 */
export const arcScores = (network: Network, batch: Batch, sentence: number): number => {
  const { kernel, sizes, places } = network;
  const { floatNumbers: numbers } = kernel;
  const { arc } = sizes;
  const { mlp } = widths(sizes);
  const length = batch.lengths[sentence] ?? 0;
  const start = batch.starts[sentence] ?? 0;
  const wide = Math.ceil(length / 8) * 8;
  const [turned, m] = [places.turned >> 2, (places.m >> 2) + start * mlp + arc];
  for (let row = 0; row < arc; row++)
    for (let column = 0; column < wide; column++)
      numbers[turned + row * wide + column] = column < length ? (numbers[m + column * mlp + row] ?? 0) : 0;
  const t = places.t + start * arc * 4;
  kernel.floats(length, wide, arc, t, arc * 4, places.turned, wide * 4, places.scores, wide * 4);
  return wide;
};

/** Scores of the relations of every row to its head, at `places.labels`. `heads` holds, for each row, the row of its head. */
export const labelScores = (network: Network, batch: Batch, heads: Uint32Array): void => {
  const { kernel, sizes, places } = network;
  const { arc, label } = sizes;
  const { mlp, labels } = widths(sizes);
  const { at, scales, rows } = places.label;
  kernel.counts.set(heads, places.heads >> 2);
  const below = arc * 4;
  kernel.pairs(batch.rows, label, places.mShort, mlp * 2, below, below + label * 2, places.heads, places.pairs);
  const bias = places.biases.labelB;
  kernel.product(batch.rows, labels, rows >> 1, places.pairs, rows * 2, at, scales, bias, 0, places.labels, labels * 4);
};
