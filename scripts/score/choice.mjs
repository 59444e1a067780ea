// Choice among several by weighed features (conditional logit), its weights pulled towards what was expected: small, exact enough, the same every time.

/**
 * Weights w such that exp(w·x) over the sum of the choices of a case is the likelihood of a choice. Where several are right, any of them counts.
 *
 * @param cases for each case its choices: features `x`, and `y`, 1 for a right one
 * @param expected the weights without any data
 * @param ridge how strongly the weights are held to what is expected
 */
export const choice = (cases, expected, ridge = 1.5) => {
  const weights = [...expected];
  const total = (x) => x.reduce((sum, value, at) => sum + value * weights[at], 0);
  for (let round = 0; round < 600; round += 1) {
    const gradient = weights.map((weight, at) => -ridge * (weight - expected[at]));
    for (const rows of cases) {
      const scores = rows.map(({ x }) => total(x));
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const all = shares.reduce((sum, share) => sum + share, 0);
      const right = shares.reduce((sum, share, at) => sum + (rows[at].y ? share : 0), 0);
      if (right === 0) continue;
      rows.forEach(({ x, y }, at) => {
        const pull = (y ? shares[at] / right : 0) - shares[at] / all;
        x.forEach((value, feature) => {
          gradient[feature] += pull * value;
        });
      });
    }
    const step = 0.5 / (ridge + cases.length / 8);
    gradient.forEach((value, at) => {
      weights[at] += step * value;
    });
  }
  return weights;
};
