/** Weights of what speaks for an issue, in the order of `FEATURES`, and for none of them, in the order of `DOUBTS`. */
export interface LinkWeights {
  readonly of: readonly number[];
  readonly none: readonly number[];
}

/** With vectors of words at hand. Fitted by `scripts/fit-reader.mjs`. */
export const LINK: LinkWeights = {
  of: [
    3.53, -0.61, 1.17, -2.14, 0.53, -1.34, 1.73, 0.82, 0.79, -0.59, -0.1, 1.7, -0.49, 4.49, 2.79, 0.65, 1.3, -1.78,
    0.34, 3.56, 0.71, -1.03, -0.48, -0.43, 1.8, 0.3, 1.29, 0.62, 0.18, 0.37, 0.05, 0.34, 0.14, -0.02, 1.06, 0.03, 1.08,
    -2.05,
  ],
  none: [7.82, -0.27, -0.59, 2.42, 0.43, 0.0, 0.69, -0.51, 0.68, 1.03],
};

/** By stems alone. */
export const LINK_WORDS: LinkWeights = {
  of: [
    1.55, 0.71, -0.16, -0.57, 0.05, 0.24, 1.07, 0.77, 0.55, -0.18, 0.43, 1.18, 0.21, 3.44, 3.02, 0.57, 0.9, -0.81, 0.86,
    2.41, 0, 0, -0.51, -0.04, 1.22, 0.37, 0.48, 1.14, 0.26, -0.06, 0.39, 0.57, 0.16, 0.31, 0.64, -0.03, 0.76, -0.21,
  ],
  none: [5.84, 0.39, 0.06, 3.28, 0.48, 1.08, 0.31, -0.69, 0.36, 0.67],
};
