import type { Conflict } from '@entente/core/conflict/conflict';
import { readConflict } from '@entente/core/conflict/read-conflict';
import { stateCount } from '@entente/core/conflict/space';
import { codeOfPattern, patternOf, type State, stateOf, stateOfPattern } from '@entente/core/conflict/state-space';
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
import { type SurenessSaid, surenessSaid } from '@entente/core/report/sureness-said';
import { type BothWays, routeWords } from '@entente/core/report/verdict-beyond';
import { type MakerWords, standingWords, stateWords } from '@entente/core/report/verdict-summary';
import { stateWitnesses, type WitnessedVerdict } from '@entente/core/report/witness';
import type { Addition } from '@entente/core/settlement/candidate-change';
import { type IdleAim, idleAims } from '@entente/core/settlement/idle-aim';
import { restsOn } from '@entente/core/settlement/rests-on';
import { robustness } from '@entente/core/settlement/robustness';
import { settle } from '@entente/core/settlement/settle';
import { tooLargeToAnalyse } from '@entente/core/stability/analysis-size';
import { compile, outline } from '@entente/core/stability/compile';
import { evolution } from '@entente/core/stability/evolution';
import { analyser } from '@entente/core/stability/fast-analysis';
import type { GraphModel } from '@entente/core/stability/graph-model';
import type { Analysis } from '@entente/core/stability/verdict';
import { CONCEPTS, type Concept, type Outcome, originId, statementId } from '@entente/core/vocabulary';

/** What can hold in a conflict, as plain data that a page can show. */
export interface Examined {
  readonly finding: string;
  readonly summary: string;
  readonly size: number;
  readonly concepts: readonly Concept[];
  /** How many states hold under each concept, in its order. */
  readonly counts: readonly number[];
  readonly statusQuo?: string;
  /** How many options a state has. */
  readonly options: number;
  /** How many states are the status quo or hold under some concept. */
  readonly holding: number;
  /** The first of them. */
  readonly first?: string;
  readonly ranks: readonly ({ readonly place: number; readonly of: number } | undefined)[];
}

/** One state explained. */
export interface Explained {
  readonly pattern: string;
  readonly entry: StateEntry;
  readonly standing: string;
  readonly makers: readonly MakerWords[];
  /** By maker: what shows its verdicts, move by move. */
  readonly witnesses: readonly (readonly WitnessedVerdict[])[];
  /** How it comes about from the status quo; left out where there is none, or too many states to say. */
  readonly route?: string;
  readonly tree: MoveTree;
}

export type SettleConcept = 'nash' | 'gmr' | 'smr' | 'seq';

/** A conflict that has been analysed. Stays where it was made: its arrays may be large. */
export interface Subject {
  readonly conflict: Conflict;
  readonly done: Analysis;
  /** The status quo and the states that hold, those first that hold under most concepts. */
  readonly holding: readonly State[];
  ways?: BothWays;
}

export type Stage =
  | { readonly kind: 'compiling'; readonly states: number }
  | { readonly kind: 'analysing'; readonly states: number; readonly done: number };

/** So many bytes one analysis may take in a page. */
const AVAILABLE = 1.5 * 2 ** 30;
/** Up to so many states the ways from the status quo are followed. */
const MOST_FOLLOWED = 2 ** 16;

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
  return { ok: true, value: { conflict, done: step.value, holding: holdingStates(step.value) } };
}

/** What a page shows first of an analysed conflict. */
export const examined = ({ conflict, done, holding }: Subject): Examined => {
  const { model, concepts, equilibria } = done;
  const [first] = holding;
  const quo = model.statusQuo;
  const entry = quo === undefined ? undefined : stateEntry(done, quo);
  return {
    finding: modelFinding(done),
    summary: modelSummary(conflict, done),
    size: model.size,
    concepts,
    counts: concepts.map((concept) => equilibria[concept]?.size ?? 0),
    ...(entry !== undefined && { statusQuo: entry.pattern }),
    options: model.optionCount,
    holding: holding.length,
    ...(first !== undefined && { first: patternOf(model, first) }),
    ranks: model.makers.map((_, maker) => entry?.places[maker]),
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
    witnesses: stateWitnesses(done, state),
    ...(subject.ways !== undefined && quo !== state && { route: routeWords(model, subject.ways, state) }),
    tree: moveTree(conflict, model, state),
  };
};

/** What is found once a conflict is shown: what the reversal of one aim would do, and which aims decide nothing. */
export interface Asides {
  readonly reversals: readonly ReversalEntry[];
  readonly idle: readonly IdleAim[];
}

/** Up to so many states each aim is left out once, to see whether it decides anything. */
const MOST_FOR_IDLE = 2 ** 14;

export const asides = ({ conflict, done }: Subject): Asides => ({
  reversals: reversalEntries(conflict, done),
  idle: done.model.size > MOST_FOR_IDLE ? [] : idleAims(conflict, done.model),
});

/** What is asked of a settlement. */
export interface SettleWish {
  readonly pattern: string;
  readonly concept: SettleConcept;
  readonly most: number;
  /** Aims that the dossier's conditions bear and the conflict does not have. */
  readonly additions: readonly Addition[];
}

/** What would have to change for a state to hold, telling how many sets were tried. */
export function* settled(
  { conflict, done }: Subject,
  wish: SettleWish,
): Generator<{ readonly tried: number; readonly size: number }, SettlementSaid | undefined> {
  const state = stateOfPattern(done.model, wish.pattern);
  if (state < 0) return undefined;
  const { concept, most, additions } = wish;
  const search = settle(conflict, done.model, { state, concept, most, additions });
  let step = search.next();
  for (; !step.done; step = search.next()) yield step.value;
  return settlementSaid(conflict, step.value);
}

/** What is asked of the sureness: which orders are left open, and where the evidence comes from. */
export interface SureWish {
  readonly orders: 'groups' | 'all';
  /** The origin of each statement that an aim stands on, and what it is called. */
  readonly origins: readonly { readonly statement: string; readonly origin: string; readonly name: string }[];
}

/** Each reading is analysed anew, so only where there are this few states. */
export const MOST_FOR_SURE = 4096;

/** In how many readings of the preferences states hold, telling how far it is; nothing where there are too many states. */
export function* sure(
  { conflict, done }: Subject,
  { orders, origins }: SureWish,
): Generator<{ readonly done: number }, SurenessSaid | undefined> {
  const { model } = done;
  if (model.size > MOST_FOR_SURE) return undefined;
  const search = robustness(conflict, model, { orders, concepts: ['nash', 'seq'] });
  let step = search.next();
  for (; !step.done; step = search.next()) yield step.value;
  const originOf = new Map(origins.map(({ statement, origin }) => [statementId(statement), originId(origin)]));
  const names = new Map(origins.map(({ origin, name }) => [originId(origin), name]));
  const rests = restsOn(conflict, model, 'nash', originOf);
  return surenessSaid(conflict, model, step.value, rests, (origin) => names.get(origin) ?? origin);
}
