import { type Batch, batchOf } from '../src/syntax/batch.ts';
import {
  FEATURE_COUNT,
  type MatrixName,
  matricesOf,
  parameterCount,
  type Sizes,
  widths,
} from '../src/syntax/network.ts';
import { LONGEST_ROWS } from '../src/syntax/parse.ts';
import { type Gold, learn } from './backward.ts';
import type { Blank } from './float/forward.ts';
import { kernelOf } from './float/kernel.ts';
import { type Network, placesOf, workspaceOf } from './float/workspace.ts';
import type { Glove } from './glove.ts';
import type { Gradients } from './layer.ts';
import { shuffled } from './random.ts';

/** A sentence ready for training: features of its rows (root first) and what each row should give. */
export interface Lesson {
  readonly rows: number;
  readonly features: Int32Array;
  readonly gold: Gold;
}

export interface Schedule {
  /** Falls of the rate to nothing, one after the other. In the first the rate is held for 30 % of its epochs. */
  readonly cycles: readonly { readonly epochs: number; readonly rate: number }[];
  readonly dropout: number;
  readonly batchRows: number;
}

/** Rows that a batch may have in training; a little more than `Schedule.batchRows`, and enough for parsing dev on the way. */
const TRAINING_ROWS = 1536;

const TURNED = ['w0', 'u0f', 'u0b', 'w1', 'u1f', 'u1b', 'mlp', 'arc', 'label', 'out'] as const;

export interface Trainee {
  readonly network: Network;
  readonly gradients: Gradients;
  readonly count: number;
  /** Where the parameters, their gradients, and the two moments of these begin. */
  readonly at: readonly [parameters: number, gradients: number, first: number, second: number];
}

/** Room for a network and its gradients, with small random weights. */
export const traineeOf = (sizes: Sizes, glove: Glove, random: () => number): Trainee => {
  const count = parameterCount(sizes);
  const { input, mlp } = widths(sizes);
  const { hidden } = sizes;
  let end = 4 * count + 16;
  const room = (floats: number) => {
    const at = end;
    end += Math.ceil(floats / 8) * 8;
    return at;
  };
  const work = workspaceOf(sizes, TRAINING_ROWS, LONGEST_ROWS, end);
  end = work.end;
  const turned = placesOf(sizes, room(count));
  const rows = TRAINING_ROWS;
  const gradients: Gradients = {
    places: placesOf(sizes, 16 + count),
    turned,
    dx: room(rows * input),
    dSums: room(rows * 8 * hidden),
    dGates: room(rows * 4 * hidden),
    dOuts: room(rows * hidden),
    dStates: room(rows * hidden),
    before: room(rows * hidden),
    dy: room(rows * 2 * hidden),
    dz: room(rows * 2 * hidden),
    dm: room(rows * mlp),
    dt: room(rows * sizes.arc),
    dPairs: room(rows * 3 * sizes.label),
  };
  const kernel = kernelOf(end);
  const { numbers } = kernel;
  for (const { name, at, rows: high, columns } of matricesOf(sizes)) {
    const start = 16 + at;
    if (name.endsWith('B') || name === 'b0' || name === 'b1') {
      // The forget gates begin open.
      if (name === 'b0' || name === 'b1')
        for (const gate of [hidden, 5 * hidden]) numbers.fill(1, start + gate, start + gate + hidden);
      continue;
    }
    const spread = name.startsWith('table')
      ? 0.1
      : name === 'arc'
        ? 0.05
        : Math.sqrt(6 / (high + (name.startsWith('w') || name.startsWith('u') ? hidden : columns)));
    for (let index = 0; index < high * columns; index++) numbers[start + index] = (random() * 2 - 1) * spread;
  }
  const network = { kernel, sizes, places: placesOf(sizes, 16), work, glove: glove.vectors, gloveScale: glove.scale };
  return { network, gradients, count, at: [16, 16 + count, 16 + 2 * count, 16 + 3 * count] };
};

