import type { Concept, SanctionRule } from '../vocabulary.ts';
import type { Form } from './form.ts';
import { StateSet } from './state-set.ts';
import type { Maker } from './verdict.ts';

/** The states of which a maker can make nothing better than they are. */
const asGood = (ranks: Uint32Array, best: Uint32Array): StateSet => {
  const stable = new StateSet(ranks.length);
  const { words } = stable;
  for (let word = 0, state = 0; word < words.length; word++) {
    let bits = 0;
    const end = Math.min(state + 32, ranks.length);
    for (; state < end; state++) if ((best[state] ?? 0) <= (ranks[state] ?? 0)) bits |= 1 << (state & 31);
    words[word] = bits;
  }
  return stable;
};

const ofRank = (ranks: Uint32Array, least: number): StateSet => {
  const stable = new StateSet(ranks.length);
  const { words } = stable;
  for (let word = 0, state = 0; word < words.length; word++) {
    let bits = 0;
    const end = Math.min(state + 32, ranks.length);
    for (; state < end; state++) if ((ranks[state] ?? 0) >= least) bits |= 1 << (state & 31);
    words[word] = bits;
  }
  return stable;
};

/** Lowers each value to the lesser of two. */
const lower = (values: Uint32Array, to: Uint32Array): void => {
  for (let at = 0; at < values.length; at++) {
    const other = to[at] ?? 0;
    if (other < (values[at] ?? 0)) values[at] = other;
  }
};

/** The concepts that follow from a form. For simultaneous sanctioning no form near linear is known. */
export type FormConcept = Exclude<Concept, 'simultaneous'>;

/** Arrays of one entry a state. */
export interface Scratch {
  readonly best: Uint32Array;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

export const scratchFor = (size: number): Scratch => ({
  best: new Uint32Array(size),
  first: new Uint32Array(size),
  second: new Uint32Array(size),
});

/**
 * The states that are stable for one maker, concept by concept.
 *
 * With best(s) and least(s) as in `Form`: opponents can answer an improvement s1 on s when and only when they can bring about from
 * it a value of at most rank(s): of the rank itself under GMR and SEQ; of the best rank that the maker makes of it under SMR and
 * symmetric sequential stability, for then it finds no way out. So s is not stable exactly when some s1 in R_i(s) has both rank
 * and least above rank(s). Taking s and s1 themselves among what is reached changes nothing, for rank(s) is not above rank(s),
 * and the rank of s1 is. Hence
 *
 *   Nash      s is stable  <=>  best[rank](s) <= rank(s)
 *   GMR, SEQ  s is stable  <=>  best[least[rank]](s) <= rank(s)                        as least[rank] <= rank
 *   SMR, …    s is stable  <=>  best[min(rank, least[best[rank]])](s) <= rank(s)
 *
 * Cost: that of the form, and O(states) a concept
 *
 * @yields the concept begun with, and again now and then while it is at it
 */
export function* stableStates(
  form: Form,
  concepts: readonly FormConcept[],
  maker: Maker,
  ranks: Uint32Array,
  rule: SanctionRule,
  { best, first, second }: Scratch,
): Generator<FormConcept, Partial<Record<Concept, StateSet>>> {
  const stable: Partial<Record<Concept, StateSet>> = {};
  const least = function* (concept: FormConcept, values: Uint32Array, improving: boolean, into: Uint32Array) {
    for (const _ of form.least(maker, values, improving, rule, into)) yield concept;
  };
  form.best(maker, ranks, best);
  for (const concept of concepts) {
    yield concept;
    const threshold =
      concept === 'gmr' || concept === 'smr' ? form.threshold(concept, maker, ranks, best, rule) : undefined;
    if (concept === 'nash') stable[concept] = asGood(ranks, best);
    else if (threshold !== undefined) stable[concept] = ofRank(ranks, threshold);
    else if (concept === 'gmr' || concept === 'seq') {
      yield* least(concept, ranks, concept === 'seq', first);
      form.best(maker, first, second);
      stable[concept] = asGood(ranks, second);
    } else {
      yield* least(concept, best, concept === 'symmetric-sequential', first);
      lower(first, ranks);
      form.best(maker, first, second);
      stable[concept] = asGood(ranks, second);
    }
  }
  return stable;
}
