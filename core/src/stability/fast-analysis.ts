import { type ByMaker, CONCEPTS, type Concept } from '../vocabulary.ts';
import type { Question } from './analysis.ts';
import { axesOf, cubeForm } from './cube-form.ts';
import type { GraphModel } from './graph-model.ts';
import { simultaneous } from './simultaneous.ts';
import { scratchFor, stableStates } from './stable-states.ts';
import { stateByState } from './state-by-state.ts';
import type { StateSet } from './state-set.ts';
import { tableForm } from './table-form.ts';
import type { Analysis, Maker } from './verdict.ts';

/** How far an analysis has come. */
export interface Progress {
  /** From 0 to 1, a maker under a concept counting the same as another. */
  readonly done: number;
  readonly maker: Maker;
  readonly concept: Concept;
}

/** The analysis of one conflict under any preferences. */
export interface Analyser {
  /** @yields how far it is, every million states or so; who no longer asks has stopped it */
  readonly steps: (ranks: ByMaker<Uint32Array>) => Generator<Progress, Analysis>;
  readonly analyse: (ranks: ByMaker<Uint32Array>) => Analysis;
}

/** Makes a conflict ready to be analysed again and again under other preferences. Memory is taken once. */
export const analyser = (model: GraphModel, { concepts = CONCEPTS, rule = 'legal' }: Question = {}): Analyser => {
  const axes = axesOf(model);
  const form = axes ? cubeForm(model, axes) : tableForm(model);
  const scratch = scratchFor(model.size);
  const formed = concepts.filter((concept) => concept !== 'simultaneous');
  const total = model.makers.length * concepts.length;

  function* steps(ranks: ByMaker<Uint32Array>): Generator<Progress, Analysis> {
    form.rank(ranks);
    const byMaker: Partial<Record<Concept, StateSet>>[] = [];
    for (const [maker, ofMaker] of ranks.entries()) {
      const at = (concept: Concept): Progress => {
        return { done: (maker * concepts.length + concepts.indexOf(concept)) / total, maker, concept };
      };
      const run = stableStates(form, formed, maker, ofMaker, rule, scratch);
      let step = run.next();
      for (; !step.done; step = run.next()) yield at(step.value);
      const sets = step.value;
      if (concepts.includes('simultaneous')) {
        yield at('simultaneous');
        const one = stateByState({ ...model, ranks }, simultaneous, maker, rule);
        let next = one.next();
        for (; !next.done; next = one.next()) yield at('simultaneous');
        sets.simultaneous = next.value;
      }
      byMaker.push(sets);
    }
    const stable: Partial<Record<Concept, StateSet[]>> = {};
    const equilibria: Partial<Record<Concept, StateSet>> = {};
    for (const concept of concepts) {
      const sets = byMaker.flatMap((ofMaker) => ofMaker[concept] ?? []);
      stable[concept] = sets;
      const [first, ...rest] = sets;
      if (first) equilibria[concept] = rest.reduce((all, set) => all.intersect(set), first);
    }
    return { model: { ...model, ranks }, concepts, rule, stable, equilibria };
  }

  return {
    steps,
    analyse(ranks) {
      const run = steps(ranks);
      let step = run.next();
      while (!step.done) step = run.next();
      return step.value;
    },
  };
};

/** The analysis of a conflict in time near linear in its states. Agrees with `plainAnalysis` in everything. */
export const fastAnalysis = (model: GraphModel, question: Question = {}): Analysis =>
  analyser(model, question).analyse(model.ranks);