export const turnWeights = ({ network, gradients }: Trainee): void => {
  const { numbers } = network.kernel;
  for (const { name, rows, columns } of matricesOf(network.sizes)) {
    if (!TURNED.some((one) => one === name)) continue;
    const [from, to] = [network.places[name], gradients.turned[name]];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        numbers[to + column * rows + row] = numbers[from + row * columns + column] ?? 0;
  }
};

/** Blanks a share of the columns of each sentence, the same columns in all its rows, and scales up the rest. */
const blankers = (batch: Batch, memory: Float32Array, rate: number, random: () => number): readonly [Blank, Blank] => {
  const masks = new Map<string, { columns: number; mask: Float32Array }>();
  const sentenceOfPlain = new Int32Array(batch.rows);
  batch.plain.forEach((row, packed) => {
    sentenceOfPlain[row] = batch.sentenceOf[packed] ?? 0;
  });
  const apply = (numbers: Float32Array, stage: string, at: number, rows: number, columns: number) => {
    const held = masks.get(stage);
    if (!held) return;
    const sentences = stage === 'input' || stage === 'middle' ? batch.sentenceOf : sentenceOfPlain;
    const skip = held.columns - columns;
    for (let row = 0; row < rows; row++) {
      const mask = (sentences[row] ?? 0) * held.columns + skip;
      const start = at + row * columns;
      for (let column = 0; column < columns; column++)
        numbers[start + column] = (numbers[start + column] ?? 0) * (held.mask[mask + column] ?? 0);
    }
  };
  const blank: Blank = (stage, at, rows, columns) => {
    const keep = 1 - (stage === 'input' ? rate * 0.6 : rate);
    const mask = Float32Array.from({ length: batch.lengths.length * columns }, () => (random() < keep ? 1 / keep : 0));
    masks.set(stage, { columns, mask });
    apply(memory, stage, at, rows, columns);
  };
  const reblank: Blank = (stage, at, rows, columns) => apply(memory, stage, at, rows, columns);
  return [blank, reblank];
};

const WORD_DROPOUT = 0.15;
const TAG_DROPOUT = 0.05;
const GLOVE_DROPOUT = 0.03;

/** One batch of lessons laid out, with some words, tags and vectors taken away. */
export const batchOfLessons = (lessons: readonly Lesson[], sizes: Sizes, random?: () => number) => {
  const batch = batchOf(lessons.map((lesson) => lesson.rows));
  const features = new Int32Array(batch.rows * FEATURE_COUNT);
  const gold = {
    heads: new Int32Array(batch.rows),
    labels: new Int32Array(batch.rows),
    tags: new Int32Array(batch.rows),
    kinds: new Int32Array(batch.rows),
  };
  batch.order.forEach((index, sentence) => {
    const lesson = lessons[index];
    if (!lesson) return;
    const start = batch.starts[sentence] ?? 0;
    features.set(lesson.features, start * FEATURE_COUNT);
    gold.heads.set(
      lesson.gold.heads.map((head) => (head < 0 ? -1 : head + start)),
      start,
    );
    gold.labels.set(lesson.gold.labels, start);
    gold.tags.set(lesson.gold.tags, start);
    gold.kinds.set(lesson.gold.kinds, start);
  });
  if (random)
    for (let at = 0; at < features.length; at += FEATURE_COUNT) {
      if (random() < WORD_DROPOUT) features[at + 1] = 0;
      if (random() < TAG_DROPOUT) features[at + 4] = sizes.tags;
      if (random() < GLOVE_DROPOUT) features[at] = -1;
    }
  return { batch, features, gold };
};

const BETA1 = 0.9;
const BETA2 = 0.98;
const CLIP = 5;

