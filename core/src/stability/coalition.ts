import type { Concept, SanctionRule } from '../vocabulary.ts';
import type { GraphModel } from './graph-model.ts';
import { groupMoves, prefers } from './legal-move.ts';
import { StateSet } from './state-set.ts';
import type { Maker, State } from './verdict.ts';

/** Makers who move together, in ascending order. One maker by itself is one too. */
export type Coalition = readonly Maker[];

/** The concepts that have a coalitional form. */
export const COALITION_CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const satisfies readonly Concept[];
export type CoalitionConcept = (typeof COALITION_CONCEPTS)[number];

/** What others answer to a coalition's improvement: the state that they reach, and who moved, together, on the way. */
export interface CoalitionAnswer {
  readonly improvement: State;
  readonly sanction: State;
  readonly path: readonly { readonly coalition: Coalition; readonly to: State }[];
}

export type CoalitionVerdict =
  | { readonly stable: true; readonly because: readonly CoalitionAnswer[] }
  | { readonly stable: false; readonly escape: State };

/** Whether all members prefer one state to another. */
const allPrefer = (model: GraphModel, coalition: Coalition, state: State, to: State): boolean =>
  coalition.every((maker) => prefers(model, maker, state, to));

/** R_H(s): what the members bring about by a legal sequence of their moves. */
function* coalitionMoves(model: GraphModel, coalition: Coalition, from: State): Generator<State> {
  for (const { state } of groupMoves(model, coalition, from, 'legal', false)) yield state;
}

/** R++_H(s): what the members bring about and all prefer. */
export function* coalitionImprovements(model: GraphModel, coalition: Coalition, from: State): Generator<State> {
  for (const state of coalitionMoves(model, coalition, from)) if (allPrefer(model, coalition, state, from)) yield state;
}

/** Sequences of improvements of coalitions, each better for all its members than where it moves, none twice in a row. */
function* credibleAnswers(
  model: GraphModel,
  others: readonly Coalition[],
  improvement: State,
  rule: SanctionRule,
): Generator<CoalitionAnswer> {
  type Node = { readonly state: State; readonly movers: readonly number[]; readonly path: CoalitionAnswer['path'] };
  const queue: Node[] = [{ state: improvement, movers: [], path: [] }];
  const met = new Set<string>();
  const blocked = ({ movers }: Node, mover: number): boolean =>
    rule === 'legal' ? movers.at(-1) === mover : rule === 'each-once' ? movers.includes(mover) : movers.length > 0;
  for (let node = queue.shift(); node; node = queue.shift())
    for (const [mover, coalition] of others.entries()) {
      if (blocked(node, mover)) continue;
      const movers = rule === 'each-once' ? [...node.movers, mover].sort((a, b) => a - b) : [mover];
      for (const to of coalitionImprovements(model, coalition, node.state)) {
        const key = `${to} ${movers.join()}`;
        if (met.has(key)) continue;
        met.add(key);
        const path = [...node.path, { coalition, to }];
        queue.push({ state: to, movers, path });
        yield { improvement, sanction: to, path };
      }
    }
}

/** Whatever the others can bring about, at whatever cost. */
function* anyAnswers(
  model: GraphModel,
  outsiders: Coalition,
  improvement: State,
  rule: SanctionRule,
): Generator<CoalitionAnswer> {
  for (const { state, path } of groupMoves(model, outsiders, improvement, rule, false))
    yield { improvement, sanction: state, path: path.map(({ maker, to }) => ({ coalition: [maker], to })) };
}

/**
 * Coalitional stability: no improvement of all members goes unanswered. As Nash, GMR, SMR and SEQ for one maker, with
 * R_H and R++_H for R_i and R+_i, where a state is an improvement when all members prefer it, and a sanction when some member
 * does not.
 *
 *   Nash  R++_H(s) is empty
 *   GMR   for all s1 in R++_H(s) there is s2 in R_{N-H}(s1) with s2 <=_i s for some i in H
 *   SMR   as GMR, and for all s3 in R_H(s2) some i in H has s3 <=_i s
 *   SEQ   as GMR with s2 reached by improvements of the coalitions `others`, each for all its members
 *
 * Source:  Kilgour, Hipel, Fang and Peng 2001; Inohara and Hipel 2008. Source: to check
 * Reading: members move by a legal sequence among themselves, so a joint move needs feasible states on its way
 *
 * @param others the coalitions that may answer under SEQ: the others one by one, or all subsets of them (Inohara and Hipel)
 */
