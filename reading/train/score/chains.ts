import type { Overlap } from '../align.ts';

/** Which entity each mention (by a mark of its place) belongs to. */
export type Chains = ReadonlyMap<string, string>;

const groups = (chains: Chains): string[][] => {
  const lists = new Map<string, string[]>();
  for (const [mention, entity] of chains) lists.set(entity, [...(lists.get(entity) ?? []), mention]);
  return [...lists.values()].filter((list) => list.length > 1);
};

/** Best total of a one-to-one matching of rows and columns (Kuhn and Munkres). */
const matching = (score: readonly (readonly number[])[]): number => {
  const size = Math.max(score.length, score[0]?.length ?? 0);
  if (size === 0) return 0;
  const cost = (row: number, column: number) => -(score[row]?.[column] ?? 0);
  const [u, v] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  const [match, way] = [new Int32Array(size + 1), new Int32Array(size + 1)];
  for (let row = 1; row <= size; row++) {
    match[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const at = match[column] ?? 0;
      let [delta, next] = [Infinity, 0];
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue;
        const reduced = cost(at - 1, other - 1) - (u[at] ?? 0) - (v[other] ?? 0);
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          way[other] = column;
        }
        if ((least[other] ?? 0) < delta) [delta, next] = [least[other] ?? 0, other];
      }
      for (let other = 0; other <= size; other++)
        if (used[other]) {
          const matched = match[other] ?? 0;
          u[matched] = (u[matched] ?? 0) + delta;
          v[other] = (v[other] ?? 0) - delta;
        } else least[other] = (least[other] ?? 0) - delta;
      column = next;
    } while (match[column] !== 0);
    do {
      const before = way[column] ?? 0;
      match[column] = match[before] ?? 0;
      column = before;
    } while (column !== 0);
  }
  let total = 0;
  for (let column = 1; column <= size; column++) total -= cost((match[column] ?? 1) - 1, column - 1);
  return total;
};

/** Links, mentions and entities right, in the measures MUC, B³ (precision and recall apart) and CEAF-e. Entities with one mention are left out on both sides. */
export const chainScores = (found: Chains, gold: Chains): Readonly<Record<'muc' | 'b3p' | 'b3r' | 'ceaf', Overlap>> => {
  const [ours, theirs] = [groups(found), groups(gold)];
  const goldOf = new Map(theirs.flatMap((list, index) => list.map((mention) => [mention, index] as const)));
  const cells = ours.map((list) => {
    const counts = new Map<number, number>();
    for (const mention of list) {
      const entity = goldOf.get(mention);
      if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    return counts;
  });
  let [links, p, r] = [0, 0, 0];
  cells.forEach((counts, index) => {
    for (const [entity, count] of counts) {
      links += count - 1;
      p += (count * count) / (ours[index]?.length ?? 1);
      r += (count * count) / (theirs[entity]?.length ?? 1);
    }
  });
  const total = (lists: readonly string[][]) => lists.reduce((sum, list) => sum + list.length, 0);
  const [oursTotal, theirsTotal] = [total(ours), total(theirs)];
  const alike = cells.map((counts, index) =>
    theirs.map((list, entity) => (2 * (counts.get(entity) ?? 0)) / (list.length + (ours[index]?.length ?? 0))),
  );
  return {
    muc: { found: oursTotal - ours.length, gold: theirsTotal - theirs.length, right: links },
    b3p: { found: oursTotal, gold: 0, right: p },
    b3r: { found: 0, gold: theirsTotal, right: r },
    ceaf: { found: ours.length, gold: theirs.length, right: matching(alike) },
  };
};
