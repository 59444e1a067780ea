import { CARRIERS } from '../lexicon/generated/stance.ts';
import type { Cue } from '../lexicon/types.ts';
import type { Token } from '../sentence/token.ts';
import { dependent, relation, type Tree } from '../sentence/tree.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, NEGATIONS, POSSESSIVES, PREPOSITIONS } from '../sentence/words.ts';
import type { Sighted } from './clause.ts';
import { topOf } from './complement.ts';

const CARRIER = new Set(CARRIERS);

/** Whether a verb carries a noun of stance: “voiced its concern”. */
export const isCarrier = (lower: string): boolean => CARRIER.has(lower);

const BE =
  /^(is|are|was|were|be|been|being|remains?|remained|seems?|seemed|became|becomes?|appears?|appeared|feels?|felt|looks?|stays?|stayed)$/;

/** Past determiners, adjectives and adverbs: is the word at `index` used as a noun or as a verb? */
const usedAsNoun = ({ tokens, mentions }: Sighted, index: number): boolean => {
  let at = index - 1;
  while (
    at >= 0 &&
    !DETERMINERS.has(tokens[at]?.lower ?? '') &&
    /(al|ive|ous|ic|ful|ary|able|ible|long-standing|new|own|strong|public|clear|formal|full|deep|serious|grave|firm|further|repeated|early|mutual|latest|recent|joint|similar)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at -= 1;
  const before = tokens[at];
  if (!before) return index > 0;
  if (before.text === "'s" || before.text === "'") return true;
  if (mentions.some((mention) => mention.after === at + 1 && mention.form === 'adjective')) return true;
  if (DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower)) return true;
  if (CARRIER.has(before.lower)) return true;
  return PREPOSITIONS.has(before.lower) && before.lower !== 'to';
};

const usedAsVerb = ({ tokens, mentions }: Sighted, index: number, form: Cue['form']): boolean => {
  let at = index - 1;
  while (at >= 0 && (ADVERBS.has(tokens[at]?.lower ?? '') || /ly$/.test(tokens[at]?.lower ?? ''))) at -= 1;
  const before = tokens[at];
  if (!before) return form === 'ing';
  if (DETERMINERS.has(before.lower) && !/^(this|that|which|what|all|both|each)$/.test(before.lower)) return false;
  if (before.text === "'s") return form === 'ing';
  if (form === 'base') {
    if (
      AUXILIARIES.has(before.lower) ||
      NEGATIONS.has(before.lower) ||
      before.lower === 'to' ||
      /^(and|or|but|also|who|we|they|i|you|that|which)$/.test(before.lower)
    )
      return true;
    return (
      mentions.some((mention) => mention.after === at + 1 && mention.form !== 'adjective' && !mention.possessive) ||
      /s$/.test(before.lower)
    );
  }
  if (form === 's')
    return (
      !PREPOSITIONS.has(before.lower) &&
      !POSSESSIVES.has(before.lower) &&
      !mentions.some((mention) => mention.after === at + 1 && mention.form === 'adjective')
    );
  return !POSSESSIVES.has(before.lower) || form === 'ing';
};

/** Whether an act is told as done: under “to”, a modal or as a gerund it is wanted or meant, which other words say. */
const isDone = (tokens: readonly Token[], index: number, { form }: Cue): boolean => {
  if (form === 'ing') return /^(is|are|was|were|been)$/.test(tokens[index - 1]?.lower ?? '');
  return form !== 'base' || /^(have|has|had|did|do|does|be|been|was|were|is|are)$/.test(tokens[index - 1]?.lower ?? '');
};

