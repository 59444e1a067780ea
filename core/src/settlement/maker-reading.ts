import type { Preference, PreferenceStatement } from '../preference/preference.ts';

/** What an analyst leaves open about the preferences of a conflict. */
export interface Openness {
  /** `groups`: statements of one group may come in any order; `all`: no order is known; `none`: as written. */
  readonly orders: 'none' | 'groups' | 'all';
  /** Assumed statements may be in or out. */
  readonly assumptions: boolean;
}

type Groups = readonly (readonly PreferenceStatement[])[];

const factorial = (count: number): number => (count < 2 ? 1 : count * factorial(count - 1));

const groupsOf = (preference: Preference, orders: Openness['orders']): Groups | undefined => {
  if (preference.kind !== 'statements') return undefined;
  return orders === 'all' ? [preference.groups.flat()] : preference.groups;
};

/**
 * How many readings one maker's preference admits, each order of each choice of assumptions counted once.
 *
 * Readings count orders of the statements that are kept; a choice that keeps fewer has fewer orders.
 */
export const readingCount = (preference: Preference, { orders, assumptions }: Openness): number => {
  const groups = groupsOf(preference, orders);
  if (groups === undefined) return 1;
  return groups.reduce((product, group) => {
    const open = assumptions ? group.filter(({ assumed }) => assumed).length : 0;
    const firm = group.length - open;
    let ways = 0;
    for (let kept = 0; kept <= open; kept++) {
      const choices = factorial(open) / (factorial(kept) * factorial(open - kept));
      ways += choices * (orders === 'none' ? 1 : factorial(firm + kept));
    }
    return product * ways;
  }, 1);
};

function* subsets(group: readonly PreferenceStatement[]): Generator<readonly PreferenceStatement[]> {
  const open = group.filter(({ assumed }) => assumed);
  for (let choice = 0; choice < 2 ** open.length; choice++) {
    const kept = new Set(open.filter((_, at) => Math.floor(choice / 2 ** at) % 2 === 0));
    yield group.filter((statement) => !statement.assumed || kept.has(statement));
  }
}

function* permutations<One>(items: readonly One[]): Generator<readonly One[]> {
  if (items.length < 2) {
    yield items;
    return;
  }
  for (const [at, first] of items.entries())
    for (const rest of permutations([...items.slice(0, at), ...items.slice(at + 1)])) yield [first, ...rest];
}

function* groupReadings(group: readonly PreferenceStatement[], openness: Openness): Generator<Groups> {
  for (const kept of openness.assumptions ? subsets(group) : [group]) {
    if (openness.orders === 'none') yield kept.length > 0 ? [kept] : [];
    else for (const order of permutations(kept)) yield order.map((statement) => [statement]);
  }
}

/** Every admissible reading of one maker's preference, the one as written first. */
export function* makerReadings(preference: Preference, openness: Openness): Generator<Preference> {
  const groups = groupsOf(preference, openness.orders);
  if (groups === undefined) {
    yield preference;
    return;
  }
  function* from(at: number): Generator<Groups> {
    const group = groups?.[at];
    if (group === undefined) {
      yield [];
      return;
    }
    for (const here of groupReadings(group, openness)) for (const rest of from(at + 1)) yield [...here, ...rest];
  }
  for (const read of from(0)) yield { kind: 'statements', groups: read };
}

const shuffled = <One>(items: readonly One[], random: () => number): One[] => {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [order[at], order[other]];
    if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one];
  }
  return order;
};

/** One reading at random, every one equally likely. `random` gives numbers in [0, 1). */
export const sampledReading = (preference: Preference, openness: Openness, random: () => number): Preference => {
  const groups = groupsOf(preference, openness.orders);
  if (groups === undefined) return preference;
  const read = groups.flatMap((group): Groups => {
    const kept = openness.assumptions ? keptAtRandom(group, openness, random) : group;
    if (openness.orders !== 'none') return shuffled(kept, random).map((statement) => [statement]);
    return kept.length > 0 ? [kept] : [];
  });
  return { kind: 'statements', groups: read };
};

/** Assumed statements kept at random, a choice as likely as it has orders. */
const keptAtRandom = (
  group: readonly PreferenceStatement[],
  { orders }: Openness,
  random: () => number,
): readonly PreferenceStatement[] => {
  const open = group.filter(({ assumed }) => assumed);
  const firm = group.length - open.length;
  const weights = Array.from({ length: open.length + 1 }, (_, kept) => {
    const choices = factorial(open.length) / (factorial(kept) * factorial(open.length - kept));
    return choices * (orders === 'none' ? 1 : factorial(firm + kept));
  });
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  let count = 0;
  while (count < open.length && left >= (weights[count] ?? 0)) left -= weights[count++] ?? 0;
  const kept = new Set(shuffled(open, random).slice(0, count));
  return group.filter((statement) => !statement.assumed || kept.has(statement));
};
