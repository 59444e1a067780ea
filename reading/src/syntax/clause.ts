import { branch, child, type Extent, subjectIn, type Tree, treeOf, universal } from './clause-tree.ts';
import { CONDITION_MARKERS, CONDITION_NOUNS, type ConditionMarker, NEGATORS } from './clause-words.ts';
import type { Sentence } from './syntax.ts';

export { type Attribution, attributionsIn } from './attribution.ts';
export type { Extent } from './clause-tree.ts';

/** Something holds only under a condition. */
export interface Condition {
  readonly marker: ConditionMarker;
  readonly cue: number;
  /** Verb of the condition, and all of its clause with the marker. */
  readonly head: number;
  readonly extent: Extent;
  /** The word whose clause depends on the condition, chosen by rule; -1 when the condition stands alone. */
  readonly host: number;
}

export interface Negation {
  readonly cue: number;
  /** The word that is denied, and the part of its clause that the denial reaches: all but the subject and what is joined to it. */
  readonly head: number;
  readonly scope: Extent;
}

/** The subject of a verb: its own, the agent of a passive, or that of the verb it is joined to or opened by. */
export const subjectOf = (sentence: Sentence, verb: number): number | undefined => subjectIn(treeOf(sentence), verb);

/** The host of a condition: the verb of the first clause behind a fronted one; else what the tree says. */
const hostOf = (tree: Tree, head: number, extent: Extent): number => {
  const { tokens } = tree;
  const end = extent.at(-1) ?? head;
  const byTree = tokens[head]?.head ?? -1;
  const fronted = byTree > end && (extent[0] ?? 0) <= 2;
  if (!fronted) return byTree;
  const subject = tokens.findIndex((token, at) => at > end && /^(?:nsubj|expl)/.test(token.deprel) && token.head > end);
  return subject < 0 ? byTree : (tokens[subject]?.head ?? byTree);
};

/** What opens a condition: the word, its marker, and words that belong to it though the tree hangs them elsewhere. */
interface Opening {
  readonly cue: number;
  readonly marker: ConditionMarker;
  readonly also: readonly number[];
}

const markOf = (tree: Tree, head: number): Opening | undefined => {
  const { tokens, dependents } = tree;
  for (const cue of dependents[head] ?? []) {
    const token = tokens[cue];
    if (!token || cue > head) continue;
    const word = token.text.toLowerCase();
    const text = (at: number) => tokens[at]?.text.toLowerCase() ?? '';
    const marker = CONDITION_MARKERS.get(word);
    if (marker !== undefined && /^(?:mark|advmod|case)/.test(token.deprel)) return { cue, marker, also: [] };
    if (token.deprel !== 'mark') continue;
    // `as long as they agree`: the tree hangs the first two words on the clause outside.
    if (word === 'as' && text(cue - 1) === 'long' && /^(?:as|so)$/.test(text(cue - 2)))
      return { cue: cue - 1, marker: 'provided', also: [cue - 2, cue - 1] };
    if (word === 'in' && text(cue + 1) === 'case') return { cue: cue + 1, marker: 'if', also: [] };
  }
  // `should he agree`
  if (universal(tokens[head]) !== 'advcl') return undefined;
  const first = branch(tree, head)[0] ?? head;
  const word = tokens[first];
  const inverted = word?.head === head && /^(?:should|had|were)$/i.test(word.text) && /^(?:aux|cop)/.test(word.deprel);
  if (!inverted) return undefined;
  const subject = dependents[head]?.find((at) => /^nsubj/.test(tokens[at]?.deprel ?? ''));
  return subject !== undefined && subject > first ? { cue: first, marker: 'if', also: [] } : undefined;
};