/** Whether a cue is used in its place as the kind of word that the lexicon says it is. */
const used = (sighted: Sighted, index: number, cue: Cue): boolean => {
  const { tokens } = sighted;
  const before = tokens.slice(Math.max(0, index - 4), index).map(({ lower }) => lower);
  const last = before.at(-1) ?? '';
  const linked = before.some((word) => BE.test(word));
  const inName = tokens[index]?.capital === true && index > 0 && tokens[index - 1]?.kind === 'word';
  const noun = usedAsNoun(sighted, index);
  if (cue.kind === 'noun') return noun || (cue.lemma.includes(' ') && !usedAsVerb(sighted, index, 'base'));
  if (inName) return false;
  if (cue.kind === 'act' && !isDone(tokens, index, cue)) return false;
  if (cue.kind === 'verb' || cue.kind === 'act') {
    if (cue.form === 'past' || cue.form === 'participle') return !(noun && DETERMINERS.has(last));
    return usedAsVerb(sighted, index, cue.form) && !(noun && cue.form !== 'ing');
  }
  if (cue.kind === 'adjective')
    return linked || before.length === 0 || /^(,|and|or|not|voted|but)$/.test(last) || /ly$/.test(last);
  return (
    linked ||
    /^(as|consider|considers|considered|call|called|calls|deem|deemed|an?|the)$/.test(last) ||
    /^["']$/.test(last)
  );
};

/** Parts of speech in which the tree takes a word for what the lexicon says it is. */
const SPEECH: Readonly<Record<Cue['kind'], RegExp>> = {
  verb: /^(VERB|AUX)$/,
  act: /^VERB$/,
  noun: /^(NOUN|PROPN)$/,
  adjective: /^(ADJ|VERB|ADV|ADP|NOUN|SCONJ)$/,
  judgement: /^(ADJ|NOUN|VERB|ADV|ADP)$/,
};

/** Whether a word judges: in the predicate, or as what somebody calls a thing; not as an epithet (“a historic document that …”). */
const judges = ({ tokens }: Sighted, tree: Tree, at: number, first: number): boolean => {
  const predicate = (one: number): boolean =>
    dependent(tree, one, /^cop$/) !== undefined ||
    /^(xcomp|root|ccomp|parataxis|conj)$/.test(relation(tree.nodes[one])) ||
    dependent(tree, one, /^(nsubj|expl|csubj)/) !== undefined;
  const node = tree.nodes[at];
  if (!node) return false;
  if (/^(as|")$/.test(tokens[first - 1]?.lower ?? '')) return true;
  if (/^(as|too|very|so|an?)$/.test(tokens[first - 1]?.lower ?? '') && tokens[first - 2]?.lower === 'as') return true;
  // “called the embargo unacceptable”: an adjective behind its noun.
  if (relation(node) === 'amod' && at > node.head) return true;
  return predicate(relation(node) === 'amod' || relation(node) === 'compound' ? node.head : at);
};

/** Whether a cue is used in its place as the lexicon says: by the tree, or by the words beside it. */
export const fitsHere = (sighted: Sighted, index: number, after: number, cue: Cue): boolean => {
  const { tree, tokens } = sighted;
  if (!tree) return used(sighted, index, cue);
  const top = topOf(tree, index, after);
  if (cue.kind === 'judgement') return (!tokens[index]?.capital || index === 0) && judges(sighted, tree, top, index);
  const node = tree.nodes[top];
  if (!node || !SPEECH[cue.kind].test(node.upos)) return false;
  if (cue.kind === 'act') return isDone(tokens, index, cue) && node.deprel !== 'amod';
  // “is for the swap”, not “a ticket for the ferry”.
  if (cue.words === 'for' || cue.words === 'behind')
    return (
      node.deprel === 'case' &&
      dependent(tree, node.head, /^cop$/) !== undefined &&
      tree.heads.get(node.head) !== 'time'
    );
  if (cue.kind === 'adjective')
    return node.upos !== 'NOUN' || PREPOSITIONS.has(tokens[index]?.lower ?? '') || used(sighted, index, cue);
  if (cue.kind === 'noun') return !(node.upos === 'PROPN' && tokens[index]?.capital);
  if (cue.form === 'base') return !tokens[index]?.capital || index === 0;
  return node.deprel !== 'amod';
};
