import type { Batch } from '../src/syntax/batch.ts';
import { FEATURE_COUNT, type MatrixName, widths } from '../src/syntax/network.ts';
import { arcScores, type Blank, encode, LEAK, labelScores } from './float/forward.ts';
import type { Network } from './float/workspace.ts';
import { addColumns, clear, type Gradients, layerBackward } from './layer.ts';

/** What a batch should have given, row by row, sentence by sentence; rows of the root hold -1. */
export interface Gold {
  /** Row of the head, counted in the batch. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly tags: Int32Array;
  /** -1 where the data say nothing about entities. */
  readonly kinds: Int32Array;
}

/** Weights of the four losses; arcs and labels weigh 1. */
const TAG_LOSS = 0.5;
const KIND_LOSS = 0.5;

type Numbers = Float32Array;

/** Turns scores at `at` into probabilities less the right answer, times `weight`. @returns the loss */
const softmax = (numbers: Numbers, at: number, count: number, right: number, weight: number): number => {
  let top = -Infinity;
  for (let index = 0; index < count; index++) top = Math.max(top, numbers[at + index] ?? 0);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const power = Math.exp((numbers[at + index] ?? 0) - top);
    numbers[at + index] = power;
    sum += power;
  }
  const loss = -Math.log(Math.max((numbers[at + right] ?? 0) / sum, 1e-20));
  for (let index = 0; index < count; index++)
    numbers[at + index] = weight * ((numbers[at + index] ?? 0) / sum - (index === right ? 1 : 0));
  return loss * weight;
};

/** Scores arcs against the gold heads and passes the gradients to `dt` and to the heads' half of `dm`. */
const arcsBackward = (network: Network, grad: Gradients, batch: Batch, gold: Gold): number => {
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const { arc } = sizes;
  const { mlp } = widths(sizes);
  let loss = 0;
  for (let sentence = 0; sentence < batch.lengths.length; sentence++) {
    const start = batch.starts[sentence] ?? 0;
    const length = batch.lengths[sentence] ?? 0;
    const wide = arcScores(network, batch, sentence);
    clear(numbers, work.scores, length);
    for (let row = 1; row < length; row++) {
      numbers[work.scores + row * wide + row] = -1e4;
      loss += softmax(numbers, work.scores + row * wide, length, (gold.heads[start + row] ?? 0) - start, 1);
    }
    const heads = work.m + start * mlp + arc;
    kernel.product([length, arc, length], work.scores, wide, 1, heads, mlp, grad.dt + start * arc, arc, false);
    kernel.product(
      [length, arc, length],
      work.scores,
      1,
      wide,
      work.t + start * arc,
      arc,
      grad.dm + start * mlp + arc,
      mlp,
      true,
    );
  }
  kernel.product([arc, arc, batch.rows], work.m, 1, mlp, grad.dt, arc, grad.places.arc, arc, true);
  addColumns(numbers, grad.dt, batch.rows, arc, grad.places.arcB);
  kernel.product([batch.rows, arc, arc], grad.dt, arc, 1, grad.turned.arc, arc, grad.dm, mlp, true);
  return loss;
};

const labelsBackward = (network: Network, grad: Gradients, batch: Batch, gold: Gold): number => {
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const { arc, label } = sizes;
  const { mlp, labels } = widths(sizes);
  labelScores(
    network,
    batch,
    gold.heads.map((head) => Math.max(head, 0)),
  );
  let loss = 0;
  for (let row = 0; row < batch.rows; row++) {
    const at = work.labels + row * labels;
    const right = gold.labels[row] ?? -1;
    if (right >= 0) loss += softmax(numbers, at, sizes.labels, right, 1);
    clear(numbers, right < 0 ? at : at + sizes.labels, right < 0 ? labels : labels - sizes.labels);
  }
  kernel.product(
    [3 * label, labels, batch.rows],
    work.pairs,
    1,
    3 * label,
    work.labels,
    labels,
    grad.places.label,
    labels,
    true,
  );
  addColumns(numbers, work.labels, batch.rows, labels, grad.places.labelB);
  kernel.product(
    [batch.rows, 3 * label, labels],
    work.labels,
    labels,
    1,
    grad.turned.label,
    3 * label,
    grad.dPairs,
    3 * label,
    false,
  );
  for (let row = 0; row < batch.rows; row++) {
    if ((gold.labels[row] ?? -1) < 0) continue;
    const head = Math.max(gold.heads[row] ?? 0, 0) * mlp + 2 * arc + label;
    const dependent = row * mlp + 2 * arc;
    const from = grad.dPairs + row * 3 * label;
    for (let j = 0; j < label; j++) {
      const d = numbers[from + j] ?? 0;
      numbers[grad.dm + dependent + j] =
        (numbers[grad.dm + dependent + j] ?? 0) +
        d * (numbers[work.m + head + j] ?? 0) +
        (numbers[from + label + j] ?? 0);
      numbers[grad.dm + head + j] =
        (numbers[grad.dm + head + j] ?? 0) +
        d * (numbers[work.m + dependent + j] ?? 0) +
        (numbers[from + 2 * label + j] ?? 0);
    }
  }
  return loss;
};

