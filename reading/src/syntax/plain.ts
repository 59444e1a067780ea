import type { Loops } from './kernel.ts';

/** The memory that the loops work on, seen as numbers of each kind. */
interface Views {
  readonly bytes: Int8Array;
  readonly shorts: Int16Array;
  readonly counts: Uint32Array;
  readonly floatNumbers: Float32Array;
}

/** Every sum and product is rounded to 32 bits, as in the compiled loops: that makes the two give the same. */
const round = Math.fround;
const add = (a: number, b: number) => round(round(a) + round(b));
const times = (a: number, b: number) => round(round(a) * round(b));

const ABOVE = [
  -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8, 1.48572235717979e-5,
  6.37261928875436e-4, 4.89352455891786e-3,
];
const BELOW = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3];
const END = round(7.905311107635498);

/** Hyperbolic tangent by a rational function. */
const tanh = (value: number): number => {
  const x = Math.min(Math.max(value, -END), END);
  const square = times(x, x);
  const series = (factors: readonly number[]) =>
    factors.reduce((sum, factor, at) => (at === 0 ? round(factor) : add(times(sum, square), factor)), 0);
  return round(times(series(ABOVE), x) / series(BELOW));
};

const sigmoid = (value: number) => add(times(tanh(times(value, 0.5)), 0.5), 0.5);

const within16 = (value: number) => Math.max(-32768, Math.min(32767, value));
const shortOf = (value: number, one: number) => within16(Math.floor(add(times(value, one), 0.5)));

/** The loops in plain JavaScript. */
export const plainLoops = ({ bytes, shorts, counts, floatNumbers: numbers }: Views): Loops => ({
  product: (m, n, pairs, a, aRow, b, scales, d, dRow, c, cRow) => {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let left = (a + i * aRow) >> 1;
        let right = (b >> 1) + (j >> 3) * pairs * 16 + (j & 7) * 2;
        let sum = 0;
        for (let pair = 0; pair < pairs; pair++, left += 2, right += 16)
          sum =
            (sum + (shorts[left] ?? 0) * (shorts[right] ?? 0) + (shorts[left + 1] ?? 0) * (shorts[right + 1] ?? 0)) | 0;
        const base = numbers[((d + i * dRow) >> 2) + j] ?? 0;
        numbers[((c + i * cRow) >> 2) + j] = add(times(sum, numbers[(scales >> 2) + j] ?? 0), base);
      }
  },
  floats: (m, n, k, a, aRow, b, bRow, c, cRow) => {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let p = 0; p < k; p++)
          sum = add(sum, times(numbers[((a + i * aRow) >> 2) + p] ?? 0, numbers[((b + p * bRow) >> 2) + j] ?? 0));
        numbers[((c + i * cRow) >> 2) + j] = sum;
      }
  },
  gather: (rows, wide, row, forms, formOf, tags, tagOf, to) => {
    for (let i = 0; i < rows; i++) {
      const form = (forms + (counts[(formOf >> 2) + i] ?? 0) * row) >> 2;
      const tag = (tags + (counts[(tagOf >> 2) + i] ?? 0) * row) >> 2;
      const at = (to + i * wide) >> 2;
      for (let j = 0; j < wide >> 2; j++) numbers[at + j] = add(numbers[form + j] ?? 0, numbers[tag + j] ?? 0);
    }
  },
  step: (rows, width, gates, before, state, out, outRow) => {
    for (let r = 0; r < rows; r++)
      for (let j = 0; j < width; j++) {
        const gate = (gates >> 2) + r * width * 4 + j;
        const at = r * width + j;
        let cell = times(sigmoid(numbers[gate] ?? 0), tanh(numbers[gate + 2 * width] ?? 0));
        if (before > 0) cell = add(times(sigmoid(numbers[gate + width] ?? 0), numbers[(before >> 2) + at] ?? 0), cell);
        numbers[(state >> 2) + at] = cell;
        const value = times(sigmoid(numbers[gate + 3 * width] ?? 0), tanh(cell));
        shorts[((out + r * outRow) >> 1) + j] = shortOf(value, 32767);
      }
  },
  leaky: (count, at, to) => {
    for (let j = 0; j < count; j++) {
      const value = numbers[(at >> 2) + j] ?? 0;
      const kept = Math.max(value, times(value, 0.1));
      numbers[(at >> 2) + j] = kept;
      shorts[(to >> 1) + j] = shortOf(kept, 4096);
    }
  },
  pairs: (rows, width, m, mRow, below, above, heads, to) => {
    for (let i = 0; i < rows; i++) {
      const own = (m + i * mRow + below) >> 1;
      const head = (m + (counts[(heads >> 2) + i] ?? 0) * mRow + above) >> 1;
      const at = (to >> 1) + i * width * 3;
      for (let j = 0; j < width; j++) {
        const [x, y] = [shorts[own + j] ?? 0, shorts[head + j] ?? 0];
        shorts[at + j] = within16((x * y + 0x4000) >> 15);
        shorts[at + width + j] = within16(x + 4) >> 3;
        shorts[at + 2 * width + j] = within16(y + 4) >> 3;
      }
    }
  },
  best: (features, count, weights, wide, columns, sums) => {
    let top = 0;
    for (let j = 0; j < wide; j++) {
      let sum = 0;
      for (let f = 0; f < count; f++) sum += bytes[weights + (counts[(features >> 2) + f] ?? 0) * wide + j] ?? 0;
      shorts[(sums >> 1) + j] = sum;
      if (j < columns && sum > (shorts[(sums >> 1) + top] ?? 0)) top = j;
    }
    return top;
  },
});
