import type { Conflict } from '../conflict/conflict.ts';
import { codeOf, patternOf, type State } from '../conflict/state-space.ts';
import { originAt } from '../document/origin.ts';
import type { PreferenceStatement } from '../preference/preference.ts';
import { changedConflict } from '../settlement/change.ts';
import { type Openness, readingCount } from '../settlement/maker-reading.ts';
import { restsOn } from '../settlement/rests-on.ts';
import { robustness } from '../settlement/robustness.ts';
import { analysis } from '../stability/analysis.ts';
import { compile } from '../stability/compile.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { ruleDifferences } from '../stability/sanction-rules.ts';
import type { Analysis } from '../stability/verdict.ts';
import type { Concept, StatementId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { type Citation, cite, distinctCitations, libraryOf } from './sentence.ts';
import { originNames, readingsWords, restsWords, surenessWords } from './sureness-words.ts';
import { type MakerWords, ruleWords, standingWords, stateWords } from './verdict-summary.ts';
import { CONCEPT_NAMES, placeOf } from './verdict-words.ts';
import { capital, counted, listed, spelled } from './words.ts';

/** An aim that a maker is taken to have, with what bears it. */
export interface AimEntry {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly assumed: boolean;
  readonly note?: string;
}

export interface MakerEntry {
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string; readonly taken: boolean }[];
  /** Most important first; aims of equal priority share a place. */
  readonly aims: readonly (readonly AimEntry[])[];
  /** What stands in for aims: a ranking, weights, nothing. */
  readonly otherwise?: string;
  readonly statusQuo?: { readonly place: number; readonly of: number };
}

export interface StateEntry {
  readonly pattern: string;
  readonly statusQuo: boolean;
  /** The ids of the options taken. */
  readonly taken: readonly string[];
  /** By concept: which makers stay, in their order, and whether all do. */
  readonly stable: readonly {
    readonly concept: Concept;
    readonly makers: readonly boolean[];
    readonly holds: boolean;
  }[];
  readonly places: readonly { readonly place: number; readonly of: number }[];
}

/** What the reversal of one aim would do to the equilibria under Nash. */
export interface ReversalEntry {
  readonly maker: string;
  readonly aim: string;
  readonly assumed: boolean;
  readonly holds: readonly string[];
}

/** A conflict as the report shows it: what is taken to be wanted, what can hold, and why. */
export interface ModelEntry {
  readonly conflict: Conflict;
  readonly analysis: Analysis;
  readonly finding: string;
  readonly summary: string;
  readonly makers: readonly MakerEntry[];
  /** States that hold under some concept, and the status quo. */
  readonly states: readonly StateEntry[];
  readonly others: number;
  readonly statusQuo: readonly MakerWords[];
  readonly reversals: readonly ReversalEntry[];
  /** How sure the Nash equilibria are, and what they rest on, in sentences; none where it would take too long. */
  readonly sureness: readonly string[];
  readonly rests: readonly string[];
  readonly rules: readonly string[];
}

const MOST_STATES = 200;
/** Reversals are tried where trying all of them takes no time. */
const MOST_FOR_REVERSALS = 2 ** 12;

/** One state with who stays in it under each concept, and its place in each maker's ranking. */
export const stateEntry = ({ model, concepts, stable, equilibria }: Analysis, state: State): StateEntry => {
  const code = codeOf(model, state);
  return {
    pattern: patternOf(model, state),
    statusQuo: state === model.statusQuo,
    taken: model.options.filter((_, at) => (code >>> at) & 1).map(({ id }) => id),
    stable: concepts.map((concept) => ({
      concept,
      makers: model.makers.map((_, maker) => stable[concept]?.[maker]?.has(state) === true),
      holds: equilibria[concept]?.has(state) === true,
    })),
    places: model.makers.map((_, maker) => placeOf(model, maker, state)),
  };
};

