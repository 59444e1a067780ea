/** Weights of the evidence for a statement, in the order of `EVIDENCE`. Fitted by `scripts/fit-reader.mjs`. */
export const CONFIDENCE: { readonly bias: number; readonly of: readonly number[] } = {
  bias: -1.78,
  of: [
    0.38, 0.04, 0.5, 0.4, 0.07, 0.5, -0.07, 0.62, -0.19, -0.56, 0.3, 0.84, -0.06, -0.35, -0.08, -0.23, 0.09, 0.31,
    -0.29, -0.21, 0.1, -0.15, -0.06, 0.15, -0.04, 0.31, -0.45,
  ],
};

/** From this likelihood on a statement is sure. */
export const SURE = 0.9;
