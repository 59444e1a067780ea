import { KERNEL } from './kernel-bytes.ts';
import { plainLoops } from './plain.ts';
import { compiled, PAGE } from './webassembly.ts';

/** The loops that parsing spends its time in. All places and distances are counted in bytes from the start of the memory. */
export interface Loops {
  /**
   * Product of matrices in whole numbers: C[m × n] = D + scale of the column · (A[m × 2·pairs] · B). A is in 16 bits with rows `aRow` apart,
   * B as `packedPlace` lays it out, sums are in 32 bits, C and D in floats. Rows of D 0 apart are one row, read again and again.
   */
  product(
    m: number,
    n: number,
    pairs: number,
    a: number,
    aRow: number,
    b: number,
    scales: number,
    d: number,
    dRow: number,
    c: number,
    cRow: number,
  ): void;
  /** C[m × n] = A[m × k] · B[k × n] in floats; n a multiple of eight. */
  floats(
    m: number,
    n: number,
    k: number,
    a: number,
    aRow: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
  ): void;
  /** Writes for each row the sum of one row of each of two tables of floats, chosen by lists of row numbers; `wide` bytes of rows of `row` bytes. */
  gather(
    rows: number,
    wide: number,
    row: number,
    forms: number,
    formOf: number,
    tags: number,
    tagOf: number,
    to: number,
  ): void;
  /**
   * One step of long short-term memory. `gates`: rows × 4·width sums (input, forget, candidate, output); `before`: states of the step before, or 0 at the
   * first. The output is in 16 bits, 32767 for one, its rows `outRow` apart.
   */
  step(rows: number, width: number, gates: number, before: number, state: number, out: number, outRow: number): void;
  /** The leaky rectifier on floats in place, and the same in 16 bits at `to`, 4096 for one. */
  leaky(count: number, at: number, to: number): void;
  /** For each row its own part and its head's part of `m` (16 bits, 4096 for one): the product, the one, the other; all 512 for one. */
  pairs(
    rows: number,
    width: number,
    m: number,
    mRow: number,
    below: number,
    above: number,
    heads: number,
    to: number,
  ): void;
  /** The column with the highest sum over rows of a table of bytes; the first of equals. Rows are `wide` bytes; `columns` of them count. */
  best(features: number, count: number, weights: number, wide: number, columns: number, sums: number): number;
}

/** One memory, seen as numbers of each kind, and the loops over it. */
export interface Kernel extends Loops {
  readonly bytes: Int8Array;
  readonly shorts: Int16Array;
  readonly counts: Uint32Array;
  readonly floatNumbers: Float32Array;
  readonly compiled: boolean;
}

/** Where an entry of a matrix of so many rows stands, in 16-bit numbers: blocks of eight columns, in each the rows two by two. */
export const packedPlace = (rows: number, row: number, column: number): number =>
  (((column >> 3) * (rows >> 1) + (row >> 1)) * 8 + (column & 7)) * 2 + (row & 1);

const isCompiled = (exports: unknown): exports is Loops =>
  typeof exports === 'object' &&
  exports !== null &&
  ['product', 'floats', 'gather', 'step', 'leaky', 'pairs', 'best'].every((name) => name in exports);

const viewsOf = (buffer: ArrayBuffer) => ({
  bytes: new Int8Array(buffer),
  shorts: new Int16Array(buffer),
  counts: new Uint32Array(buffer),
  floatNumbers: new Float32Array(buffer),
});

/** The kernel as compiled code, or nothing where the machine cannot run it. */
const compiledKernel = (size: number): Kernel | undefined => {
  const { exports, buffer } = compiled(KERNEL, Math.ceil(size / PAGE)) ?? {};
  return buffer && isCompiled(exports) ? { ...viewsOf(buffer), ...exports, compiled: true } : undefined;
};

/** The kernel in plain JavaScript: the same results bit by bit, many times slower. */
export const plainKernel = (size: number): Kernel => {
  const views = viewsOf(new ArrayBuffer(Math.ceil(size / PAGE) * PAGE));
  return { ...views, ...plainLoops(views), compiled: false };
};

/** A kernel with room for so many bytes; compiled where possible. */
export const kernelOf = (size: number): Kernel => compiledKernel(size) ?? plainKernel(size);
