/** Weights of what speaks for an issue, in the order of `FEATURES`, and what all of it has to outweigh. */
export interface LinkWeights {
  readonly bias: number;
  readonly of: readonly number[];
}

/** With vectors of words at hand. Fitted by `scripts/fit-reader.mjs`. */
export const LINK: LinkWeights = { bias: -9.01, of: [3.28, 0.87, -1.46, 5.94, 1.34, 1.9, 2.38, 1.99, 2.28, 0.96, 0.5] };

/** By stems alone. */
export const LINK_WORDS: LinkWeights = {
  bias: -8.9,
  of: [3.14, 0.82, -0.78, 5.28, 1.37, 2.19, 2.37, 2.23, 2.76, 1.33, 0.48],
};
