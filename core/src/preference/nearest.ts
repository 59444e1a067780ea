/** How many letters must be added, dropped, changed or swapped with a neighbour to make one word of another. */
const distance = (from: string, to: string): number => {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const here = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      here.push(least);
    }
    before = above;
    above = here;
  }
  return above[to.length] ?? 0;
};

const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_. ]/g, '');

/** The known word that was most likely meant, if any is near: it keeps at least one letter. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 0.5;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 12) continue;
    const away = plain(candidate) === plain(word) ? 0 : distance(word.slice(0, 60), candidate.slice(0, 60));
    if (away < least && away < Math.max(word.length, candidate.length)) [best, least] = [candidate, away];
  }
  return best;
};
