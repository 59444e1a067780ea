import { type ByMaker, CONCEPTS, type Concept, type SanctionRule } from '../vocabulary.ts';
import type { Question } from './analysis.ts';
import { axesOf, cubeForm } from './cube-form.ts';
import type { Form } from './form.ts';
import type { GraphModel } from './graph-model.ts';
import { simultaneous } from './simultaneous.ts';
import { stateByState } from './state-by-state.ts';
import { StateSet } from './state-set.ts';
import { tableForm } from './table-form.ts';
import type { Analysis, Maker } from './verdict.ts';

/** How far an analysis has come. */
export interface Progress {
  /** Of one: a maker under a concept counts the same as another. */
  readonly done: number;
  readonly maker: Maker;
  readonly concept: Concept;
}

const asGood = (ranks: Uint32Array, best: Uint32Array): StateSet => {
  const stable = new StateSet(ranks.length);
  const { words } = stable;
  for (let word = 0; word < words.length; word++) {
    let bits = 0;
    const end = Math.min(32, ranks.length - 32 * word);
    for (let bit = 0; bit < end; bit++)
      if ((best[32 * word + bit] ?? 0) <= (ranks[32 * word + bit] ?? 0)) bits |= 1 << bit;
    words[word] = bits;
  }
  return stable;
};

/** Replaces each value by the lesser of two. */
const lower = (values: Uint32Array, to: Uint32Array): void => {
  for (let at = 0; at < values.length; at++) if ((to[at] ?? 0) < (values[at] ?? 0)) values[at] = to[at] ?? 0;
};

/**
 * The states that are stable for one maker under one concept.
 *
 * With best(s) and least(s) as in `Form`, and s1 an improvement on s, opponents can answer s1 when and only when they can bring
 * about a value of at most rank(s) from it: of the rank itself under GMR and SEQ, of the best rank that the maker makes of it
 * under SMR and symmetric sequential stability. So s is not stable exactly when some s1 in R_i(s) has both rank and least above
 * rank(s), and s itself never has:
 *
 *   Nash      s is stable  <=>  best[rank](s)                          <= rank(s)
 *   GMR, SEQ  s is stable  <=>  best[least[rank]](s)                   <= rank(s)     for least[rank] <= rank
 *   SMR, …    s is stable  <=>  best[min(rank, least[best[rank]])](s)  <= rank(s)
 */
function* stableFor(
  form: Form,
  concept: Exclude<Concept, 'simultaneous'>,
  maker: Maker,
  ranks: Uint32Array,
  rule: SanctionRule,
  scratch: readonly [Uint32Array, Uint32Array],
): Generator<void, StateSet> {
  const [first, second] = scratch;
  switch (concept) {
    case 'nash':
      form.best(maker, ranks, first);
      return asGood(ranks, first);
    case 'gmr':
    case 'seq':
      yield* form.least(maker, ranks, concept === 'seq', rule, first);
      form.best(maker, first, second);
      return asGood(ranks, second);
    case 'smr':
    case 'symmetric-sequential':
      form.best(maker, ranks, first);
      yield* form.least(maker, first, concept !== 'smr', rule, second);
      lower(second, ranks);
      form.best(maker, second, first);
      return asGood(ranks, first);
  }
}

/** The analysis of one conflict under any preferences. */
export interface Analyser {
  /** @yields how far it is, before each maker and concept and now and then within; stop asking to stop it */
  readonly steps: (ranks: ByMaker<Uint32Array>) => Generator<Progress, Analysis>;
  readonly analyse: (ranks: ByMaker<Uint32Array>) => Analysis;
}

/** Makes a conflict ready to be analysed again and again under other preferences. Memory is taken once. */
export const analyser = (model: GraphModel, { concepts = CONCEPTS, rule = 'legal' }: Question = {}): Analyser => {
  const axes = axesOf(model);
  const form = axes ? cubeForm(model, axes) : tableForm(model);
  const scratch = [new Uint32Array(model.size), new Uint32Array(model.size)] as const;
  const count = model.makers.length;

  function* steps(ranks: ByMaker<Uint32Array>): Generator<Progress, Analysis> {
    form.rank(ranks);
    const stable: Partial<Record<Concept, StateSet[]>> = {};
    const equilibria: Partial<Record<Concept, StateSet>> = {};
    let done = 0;
    for (const concept of concepts) {
      const sets: StateSet[] = [];
      for (let maker = 0; maker < count; maker++) {
        const progress = { done: done++ / (concepts.length * count), maker, concept };
        yield progress;
        const run =
          concept === 'simultaneous' // no near-linear form is known
            ? stateByState({ ...model, ranks }, simultaneous, maker, rule)
            : stableFor(form, concept, maker, ranks[maker] ?? new Uint32Array(0), rule, scratch);
        let step = run.next();
        for (; !step.done; step = run.next()) yield progress;
        sets.push(step.value);
      }
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