/** One step of Adam over the matrices and over the rows of the tables that the batch touched; clears their gradients. */
const improve = (
  trainee: Trainee,
  touched: ReadonlyMap<MatrixName, ReadonlySet<number>>,
  rate: number,
  step: number,
  scale: number,
) => {
  const { network, at } = trainee;
  const { numbers } = network.kernel;
  const ranges: [number, number][] = [];
  for (const { name, at: start, rows, columns } of matricesOf(network.sizes)) {
    if (!name.startsWith('table')) ranges.push([start, start + rows * columns]);
    else for (const row of touched.get(name) ?? []) ranges.push([start + row * columns, start + (row + 1) * columns]);
  }
  const [parameters, gradients, first, second] = at;
  let norm = 0;
  for (const [from, to] of ranges)
    for (let index = gradients + from; index < gradients + to; index++) norm += (numbers[index] ?? 0) ** 2;
  norm = Math.sqrt(norm) * scale;
  const shrink = scale * (norm > CLIP ? CLIP / norm : 1);
  const [fix1, fix2] = [1 - BETA1 ** step, 1 - BETA2 ** step];
  for (const [from, to] of ranges)
    for (let index = from; index < to; index++) {
      const gradient = (numbers[gradients + index] ?? 0) * shrink;
      const mean = BETA1 * (numbers[first + index] ?? 0) + (1 - BETA1) * gradient;
      const square = BETA2 * (numbers[second + index] ?? 0) + (1 - BETA2) * gradient * gradient;
      numbers[first + index] = mean;
      numbers[second + index] = square;
      numbers[gradients + index] = 0;
      numbers[parameters + index] =
        (numbers[parameters + index] ?? 0) - (rate * (mean / fix1)) / (Math.sqrt(square / fix2) + 1e-9);
    }
};

/** Sentences of like length together, about `rows` rows a batch, batches in random order. */
export const batches = (lessons: readonly Lesson[], rows: number, random: () => number): Lesson[][] => {
  const sorted = lessons.map((lesson) => ({ lesson, key: lesson.rows + random() * 4 })).sort((a, b) => a.key - b.key);
  const groups: Lesson[][] = [];
  let held: Lesson[] = [];
  let size = 0;
  for (const { lesson } of sorted) {
    if (size + lesson.rows > rows && held.length > 0) {
      groups.push(held);
      held = [];
      size = 0;
    }
    held.push(lesson);
    size += lesson.rows;
  }
  if (held.length > 0) groups.push(held);
  return shuffled(groups, random);
};

/** Trains for the cycles of the schedule with Adam; every cycle warms up over 100 steps, and at its end the rate has fallen to nothing. */
export const trainNetwork = (
  trainee: Trainee,
  lessons: readonly Lesson[],
  schedule: Schedule,
  random: () => number,
  onEpoch: (epoch: number, loss: number) => void,
): void => {
  const { network, gradients } = trainee;
  const { numbers } = network.kernel;
  let step = 0;
  let epoch = 0;
  for (const [cycle, { epochs, rate }] of schedule.cycles.entries()) {
    const began = step;
    for (let round = 0; round < epochs; round++) {
      epoch++;
      let [loss, rows] = [0, 0];
      const groups = batches(lessons, schedule.batchRows, random);
      for (const [index, group] of groups.entries()) {
        step++;
        const { batch, features, gold } = batchOfLessons(group, network.sizes, random);
        turnWeights(trainee);
        const touched = new Map<MatrixName, Set<number>>();
        const [blank, reblank] = blankers(batch, numbers, schedule.dropout, random);
        loss += learn(network, gradients, batch, features, gold, blank, reblank, (table, row) => {
          const set = touched.get(table) ?? new Set<number>();
          set.add(row);
          touched.set(table, set);
        });
        rows += batch.rows;
        const done = (round + (index + 1) / groups.length) / epochs;
        const fall = cycle === 0 ? Math.min(1, (1 - done) / 0.7) : 1 - done;
        improve(trainee, touched, rate * Math.min(1, (step - began) / 100) * fall, step, 1 / batch.rows);
      }
      onEpoch(epoch, loss / rows);
    }
  }
};
