import type { Span } from '@entente/core/vocabulary';

/** A word of a passage: its beginning, by which forms of one word are the same. */
interface Token extends Span {
  readonly stem: string;
}

/** The beginning of a word that its forms share, roughly: “refuse”, “refuses”, “refusal” are one. */
export const stem = (word: string): string =>
  word.length <= 4 ? word.replace(/(?<=\p{L}{2})s$/u, '') : word.replace(/(?:ing|ed|es|s|e)$/, '').slice(0, 6);

export const tokens = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*/gu)].map((found) => ({
    stem: stem(found[0].toLowerCase()),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** Between two words that both passages keep, so many may have been exchanged for so many; more is a new sentence. */
const MOST = 8;

/** Whether some words of one passage stand where some of the other stand: between the same words that both have. */
export type InPlaceOf = (mine: Span, theirs: Span) => boolean;

/**
 * Aligns two passages word by word (longest common subsequence of stems) and tells which words took the place of which.
 *
 * Cost: O(words of one × words of the other)
 */
export const exchanged = (source: string, derived: string): InPlaceOf => {
  const [a, b] = [tokens(source), tokens(derived)];
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i]?.stem === b[j]?.stem
          ? 1 + (table[(i + 1) * width + j + 1] ?? 0)
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const [gapA, gapB] = [a.map(() => -1), b.map(() => -1)];
  const sizes: [number, number][] = [[0, 0]];
  const widen = (side: 0 | 1) => {
    const last = sizes.at(-1);
    if (last) last[side]++;
    return sizes.length - 1;
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i]?.stem === b[j]?.stem) {
      sizes.push([0, 0]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)))
      gapA[i++] = widen(0);
    else gapB[j++] = widen(1);
  }
  const gapsOf = (list: readonly Token[], gaps: readonly number[], span: Span) =>
    list.flatMap(({ start, end }, at) => (start < span.end && span.start < end ? [gaps[at] ?? -1] : []));
  return (mine, theirs) => {
    const other = gapsOf(b, gapB, theirs);
    return gapsOf(a, gapA, mine).some(
      (gap) => gap >= 0 && other.includes(gap) && Math.max(...(sizes[gap] ?? [0])) <= MOST,
    );
  };
};
