/** Weights of what tells a position, in the order of `SIGNS`. Fitted by `scripts/fit-finder.mjs`. */
export const FINDER: { readonly bias: number; readonly of: readonly number[] } = {
  bias: -1.18,
  of: [
    0.2, 0.25, 0.28, 0.16, 0.05, 0.1, -0.06, 0.58, 0.28, -0.18, 0.02, 0.14, 0.02, -0.06, -0.12, -0.24, 0.28, -0.83,
    0.11, 0.05, 0.12, -0.67, -0.52, -0.42, -0.61, 0.17, -0.41, 0.36, 0.43, -0.17, -0.18, -0.19, 0.06, 0.17, -0.04, 0.26,
    -0.28, -0.22, 0.23, -0.12, -0.01, -0.09, -0.12, 0.05, 0.06, -0.09, 0.43, 0.22, 0.14, 0.01, 0, 0.13, 0.22, -0.12,
    -0.09, 0.09, 0.12, -0.04, -0.3, 0.12, -0.21, 0.1, -0.34, -0.45, 0.02, -0.39, -0.29, 0.05, -0.43, 0.56, -0.2, 0.06,
    -0.04, 0.24, -0.11, 0.05, -0.05, -0.08, -0.11, 0.11, -0.04, 0.35, 0.19, -0.06, -0.21, -0.16, -0.16, -0.18, -0.21,
    -0.18, 0.02, -0.52, -0.31, 0.13, 0, -0.04, 0.54, -0.16, -0.26, -0.48, -0.32,
  ],
};

/** From this likelihood on words are taken to take a position. */
export const FOUND_FROM = 0.18;
/** And where no word of stance has a holder by grammar. */
export const LOOSE_FROM = 0.38;
