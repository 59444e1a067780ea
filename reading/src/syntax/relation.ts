/** Relations of which a word has one at most among what hangs on it; those of a family exclude each other. GUM keeps to it without exception. */
const FAMILIES: readonly (readonly string[])[] = [
  ['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass'],
  ['obj'],
  ['iobj'],
  ['ccomp'],
  ['expl'],
  ['aux:pass'],
  ['obl:agent'],
  ['compound:prt'],
];

/** For each relation, as an index in `labels`, the number of its family; -1 where a word may have any number of it. */
export const familiesOf = (labels: readonly string[]): Int32Array =>
  Int32Array.from(labels, (label) => FAMILIES.findIndex((family) => family.includes(label)));

export interface RelationScores {
  readonly numbers: Float32Array;
  /** Where the scores of the relations of the first row stand, and how far those of the next are. */
  readonly at: number;
  readonly wide: number;
}

/**
 * The best relation of each row to its head, such that no word has two subjects, two objects and so on: where two rows want the same, the one that loses less
 * takes its next best.
 *
 * @param heads the row of the head of each row, for `rows` rows from `first`; rows that hang on `first` are the root's and get `root`
 */
export const relationsOf = (
  { numbers, at, wide }: RelationScores,
  heads: Uint32Array,
  first: number,
  rows: number,
  families: Int32Array,
  root: number,
): Int32Array => {
  const best = (row: number, banned: number): number => {
    let top = -1;
    for (let label = 0; label < families.length; label++) {
      if (label === root || ((banned >> (families[label] ?? -1)) & 1 && (families[label] ?? -1) >= 0)) continue;
      if (top < 0 || (numbers[at + row * wide + label] ?? 0) > (numbers[at + row * wide + top] ?? 0)) top = label;
    }
    return top;
  };
  const banned = new Int32Array(rows);
  const found = Int32Array.from({ length: rows }, (_, row) =>
    row === 0 || heads[first + row] === first ? root : best(first + row, 0),
  );
  const holders = new Map<number, number>();
  for (let row = 1; row < rows; row++) {
    for (let claimant = row; ; ) {
      const family = families[found[claimant] ?? -1] ?? -1;
      if (family < 0 || found[claimant] === root) break;
      const place = (heads[first + claimant] ?? 0) * FAMILIES.length + family;
      const holder = holders.get(place);
      if (holder === undefined || holder === claimant) {
        holders.set(place, claimant);
        break;
      }
      const lossOf = (one: number) => {
        const label = found[one] ?? 0;
        const other = best(first + one, (banned[one] ?? 0) | (1 << family));
        const from = at + (first + one) * wide;
        return { other, loss: (numbers[from + label] ?? 0) - (numbers[from + other] ?? 0) };
      };
      const [mine, theirs] = [lossOf(claimant), lossOf(holder)];
      const loser = mine.loss <= theirs.loss ? claimant : holder;
      if (loser === holder) holders.set(place, claimant);
      banned[loser] = (banned[loser] ?? 0) | (1 << family);
      found[loser] = (loser === claimant ? mine : theirs).other;
      claimant = loser;
    }
  }
  return found;
};
