/** Scores of heads: entry [dependent · wide + head]; row and column 0 are the root. */
export interface ArcScores {
  readonly numbers: Float32Array;
  readonly at: number;
  readonly wide: number;
  readonly length: number;
}

/** Some node of each cycle that following the heads runs into. */
const cycleIn = (heads: readonly number[]): readonly number[] | undefined => {
  const mark = new Int32Array(heads.length);
  mark[0] = -1;
  for (let from = 1; from < heads.length; from++) {
    let node = from;
    while (mark[node] === 0) {
      mark[node] = from;
      node = heads[node] ?? 0;
    }
    if (mark[node] !== from) continue;
    const cycle: number[] = [node];
    for (let next = heads[node] ?? 0; next !== node; next = heads[next] ?? 0) cycle.push(next);
    return cycle;
  }
  return undefined;
};

/** The best head of each node by itself; nodes never head themselves. */
const bestHeads = (scores: Float64Array, length: number): number[] => {
  const heads = [0];
  for (let node = 1; node < length; node++) {
    let best = 0;
    let top = scores[node * length] ?? 0;
    for (let head = 1; head < length; head++) {
      const score = scores[node * length + head] ?? 0;
      if (score > top && head !== node) [best, top] = [head, score];
    }
    heads.push(best);
  }
  return heads;
};

/** Highest scoring tree: while the best heads make a cycle, it is drawn together to one node and solved again (Chu, Liu, Edmonds). */
const spanningTree = (scores: Float64Array, length: number): number[] => {
  const heads = bestHeads(scores, length);
  const cycle = cycleIn(heads);
  if (!cycle) return heads;
  const inCycle = new Set(cycle);
  const outside = heads.flatMap((_, node) => (inCycle.has(node) ? [] : [node]));
  const joined = outside.length;
  const size = joined + 1;
  const smaller = new Float64Array(size * size);
  const leaves = new Int32Array(size);
  const enters = new Int32Array(size);
  outside.forEach((node, at) => {
    outside.forEach((head, column) => {
      smaller[at * size + column] = scores[node * length + head] ?? 0;
    });
    let [out, into] = [-Infinity, -Infinity];
    for (const member of cycle) {
      const leaving = scores[node * length + member] ?? 0;
      if (leaving > out) {
        out = leaving;
        leaves[at] = member;
      }
      const entering = (scores[member * length + node] ?? 0) - (scores[member * length + (heads[member] ?? 0)] ?? 0);
      if (entering > into) {
        into = entering;
        enters[at] = member;
      }
    }
    smaller[at * size + joined] = out;
    smaller[joined * size + at] = into;
  });
  const solved = spanningTree(smaller, size);
  outside.forEach((node, at) => {
    const head = solved[at] ?? 0;
    heads[node] = head === joined ? (leaves[at] ?? 0) : (outside[head] ?? 0);
  });
  const entry = solved[joined] ?? 0;
  heads[enters[entry] ?? 0] = outside[entry] ?? 0;
  return heads;
};

/** What a tree can score at most: every node under its best head. */
const bound = (scores: Float64Array, length: number): number => {
  const heads = bestHeads(scores, length);
  let total = 0;
  for (let node = 1; node < length; node++) total += scores[node * length + (heads[node] ?? 0)] ?? 0;
  return total;
};

/** Roots tried in a sentence, and in one so long (a table, rubbish) that each try is dear. */
const ROOTS_TRIED = 4;
const LONG = 80;
const FORBIDDEN = -1e6;

/**
 * The head of each row (0 is the root), such that all hang together and exactly one word hangs on the root.
 *
 * Reading: where more than one word wants to be the root, the four likeliest are tried and the best whole tree is taken.
 */
export const treeOf = ({ numbers, at, wide, length }: ArcScores): number[] => {
  if (length < 2) return [0];
  const scores = new Float64Array(length * length);
  for (let node = 1; node < length; node++)
    for (let head = 0; head < length; head++)
      scores[node * length + head] = head === node ? FORBIDDEN : (numbers[at + node * wide + head] ?? 0);
  const greedy = bestHeads(scores, length);
  const rooted = greedy.filter((head, node) => node > 0 && head === 0).length;
  if (rooted === 1 && !cycleIn(greedy)) return greedy;
  const roots = Array.from({ length: length - 1 }, (_, index) => index + 1)
    .map((node) => ({ node, score: scores[node * length] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.node - b.node)
    .slice(0, length > LONG ? 1 : ROOTS_TRIED);
  let best: number[] = greedy;
  let bestTotal = -Infinity;
  for (const root of roots) {
    const held = scores.slice();
    for (let node = 1; node < length; node++) if (node !== root.node) held[node * length] = FORBIDDEN;
    for (let head = 1; head < length; head++) held[root.node * length + head] = FORBIDDEN;
    if (bound(held, length) <= bestTotal) continue;
    const heads = spanningTree(held, length);
    let total = 0;
    for (let node = 1; node < length; node++) total += held[node * length + (heads[node] ?? 0)] ?? 0;
    if (total > bestTotal) [best, bestTotal] = [heads, total];
  }
  return best;
};
