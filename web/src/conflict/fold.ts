import type { MoveBranch } from '@entente/core/report/moves';

/** So many moves can be read in one picture. */
export const READABLE = 10;

/**
 * Which moves are drawn before the rest is asked for, in their order: improvements first, then of each maker in turn those that cost it
 * least, so that nobody is left out of the picture for having fewer.
 */
export const foldedMoves = (branches: readonly MoveBranch[], most = READABLE): readonly MoveBranch[] => {
  if (branches.length <= most) return branches;
  const seen = new Map<number, number>();
  const turn = new Map(
    branches.map((branch) => {
      const own = branch.improvement ? -1 : (seen.get(branch.maker) ?? 0);
      if (!branch.improvement) seen.set(branch.maker, own + 1);
      return [branch, own] as const;
    }),
  );
  const kept = new Set([...branches].sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0)).slice(0, most));
  return branches.filter((branch) => kept.has(branch));
};
