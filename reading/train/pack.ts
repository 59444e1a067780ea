import { Buffer } from 'node:buffer';
import { MAGIC, type Meta } from '../src/syntax/model.ts';
import { matricesOf, type Sizes } from '../src/syntax/network.ts';

/** Weights of the tagger smaller than this are left out; the others are kept in quarters, up to ±127. */
const LEAST = 0.9;
const STEPS = 4;

const packTagger = (weights: Float32Array, tags: number): Buffer => {
  const bytes: number[] = [];
  for (let row = 0; row < weights.length / tags; row++) {
    const pairs: number[] = [];
    for (let tag = 0; tag < tags; tag++) {
      const weight = weights[row * tags + tag] ?? 0;
      if (Math.abs(weight) >= LEAST) pairs.push(tag, Math.max(-127, Math.min(127, Math.round(weight * STEPS))) & 255);
    }
    bytes.push(pairs.length / 2);
    for (const one of pairs) bytes.push(one);
  }
  return Buffer.from(bytes);
};

/** The bytes of a network: for each matrix the scales of its columns, then its entries; of a single row its floats. */
export const packNetwork = (parameters: Float32Array, sizes: Sizes): Buffer => {
  const parts: Buffer[] = [];
  for (const { at, rows, columns } of matricesOf(sizes)) {
    const scales = Buffer.alloc(columns * 4);
    const entries = Buffer.alloc(rows === 1 ? 0 : rows * columns);
    for (let column = 0; column < columns; column++) {
      let most = 1e-9;
      for (let row = 0; row < rows; row++)
        most = Math.max(most, Math.abs(parameters[at + row * columns + column] ?? 0));
      const scale = rows === 1 ? (parameters[at + column] ?? 0) : most / 127;
      scales.writeFloatLE(scale, column * 4);
      if (rows > 1)
        for (let row = 0; row < rows; row++)
          entries.writeInt8(Math.round((parameters[at + row * columns + column] ?? 0) / scale), row * columns + column);
    }
    parts.push(scales, entries);
  }
  return Buffer.concat(parts);
};

/** The bytes of a model file; `readModel` says how they are laid out. */
export const packModel = (
  meta: Omit<Meta, 'parts'>,
  gloveWords: readonly string[],
  glove: Int8Array,
  parameters: Float32Array,
  tagger: Float32Array,
  typer: Int8Array,
): Buffer => {
  const words = Buffer.from(gloveWords.join('\n'));
  const vectors = Buffer.from(glove.buffer, glove.byteOffset, glove.byteLength);
  const network = packNetwork(parameters, meta.sizes);
  const weights = packTagger(tagger, meta.tags.length);
  const described: Meta = {
    ...meta,
    parts: [words.length, vectors.length, network.length, weights.length, typer.length],
  };
  const json = Buffer.from(JSON.stringify(described));
  const head = Buffer.alloc(12);
  head.write(MAGIC);
  head.writeUInt32LE(json.length, 8);
  return Buffer.concat([head, json, words, vectors, network, weights, Buffer.from(typer.buffer)]);
};