/** Conditions that are no clause with a mark: `assuming that …`, `depending on …`, `on the condition that …`. */
const wordOf = (tree: Tree, head: number): Opening | undefined => {
  const { tokens, dependents } = tree;
  const token = tokens[head];
  if (!token) return undefined;
  const found = (cue: number): Opening => ({ cue, marker: 'provided', also: [] });
  if (universal(token) === 'advcl' && /^(?:assuming|supposing|providing|provided|granted)$/i.test(token.text))
    return child(tree, head, /^ccomp$/) === undefined ? undefined : found(head);
  if (!/^(?:obl|nmod|advcl)/.test(token.deprel)) return undefined;
  const opened = (pattern: RegExp) =>
    dependents[head]?.find(
      (at) => at < head && /^case/.test(tokens[at]?.deprel ?? '') && pattern.test(tokens[at]?.text ?? ''),
    );
  const depending = opened(/^depending$/i);
  if (depending !== undefined) return found(depending);
  if (!CONDITION_NOUNS.has(token.lemma) || opened(/^(?:on|under|in)$/i) === undefined) return undefined;
  const clause = child(tree, head, /^acl/);
  return clause !== undefined && tokens[child(tree, clause, /^mark$/) ?? -1]?.lemma === 'that'
    ? found(head)
    : undefined;
};

/** A fronted condition that takes in the whole sentence, as trees sometimes have it, ends at the comma behind which another clause begins. */
const withoutHost = ({ tokens }: Tree, extent: Extent): Extent => {
  const end = tokens.findLastIndex(({ upos }) => upos !== 'PUNCT');
  if ((extent[0] ?? 0) > 2 || (extent.at(-1) ?? 0) < end) return extent;
  const comma = extent.find((at) => {
    const next = tokens[at + 1];
    if (tokens[at]?.text !== ',' || !next || /^(?:CCONJ|SCONJ|ADV|VERB)$/.test(next.upos)) return false;
    const subject = tokens.findIndex(({ deprel }, later) => later > at && /^(?:nsubj|expl)/.test(deprel));
    const verb = tokens[subject]?.head ?? -1;
    return (
      subject > at && subject - at < 8 && verb > at && !tokens.slice(at + 1, subject).some(({ text }) => text === ',')
    );
  });
  return comma === undefined ? extent : extent.filter((at) => at < comma);
};

/** The conditions of a sentence: clauses with `if`, `unless`, `as long as` and the like, inverted ones (`should he agree`), `on condition that …`. */
export const conditionsIn = (sentence: Sentence): Condition[] => {
  const tree = treeOf(sentence);
  return tree.tokens.flatMap((token, head): Condition[] => {
    const clause = /^(?:advcl|parataxis|root|conj|dep)/.test(token.deprel);
    const opening = (clause ? markOf(tree, head) : undefined) ?? wordOf(tree, head);
    if (!opening) return [];
    const { marker, cue, also } = opening;
    const extent = withoutHost(
      tree,
      [...new Set([...branch(tree, head), ...also])].sort((a, b) => a - b),
    );
    return [{ marker, cue, head, extent, host: hostOf(tree, head, extent) }];
  });
};

/** The denials of a sentence, with what they reach. */
export const negationsIn = (sentence: Sentence): Negation[] => {
  const tree = treeOf(sentence);
  const { tokens, dependents } = tree;
  return tokens.flatMap((token, cue) => {
    if (!NEGATORS.has(token.text.toLowerCase().replace('’', "'")) || token.head < 0) return [];
    // `no` before a noun denies the clause of the noun.
    const noun = universal(token) === 'det' ? tokens[token.head] : undefined;
    const verb = noun && /^(?:nsubj|obj|obl)/.test(noun.deprel) ? noun.head : -1;
    const head = verb >= 0 ? verb : token.head;
    const outside = (dependents[head] ?? []).filter(
      (at) =>
        /^(?:nsubj:?|csubj|conj|cc|parataxis|advcl|punct|discourse|vocative)/.test(tokens[at]?.deprel ?? '') &&
        at !== token.head,
    );
    return [{ cue, head, scope: branch(tree, head, new Set(outside)) }];
  });
};
