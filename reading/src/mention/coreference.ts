import {
  type Draft,
  type Features,
  linkFeatures,
  newFeatures,
  noFeatures,
  scoreOf,
  type Weights,
} from './antecedent.ts';

/** Sentences back in which the antecedent of a pronoun, or of a description by another word, is looked for. */
const PRONOUN_REACH = 4;
const DESCRIPTION_REACH = 3;
/** Earlier mentions that are weighed for one mention, at most. */
const MOST = 30;

/** What is known of the entities found so far: for each its mentions, in order. */
export interface Trace {
  /** Entity of each mention. */
  readonly entities: number[];
  readonly sizes: number[];
  readonly named: boolean[];
  /** Mentions by the words they hold. */
  readonly byWord: Map<number, number[]>;
}

export const emptyTrace = (): Trace => ({ entities: [], sizes: [], named: [], byWord: new Map() });

const inside = (a: Draft, b: Draft) => a.sentence === b.sentence && a.first <= b.last && b.first <= a.last;

/** The earlier mentions that a mention may mean: those near for pronouns, those that share a word for names, both for descriptions. */
export const candidatesFor = (drafts: readonly Draft[], at: number, trace: Trace): number[] => {
  const mention = drafts[at];
  if (!mention) return [];
  const found = new Set<number>();
  const look = (earlier: number) => {
    const draft = drafts[earlier];
    if (draft && !inside(draft, mention)) found.add(earlier);
  };
  if (mention.form === 'pronoun' || mention.form === 'definite') {
    const reach = mention.form === 'pronoun' ? PRONOUN_REACH : DESCRIPTION_REACH;
    for (let earlier = at - 1; earlier >= 0 && found.size < MOST; earlier--) {
      const draft = drafts[earlier];
      if (!draft || mention.sentence - draft.sentence > reach) break;
      if (mention.form === 'pronoun' || draft.type === mention.type || draft.lemma === mention.lemma) look(earlier);
    }
  }
  if (mention.form !== 'pronoun')
    for (const word of mention.words) for (const earlier of (trace.byWord.get(word) ?? []).slice(-8)) look(earlier);
  if (mention.form === 'name')
    for (const earlier of (trace.byWord.get(mention.initialsMark) ?? []).slice(-2)) look(earlier);
  return [...found];
};

/** Puts a mention into the trace, as part of an entity or, for -1, as a new one. */
export const enter = (drafts: readonly Draft[], at: number, entity: number, trace: Trace): void => {
  const draft = drafts[at];
  const number = entity < 0 ? trace.sizes.length : entity;
  trace.entities[at] = number;
  trace.sizes[number] = (trace.sizes[number] ?? 0) + 1;
  trace.named[number] = (trace.named[number] ?? false) || draft?.form === 'name';
  if (!draft || draft.form === 'pronoun') return;
  for (const word of draft.words) {
    const list = trace.byWord.get(word) ?? [];
    list.push(at);
    trace.byWord.set(word, list);
  }
  if (draft.form === 'name' && draft.initialsMark > 0) {
    const list = trace.byWord.get(draft.initialsMark) ?? [];
    list.push(at);
    trace.byWord.set(draft.initialsMark, list);
  }
};

/** Features of linking one mention to another, given what was linked before. */
export const featuresOfLink = (
  drafts: readonly Draft[],
  at: number,
  earlier: number,
  trace: Trace,
  to: Features,
): Features => {
  const [mention, candidate] = [drafts[at], drafts[earlier]];
  const entity = trace.entities[earlier] ?? -1;
  if (!mention || !candidate) return to;
  return linkFeatures(mention, candidate, at - earlier - 1, trace.named[entity] ?? false, trace.sizes[entity] ?? 0, to);
};

/** For each mention, in order, the earlier one that it is taken to mean the same as; -1 for none. */
export const antecedents = (
  drafts: readonly Draft[],
  weights: Weights,
): { readonly links: number[]; readonly entities: number[] } => {
  const trace = emptyTrace();
  const features = noFeatures();
  const links = drafts.map((mention, at) => {
    let best = -1;
    let top = scoreOf(weights, newFeatures(mention, features));
    for (const earlier of candidatesFor(drafts, at, trace)) {
      const score = scoreOf(weights, featuresOfLink(drafts, at, earlier, trace, features));
      if (score > top) [best, top] = [earlier, score];
    }
    enter(drafts, at, best < 0 ? -1 : (trace.entities[best] ?? -1), trace);
    return best;
  });
  return { links, entities: trace.entities };
};
