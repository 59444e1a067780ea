import type { Asking } from './meant.ts';

/** Weights of what speaks for somebody as the one who is meant, in the order of `FEATURES`. Fitted by `scripts/fit-holders.mjs`. */
export const MEANT: Readonly<Record<Asking, { readonly bias: number; readonly of: readonly number[] }>> = {
  person: {
    bias: 0,
    of: [2.58, 0.49, 0.2, -1.61, 0.92, 0.74, 0.35, 0.23, 0, 0, 0, -2, 1.49, 0.36, -0.16, 0.5, -0.08, 0, 0, 0, -0.01],
  },
  thing: {
    bias: 0,
    of: [2.78, 1.6, 0.36, -2.16, -0.05, -0.24, 0.02, 0.83, 0, 0, -0.18, -3, 2, 0.21, 0.12, 0.56, 0.32, 0, 0, 0, -0.6],
  },
  several: {
    bias: 0,
    of: [2.87, 0.63, 0.49, -1.93, 0.34, 0.36, 0.11, 0.21, 0, 0, -0.39, 1.29, 2, 1.23, 0.14, 1.45, -0.1, 0, 0, 0, 0.04],
  },
  description: {
    bias: -2.42,
    of: [
      0.77, -1.05, 0.56, -0.39, -0.5, -0.11, 0.75, 0.97, 2.04, 1.23, 0.8, 0, 0.3, -0.35, -0.44, 0.73, 0.27, 1.7, 1.52,
      0.48, -0.67,
    ],
  },
  owner: {
    bias: 0,
    of: [
      1.58, 0.98, 0.29, -0.78, -0.26, 0.03, 1.84, 0.62, 0, 0, 1.15, -2, 0.5, -0.17, 0.27, 0.84, -0.17, 0, 0, 0, 1.34,
    ],
  },
};
