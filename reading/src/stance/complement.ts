import { dependent, reach, relation, type Tree } from '../sentence/tree.ts';
import type { Sighted } from './clause.ts';
import { agentOf, subjectHead } from './subject.ts';

/** What a word of stance is on, found in the tree. Places are token indices. */
export interface Complement {
  /** As in the lexicon: o noun phrase, g -ing form, t to + verb, c clause, a somebody + to + verb. */
  readonly follow: 'o' | 'g' | 't' | 'c' | 'a';
  readonly first: number;
  readonly after: number;
  /** The phrase stands before the word: “the ceasefire that Kyiv proposed”, “the plan was rejected”. */
  readonly before: boolean;
}

const LOOSE = /^(parataxis|punct|cc)$/;

/** The extent of a complement, without clauses that only hang loosely on it. */
const extent = (tree: Tree, head: number): { first: number; after: number } =>
  reach(tree, head, (node, index) => LOOSE.test(node.deprel) && index > head);

const infinitive = (tree: Tree, head: number): number | undefined => {
  const mark = dependent(tree, head, /^mark$/);
  return mark !== undefined && tree.nodes[mark]?.lemma === 'to' ? mark : undefined;
};

/** What a noun of stance is on: “opposition from Russia to the plan”, “its call, made on Monday, to withdraw”. */
const ofNoun = (tree: Tree, noun: number, governs: ReadonlySet<string>): Complement | undefined => {
  for (const one of tree.dependents[noun] ?? []) {
    const node = tree.nodes[one];
    if (!node || one < noun) continue;
    const whole = extent(tree, one);
    const to = infinitive(tree, one);
    if (/^(acl|advcl|ccomp|xcomp)$/.test(relation(node)) && node.deprel !== 'acl:relcl') {
      if (to !== undefined) return { follow: 't', first: to + 1, after: whole.after, before: false };
      const mark = dependent(tree, one, /^mark$/);
      if (mark !== undefined && tree.nodes[mark]?.lemma === 'that')
        return { follow: 'c', first: mark + 1, after: whole.after, before: false };
    }
    if (relation(node) === 'nmod' || relation(node) === 'obl') {
      const preposition = dependent(tree, one, /^case$/);
      if (preposition !== undefined && governs.has(tree.nodes[preposition]?.lemma ?? '') && preposition > noun)
        return { follow: 'o', first: preposition + 1, after: whole.after, before: false };
    }
  }
  return undefined;
};

/** The phrase that a relative or participle clause tells of, without that clause. */
const toldOf = (tree: Tree, verb: number): Complement | undefined => {
  const head = tree.nodes[verb]?.head ?? -1;
  if (head < 0 || head > verb) return undefined;
  const { first, after } = reach(
    tree,
    head,
    (node, index) =>
      /^(acl|case|cc|punct|appos|mark|conj)/.test(node.deprel) &&
      (index > head || /^(case|cc|mark|punct)/.test(node.deprel)),
  );
  return { follow: 'o', first, after: Math.min(after, verb), before: true };
};

const ofVerb = (tree: Tree, verb: number): Complement | undefined => {
  const node = tree.nodes[verb];
  const after = (tree.dependents[verb] ?? []).filter((one) => one > verb);
  const labelled = (labels: RegExp): number | undefined =>
    after.find((one) => labels.test(tree.nodes[one]?.deprel ?? ''));
  const object = labelled(/^(obj|iobj)$/);
  for (const one of after) {
    const kind = tree.nodes[one]?.deprel ?? '';
    const to = infinitive(tree, one);
    if (/^(xcomp|advcl|ccomp)$/.test(kind) && to !== undefined) {
      // “took the step to please …”: after an object only a verb that asks takes an infinitive; what is left is a purpose.
      if (kind === 'advcl' && object !== undefined && object < one) continue;
      return {
        follow: object !== undefined && object < to ? 'a' : 't',
        first: to + 1,
        after: extent(tree, one).after,
        before: false,
      };
    }
    if (kind === 'ccomp') {
      const whole = extent(tree, one);
      const mark = dependent(tree, one, /^mark$/);
      return {
        follow: 'c',
        first: mark !== undefined && mark === whole.first ? mark + 1 : Math.max(whole.first, verb + 1),
        after: whole.after,
        before: false,
      };
    }
    if (kind === 'xcomp' && tree.nodes[one]?.upos === 'VERB') {
      const whole = extent(tree, one);
      return { follow: 'g', first: Math.max(whole.first, verb + 1), after: whole.after, before: false };
    }
  }
  if (object !== undefined) {
    const whole = extent(tree, object);
    return { follow: 'o', first: Math.max(whole.first, verb + 1), after: whole.after, before: false };
  }
  // “the ceasefire that Kyiv proposed”: nothing stands behind the verb, and its subject is somebody else.
  if (node?.deprel === 'acl:relcl') {
    const subject = subjectHead(tree, verb);
    if (subject && subject.head !== node.head && dependent(tree, verb, /^nsubj$/) !== undefined)
      return toldOf(tree, verb);
  }
  return undefined;
};

const NONE: ReadonlySet<string> = new Set();

/**
 * What a verb, adjective or noun of stance is on, by the tree.
 *
 * @param governs prepositions under which a noun has what it is on
 */
export const complementOf = ({ tree }: Sighted, head: number, governs = NONE): Complement | undefined => {
  if (!tree) return undefined;
  return tree.nodes[head]?.upos === 'NOUN' ? ofNoun(tree, head, governs) : ofVerb(tree, head);
};

/** What a passive is on: its subject, or the phrase that its participle tells of (“a plan backed by France”). */
export const passiveComplement = ({ tree }: Sighted, verb: number): Complement | undefined => {
  if (!tree) return undefined;
  const node = tree.nodes[verb];
  if (node?.deprel === 'acl') return toldOf(tree, verb);
  const subject = subjectHead(tree, verb);
  if (!subject || subject.head >= verb) return undefined;
  if (node?.deprel === 'acl:relcl') return toldOf(tree, verb);
  const { first, after } = reach(
    tree,
    subject.head,
    (one, index) => index > subject.head && /^(parataxis|appos)$/.test(one.deprel),
  );
  return { follow: 'o', first, after: Math.min(after, verb), before: true };
};

/** Who does what a passive says, as the head of a phrase. */
export const agentHead = ({ tree }: Sighted, verb: number): number | undefined => tree && agentOf(tree, verb);

/** The word of a phrase of several tokens on which the others hang. */
export const topOf = (tree: Tree, first: number, after: number): number => {
  for (let index = first; index < after; index += 1) {
    const head = tree.nodes[index]?.head ?? -1;
    if (head < first || head >= after) {
      if (/^(VERB|NOUN|ADJ|PROPN|AUX)$/.test(tree.nodes[index]?.upos ?? '')) return index;
    }
  }
  return first;
};
