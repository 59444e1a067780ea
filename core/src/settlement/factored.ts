import { type Change, isCommitment, isFormal } from './change.ts';

/** One side of a settlement: a maker, or the commitments, with the changes of which any one set will do. */
export interface Side {
  readonly maker: number | 'commitments';
  readonly alternatives: readonly (readonly Change[])[];
}

/** Sets of changes that are any alternative of each side with any of the others. */
export interface Factored {
  readonly sides: readonly Side[];
  /** Their number: the product of the alternatives. */
  readonly ways: number;
  /** The first alternative of each side. */
  readonly first: readonly Change[];
}

const sideOf = (change: Change): Side['maker'] => (isCommitment(change) ? 'commitments' : change.maker);

const sidesOf = (changes: readonly Change[]): Map<Side['maker'], readonly Change[]> => {
  const sides = new Map<Side['maker'], readonly Change[]>();
  for (const change of changes) sides.set(sideOf(change), [...(sides.get(sideOf(change)) ?? []), change]);
  return sides;
};

const ORDER = ['drop', 'reverse', 'add', 'move', 'one-way', 'rule-out', 'condition'];
const plainness = (changes: readonly Change[]) => changes.reduce((sum, { kind }) => sum + ORDER.indexOf(kind), 0);

/** What is given up or turned round before what is only held otherwise, the plainest first. */
const byPlainness = (one: readonly Change[], other: readonly Change[]): number =>
  Number(one.some(isFormal)) - Number(other.some(isFormal)) || plainness(one) - plainness(other);

const committing = ({ first }: Factored) => first.filter(isCommitment).length;

/** The same changes are the same objects, so a set is known by the places of its changes in a list of all of them. */
const keyed = () => {
  const places = new Map<Change, number>();
  return (changes: readonly Change[]) =>
    changes
      .map((change) => {
        const place = places.get(change) ?? places.size;
        places.set(change, place);
        return place;
      })
      .sort((one, other) => one - other)
      .join();
};

const factor = (sets: readonly (readonly Change[])[]): Factored[] => {
  const key = keyed();
  const alternatives = new Map<Side['maker'], Map<string, readonly Change[]>>();
  for (const set of sets)
    for (const [side, changes] of sidesOf(set)) {
      const known = alternatives.get(side) ?? new Map<string, readonly Change[]>();
      alternatives.set(side, known.set(key(changes), changes));
    }
  const ways = [...alternatives.values()].reduce((product, { size }) => product * size, 1);
  if (ways !== sets.length) return sets.flatMap((one) => factor([one]));
  const sides = [...alternatives].map(([maker, all]) => ({
    maker,
    alternatives: [...all.values()].sort(byPlainness),
  }));
  return [{ sides, ways, first: sides.flatMap((side) => side.alternatives[0] ?? []) }];
};

/**
 * Sets of changes put together where any on one side goes with any on the others, so that a thousand ways read as three short lists.
 * Those that do not multiply out stand by themselves. Smallest first, then
 * those with the fewest commitments, then those with the most ways.
 */
export const factored = (sets: readonly (readonly Change[])[]): readonly Factored[] => {
  const groups = new Map<string, (readonly Change[])[]>();
  for (const set of sets) {
    const shape = [...sidesOf(set)].map(([side, { length }]) => `${side}:${length}`).sort();
    const key = shape.join(' ');
    const group = groups.get(key);
    if (group) group.push(set);
    else groups.set(key, [set]);
  }
  return [...groups.values()]
    .flatMap(factor)
    .sort(
      (one, other) =>
        one.first.length - other.first.length ||
        committing(one) - committing(other) ||
        other.ways - one.ways ||
        byPlainness(one.first, other.first),
    );
};
