import { WEIGHT_COUNT, type Weights } from '../mention/antecedent.ts';
import type { Typer } from '../mention/type.ts';
import { kernelOf } from './kernel.ts';
import type { LemmaRules } from './lemma.ts';
import { matricesOf, parameterCount, placesOf, type Sizes, workspaceOf } from './network.ts';
import { BATCH_ROWS, LONGEST_ROWS, type Parser } from './parse.ts';

/** What stands in the first part of a model file, as JSON. */
export interface Meta {
  readonly name: string;
  readonly sizes: Sizes;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly kinds: readonly string[];
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly sure: readonly (readonly [string, number])[];
  readonly taggerRows: number;
  readonly gloveScale: number;
  readonly lemmas: LemmaRules;
  /** Weights of the features by which an antecedent is chosen: number and weight of those that are not 0. */
  readonly coreference: readonly (readonly [number, number])[];
  /** What a unit of the typer's weights is worth, and its weights of vectors. */
  readonly typerScale: number;
  readonly typerDense: readonly number[];
  /** Bytes of the parts that follow: GloVe words, GloVe vectors, network, tagger, typer. */
  readonly parts: readonly [number, number, number, number, number];
}

export interface Model {
  readonly name: string;
  readonly parser: Parser;
  readonly lemmas: LemmaRules;
  readonly coreference: Weights;
  readonly typer: Typer;
}

export const MAGIC = 'ENTENTE1';

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const numbered = (words: readonly string[]) => new Map(words.map((word, at) => [word, at + 1]));

const isMeta = (value: unknown): value is Meta =>
  typeof value === 'object' && value !== null && 'sizes' in value && 'parts' in value && Array.isArray(value.parts);

const broken = (what: string) =>
  new RangeError(`These bytes are no model of reading/syntax: ${what}. Use reading/model/english.bin as it was built.`);

/** Weights of the tagger: for each row a count, then pairs of a tag and a weight. */
const taggerWeights = (bytes: Uint8Array, rows: number, tags: number): Int8Array => {
  const weights = new Int8Array(rows * tags);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const count = bytes[at++] ?? 0;
    for (let pair = 0; pair < count; pair++, at += 2) {
      const weight = bytes[at + 1] ?? 0;
      weights[row * tags + (bytes[at] ?? 0)] = weight > 127 ? weight - 256 : weight;
    }
  }
  return weights;
};

/**
 * Reads a model file: magic, length of the meta part, meta (JSON), GloVe words (one a line), GloVe vectors (bytes), the network (for each matrix one scale a
 * column, as 32-bit floats, then its entries as bytes; single rows as floats), the tagger, the typer, the typer's weights.
 *
 * @throws RangeError when the bytes are not such a file
 */
export const readModel = (bytes: Uint8Array): Model => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  if (bytes.length < 12 || decoder.decode(bytes.subarray(0, 8)) !== MAGIC) throw broken('they begin otherwise');
  const metaEnd = 12 + view.getUint32(8, true);
  if (metaEnd > bytes.length) throw broken('they end too early');
  const meta: unknown = JSON.parse(decoder.decode(bytes.subarray(12, metaEnd)));
  if (!isMeta(meta)) throw broken('their description is incomplete');
  const { sizes, parts } = meta;
  const starts = parts.map((_, part) => metaEnd + parts.slice(0, part).reduce((sum, size) => sum + size, 0));
  const [wordsAt = 0, vectorsAt = 0, networkAt = 0, taggerAt = 0, typerAt = 0] = starts;
  if (typerAt + parts[4] !== bytes.length) throw broken('their length is not the one they state');
  const gloveWords = decoder.decode(bytes.subarray(wordsAt, vectorsAt)).split('\n');
  const glove = new Int8Array(bytes.slice(vectorsAt, networkAt).buffer);
  const from = 16;
  const work = workspaceOf(sizes, BATCH_ROWS, LONGEST_ROWS, from + parameterCount(sizes));
  const kernel = kernelOf(work.end);
  let at = networkAt;
  for (const { at: place, rows, columns } of matricesOf(sizes)) {
    const scales = new Float32Array(columns);
    for (let column = 0; column < columns; column++, at += 4) scales[column] = view.getFloat32(at, true);
    if (rows === 1) kernel.numbers.set(scales, from + place);
    else
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++)
          kernel.numbers[from + place + row * columns + column] = view.getInt8(at++) * (scales[column] ?? 0);
  }
  if (at !== taggerAt) throw broken('the network has another size');
  const parser: Parser = {
    network: { kernel, sizes, places: placesOf(sizes, from), work, glove, gloveScale: meta.gloveScale },
    vocabulary: {
      glove: new Map(gloveWords.map((word, row) => [word, row])),
      words: numbered(meta.words),
      prefixes: numbered(meta.prefixes),
      suffixes: numbered(meta.suffixes),
    },
    tagger: {
      tags: meta.tags,
      weights: taggerWeights(bytes.subarray(taggerAt, typerAt), meta.taggerRows, meta.tags.length),
      rows: meta.taggerRows,
      sure: new Map(meta.sure),
    },
    labels: meta.labels,
    kinds: meta.kinds,
  };
  const coreference = new Float32Array(WEIGHT_COUNT);
  for (const [feature, weight] of meta.coreference) coreference[feature] = weight;
  const typer: Typer = {
    weights: new Int8Array(bytes.slice(typerAt).buffer),
    scale: meta.typerScale,
    dense: Float32Array.from(meta.typerDense),
    vectors: { rows: parser.vocabulary.glove, table: glove },
  };
  return { name: meta.name, parser, lemmas: meta.lemmas, coreference, typer };
};
