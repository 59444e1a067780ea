const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How alike the words of two passages are, wherever they stand: twice the words that both have by the words of both.
 *
 * Unit: [0, 1], 1 for the same words, 0 for none
 */
export const likenessOfWords = (a: string, b: string): number => {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length + other.length === 0) return a === b ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length);
};