const makerEntries = (
  conflict: Conflict,
  model: GraphModel,
  cited: (ids: readonly StatementId[]) => readonly Citation[],
): readonly MakerEntry[] => {
  const quo = model.statusQuo;
  const taken = quo === undefined ? 0 : codeOf(model, quo);
  let option = 0;
  return conflict.makers.map(({ name, options, prefers }, maker) => {
    const aim = ({ text, because, assumed, note }: PreferenceStatement): AimEntry => ({
      text,
      citations: cited(because),
      assumed: assumed || because.length === 0,
      ...(note !== undefined && { note }),
    });
    return {
      name,
      options: options.map(({ id, name: words }) => ({ id, name: words, taken: ((taken >>> option++) & 1) === 1 })),
      aims: prefers.kind === 'statements' ? prefers.groups.map((group) => group.map(aim)) : [],
      ...(prefers.kind === 'ranking' && { otherwise: 'Given as a ranking of the states.' }),
      ...(prefers.kind === 'weights' && { otherwise: 'Given as weights of the options.' }),
      ...(prefers.kind === 'unknown' && { otherwise: 'No preference given: indifferent among all states.' }),
      ...(quo !== undefined && { statusQuo: placeOf(model, maker, quo) }),
    };
  });
};

/** What the reversal of each aim alone would do to the Nash equilibria, where it does anything; none where there are too many states to try. */
export const reversalEntries = (conflict: Conflict, before: Analysis): readonly ReversalEntry[] => {
  if (before.model.size > MOST_FOR_REVERSALS) return [];
  const patterns = (found: Analysis): readonly string[] =>
    [...(found.equilibria.nash ?? [])].map((state) => patternOf(found.model, state));
  const now = patterns(before).join();
  return conflict.makers.flatMap(({ name, prefers }, maker) => {
    if (prefers.kind !== 'statements') return [];
    return prefers.groups.flat().flatMap(({ text, assumed, because }, aim) => {
      const changed = compile(changedConflict(conflict, [{ kind: 'reverse', maker, aim }]));
      if (!changed.ok) return [];
      const holds = patterns(analysis(changed.value, { concepts: ['nash'] }));
      return holds.join() === now ? [] : [{ maker: name, aim: text, assumed: assumed || because.length === 0, holds }];
    });
  });
};

/** Readings are tried where all of them take about a second. */
const MOST_FOR_READINGS = 2 ** 10;
const MOST_READINGS_BY_MAKER = 10_000;

const finished = <Step, Answer>(search: Generator<Step, Answer, boolean | undefined>): Answer => {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
};

const sureEntries = (
  dossier: Dossier,
  conflict: Conflict,
  model: GraphModel,
): Pick<ModelEntry, 'sureness' | 'rests'> => {
  const evidenced = conflict.makers.some(({ prefers }) => prefers.kind === 'statements');
  if (!evidenced || model.size > MOST_FOR_READINGS) return { sureness: [], rests: [] };
  const small = (openness: Openness) =>
    conflict.makers.every(({ prefers }) => readingCount(prefers, openness) <= MOST_READINGS_BY_MAKER);
  const openings: readonly Openness[] = [
    { orders: 'groups', assumptions: true },
    { orders: 'all', assumptions: true },
  ];
  const sureness = openings.filter(small).map((openness) => {
    const found = finished(robustness(conflict, model, { ...openness, concepts: ['nash'] }));
    return `${readingsWords(found)} ${found.sureness.map((one) => surenessWords(model, one)).join(' ')}`;
  });
  const originOfWords = originAt(dossier.origins);
  const originOf = new Map(dossier.statements.map(({ id, passage }) => [id, originOfWords(passage)]));
  const rests = restsOn(conflict, model, 'nash', originOf);
  return { sureness, rests: restsWords(conflict, model, rests, originNames(conflict, dossier, originOf)) };
};

/** The states that hold under some concept and the status quo: that first, then those that hold under most concepts. */
export const holdingStates = ({ concepts, equilibria, model }: Analysis): readonly State[] => {
  const weight = new Map<State, number>();
  for (const concept of concepts)
    for (const state of equilibria[concept] ?? []) weight.set(state, (weight.get(state) ?? 0) + 1);
  if (model.statusQuo !== undefined) weight.set(model.statusQuo, (weight.get(model.statusQuo) ?? 0) + 100);
  return [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([state]) => state);
};

