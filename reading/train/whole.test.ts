import { expect, test } from 'vitest';
import { batchOf } from '../src/syntax/batch.ts';
import { rowsOfForms } from '../src/syntax/form.ts';
import { arcScores, encode, labelScores } from '../src/syntax/forward.ts';
import { FEATURE_COUNT, matricesOf, widths } from '../src/syntax/network.ts';
import { readNetwork } from '../src/syntax/weights.ts';
import * as float from './float/forward.ts';
import { traineeOf } from './network.ts';
import { packNetwork } from './pack.ts';
import { randomFrom } from './random.ts';

const SIZES = {
  ...{ glove: 100, word: 8, prefix: 8, suffix: 8, tag: 8, shape: 8, hidden: 16, arc: 16, label: 16 },
  ...{ words: 5, prefixes: 5, suffixes: 5, shapes: 20, tags: 7, labels: 9, kinds: 3 },
};

test('the network in whole numbers gives what the one in floats gives, but for little', () => {
  const random = randomFrom(5);
  const glove = {
    words: ['a', 'b', 'c'],
    vectors: Int8Array.from({ length: 300 }, () => random() * 200 - 100),
    scale: 0.02,
  };
  const { network, at, count } = traineeOf(SIZES, glove, random);
  const { numbers } = network.kernel;
  for (const { name, at: place, rows, columns } of matricesOf(SIZES))
    if (name.startsWith('table') || name === 'arc' || name === 'mlp')
      for (let index = 0; index < rows * columns; index++) numbers[at[0] + place + index] = random() * 3 - 1.5;
  const packed = packNetwork(numbers.slice(at[0], at[0] + count), SIZES);
  const whole = readNetwork(packed, SIZES, glove.vectors, glove.scale, 64, 32, 0);

  const lengths = [5, 3, 9];
  const batch = batchOf(lengths);
  const rows = Array.from({ length: batch.rows }, (_, row) => ({
    ...{ glove: (row % 4) - 1, word: row % 5, prefix: (row * 3) % 5, suffix: (row * 2) % 5, shape: (row * 7) % 20 },
    tag: row % 8,
  }));
  const features = new Int32Array(batch.rows * FEATURE_COUNT);
  rows.forEach(({ glove: vector, word, prefix, suffix, tag, shape }, row) => {
    features.set([vector, word, prefix, suffix, tag, shape], row * FEATURE_COUNT);
  });
  const heads = Uint32Array.from({ length: batch.rows }, (_, row) => (row * 5) % batch.rows);
  float.encode(network, batch, features);
  float.labelScores(network, batch, Int32Array.from(heads));
  const forms = rowsOfForms(
    whole,
    rows.map((_, row) => `form ${row}`),
    (form) => rows[Number(form.slice(5))] ?? { glove: -1, word: 0, prefix: 0, suffix: 0, shape: 0 },
  );
  encode(
    whole,
    batch,
    forms,
    Uint32Array.from(rows, ({ tag }) => tag),
  );
  labelScores(whole, batch, heads);

  const { labels, out } = widths(SIZES);
  const compare = (what: string, ours: number, theirs: number, size: number) => {
    let [most, off] = [0, 0];
    for (let index = 0; index < size; index++) {
      const value = numbers[theirs + index] ?? 0;
      most = Math.max(most, Math.abs(value));
      off = Math.max(off, Math.abs(value - (whole.kernel.floatNumbers[(ours >> 2) + index] ?? Number.NaN)));
    }
    expect(most, what).toBeGreaterThan(0.1);
    expect(off / most, what).toBeLessThan(0.05);
  };
  compare('tags', whole.places.ends, network.work.out, batch.rows * out);
  compare('labels', whole.places.labels, network.work.labels, batch.rows * labels);
  for (let sentence = 0; sentence < lengths.length; sentence++) {
    const wide = float.arcScores(network, batch, sentence);
    expect(arcScores(whole, batch, sentence)).toBe(wide);
    compare('arcs', whole.places.scores, network.work.scores, (batch.lengths[sentence] ?? 0) * wide);
  }
});

test('what is worked out for a form does not depend on what was worked out before', () => {
  const glove = { words: ['a'], vectors: new Int8Array(100).fill(40), scale: 0.02 };
  const { network, at, count } = traineeOf(SIZES, glove, randomFrom(6));
  const packed = packNetwork(network.kernel.numbers.slice(at[0], at[0] + count), SIZES);
  const rowsOf = (form: string) => ({
    ...{ glove: form.length % 2 ? 0 : -1, word: form.length % 5, prefix: 0, suffix: 0, shape: form.length % 20 },
  });
  const found = [0, 3000].map((before) => {
    const whole = readNetwork(packed, SIZES, glove.vectors, glove.scale, 64, 32, 0);
    for (let done = 0; done < before; done += 50)
      rowsOfForms(
        whole,
        Array.from({ length: 50 }, (_, index) => `before ${done + index}`),
        rowsOf,
      );
    const names = Array.from({ length: 60 }, (_, index) => 'x'.repeat(index));
    const rows = rowsOfForms(whole, names, rowsOf);
    const wide = 8 * SIZES.hidden;
    return Array.from(rows, (row) => {
      const start = (whole.places.forms >> 2) + row * wide;
      return Array.from(whole.kernel.floatNumbers.subarray(start, start + wide));
    });
  });
  expect(found[0]).toEqual(found[1]);
});