export const coalitionVerdict = (
  model: GraphModel,
  concept: CoalitionConcept,
  coalition: Coalition,
  others: readonly Coalition[],
  state: State,
  rule: SanctionRule = 'legal',
): CoalitionVerdict => {
  const outsiders = model.makers.flatMap((_, maker) => (coalition.includes(maker) ? [] : [maker]));
  const because: CoalitionAnswer[] = [];
  const final = (sanction: State): boolean => {
    if (concept !== 'smr') return true;
    for (const counter of coalitionMoves(model, coalition, sanction))
      if (allPrefer(model, coalition, counter, state)) return false;
    return true;
  };
  for (const improvement of coalitionImprovements(model, coalition, state)) {
    if (concept === 'nash') return { stable: false, escape: improvement };
    const answers =
      concept === 'seq'
        ? credibleAnswers(model, others, improvement, rule)
        : anyAnswers(model, outsiders, improvement, rule);
    let found: CoalitionAnswer | undefined;
    for (const answer of answers)
      if (!allPrefer(model, coalition, answer.sanction, state) && final(answer.sanction)) {
        found = answer;
        break;
      }
    if (found === undefined) return { stable: false, escape: improvement };
    because.push(found);
  }
  return { stable: true, because };
};

/** All non-empty subsets of some makers. */
export const subsets = (makers: Coalition): readonly Coalition[] =>
  Array.from({ length: 2 ** makers.length - 1 }, (_, at) => makers.filter((__, place) => ((at + 1) >>> place) & 1));

export interface CoalitionAnalysis {
  readonly coalitions: readonly Coalition[];
  /** By concept and coalition: the states that are stable for it. */
  readonly stable: Readonly<Record<CoalitionConcept, readonly StateSet[]>>;
  /** By concept: the states that are stable for all those coalitions. */
  readonly equilibria: Readonly<Record<CoalitionConcept, StateSet>>;
}

const analyse = (
  model: GraphModel,
  coalitions: readonly Coalition[],
  othersOf: (coalition: Coalition) => readonly Coalition[],
  rule: SanctionRule,
): CoalitionAnalysis => {
  const stableUnder = (concept: CoalitionConcept) =>
    coalitions.map((coalition) => {
      const others = othersOf(coalition);
      const stable = new StateSet(model.size);
      for (let state = 0; state < model.size; state++)
        if (coalitionVerdict(model, concept, coalition, others, state, rule).stable) stable.add(state);
      return stable;
    });
  const all = (sets: readonly StateSet[]) =>
    sets.reduce((both, set) => both.intersect(set), sets[0] ?? new StateSet(model.size));
  const [nash, gmr, smr, seq] = [stableUnder('nash'), stableUnder('gmr'), stableUnder('smr'), stableUnder('seq')];
  return {
    coalitions,
    stable: { nash, gmr, smr, seq },
    equilibria: { nash: all(nash), gmr: all(gmr), smr: all(smr), seq: all(seq) },
  };
};

/**
 * What holds when some makers act as one: the states that are stable for the coalition and for each of the others, who
 * reckon with the coalition moving as one.
 */
export const withCoalition = (
  model: GraphModel,
  members: Coalition,
  rule: SanctionRule = 'legal',
): CoalitionAnalysis => {
  if (members.length === 0 || members.some((maker) => !(maker in model.makers)))
    throw new RangeError(`A coalition of ${members.join(', ') || 'nobody'} among ${model.makers.length} makers`);
  const rest = model.makers.flatMap((_, maker) => (members.includes(maker) ? [] : [[maker]]));
  const parties: readonly Coalition[] = [members, ...rest];
  return analyse(model, parties, (party) => parties.filter((other) => other !== party), rule);
};

/** Up to so many makers all coalitions are looked at. */
export const MOST_FOR_ALL = 6;

/** What holds whichever coalition may form: the states that are stable for every coalition, the single makers among them. */
export const withAllCoalitions = (model: GraphModel, rule: SanctionRule = 'legal'): CoalitionAnalysis => {
  const everyone = model.makers.map((_, maker) => maker);
  if (everyone.length > MOST_FOR_ALL)
    throw new RangeError(
      `${everyone.length} makers have ${2 ** everyone.length - 1} coalitions; the most is ${MOST_FOR_ALL} makers`,
    );
  return analyse(
    model,
    subsets(everyone),
    (coalition) => subsets(everyone.filter((maker) => !coalition.includes(maker))),
    rule,
  );
};
