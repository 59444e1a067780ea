/** Weights of what tells a position, in the order of `SIGNS`. Fitted by `scripts/fit-finder.mjs`. */
export const FINDER: { readonly bias: number; readonly of: readonly number[] } = {
  bias: -1.5,
  of: [
    0.27, -0.03, 0.14, 0.17, 0.15, 0.11, -0.01, 0.52, 0.35, -0.17, 0.15, 0.14, 0, 0.01, -0.02, -0.26, 0.21, -0.91,
    -0.01, 0, 0.27, -0.69, -0.65, -0.42, -0.58, 0.09, -0.4, 0.54, 0.47, -0.16, -0.24, -0.16, 0.04, 0.19, 0.02, 0.17,
    -0.3, -0.25, 0.33, -0.17, -0.13, -0.11, -0.13, 0.12, -0.05, -0.08, 0.57, 0.26, 0.13, -0.06, -0.03, 0.15, 0.23,
    -0.01, -0.19, 0.12, 0.24, 0, -0.16, 0.16, -0.15, 0.01, -0.28, -0.55, 0.03, -0.44, -0.18, 0.21, -0.29, 0.57, -0.23,
    0.14, -0.14, 0.29, 0.01, 0.08, 0, -0.14, -0.18, 0.09, -0.03, 0.4, 0.19, -0.1, -0.16, -0.17, -0.14, 0, -0.21, -0.23,
    -0.01, -0.52, -0.3, 0.14, -0.02, -0.1, 0.46, -0.15, 0, -0.49, -0.2,
  ],
};

/** From this likelihood on words are taken to take a position. */
export const FOUND_FROM = 0.26;
/** And where no word of stance has a holder by grammar. */
export const LOOSE_FROM = 0.36;
