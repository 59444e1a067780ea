import type { Conflict } from '../src/conflict/conflict.ts';
import type { Formula, Preference } from '../src/preference/preference.ts';
import type { Concept, SanctionRule } from '../src/vocabulary.ts';

/**
 * Stability straight from the table of definitions, with maps and sets of patterns: slow, plain, and written apart from the code
 * that it checks. It reads the conflict itself and shares nothing with the compiled model.
 */
export interface SlowAnswer {
  readonly states: readonly string[];
  /** By maker: the states that are stable for it. */
  readonly stable: readonly (readonly string[])[];
  readonly equilibria: readonly string[];
}

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

const isTrue = (formula: Formula, taken: ReadonlySet<string>): boolean => {
  if (formula.kind === 'option') return taken.has(formula.option);
  if (formula.kind === 'not') return !isTrue(formula.of, taken);
  if (formula.kind === 'and') return formula.of.every((part) => isTrue(part, taken));
  if (formula.kind === 'or') return formula.of.some((part) => isTrue(part, taken));
  if (formula.kind === 'if') return isTrue(formula.when, taken) ? isTrue(formula.that, taken) : true;
  if (formula.kind === 'iff') return isTrue(formula.left, taken) === isTrue(formula.right, taken);
  throw new RangeError('no such formula');
};

const takenIn = (pattern: string, options: readonly string[]): Set<string> =>
  new Set(options.filter((_, at) => pattern[at] === 'Y'));

/** All patterns, those that differ in the first option neighbours. */
const allPatterns = (count: number): string[] =>
  count === 0 ? [''] : allPatterns(count - 1).flatMap((rest) => [`N${rest}`, `Y${rest}`]);

export const slowStates = (conflict: Conflict): string[] => {
  const options = conflict.makers.flatMap(({ options: own }) => own.map(({ id }) => id as string));
  const listed = conflict.states && new Set(conflict.states);
  return allPatterns(options.length).filter(
    (pattern) =>
      (listed === undefined || listed.has(pattern)) &&
      conflict.infeasible.every(({ when }) => !isTrue(when, takenIn(pattern, options))),
  );
};

/** What a state is worth to a maker: numbers compared one after the other, larger preferred. */
const worthOf = (prefers: Preference, options: readonly string[], pattern: string): readonly number[] => {
  const taken = takenIn(pattern, options);
  if (prefers.kind === 'unknown') return [0];
  if (prefers.kind === 'ranking') return [-prefers.tiers.findIndex((states) => states.includes(pattern))];
  if (prefers.kind === 'weights')
    return [
      [...prefers.weights].reduce((sum, [id, weight]) => sum + (taken.has(id) ? Math.round(weight * 1000) : 0), 0),
    ];
  return prefers.groups.map((group) => group.filter(({ that }) => isTrue(that, taken)).length);
};

const worthMore = (one: readonly number[], other: readonly number[]): boolean => {
  for (const [at, count] of one.entries()) if (count !== other[at]) return count > (other[at] ?? 0);
  return false;
};

/** For each maker and state, the states that it reaches in one move. */
export const slowMoves = (conflict: Conflict, states: readonly string[]): readonly Sets[] => {
  const owners = conflict.makers.flatMap(({ options }, maker) => options.map(({ moves }) => ({ maker, moves })));
  const may = (maker: number, from: string, to: string): boolean =>
    owners.every(({ maker: owner, moves }, at) => {
      if (from[at] === to[at]) return true;
      if (owner !== maker) return false;
      return to[at] === 'Y' ? moves !== 'backward' : moves !== 'forward';
    });
  return conflict.makers.map(({ id }, maker) => {
    const own = conflict.moves?.get(id);
    const common = (conflict.commonMoves ?? []).filter(({ by }) => by.includes(id));
    return new Map(
      states.map((from) => {
        const implied = states.filter((to) => to !== from && may(maker, from, to));
        const direct = own ? own.flatMap(([start, to]) => (start === from ? [to] : [])) : implied;
        const besides = common.flatMap((move) => (move.from === from ? [move.to] : []));
        return [from, new Set([...direct, ...besides].filter((to) => to !== from))];
      }),
    );
  });
};

/** What a group reaches from a state, by moves given as maps: everything that some permitted sequence ends in. */
const reach = (moves: readonly Sets[], group: readonly number[], from: string, rule: SanctionRule): Set<string> => {
  const next = (mover: number, state: string) => moves[mover]?.get(state) ?? new Set<string>();
  const found = new Set<string>();
  if (rule === 'single') {
    for (const mover of group) for (const to of next(mover, from)) found.add(to);
    return found;
  }
  if (rule === 'each-once') {
    const go = (state: string, left: readonly number[]): void => {
      for (const mover of left)
        for (const to of next(mover, state)) {
          found.add(to);
          go(
            to,
            left.filter((other) => other !== mover),
          );
        }
    };
    go(from, group);
    return found;
  }
  // legal: who moved last must not move next; grown until nothing is new
  const ends = new Map(group.map((mover) => [mover, new Set(next(mover, from))]));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [last, states] of ends)
      for (const state of [...states])
        for (const mover of group) {
          if (mover === last) continue;
          for (const to of next(mover, state)) {
            const own = ends.get(mover);
            if (own && !own.has(to)) {
              own.add(to);
              grown = true;
            }
          }
        }
  }
  for (const states of ends.values()) for (const state of states) found.add(state);
  return found;
};

