import type { Conflict } from '@entente/core/conflict/conflict';
import { readConflict } from '@entente/core/conflict/read-conflict';
import { stateCount } from '@entente/core/conflict/space';
import { codeOfPattern, type State, stateOf, stateOfPattern } from '@entente/core/conflict/state-space';
import {
  holdingStates,
  modelFinding,
  modelSummary,
  type ReversalEntry,
  reversalEntries,
  type StateEntry,
  stateEntry,
} from '@entente/core/report/model';
import { type MoveTree, moveTree } from '@entente/core/report/moves';
import { type SettlementSaid, settlementSaid } from '@entente/core/report/settlement-said';
import { type BothWays, routeWords } from '@entente/core/report/verdict-beyond';
import { type MakerWords, standingWords, stateWords } from '@entente/core/report/verdict-summary';
import { settle } from '@entente/core/settlement/settle';
import { tooLargeToAnalyse } from '@entente/core/stability/analysis-size';
import { compile, outline } from '@entente/core/stability/compile';
import { evolution } from '@entente/core/stability/evolution';
import { analyser } from '@entente/core/stability/fast-analysis';
import type { GraphModel } from '@entente/core/stability/graph-model';
import type { Analysis } from '@entente/core/stability/verdict';
import { CONCEPTS, type Concept, type Outcome } from '@entente/core/vocabulary';

/** What can hold in a conflict, as plain data that a page can show. */
export interface Examined {
  readonly finding: string;
  readonly summary: string;
  readonly size: number;
  readonly concepts: readonly Concept[];
  /** How many states hold under each concept, in its order. */
  readonly counts: readonly number[];
  readonly statusQuo?: string;
  /** The status quo, the states that hold, and the others where there are few. */
  readonly states: readonly StateEntry[];
  /** How many of `states` hold or are the status quo. */
  readonly holding: number;
  readonly ranks: readonly ({ readonly place: number; readonly of: number } | undefined)[];
}

/** One state explained. */
export interface Explained {
  readonly pattern: string;
  readonly entry: StateEntry;
  readonly standing: string;
  readonly makers: readonly MakerWords[];
  /** How it comes about from the status quo; left out where there is none, or too many states to say. */
  readonly route?: string;
  readonly tree: MoveTree;
}

export type SettleConcept = 'nash' | 'gmr' | 'smr' | 'seq';

/** A conflict that has been analysed. Stays where it was made: its arrays may be large. */
export interface Subject {
  readonly conflict: Conflict;
  readonly done: Analysis;
  ways?: BothWays;
}

export type Stage =
  | { readonly kind: 'compiling'; readonly states: number }
  | { readonly kind: 'analysing'; readonly states: number; readonly done: number };

/** So many bytes one analysis may take in a page. */
const AVAILABLE = 1.5 * 2 ** 30;
/** So many states that hold, and so many in all where the rest is shown too. */
const MOST_SHOWN = 200;
const ALL_SHOWN = 256;
/** Up to so many states the ways from the status quo are followed. */
const MOST_FOLLOWED = 2 ** 21;

/** Analyses a conflict file's plain data, telling how far it is; who stops asking has stopped it. */
export function* analysed(data: unknown): Generator<Stage, Outcome<Subject>> {
  const read = readConflict(data);
  if (!read.ok) return read;
  const conflict = read.value;
  const counted = stateCount(conflict);
  if (!counted.ok) return counted;
  const tooLarge = tooLargeToAnalyse(outline(conflict, counted.value), {}, AVAILABLE);
  if (tooLarge !== undefined) return { ok: false, problems: [tooLarge] };
  yield { kind: 'compiling', states: counted.value };
  const model = compile(conflict);
  if (!model.ok) return model;
  const run = analyser(model.value, { concepts: CONCEPTS }).steps(model.value.ranks);
  let step = run.next();
  for (; !step.done; step = run.next()) yield { kind: 'analysing', states: counted.value, done: step.value.done };
  return { ok: true, value: { conflict, done: step.value } };
}

const othersOf = (done: Analysis, shown: readonly State[]): readonly State[] => {
  if (done.model.size > ALL_SHOWN) return [];
  const known = new Set(shown);
  return Array.from({ length: done.model.size }, (_, state) => state).filter((state) => !known.has(state));
};

/** What a page shows first of an analysed conflict. */
export const examined = ({ conflict, done }: Subject): Examined => {
  const { model, concepts, equilibria } = done;
  const holding = holdingStates(done);
  const shown = holding.slice(0, MOST_SHOWN);
  const quo = model.statusQuo;
  const first = quo === undefined ? undefined : stateEntry(done, quo);
  return {
    finding: modelFinding(done),
    summary: modelSummary(conflict, done),
    size: model.size,
    concepts,
    counts: concepts.map((concept) => equilibria[concept]?.size ?? 0),
    ...(first !== undefined && { statusQuo: first.pattern }),
    states: [...shown, ...othersOf(done, shown)].map((state) => stateEntry(done, state)),
    holding: holding.length,
    ranks: model.makers.map((_, maker) => first?.places[maker]),
  };
};

const stateAt = ({ model }: Analysis, pattern: string): State | undefined => {
  const code = codeOfPattern(model.optionCount, pattern);
  const state = code === undefined ? -1 : stateOf(model, code);
  return state < 0 ? undefined : state;
};

const waysFrom = (model: GraphModel, from: State): BothWays => ({
  moves: evolution(model, from, 'moves'),
  improvements: evolution(model, from, 'improvements'),
});

/** One state explained; nothing where the pattern is no feasible state. */
export const explained = (subject: Subject, pattern: string): Explained | undefined => {
  const { conflict, done } = subject;
  const { model } = done;
  const state = stateAt(done, pattern);
  if (state === undefined) return undefined;
  const quo = model.statusQuo;
  if (quo !== undefined && quo !== state && model.size <= MOST_FOLLOWED) subject.ways ??= waysFrom(model, quo);
  return {
    pattern,
    entry: stateEntry(done, state),
    standing: standingWords(done, state),
    makers: stateWords(done, state),
    ...(subject.ways !== undefined && quo !== state && { route: routeWords(model, subject.ways, state) }),
    tree: moveTree(conflict, model, state),
  };
};

/** What the reversal of one aim would do; nothing where there are too many states to try. */
export const reversals = ({ conflict, done }: Subject): readonly ReversalEntry[] => reversalEntries(conflict, done);

/** What would have to change for a state to hold, telling how many sets were tried. */
export function* settled(
  { conflict, done }: Subject,
  wish: { readonly pattern: string; readonly concept: SettleConcept; readonly most: number },
): Generator<{ readonly tried: number; readonly size: number }, SettlementSaid | undefined> {
  const state = stateOfPattern(done.model, wish.pattern);
  if (state < 0) return undefined;
  const search = settle(conflict, done.model, { state, concept: wish.concept, most: wish.most });
  let step = search.next();
  for (; !step.done; step = search.next()) yield step.value;
  return settlementSaid(conflict, step.value);
}
