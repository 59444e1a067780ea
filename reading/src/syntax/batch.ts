/**
 * Several sentences laid out for the network. Rows are *packed*: first the first row of every sentence (the root), then every second row and so on,
 * sentences in falling order of length, so that at each step the sentences still running are the first rows of the step.
 */
export interface Batch {
  /** Index of each sentence in the list given, in falling order of length. */
  readonly order: readonly number[];
  /** Rows of each sentence (its words and the root), in that order. */
  readonly lengths: readonly number[];
  /** First row of each sentence where rows stand sentence by sentence. */
  readonly starts: readonly number[];
  readonly rows: number;
  /** First packed row of each step, and how many sentences run in it. */
  readonly offsets: readonly number[];
  readonly running: readonly number[];
  /** For each packed row: which sentence (in `order`), and its row where sentences stand one after another. */
  readonly sentenceOf: Int32Array;
  readonly plain: Int32Array;
  /** For each packed row: the packed row that stands in its place when the sentence is read backwards. Its own inverse. */
  readonly mirror: Int32Array;
}

/** Lays out sentences of the given numbers of rows. */
export const batchOf = (rowCounts: readonly number[]): Batch => {
  const order = rowCounts.map((_, index) => index).sort((a, b) => (rowCounts[b] ?? 0) - (rowCounts[a] ?? 0) || a - b);
  const lengths = order.map((index) => rowCounts[index] ?? 0);
  const starts: number[] = [];
  let rows = 0;
  for (const length of lengths) {
    starts.push(rows);
    rows += length;
  }
  const offsets: number[] = [];
  const running: number[] = [];
  for (let step = 0, at = 0; step < (lengths[0] ?? 0); step++) {
    let alive = step === 0 ? lengths.length : (running[step - 1] ?? 0);
    while (alive > 0 && (lengths[alive - 1] ?? 0) <= step) alive--;
    offsets.push(at);
    running.push(alive);
    at += alive;
  }
  const sentenceOf = new Int32Array(rows);
  const plain = new Int32Array(rows);
  const mirror = new Int32Array(rows);
  for (let step = 0; step < offsets.length; step++)
    for (let sentence = 0; sentence < (running[step] ?? 0); sentence++) {
      const row = (offsets[step] ?? 0) + sentence;
      sentenceOf[row] = sentence;
      plain[row] = (starts[sentence] ?? 0) + step;
      mirror[row] = (offsets[(lengths[sentence] ?? 0) - 1 - step] ?? 0) + sentence;
    }
  return { order, lengths, starts, rows, offsets, running, sentenceOf, plain, mirror };
};