/** The stable states and equilibria of a conflict under one concept and rule. */
export const slowAnalysis = (conflict: Conflict): ((concept: Concept, rule: SanctionRule) => SlowAnswer) => {
  const options = conflict.makers.flatMap(({ options: own }) => own.map(({ id }) => id as string));
  const states = slowStates(conflict);
  const moves = slowMoves(conflict, states);
  const betterThan = conflict.makers.map(({ prefers }) => {
    const worth = states.map((state) => [state, worthOf(prefers, options, state)] as const);
    return new Map(
      worth.map(([than, low]) => [
        than,
        new Set(worth.flatMap(([state, high]) => (worthMore(high, low) ? [state] : []))),
      ]),
    );
  });
  const better = (maker: number, state: string, than: string) => betterThan[maker]?.get(than)?.has(state) ?? false;
  const improving = moves.map(
    (own, maker) =>
      new Map([...own].map(([from, to]) => [from, new Set([...to].filter((state) => better(maker, state, from)))])),
  );
  const everyone = conflict.makers.map((_, maker) => maker);
  const reached = new Map<string, ReadonlySet<string>>();
  const opponents = (maker: number, from: string, rule: SanctionRule, credible: boolean): ReadonlySet<string> => {
    const key = `${maker} ${from} ${rule} ${credible}`;
    const others = everyone.filter((other) => other !== maker);
    const found = reached.get(key) ?? reach(credible ? improving : moves, others, from, rule);
    reached.set(key, found);
    return found;
  };
  const stableFor = (maker: number, s: string, concept: Concept, rule: SanctionRule): boolean => {
    const improvements = [...(improving[maker]?.get(s) ?? [])];
    if (concept === 'nash') return improvements.length === 0;
    const credible = concept === 'seq' || concept === 'symmetric-sequential';
    const forGood = concept === 'smr' || concept === 'symmetric-sequential';
    return improvements.every((s1) =>
      [...opponents(maker, s1, rule, credible)].some(
        (s2) =>
          !better(maker, s2, s) &&
          (!forGood || [...(moves[maker]?.get(s2) ?? [])].every((s3) => !better(maker, s3, s))),
      ),
    );
  };
  /** All ways in which opponents who would leave s improve on it at the same moment as i does, as the states that come of it. */
  const crossed = (s: string, s1: string, movers: readonly number[]): string[] => {
    const [first, ...rest] = movers;
    if (first === undefined) return [s1];
    const without = crossed(s, s1, rest);
    const joint = without.flatMap((other) =>
      [...(improving[first]?.get(s) ?? [])].flatMap((own) => {
        const clash = [...s].some((letter, at) => letter !== own[at] && letter !== other[at]);
        return clash ? [] : [[...s].map((letter, at) => (letter !== own[at] ? own[at] : other[at])).join('')];
      }),
    );
    return [...without, ...joint];
  };
  const simultaneous = (maker: number, s: string, rule: SanctionRule): boolean => {
    const movers = everyone.filter((other) => other !== maker && !stableFor(other, s, 'seq', rule));
    return [...(improving[maker]?.get(s) ?? [])].every(
      (s1) =>
        [...opponents(maker, s1, rule, true)].some((s2) => !better(maker, s2, s)) ||
        crossed(s, s1, movers).some((s2) => states.includes(s2) && !better(maker, s2, s)),
    );
  };
  return (concept, rule) => {
    if (concept === 'simultaneous') {
      const stable = everyone.map((maker) => states.filter((state) => simultaneous(maker, state, rule)));
      return { states, stable, equilibria: states.filter((state) => stable.every((own) => own.includes(state))) };
    }
    const stable = everyone.map((maker) => states.filter((state) => stableFor(maker, state, concept, rule)));
    return { states, stable, equilibria: states.filter((state) => stable.every((own) => own.includes(state))) };
  };
};

/** The states that are stable for a group acting as one under a coalitional concept, where `others` may answer as one each. */
export const slowCoalition = (
  conflict: Conflict,
  concept: 'nash' | 'gmr' | 'smr' | 'seq',
  group: readonly number[],
  others: readonly (readonly number[])[],
): string[] => {
  const options = conflict.makers.flatMap(({ options: own }) => own.map(({ id }) => id as string));
  const states = slowStates(conflict);
  const moves = slowMoves(conflict, states);
  const worth = conflict.makers.map(
    ({ prefers }) => new Map(states.map((state) => [state, worthOf(prefers, options, state)])),
  );
  const allBetter = (members: readonly number[], state: string, than: string) =>
    members.every((maker) => worthMore(worth[maker]?.get(state) ?? [], worth[maker]?.get(than) ?? []));
  const joint = (members: readonly number[], from: string) => [...reach(moves, members, from, 'legal')];
  const gains = (members: readonly number[], from: string) =>
    joint(members, from).filter((to) => allBetter(members, to, from));
  const coalitions = others.map((members) => new Map(states.map((from) => [from, new Set(gains(members, from))])));
  const outsiders = conflict.makers.map((_, maker) => maker).filter((maker) => !group.includes(maker));
  const answers = (s1: string) =>
    concept === 'seq'
      ? reach(
          coalitions,
          others.map((_, at) => at),
          s1,
          'legal',
        )
      : reach(moves, outsiders, s1, 'legal');
  return states.filter((s) => {
    const improvements = gains(group, s);
    if (concept === 'nash') return improvements.length === 0;
    return improvements.every((s1) =>
      [...answers(s1)].some(
        (s2) =>
          !allBetter(group, s2, s) && (concept !== 'smr' || joint(group, s2).every((s3) => !allBetter(group, s3, s))),
      ),
    );
  });
};
