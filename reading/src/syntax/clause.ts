import {
  CONDITION_MARKERS,
  CONTENT_NOUNS,
  CONTENT_WITHOUT_SPEAKER,
  type ConditionMarker,
  NEGATORS,
  SPEECH_VERBS,
} from './clause-words.ts';
import type { Sentence, Token } from './syntax.ts';

/** Tokens of a sentence, as indices in rising order. */
export type Extent = readonly number[];

/** Somebody says, thinks or knows something. */
export interface Attribution {
  /** The word that attributes: `said`, `according`. */
  readonly cue: number;
  /** Head of the phrase that names whose words or thoughts they are, when the sentence names it. */
  readonly source?: number;
  /** Head of what is said, and all of it. */
  readonly head: number;
  readonly content: Extent;
}

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

const universal = (token: Token | undefined) => (token?.deprel ?? '').split(':')[0] ?? '';

/** A sentence with the dependents of every token at hand. */
interface Tree {
  readonly tokens: readonly Token[];
  readonly dependents: readonly (readonly number[])[];
}

const treeOf = ({ tokens }: Sentence): Tree => {
  const dependents: number[][] = tokens.map(() => []);
  tokens.forEach((token, at) => {
    dependents[token.head]?.push(at);
  });
  return { tokens, dependents };
};

const isPunctuation = (token: Token | undefined) => token?.upos === 'PUNCT';

/** A token with all that hangs on it, but for the branches given, without punctuation at its ends. */
const branch = ({ tokens, dependents }: Tree, top: number, without: ReadonlySet<number> = new Set()): Extent => {
  const found: number[] = [];
  const waiting = [top];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    found.push(at);
    for (const next of dependents[at] ?? []) if (!without.has(next)) waiting.push(next);
  }
  found.sort((a, b) => a - b);
  while (isPunctuation(tokens[found.at(-1) ?? -1])) found.pop();
  while (isPunctuation(tokens[found[0] ?? -1])) found.shift();
  return found;
};

const child = ({ tokens, dependents }: Tree, at: number, labels: RegExp): number | undefined =>
  dependents[at]?.find((dependent) => labels.test(tokens[dependent]?.deprel ?? ''));

/** The subject of a verb: its own, the agent of a passive, or that of the verb it is joined to or opened by. */
export const subjectOf = (sentence: Sentence, verb: number): number | undefined => subjectIn(treeOf(sentence), verb);

const subjectIn = (tree: Tree, verb: number): number | undefined => {
  let at = verb;
  for (let step = 0; step < 6; step++) {
    const agent = child(tree, at, /^obl:agent$/);
    if (agent !== undefined) return agent;
    const own = child(tree, at, /^nsubj/);
    if (own !== undefined) return own;
    const token = tree.tokens[at];
    if (!token || token.head < 0) return undefined;
    if (token.deprel === 'acl') return token.head;
    if (!/^(?:xcomp|conj|advcl)/.test(token.deprel)) return undefined;
    at = token.head;
  }
  return undefined;
};

/** Whose claim, hope or warning a noun is: its possessor, else the subject of the verb that it is the object of. */
const holderIn = (tree: Tree, noun: number): number | undefined => {
  const owner = child(tree, noun, /^nmod:poss$/);
  const token = tree.tokens[noun];
  return owner ?? (token && /^obj/.test(token.deprel) ? subjectIn(tree, token.head) : undefined);
};

const withSource = (source: number | undefined) => (source === undefined ? {} : { source });

/** The attributions of a sentence, in the order of their cues. Nested ones are all given. */
export const attributionsIn = (sentence: Sentence): Attribution[] => {
  const tree = treeOf(sentence);
  const { tokens, dependents } = tree;
  const found: Attribution[] = [];
  tokens.forEach((token, at) => {
    const speaks = SPEECH_VERBS.has(token.lemma);
    for (const dependent of dependents[at] ?? []) {
      const label = universal(tokens[dependent]);
      const clause = label === 'ccomp' && !CONTENT_WITHOUT_SPEAKER.has(token.lemma);
      const mark = label === 'acl' && CONTENT_NOUNS.has(token.lemma) ? child(tree, dependent, /^mark$/) : undefined;
      const told = mark !== undefined && tokens[mark]?.lemma === 'that';
      const quoted =
        label === 'parataxis' &&
        speaks &&
        dependent > at &&
        tokens.slice(at, dependent).some(({ text }) => /^[:"“,]$/.test(text));
      const source = told ? holderIn(tree, at) : subjectIn(tree, at);
      if (clause || quoted || told)
        found.push({ cue: at, ...withSource(source), head: dependent, content: branch(tree, dependent) });
    }
    const host = token.head;
    if (
      host >= 0 &&
      universal(token) === 'parataxis' &&
      speaks &&
      child(tree, at, /^(?:nsubj|obl:agent)/) !== undefined &&
      child(tree, at, /^ccomp/) === undefined
    )
      found.push({
        cue: at,
        ...withSource(subjectIn(tree, at)),
        head: host,
        content: branch(tree, host, new Set([at])),
      });
    if (
      (/^according$/i.test(token.text) || (/^per$/i.test(token.text) && /^as$/i.test(tokens[at - 1]?.text ?? ''))) &&
      host >= 0
    ) {
      const source = universal(token) === 'case' ? host : (child(tree, at, /^obl/) ?? host);
      const top = source === host ? (tokens[source]?.head ?? -1) : host;
      const hanging = source === host ? source : at;
      if (top >= 0) found.push({ cue: at, source, head: top, content: branch(tree, top, new Set([hanging])) });
    }
  });
  return found;
};

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

/** The conditions of a sentence: clauses with `if`, `unless`, `provided` and the like, and inverted ones (`should he agree`). */
export const conditionsIn = (sentence: Sentence): Condition[] => {
  const tree = treeOf(sentence);
  const { tokens, dependents } = tree;
  const found: Condition[] = [];
  tokens.forEach((token, head) => {
    if (!/^(?:advcl|parataxis|root|conj|dep)/.test(token.deprel)) return;
    for (const cue of dependents[head] ?? []) {
      const word = tokens[cue];
      const marker = CONDITION_MARKERS.get(word?.text.toLowerCase() ?? '');
      const marks = marker !== undefined && /^(?:mark|advmod|case)/.test(word?.deprel ?? '') && cue < head;
      const first = branch(tree, head)[0];
      const inverted =
        universal(token) === 'advcl' &&
        cue === first &&
        /^(?:should|had|were)$/i.test(word?.text ?? '') &&
        /^(?:aux|cop)/.test(word?.deprel ?? '');
      const subject = inverted ? child(tree, head, /^nsubj/) : undefined;
      if (!marks && !(subject !== undefined && subject > cue)) continue;
      const extent = branch(tree, head);
      found.push({ marker: marker ?? 'if', cue, head, extent, host: hostOf(tree, head, extent) });
      break;
    }
  });
  return found;
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