const outBackward = (network: Network, grad: Gradients, batch: Batch, gold: Gold): number => {
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const { out } = widths(sizes);
  let loss = 0;
  for (let row = 0; row < batch.rows; row++) {
    const at = work.out + row * out;
    const [tag, kind] = [gold.tags[row] ?? -1, gold.kinds[row] ?? -1];
    if (tag >= 0) loss += softmax(numbers, at, sizes.tags, tag, TAG_LOSS);
    else clear(numbers, at, sizes.tags);
    if (kind >= 0) loss += softmax(numbers, at + sizes.tags, sizes.kinds, kind, KIND_LOSS);
    else clear(numbers, at + sizes.tags, sizes.kinds);
    clear(numbers, at + sizes.tags + sizes.kinds, out - sizes.tags - sizes.kinds);
  }
  const wide = 2 * sizes.hidden;
  kernel.product([wide, out, batch.rows], work.z, 1, wide, work.out, out, grad.places.out, out, true);
  addColumns(numbers, work.out, batch.rows, out, grad.places.outB);
  kernel.product([batch.rows, wide, out], work.out, out, 1, grad.turned.out, wide, grad.dz, wide, true);
  return loss;
};

/** Runs a batch forwards and backwards and adds its gradients. `touched` collects the rows of the tables. @returns the loss */
export const learn = (
  network: Network,
  grad: Gradients,
  batch: Batch,
  features: Int32Array,
  gold: Gold,
  blank: Blank,
  reblank: Blank,
  touch: (table: MatrixName, row: number) => void,
): number => {
  const { kernel, sizes, work } = network;
  const { numbers } = kernel;
  const { hidden } = sizes;
  const { input, mlp } = widths(sizes);
  const wide = 2 * hidden;
  encode(network, batch, features, blank);
  clear(numbers, grad.dm, batch.rows * mlp);
  clear(numbers, grad.dz, batch.rows * wide);
  let loss = arcsBackward(network, grad, batch, gold) + labelsBackward(network, grad, batch, gold);
  loss += outBackward(network, grad, batch, gold);
  reblank('mlp', grad.dm, batch.rows, mlp);
  for (let at = 0; at < batch.rows * mlp; at++)
    if ((numbers[work.m + at] ?? 0) < 0) numbers[grad.dm + at] = (numbers[grad.dm + at] ?? 0) * LEAK;
  kernel.product([wide, mlp, batch.rows], work.z, 1, wide, grad.dm, mlp, grad.places.mlp, mlp, true);
  addColumns(numbers, grad.dm, batch.rows, mlp, grad.places.mlpB);
  kernel.product([batch.rows, wide, mlp], grad.dm, mlp, 1, grad.turned.mlp, wide, grad.dz, wide, true);
  reblank('top', grad.dz, batch.rows, wide);
  for (let row = 0; row < batch.rows; row++) {
    const source = grad.dz + (batch.plain[row] ?? 0) * wide;
    numbers.copyWithin(grad.dy + row * wide, source, source + wide);
  }
  layerBackward(network, grad, batch, 1, work.y[0], wide, grad.dz, 0);
  numbers.copyWithin(grad.dy, grad.dz, grad.dz + batch.rows * wide);
  reblank('middle', grad.dy, batch.rows, wide);
  const trained = input - sizes.glove;
  layerBackward(network, grad, batch, 0, work.x, input, grad.dx, sizes.glove);
  reblank('input', grad.dx, batch.rows, trained);
  const tables = [
    ['table-word', sizes.word],
    ['table-prefix', sizes.prefix],
    ['table-suffix', sizes.suffix],
    ['table-tag', sizes.tag],
    ['table-shape', sizes.shape],
  ] as const;
  for (let row = 0; row < batch.rows; row++) {
    let from = grad.dx + row * trained;
    tables.forEach(([name, columns], table) => {
      const index = features[(batch.plain[row] ?? 0) * FEATURE_COUNT + 1 + table] ?? 0;
      const to = grad.places[name] + index * columns;
      for (let column = 0; column < columns; column++)
        numbers[to + column] = (numbers[to + column] ?? 0) + (numbers[from + column] ?? 0);
      touch(name, index);
      from += columns;
    });
  }
  return loss;
};
