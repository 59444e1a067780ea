import { type Maker, patternOf, type State } from '../conflict/state-space.ts';
import type { Behaviour } from '../stability/behaviour.ts';
import {
  COALITION_CONCEPTS,
  type Coalition,
  type CoalitionAnalysis,
  type CoalitionConcept,
} from '../stability/coalition.ts';
import type { Evolution } from '../stability/evolution.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import type { StateSet } from '../stability/state-set.ts';
import type { Analysis, Step } from '../stability/verdict.ts';
import { conceptList } from './verdict-summary.ts';
import { CONCEPT_NAMES, changeWords, listed, nameOf } from './verdict-words.ts';

/** How many states are named before the rest is counted. */
const NAMED = 8;

/** How many routes are told. */
const ROUTES = 4;

const namesOf = (model: GraphModel, states: Iterable<State>): string => {
  const all = [...states];
  const named = all.slice(0, NAMED).map((state) => patternOf(model, state));
  if (all.length === 0) return 'no state';
  return listed(all.length > NAMED ? [...named, `${all.length - NAMED} more`] : named);
};

const stepWords = (model: GraphModel, from: State, path: readonly Step[]): string => {
  let here = from;
  const steps = path.map(({ maker, to }) => {
    const change = changeWords(model, here, to) || `going to ${patternOf(model, to)}`;
    here = to;
    return `${nameOf(model, maker)}, ${change}`;
  });
  return steps.join('; then ');
};

/** The two ways in which a conflict can go on from one state. */
export interface BothWays {
  readonly moves: Evolution;
  readonly improvements: Evolution;
}

/** How a state comes about from where the conflict stands: by improvements if it can, else by any moves, else not at all. */
export const routeWords = (model: GraphModel, { moves, improvements }: BothWays, to: State): string => {
  const pattern = patternOf(model, to);
  const [gaining, any] = [improvements.pathTo(to), moves.pathTo(to)];
  if (any === undefined) return `${pattern} cannot be reached from ${patternOf(model, moves.from)} at all.`;
  if (any.length === 0) return `${pattern} is where the conflict stands.`;
  const count = (path: readonly Step[]) => (path.length === 1 ? 'one move' : `${path.length} moves`);
  return gaining
    ? `${pattern} comes about by improvements alone, ${count(gaining)}: ${stepWords(model, moves.from, gaining)}.`
    : `${pattern} takes ${count(any)}, not all of them improvements: ${stepWords(model, moves.from, any)}.`;
};

/** Where a conflict can go, and how it gets to states of interest. */
export const evolutionWords = (model: GraphModel, ways: BothWays, wanted: readonly State[]): readonly string[] => {
  const { moves, improvements } = ways;
  const gained = improvements.reached.size - 1;
  const reached = moves.reached.size - 1;
  const head =
    gained === 0
      ? `By improvements alone it goes nowhere from ${patternOf(model, moves.from)}; by any moves ${reached} of the ${model.size - 1} other states can be reached.`
      : `From ${patternOf(model, moves.from)} improvements alone lead to ${gained} of the ${model.size - 1} other states, any moves to ${reached}.`;
  const others = wanted
    .filter((state) => state !== moves.from)
    .sort((a, b) => Number(improvements.reached.has(b)) - Number(improvements.reached.has(a)));
  const rest = others.length - ROUTES;
  return [
    head,
    ...others.slice(0, ROUTES).map((state) => routeWords(model, ways, state)),
    ...(rest > 0
      ? [`The routes to ${rest} more ${rest === 1 ? 'state' : 'states'} are not told here; --state tells one.`]
      : []),
  ];
};

const together = (model: GraphModel, coalition: Coalition): string =>
  listed(coalition.map((maker: Maker) => nameOf(model, maker)));

const changes = (model: GraphModel, before: StateSet, after: StateSet): string => {
  const [gone, come] = [before.minus(after), after.minus(before)];
  const parts = [
    ...(gone.size > 0 ? [`${namesOf(model, gone)} would not hold any more`] : []),
    ...(come.size > 0 ? [`${namesOf(model, come)} would hold too`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'nothing would change';
};

const concepts = ({ concepts: asked }: Analysis): readonly CoalitionConcept[] =>
  COALITION_CONCEPTS.filter((concept) => asked.includes(concept));

/** One sentence for the concepts that have the same to say. */
const alike = (done: Analysis, says: (concept: CoalitionConcept) => string | undefined): readonly string[] => {
  const groups = new Map<string, CoalitionConcept[]>();
  for (const concept of concepts(done)) {
    const said = says(concept);
    if (said !== undefined) groups.set(said, [...(groups.get(said) ?? []), concept]);
  }
  return [...groups].map(([said, under]) => `Under ${conceptList(under)} ${said}.`);
};

/** What a coalition would change. */
export const coalitionWords = (done: Analysis, members: Coalition, found: CoalitionAnalysis): readonly string[] => [
  `If ${together(done.model, members)} acted as one:`,
  ...alike(done, (concept) => {
    const before = done.equilibria[concept];
    return before && changes(done.model, before, found.equilibria[concept]);
  }),
];

/** What holds against every coalition. */
export const allCoalitionsWords = (done: Analysis, found: CoalitionAnalysis): readonly string[] => [
  'Whichever makers may act as one, what no coalition would leave:',
  ...alike(done, (concept) => namesOf(done.model, found.equilibria[concept])),
];

/** What behaviour would explain that a state came about. */
export const behaviourWords = (
  model: GraphModel,
  observed: State,
  { explains, sharpest }: Behaviour,
): readonly string[] => {
  const pattern = patternOf(model, observed);
  const lines = explains.map((own, maker) =>
    own.length > 0
      ? `${nameOf(model, maker)} stays in ${pattern} under ${conceptList(own)}.`
      : `${nameOf(model, maker)} would leave ${pattern} under every concept asked for: with these preferences nothing here explains it.`,
  );
  if (!sharpest) return lines;
  const chosen = sharpest.concepts.map((concept, maker) => `${nameOf(model, maker)} by ${CONCEPT_NAMES[concept]}`);
  const others = sharpest.holds.size - 1;
  return [
    ...lines,
    `Sharpest explanation: ${listed(chosen)}; then ${others === 0 ? 'no other state holds' : `${others} other state${others === 1 ? ' holds' : 's hold'} as well`}.`,
  ];
};
