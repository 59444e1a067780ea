// A choice among alternatives, by Newton's method with a ridge: each alternative a row of numbers, one or several of them right.
import { solve } from './logistic.mjs';

/**
 * Weights w such that exp(w·x) / sum over the alternatives of exp(w·x) is how likely an alternative is the right one.
 *
 * @param choices `rows`: the alternatives, each a list of as many numbers; `right`: whether each is right, at least one; `weight`: how much the choice counts
 * @param ridge pulls the weights to 0: the larger, the more cautious
 */
export const choiceAmong = (choices, ridge = 1, start = undefined) => {
  const width = choices[0]?.rows[0]?.length ?? 0;
  let weights = start ? [...start] : new Array(width).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const gradient = Float64Array.from(weights, (weight) => -ridge * weight);
    const curvature = Array.from({ length: width }, (_, row) => {
      const line = new Float64Array(width);
      line[row] = ridge;
      return line;
    });
    for (const { rows, right, weight = 1 } of choices) {
      const odds = rows.map((x) => {
        let z = 0;
        for (let at = 0; at < width; at += 1) z += weights[at] * x[at];
        return z;
      });
      const peak = odds.reduce((a, b) => Math.max(a, b));
      const raw = odds.map((one) => Math.exp(one - peak));
      let [mass, good] = [0, 0];
      raw.forEach((one, index) => {
        mass += one;
        if (right[index]) good += one;
      });
      const mean = new Float64Array(width);
      rows.forEach((x, index) => {
        const p = raw[index] / mass;
        if (p < 1e-9 && !right[index]) return;
        const target = right[index] ? raw[index] / good : 0;
        for (let at = 0; at < width; at += 1) {
          mean[at] += p * x[at];
          gradient[at] += weight * (target - p) * x[at];
        }
      });
      rows.forEach((x, index) => {
        const p = (weight * raw[index]) / mass;
        if (p < 1e-4) return;
        for (let row = 0; row < width; row += 1) {
          const off = p * (x[row] - mean[row]);
          if (off === 0) continue;
          const line = curvature[row];
          for (let column = 0; column < width; column += 1) line[column] += off * (x[column] - mean[column]);
        }
      });
    }
    const step = solve(
      curvature.map((line) => [...line]),
      [...gradient],
    );
    const longest = Math.max(...step.map(Math.abs));
    const factor = longest > 2 ? 2 / longest : 1;
    weights = weights.map((weight, at) => weight + factor * step[at]);
    if (longest < 1e-3) break;
  }
  return weights;
};
