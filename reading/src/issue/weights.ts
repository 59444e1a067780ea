/** Weights of what speaks for an issue, in the order of `FEATURES`, and what all of it has to outweigh. */
export interface LinkWeights {
  readonly bias: number;
  readonly of: readonly number[];
}

/** With vectors of words at hand. Fitted by `scripts/fit-reader.mjs`. */
export const LINK: LinkWeights = {
  bias: -9.05,
  of: [3.15, 0.99, -1.26, 5.09, 0.9, 2.05, 2.42, 2.47, 2.72, 1.31, 0.48],
};

/** By stems alone. */
export const LINK_WORDS: LinkWeights = {
  bias: -8.78,
  of: [2.8, 0.8, -0.64, 4.86, 1.31, 2.35, 2.22, 2.18, 3.29, 1.43, 0.39],
};
