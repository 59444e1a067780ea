import type { Asking } from './meant.ts';

/** Weights of what speaks for somebody as the one who is meant, in the order of `FEATURES`. Fitted by `scripts/fit-holders.mjs`. */
export const MEANT: Readonly<Record<Asking, { readonly bias: number; readonly of: readonly number[] }>> = {
  person: {
    bias: 0,
    of: [2.55, 0.49, 0.14, -1.57, 0.98, 0.75, 0.33, 0.17, 0, 0, 0, -2, 1.48, 0.39, -0.14, 0.5, -0.07, 0, 0, 0, -0.01],
  },
  thing: {
    bias: 0,
    of: [2.86, 1.77, 0.46, -2.2, 0.1, -0.3, 0.2, 0.7, 0, 0, -0.19, -3, 1.97, 0.5, 0.37, 0.69, 0.37, 0, 0, 0, -0.45],
  },
  several: {
    bias: 0,
    of: [3.12, 0.66, 0.76, -2.04, 0.67, 0.45, 0.29, 0.53, 0, 0, -0.3, 1.14, 2.02, 1.67, 0.42, 1.29, 0.1, 0, 0, 0, 0.17],
  },
  description: {
    bias: -2.21,
    of: [
      0.84, -1.04, 0.46, -0.41, -0.31, 0.04, 1.16, 0.87, 1.68, 1.76, 0.77, 0, 0.3, -0.3, -0.34, 0.66, 0.65, 1.21, 1.12,
      0.68, -0.14,
    ],
  },
  owner: {
    bias: 0,
    of: [1.64, 1.13, 0.83, -0.4, -0.43, -0.13, 1.91, 0.41, 0, 0, 1.82, -2, 0.5, -0.26, 0.57, 1.05, -0.21, 0, 0, 0, 0.8],
  },
};
