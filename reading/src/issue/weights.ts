/** Weights of what speaks for an issue, in the order of `FEATURES`, and what all of it has to outweigh. */
export interface LinkWeights {
  readonly bias: number;
  readonly of: readonly number[];
}

/** With vectors of words at hand. Fitted by `scripts/fit-reader.mjs`. */
export const LINK: LinkWeights = {
  bias: -9.12,
  of: [3.13, 1.05, -1.48, 5.85, 1.25, 1.96, 2.52, 2.04, 2.06, 0.95, 0.51],
};

/** By stems alone. */
export const LINK_WORDS: LinkWeights = {
  bias: -8.87,
  of: [3.14, 0.83, -0.77, 5.24, 1.34, 2.18, 2.35, 2.24, 2.76, 1.22, 0.48],
};
