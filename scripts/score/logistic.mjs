// Logistic regression by Newton's method with a ridge: small, exact, the same every time.

export const solve = (matrix, vector) => {
  const size = vector.length;
  const rows = matrix.map((row, at) => [...row, vector[at]]);
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let row = at + 1; row < size; row += 1) if (Math.abs(rows[row][at]) > Math.abs(rows[pivot][at])) pivot = row;
    [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
    for (let row = at + 1; row < size; row += 1) {
      const factor = rows[row][at] / rows[at][at];
      for (let column = at; column <= size; column += 1) rows[row][column] -= factor * rows[at][column];
    }
  }
  const found = new Array(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    let value = rows[at][size];
    for (let column = at + 1; column < size; column += 1) value -= rows[at][column] * found[column];
    found[at] = value / rows[at][at];
  }
  return found;
};

/**
 * Weights w and bias b such that 1 / (1 + exp(-(b + w·x))) is the share of ones among those like x.
 *
 * @param ridge pulls the weights to 0 (not the bias): the larger, the more cautious
 */
export const logistic = (inputs, outcomes, ridge = 1) => {
  const width = (inputs[0]?.length ?? 0) + 1;
  let weights = new Array(width).fill(0);
  for (let round = 0; round < 40; round += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -ridge * weight));
    const curvature = weights.map((_, row) =>
      weights.map((__, column) => (row === column ? (row === 0 ? 1e-9 : ridge) : 0)),
    );
    inputs.forEach((input, index) => {
      let z = weights[0];
      for (let at = 1; at < width; at += 1) z += weights[at] * input[at - 1];
      const p = 1 / (1 + Math.exp(-z));
      const error = outcomes[index] - p;
      const spread = Math.max(1e-6, p * (1 - p));
      for (let row = 0; row < width; row += 1) {
        const x = row === 0 ? 1 : input[row - 1];
        gradient[row] += error * x;
        for (let column = 0; column < width; column += 1)
          curvature[row][column] += spread * x * (column === 0 ? 1 : input[column - 1]);
      }
    });
    const step = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + step[at]);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  const [bias, ...of] = weights;
  return { bias, of };
};
