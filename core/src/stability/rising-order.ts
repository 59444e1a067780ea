/**
 * States in rising order of a value, states of one value in ascending order: a counting sort.
 *
 * Shape: values in [0, counts.length - 2]; `counts` is scratch
 * Cost:  O(states + counts)
 */
export const risingOrder = (values: Uint32Array, order: Uint32Array, counts: Uint32Array): void => {
  counts.fill(0);
  for (let state = 0; state < values.length; state++) {
    const next = (values[state] ?? 0) + 1;
    counts[next] = (counts[next] ?? 0) + 1;
  }
  for (let value = 1; value < counts.length; value++) counts[value] = (counts[value] ?? 0) + (counts[value - 1] ?? 0);
  for (let state = 0; state < values.length; state++) {
    const value = values[state] ?? 0;
    const at = counts[value] ?? 0;
    order[at] = state;
    counts[value] = at + 1;
  }
};

/** The largest of some values, 0 when there are none. */
export const largest = (values: Uint32Array): number => {
  let top = 0;
  for (let at = 0; at < values.length; at++) top = Math.max(top, values[at] ?? 0);
  return top;
};
