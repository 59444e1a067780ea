/** Weights of what tells a position, in the order of `SIGNS`. Fitted by `scripts/fit-finder.mjs`. */
export const FINDER: { readonly bias: number; readonly of: readonly number[] } = {
  bias: -1.02,
  of: [
    0.25, 0.29, 0.23, 0.13, 0.19, 0.03, -0.07, 0.56, 0.28, -0.24, 0.11, 0.01, -0.05, -0.16, -0.05, 0.05, 0.26, -0.92,
    0.14, 0.07, 0, -0.59, -0.66, -0.31, -0.57, 0.16, -0.51, 0.47, 0.39, -0.02, -0.14, -0.33, 0, 0.17, 0.04, 0.18, -0.31,
    -0.31, 0.3, -0.08, 0, -0.15, -0.07, -0.05, -0.07, -0.1, 0.42, 0.25, 0.06, -0.28, 0.05, 0.05, 0.3, -0.08, -0.13,
    0.18, 0.32, -0.01, -0.35, 0.17, -0.28, 0.37, -0.16, -0.21, -0.04, -0.16, -0.11, -0.11, -0.47, 0.32, -0.2, 0.08,
    0.02, 0.23, 0.06, -0.03, 0.08, -0.23, -0.23, 0.04, 0.05, 0.43, 0.34, 0.06, -0.26, -0.17, -0.29, -0.16, -0.23, -0.46,
    -0.04, -0.65, -0.32,
  ],
};

/** From this likelihood on words are taken to take a position. */
export const FOUND_FROM = 0.16;
/** And where no word of stance has a holder by grammar. */
export const LOOSE_FROM = 0.36;
