import { patternOf, type State, stateOfPattern } from '@entente/core/conflict/state-space';
import { allCoalitionsWords, coalitionWords } from '@entente/core/report/verdict-beyond';
import {
  type CoalitionAnalysis,
  MOST_FOR_ALL,
  withAllCoalitions,
  withCoalition,
} from '@entente/core/stability/coalition';
import type { GraphModel } from '@entente/core/stability/graph-model';
import type { Analysis } from '@entente/core/stability/verdict';
import { ALL_CONCEPTS, type Concept, SANCTION_RULES, type SanctionRule } from '@entente/core/vocabulary';
import { Unusable } from './shell.ts';

/** Coalitions are worked out state by state; above so many states that would take too long. */
const MOST_STATES = 4096;

const refused = (code: string, option: string, says: string) => new Unusable([{ code, at: [option], says }]);

export const conceptsIn = (text: string): readonly Concept[] => {
  if (text === 'all') return ALL_CONCEPTS;
  const words = text.split(/[\s,]+/).filter(Boolean);
  const concepts = ALL_CONCEPTS.filter((concept) => words.some((word) => word.toLowerCase() === concept));
  const unknown = words.filter((word) => !ALL_CONCEPTS.some((concept) => concept === word.toLowerCase()));
  if (unknown.length > 0 || concepts.length === 0)
    throw new Unusable([
      {
        code: 'analyze/concept',
        at: ['--concepts'],
        says: `${unknown.map((word) => `“${word}”`).join(', ') || 'Nothing'} is no solution concept. Known: ${ALL_CONCEPTS.join(', ')}, all.`,
      },
    ]);
  return concepts;
};

export const ruleIn = (text: string): SanctionRule => {
  const rule = SANCTION_RULES.find((known) => known === text);
  if (rule) return rule;
  throw new Unusable([
    {
      code: 'analyze/rule',
      at: ['--rule'],
      says: `“${text}” is no sanction rule. Known: ${SANCTION_RULES.join(', ')}.`,
    },
  ]);
};

/** The state that a pattern names. */
export const stateIn = (model: GraphModel, text: string): State => {
  const state = stateOfPattern(model, text.trim().toUpperCase());
  if (state >= 0) return state;
  const example = patternOf(model, model.statusQuo ?? 0);
  throw refused(
    'analyze/state',
    '--state',
    `“${text}” is no feasible state. Write one letter an option, such as ${example}.`,
  );
};

interface AskedCoalition {
  readonly data: unknown;
  readonly words: (done: Analysis) => readonly string[];
}

const data = (model: GraphModel, members: readonly string[] | 'all', { equilibria }: CoalitionAnalysis) => ({
  members,
  equilibria: Object.fromEntries(
    Object.entries(equilibria).map(([concept, states]) => [
      concept,
      [...states].map((state) => patternOf(model, state)),
    ]),
  ),
});

/** What a coalition, or every one, makes of a conflict. */
export const coalitionIn = (model: GraphModel, text: string, rule: SanctionRule): AskedCoalition => {
  if (model.size > MOST_STATES)
    throw refused(
      'analyze/coalition',
      '--coalition',
      `Coalitions are looked at in up to ${MOST_STATES} states; this conflict has ${model.size}.`,
    );
  if (text.trim() === 'all') {
    if (model.makers.length > MOST_FOR_ALL)
      throw refused(
        'analyze/coalition',
        '--coalition',
        `All coalitions are looked at for up to ${MOST_FOR_ALL} makers; here are ${model.makers.length}. Name one coalition.`,
      );
    const found = withAllCoalitions(model, rule);
    return { data: data(model, 'all', found), words: (done) => allCoalitionsWords(done, found) };
  }
  const ids = text.split(/[\s,]+/).filter(Boolean);
  const unknown = ids.filter((id) => !model.makers.some((maker) => maker.id === id));
  if (unknown.length > 0 || ids.length === 0) {
    const known = model.makers.map(({ id }) => id).join(', ');
    throw refused(
      'analyze/coalition',
      '--coalition',
      `${unknown.map((id) => `“${id}”`).join(', ') || 'Nobody'} is no decision maker. Known: ${known}, or all.`,
    );
  }
  const members = model.makers.flatMap(({ id }, maker) => (ids.includes(id) ? [maker] : []));
  const found = withCoalition(model, members, rule);
  return { data: data(model, ids, found), words: (done) => coalitionWords(done, members, found) };
};
