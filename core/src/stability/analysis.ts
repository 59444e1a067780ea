import { CONCEPTS, type Concept, type SanctionRule } from '../vocabulary.ts';
import { fastAnalysis } from './fast-analysis.ts';
import { generalMetarational } from './general-metarational.ts';
import type { GraphModel } from './graph-model.ts';
import { nash } from './nash.ts';
import { sequential } from './sequential.ts';
import { simultaneous } from './simultaneous.ts';
import { statesStableBy } from './state-by-state.ts';
import type { StateSet } from './state-set.ts';
import { symmetricMetarational } from './symmetric-metarational.ts';
import { symmetricSequential } from './symmetric-sequential.ts';
import type { Analysis, Maker, Stability, State, Verdict } from './verdict.ts';

/** Each concept with the function that is its definition. */
export const DEFINITIONS: Readonly<Record<Concept, Stability>> = {
  nash,
  gmr: generalMetarational,
  smr: symmetricMetarational,
  seq: sequential,
  'symmetric-sequential': symmetricSequential,
  simultaneous,
};

export interface Question {
  /** The four classical ones when left out. */
  readonly concepts?: readonly Concept[];
  /** `legal` when left out. */
  readonly rule?: SanctionRule;
}

/** Whether a state is stable for a maker under a concept, with its witness. */
export const verdictOn = (
  model: GraphModel,
  concept: Concept,
  maker: Maker,
  state: State,
  rule: SanctionRule = 'legal',
): Verdict => DEFINITIONS[concept](model, maker, state, rule);

/** The states that are stable for one maker, state by state from the definition. */
export const stableStates = (model: GraphModel, concept: Concept, maker: Maker, rule: SanctionRule): StateSet =>
  statesStableBy(model, DEFINITIONS[concept], maker, rule);

/** Analysis from any way of telling the stable states of one maker. */
export const analysisBy = (
  model: GraphModel,
  { concepts = CONCEPTS, rule = 'legal' }: Question,
  stableFor: (concept: Concept, maker: Maker) => StateSet,
): Analysis => {
  const stable: Partial<Record<Concept, readonly StateSet[]>> = {};
  const equilibria: Partial<Record<Concept, StateSet>> = {};
  for (const concept of concepts) {
    const sets = model.makers.map((_, maker) => stableFor(concept, maker));
    stable[concept] = sets;
    const [first, ...rest] = sets;
    if (first) equilibria[concept] = rest.reduce((all, set) => all.intersect(set), first);
  }
  return { model, concepts, rule, stable, equilibria };
};

/** The analysis straight from the definitions: slow, and what every faster way must agree with. */
export const plainAnalysis = (model: GraphModel, question: Question = {}): Analysis =>
  analysisBy(model, question, (concept, maker) => stableStates(model, concept, maker, question.rule ?? 'legal'));

/** Which states are stable for whom under each concept, and which for all. */
export const analysis = (model: GraphModel, question: Question = {}): Analysis => fastAnalysis(model, question);
