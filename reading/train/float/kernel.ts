import { compiled, PAGE } from '../../src/syntax/webassembly.ts';
import { KERNEL } from './kernel-bytes.ts';

/**
 * Numbers in one memory and the two operations that the network spends its time in.
 * Places and sizes are counted in floats from the start of the memory.
 */
export interface Kernel {
  readonly numbers: Float32Array;
  readonly compiled: boolean;
  /**
   * Product of two matrices: C[m × n] = A[m × k] · B[k × n], or added to C.
   * A is read with two strides (next row, next column), so a transposed A costs nothing.
   */
  readonly product: (
    size: readonly [m: number, n: number, k: number],
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    add: boolean,
  ) => void;
  /**
   * One step of long short-term memory for several rows. `gates` holds rows × 4·width sums (input, forget, candidate, output)
   * and is overwritten with their activations; `before` is the state of the step before, or -1 at the first step.
   */
  readonly step: (rows: number, width: number, gates: number, before: number, state: number, out: number) => void;
}

interface Compiled {
  gemm(
    m: number,
    n: number,
    k: number,
    a: number,
    ra: number,
    ca: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    add: number,
  ): void;
  cell(rows: number, width: number, gates: number, before: number, state: number, out: number): void;
}

const isCompiled = (exports: unknown): exports is Compiled =>
  typeof exports === 'object' && exports !== null && 'gemm' in exports && 'cell' in exports;

/** The kernel as compiled code, or nothing where the machine cannot run it. */
const compiledKernel = (floats: number): Kernel | undefined => {
  const { exports, buffer } = compiled(KERNEL, Math.ceil((floats * 4) / PAGE) + 1) ?? {};
  if (!buffer || !isCompiled(exports)) return undefined;
  return {
    numbers: new Float32Array(buffer),
    compiled: true,
    product: ([m, n, k], a, aRow, aColumn, b, bRow, c, cRow, add) =>
      exports.gemm(m, n, k, a * 4, aRow * 4, aColumn * 4, b * 4, bRow * 4, c * 4, cRow * 4, add ? 1 : 0),
    step: (rows, width, gates, before, state, out) =>
      exports.cell(rows, width, gates * 4, before < 0 ? 0 : before * 4, state * 4, out * 4),
  };
};

/** Hyperbolic tangent by the same rational function as the compiled kernel's. */
const tanh = (value: number): number => {
  const x = Math.min(Math.max(value, -7.905311107635498), 7.905311107635498);
  const q = x * x;
  let above = -2.76076847742355e-16;
  above = above * q + 2.00018790482477e-13;
  above = above * q - 8.60467152213735e-11;
  above = above * q + 5.12229709037114e-8;
  above = above * q + 1.48572235717979e-5;
  above = above * q + 6.37261928875436e-4;
  above = (above * q + 4.89352455891786e-3) * x;
  let below = 1.19825839466702e-6;
  below = below * q + 1.18534705686654e-4;
  below = below * q + 2.268434632439e-3;
  below = below * q + 4.89352518554385e-3;
  return above / below;
};

const sigmoid = (value: number) => tanh(value * 0.5) * 0.5 + 0.5;

/** The kernel in plain JavaScript: the same results up to rounding, some twenty times slower. */
export const plainKernel = (floats: number): Kernel => {
  const numbers = new Float32Array(floats);
  const row = new Float64Array(8192);
  return {
    numbers,
    compiled: false,
    product: ([m, n, k], a, aRow, aColumn, b, bRow, c, cRow, add) => {
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) row[j] = add ? (numbers[c + i * cRow + j] ?? 0) : 0;
        for (let p = 0; p < k; p++) {
          const x = numbers[a + i * aRow + p * aColumn] ?? 0;
          const from = b + p * bRow;
          for (let j = 0; j < n; j++) row[j] = (row[j] ?? 0) + x * (numbers[from + j] ?? 0);
        }
        for (let j = 0; j < n; j++) numbers[c + i * cRow + j] = row[j] ?? 0;
      }
    },
    step: (rows, width, gates, before, state, out) => {
      for (let r = 0; r < rows; r++) {
        const gate = gates + r * width * 4;
        for (let j = 0; j < width; j++) {
          const at = r * width + j;
          const input = sigmoid(numbers[gate + j] ?? 0);
          const forget = sigmoid(numbers[gate + width + j] ?? 0);
          const candidate = tanh(numbers[gate + 2 * width + j] ?? 0);
          const output = sigmoid(numbers[gate + 3 * width + j] ?? 0);
          const cell = input * candidate + (before < 0 ? 0 : forget * (numbers[before + at] ?? 0));
          numbers[gate + j] = input;
          numbers[gate + width + j] = forget;
          numbers[gate + 2 * width + j] = candidate;
          numbers[gate + 3 * width + j] = output;
          numbers[state + at] = cell;
          numbers[out + at] = output * tanh(cell);
        }
      }
    },
  };
};

/** A kernel with room for so many numbers; compiled where possible. */
export const kernelOf = (floats: number): Kernel => compiledKernel(floats) ?? plainKernel(floats);
