/** Weights of the evidence for a statement, in the order of `EVIDENCE`. Fitted by `scripts/fit-reader.mjs`. */
export const CONFIDENCE: { readonly bias: number; readonly of: readonly number[] } = {
  bias: -0.75,
  of: [0.28, -0.01, 0.85, 0.16, 0, 0.52, -0.8, 0.21, -0.13, -1.04, 0, 0.52, -0.16, 0.52, 0.49],
};

/** From this likelihood on a statement is sure. */
export const SURE = 0.9;
