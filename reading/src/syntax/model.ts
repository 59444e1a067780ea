import { WEIGHT_COUNT, type Weights } from '../mention/antecedent.ts';
import type { Typer } from '../mention/type.ts';
import { type Kernel, kernelOf } from './kernel.ts';
import type { LemmaRules } from './lemma.ts';
import type { Sizes } from './network.ts';
import { BATCH_ROWS, LONGEST_ROWS, type Parser } from './parse.ts';
import { type Tagger, TEMPLATES } from './tagger.ts';
import { readNetwork } from './weights.ts';

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

/** Where the tagger's weights stand in the kernel's memory, in bytes; rows are padded to a multiple of 16. */
const taggerPlaces = (rows: number, tags: number) => {
  const wide = Math.ceil(tags / 16) * 16;
  const features = 16 + rows * wide;
  const sums = features + Math.ceil(TEMPLATES / 4) * 16;
  return { weights: 16, wide, features, sums, size: sums + wide * 2 };
};

/** Reads the tagger's weights into the kernel: for each row a count, then pairs of a tag and a weight. */
const readTagger = (
  bytes: Uint8Array,
  rows: number,
  tags: readonly string[],
  sure: ReadonlyMap<string, number>,
  kernel: Kernel,
): Tagger => {
  const { weights, wide, features, sums } = taggerPlaces(rows, tags.length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const count = bytes[at++] ?? 0;
    for (let pair = 0; pair < count; pair++, at += 2)
      kernel.bytes[weights + row * wide + (bytes[at] ?? 0)] = bytes[at + 1] ?? 0;
  }
  return {
    tags,
    rows,
    sure,
    features: kernel.counts.subarray(features >> 2, (features >> 2) + TEMPLATES),
    best: () => kernel.best(features, TEMPLATES, weights, wide, tags.length, sums),
  };
};

/**
 * Reads a model file: magic, length of the meta part, meta (JSON), GloVe words (one a line), GloVe vectors (bytes), the network (for each matrix one scale a
 * column, as 32-bit floats, then its entries as bytes; single rows as floats), the tagger, the typer, the typer's weights.
 *
 * @throws RangeError when the bytes are not such a file
 */
export const readModel = (bytes: Uint8Array, kernelFor: (bytes: number) => Kernel = kernelOf): Model => {
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
  const glove = new Int8Array(bytes.buffer, bytes.byteOffset + vectorsAt, networkAt - vectorsAt);
  const spare = taggerPlaces(meta.taggerRows, meta.tags.length).size;
  const weights = bytes.subarray(networkAt, taggerAt);
  const network = readNetwork(weights, sizes, glove, meta.gloveScale, BATCH_ROWS, LONGEST_ROWS, spare, kernelFor);
  const parser: Parser = {
    network,
    vocabulary: {
      glove: new Map(gloveWords.map((word, row) => [word, row])),
      words: numbered(meta.words),
      prefixes: numbered(meta.prefixes),
      suffixes: numbered(meta.suffixes),
    },
    tagger: readTagger(
      bytes.subarray(taggerAt, typerAt),
      meta.taggerRows,
      meta.tags,
      new Map(meta.sure),
      network.kernel,
    ),
    labels: meta.labels,
    kinds: meta.kinds,
  };
  const coreference = new Float32Array(WEIGHT_COUNT);
  for (const [feature, weight] of meta.coreference) coreference[feature] = weight;
  const typer: Typer = {
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + typerAt, parts[4]),
    scale: meta.typerScale,
    dense: Float32Array.from(meta.typerDense),
    vectors: { rows: parser.vocabulary.glove, table: glove },
  };
  return { name: meta.name, parser, lemmas: meta.lemmas, coreference, typer };
};