/** What can hold, in one line. */
export const modelFinding = (done: Analysis): string => {
  const { model, concepts, equilibria } = done;
  const count = (concept: Concept): number => equilibria[concept]?.size ?? 0;
  const quo = model.statusQuo;
  const nash = equilibria.nash;
  if (quo !== undefined && nash?.has(quo))
    return count('nash') === 1
      ? 'With these preferences the status quo is the only state that nobody gains by leaving alone'
      : `With these preferences the status quo holds, and so ${count('nash') === 2 ? 'does' : 'do'} ${spelled(count('nash') - 1, 'other state')} that nobody gains by leaving alone`;
  if (quo !== undefined) {
    const leavers = model.makers
      .filter((_, maker) => done.stable.nash?.[maker]?.has(quo) !== true)
      .map(({ name }) => name);
    const holds = concepts.filter((concept) => equilibria[concept]?.has(quo));
    const gain = `${listed(leavers)} would gain by leaving the status quo`;
    return holds.length === 0
      ? `With these preferences the status quo does not hold: ${gain}`
      : `With these preferences ${gain}; once replies are counted (${listed(holds.map((concept) => CONCEPT_NAMES[concept]))}) it holds`;
  }
  return count('nash') === 0
    ? 'With these preferences there is no state that somebody would not gain by leaving'
    : `With these preferences nobody gains by leaving ${spelled(count('nash'), 'state')} alone`;
};

/** How large a conflict is, how much of it is assumed, and where its status quo stands. */
export const modelSummary = (conflict: Conflict, done: Analysis): string => {
  const { model, concepts, equilibria } = done;
  const aims = conflict.makers.flatMap(({ prefers }) => (prefers.kind === 'statements' ? prefers.groups.flat() : []));
  const assumed = aims.filter((aim) => aim.assumed || aim.because.length === 0).length;
  const sizes = concepts.map((concept) => `${CONCEPT_NAMES[concept]} ${equilibria[concept]?.size ?? 0}`);
  const quo = model.statusQuo;
  return `${capital(counted(model.makers.length, 'decision maker'))}, ${counted(model.options.length, 'option')}, ${counted(model.size, 'feasible state')}. States that hold: ${listed(sizes)}.${
    aims.length === 0
      ? ''
      : ` ${capital(spelled(assumed, 'aim'))} of ${aims.length} ${assumed === 1 ? 'is' : 'are'} assumed, and so is every order of aims.`
  }${quo === undefined ? '' : ` ${standingWords(done, quo)}`}`;
};

/** The content of the conflict part of a report. `dossier` gives the words behind the preferences. */
export const modelEntry = (dossier: Dossier, conflict: Conflict, model: GraphModel): ModelEntry => {
  const done = analysis(model);
  const library = libraryOf(dossier.documents);
  const statements = new Map(dossier.statements.map((one) => [one.id, one]));
  const cited = (ids: readonly StatementId[]): readonly Citation[] =>
    distinctCitations(
      ids.flatMap((id) => {
        const statement = statements.get(id);
        return statement === undefined ? [] : [cite(library, statement)];
      }),
    );
  const makers = makerEntries(conflict, model, cited);
  const states = holdingStates(done);
  const quo = model.statusQuo;
  return {
    conflict,
    analysis: done,
    finding: modelFinding(done),
    summary: modelSummary(conflict, done),
    makers,
    states: states.slice(0, MOST_STATES).map((state) => stateEntry(done, state)),
    others: model.size - Math.min(states.length, MOST_STATES),
    statusQuo: quo === undefined ? [] : stateWords(done, quo),
    reversals: reversalEntries(conflict, done),
    ...sureEntries(dossier, conflict, model),
    rules: ruleWords(done, ruleDifferences(done)),
  };
};
