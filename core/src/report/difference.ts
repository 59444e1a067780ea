/** A stretch of a text beside another: words both have, or words that only this side has. */
export interface Piece {
  readonly text: string;
  readonly kept: boolean;
}

/** What a passage lost and gained on its way into another document. */
export interface Difference {
  readonly source: readonly Piece[];
  readonly derived: readonly Piece[];
  /** Most words differ: marking each would hide the little that is the same. */
  readonly rewritten: boolean;
  readonly lost: number;
  readonly gained: number;
}

/** Above this the passages are shown whole, unit: words. */
const MOST = 600;

const words = (text: string): readonly string[] => text.match(/\S+\s*/gu) ?? [];
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const pieces = (list: readonly string[], kept: readonly boolean[]): readonly Piece[] => {
  const found: { text: string; kept: boolean }[] = [];
  list.forEach((word, at) => {
    const last = found.at(-1);
    if (last !== undefined && last.kept === (kept[at] ?? false)) last.text += word;
    else found.push({ text: word, kept: kept[at] ?? false });
  });
  return found;
};

/**
 * Word by word, what two passages share in the same order (the longest common subsequence), case and punctuation aside.
 *
 * Cost: O(words of one × words of the other), passages of more than 600 words are not compared
 */
export const difference = (source: string, derived: string): Difference => {
  const [a, b] = [words(source), words(derived)];
  const [x, y] = [a.map(bare), b.map(bare)];
  const [keptA, keptB] = [a.map(() => false), b.map(() => false)];
  if (a.length <= MOST && b.length <= MOST) {
    const width = b.length + 1;
    const table = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        table[i * width + j] =
          x[i] === y[j]
            ? 1 + (table[(i + 1) * width + j + 1] ?? 0)
            : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (x[i] === y[j]) {
        keptA[i++] = true;
        keptB[j++] = true;
      } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
      else j++;
    }
  }
  const lost = a.filter((_, at) => keptA[at] === false);
  const gained = b.filter((_, at) => keptB[at] === false);
  return {
    source: pieces(a, keptA),
    derived: pieces(b, keptB),
    rewritten: (a.length - lost.length) * 2 < Math.max(a.length, b.length),
    lost: lost.length,
    gained: gained.length,
  };
};
