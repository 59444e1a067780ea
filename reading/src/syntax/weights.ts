import { type Kernel, kernelOf, packedPlace } from './kernel.ts';
import { type MatrixName, matricesOf, type Sizes } from './network.ts';
import { type Network, ONE, type Packed, placesOf } from './whole.ts';

/** A matrix as it is stored: bytes times the scale of their column; of a single row only the scales, which are the row. */
interface Stored {
  readonly scales: Float32Array;
  readonly entries: Int8Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Reads a network: for each matrix one scale a column, as 32-bit floats, then its entries as bytes; single rows as floats.
 *
 * @param batch rows of the largest batch
 * @param longest rows of the longest sentence
 * @param spare bytes kept free at the start of the memory, from 16
 * @throws RangeError when the bytes are more or fewer than the sizes say
 */
export const readNetwork = (
  bytes: Uint8Array,
  sizes: Sizes,
  glove: Int8Array,
  gloveScale: number,
  batch: number,
  longest: number,
  spare: number,
  kernelFor: (bytes: number) => Kernel = kernelOf,
): Network => {
  const { places, end } = placesOf(sizes, batch, longest, spare);
  const kernel = kernelFor(end);
  const { shorts, floatNumbers } = kernel;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stored = new Map<MatrixName, Stored>();
  let at = 0;
  for (const { name, rows, columns } of matricesOf(sizes)) {
    const after = at + columns * 4 + (rows === 1 ? 0 : rows * columns);
    if (after > bytes.length) throw new RangeError('the network has another size');
    const scales = Float32Array.from({ length: columns }, (_, column) => view.getFloat32(at + column * 4, true));
    const entries = new Int8Array(bytes.buffer, bytes.byteOffset + at + columns * 4, rows === 1 ? 0 : rows * columns);
    stored.set(name, { scales, entries, rows, columns });
    at = after;
  }
  if (at !== bytes.length) throw new RangeError('the network has another size');
  const matrix = (name: MatrixName): Stored => {
    const found = stored.get(name);
    if (!found) throw new RangeError(`There is no matrix ${name}`);
    return found;
  };
  const table = (name: MatrixName): Float32Array => {
    const { scales, entries, columns } = matrix(name);
    return Float32Array.from(entries, (entry, index) => entry * (scales[index % columns] ?? 0));
  };
  const pack = (to: Packed, name: MatrixName, one: number, rowOf: (row: number) => number = (row) => row) => {
    const { scales, entries, columns } = matrix(name);
    for (let column = 0; column < columns; column++)
      floatNumbers[(to.scales >> 2) + column] = (scales[column] ?? 0) / one;
    for (let row = 0; row < to.rows; row++)
      for (let column = 0; column < columns; column++)
        shorts[(to.at >> 1) + packedPlace(to.rows, row, column)] = entries[rowOf(row) * columns + column] ?? 0;
  };
  const tagFrom = sizes.glove + sizes.word + sizes.prefix + sizes.suffix;
  pack(places.w0, 'w0', ONE.input, (row) => (row < tagFrom ? row : row + sizes.tag));
  pack(places.w1, 'w1', ONE.layer);
  pack(places.back[0][0], 'u0f', ONE.layer);
  pack(places.back[0][1], 'u0b', ONE.layer);
  pack(places.back[1][0], 'u1f', ONE.layer);
  pack(places.back[1][1], 'u1b', ONE.layer);
  pack(places.mlp, 'mlp', ONE.layer);
  pack(places.arc, 'arc', ONE.heads);
  pack(places.label, 'label', ONE.pairs);
  pack(places.out, 'out', ONE.layer);
  for (const name of ['b1', 'mlpB', 'arcB', 'labelB', 'outB'] as const)
    floatNumbers.set(matrix(name).scales, places.biases[name] >> 2);
  const tags = table('table-tag');
  const [bias, weights] = [matrix('b0'), matrix('w0')];
  for (let tag = 0; tag <= sizes.tags; tag++)
    for (let column = 0; column < weights.columns; column++) {
      let sum = 0;
      for (let index = 0; index < sizes.tag; index++)
        sum +=
          (tags[tag * sizes.tag + index] ?? 0) * (weights.entries[(tagFrom + index) * weights.columns + column] ?? 0);
      floatNumbers[(places.tags >> 2) + tag * weights.columns + column] =
        sum * (weights.scales[column] ?? 0) + (bias.scales[column] ?? 0);
    }
  const tables = {
    word: table('table-word'),
    prefix: table('table-prefix'),
    suffix: table('table-suffix'),
    shape: table('table-shape'),
  };
  return { kernel, sizes, places, tables, glove, gloveScale, kept: new Map() };
};
