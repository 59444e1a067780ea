/** Letters that must be changed, added, dropped or swapped with their neighbour to get from one word to the other. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
};

const plain = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The known word that a misspelt one was most likely meant to be: at most a third of its letters differ, or one contains the other.
 *
 * @returns nothing when no word is near enough to be worth suggesting
 */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  if (word.length > 80) return undefined;
  const meant = plain(word);
  let best: { readonly candidate: string; readonly cost: number } | undefined;
  for (const candidate of known) {
    const shape = plain(candidate);
    if (Math.abs(shape.length - meant.length) > 40) continue;
    const contained = meant.length > 2 && shape.length > 2 && (shape.includes(meant) || meant.includes(shape));
    const cost = Math.min(distance(meant, shape), contained ? 1.5 : Number.POSITIVE_INFINITY);
    const bound = Math.max(1.5, Math.max(meant.length, shape.length) / 3);
    if (cost <= bound && (!best || cost < best.cost)) best = { candidate, cost };
  }
  return best?.candidate;
};

/** `“japna” is not known. Did you mean “japan”?`, or what is known instead, up to eight of them. */
export const notKnown = (what: string, word: string, known: readonly string[]): string => {
  const meant = nearest(word, known);
  if (meant !== undefined) return `${what} “${word}” is not known. Did you mean “${meant}”?`;
  if (known.length === 0) return `${what} “${word}” is not known, and none is defined yet.`;
  const some = known.slice(0, 8).join(', ');
  return `${what} “${word}” is not known. Known: ${some}${known.length > 8 ? ` and ${known.length - 8} more` : ''}.`;
};
