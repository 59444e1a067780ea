import { framesAround } from '../attribution/frame.ts';
import { conditionsIn } from '../condition/condition.ts';
import { dependent, relation } from '../sentence/tree.ts';
import { NEGATIONS } from '../sentence/words.ts';
import { clauseHeads, clauseOf } from '../stance/clauses.ts';
import { topOf } from '../stance/complement.ts';
import { signOf } from '../stance/loose.ts';
import type { Position } from '../stance/position.ts';
import { FINDER, FOUND_FROM, LOOSE_FROM } from './finder-weights.ts';
import { type IssueFound, WEAK } from './issue-of.ts';
import type { Likeness } from './likeness.ts';
import type { ReadSentence } from './report.ts';

/** Where a possible position stands. */
export interface Place {
  /** The share of the document's sentences before it. */
  readonly through: number;
  /** Positions kept so far in the same sentence, and in the one before. */
  readonly here: number;
  readonly before: number;
  /** The clause belongs to what another position is on. */
  readonly inside: boolean;
  readonly likeness: Likeness;
  readonly authored: boolean;
  /** The share of the document's sentences in which words of stance gave a position. */
  readonly dense: number;
  /** How many sentences the document has: a long one tells more that is no position. */
  readonly long: number;
  /** How many years before the document the time lies of which the sentence tells. */
  readonly ago: number;
  /** How many years before the document it was held, where that is history. */
  readonly past: number;
}

const KINDS = [
  'verb',
  'adjective',
  'noun',
  'judgement',
  'demand',
  'announced',
  'act',
  'claim',
  'ellipsis',
  'imperative',
  'clause',
  'condition',
] as const;
const GROUNDS = ['subject', 'reporter', 'author', 'before', 'beside'] as const;
const RELATIONS = ['root', 'conj', 'ccomp', 'advcl', 'acl', 'parataxis', 'csubj'] as const;
const MARKS = [
  /^(if|unless|until|provided|once|till)$/,
  /^(when|while|as|after|before|since)$/,
  /^(because|so|for)$/,
  /^(that|whether|how|why)$/,
  /^(to)$/,
  /^(although|though|whereas|but)$/,
] as const;
const MODALS = [
  /^(must|should|ought|need|needs|shall)$/,
  /^(will|'ll|won't)$/,
  /^(would|'d|wouldn't)$/,
  /^(can|could|may|might|cannot|can't)$/,
] as const;

/** What tells whether words take a position. */
export const SIGNS = [
  'the issue',
  'ahead of the next',
  'the issue stands in the words',
  'no words of its own',
  'a few words',
  'the issue of a clause',
  'the issue, no verb says it',
  ...KINDS.map((kind) => `by: ${kind}`),
  ...GROUNDS.map((kind) => `held by: ${kind}`),
  'a word of stance, its holder guessed',
  'opposed',
  'weighed',
  'withheld',
  'holder a state or body',
  'holder a person',
  'holder a pronoun',
  'holder unknown',
  'no holder in the sentence',
  ...RELATIONS.map((kind) => `clause: ${kind}`),
  'if, unless, until',
  'when, while, after',
  'because',
  'that, whether',
  'to',
  'although',
  'must, should',
  'will',
  'would',
  'can, may',
  'do',
  'perfect',
  'past',
  'ing',
  'participle',
  'be',
  'denied',
  'passive',
  'head a noun',
  'head an adjective',
  'quoted',
  'reported',
  'heading',
  'a question',
  'a condition',
  'how far through',
  'found here',
  'found before',
  'inside another',
  'how many words',
  'a number',
  'first of the sentence',
  'the author speaks',
  'like support',
  'like refusal',
  'like weighing',
  'like silence',
  'like saying',
  'like acting',
  'like praise',
  'like blame',
  'joined lemmas',
  'how dense the document',
  'history',
  'how long the document',
  'told of years before',
  'told of an earlier time',
  'too unlikely an issue for such words',
  'only that something is so',
  'of being or happening',
  'of knowing or feeling',
  'words of war',
  'goes on from the sentence before',
  'a word of support in it',
  'a word of refusal in it',
  'another word of stance in it',
  'such a word heads the clause',
  'a clause of being or happening',
  'as often told as meant, its issue unlikely',
  'a word of war, of war',
  'held by several',
] as const;

/** Verbs that tell how things are or what came about. */
const BEING = new Set(
  'remain include contain consist comprise exist stand lie belong happen occur arise emerge begin start last continue become turn grow rise fall drop increase decrease reach total number amount cost result follow lead mean matter depend come go arrive return travel live die kill injure wound destroy hit cause win lose receive get find meet sit gather walk speak talk appear seem look sound stem date mark see show reveal'.split(
    ' ',
  ),
);
/** Verbs of what goes on in a mind, which takes no position by them. */
const KNOWING = new Set(
  'know remember learn hear notice realise realize understand recall forget wonder feel guess assume read believe think'.split(
    ' ',
  ),
);
const WAR =
  /^(war|wars|troops?|army|armies|soldiers?|fought|offensive|invasion|invaded|battle|combat|surrender|shelling|airstrikes?|casualties|killed|wounded|attack|attacked|captured|seized|occupied|bombed|regiments?|divisions?|artillery)$/;

const has = (list: readonly string[], value: string): number[] => list.map((one) => (one === value ? 1 : 0));

/** The signs of one possible position, in the order of `SIGNS`. */
export const signsOf = (one: ReadSentence, position: Position, found: IssueFound, place: Place): number[] => {
  const { tokens, tree, frames, sentence } = one;
  const kind = position.rule.split(':')[0] ?? '';
  const head = tree ? topOf(tree, position.cueFirst, position.cueFirst + 1) : position.cueFirst;
  const own = tree ? (clauseOf(tree, new Set(clauseHeads(tree)), head) ?? head) : head;
  const node = tree?.nodes[own];
  const around = framesAround(frames, position.cueFirst).filter(
    ({ cueFirst, cueAfter }) => !(cueFirst <= position.cueFirst && position.cueFirst < cueAfter),
  );
  const below = (tree?.dependents[own] ?? []).filter((at) =>
    /^(aux|mark|advmod|cop|det|neg)/.test(tree?.nodes[at]?.deprel ?? ''),
  );
  const small = below.map((at) => tokens[at]?.lower ?? '');
  const mark = tree
    ? (below
        .filter((at) => relation(tree.nodes[at]) === 'mark' || /^(when|if|while)$/.test(tokens[at]?.lower ?? ''))
        .map((at) => tokens[at]?.lower ?? '')[0] ?? '')
    : '';
  const modal = (pattern: RegExp): number => (small.some((word) => pattern.test(word)) ? 1 : 0);
  const logit = Math.max(
    -4.5,
    Math.min(4.5, Math.log(Math.max(found.score, 0.005) / Math.max(1 - found.score, 0.005))),
  );
  const length = position.contentAfter - position.contentFirst;
  const form = tokens[own]?.lower ?? '';
  const [holder] = position.holder;
  const shape = holder?.form ?? '';
  const inQuote = tokens.slice(0, position.cueFirst).filter(({ text }) => /^["“”]$/.test(text)).length % 2 === 1;
  const words = tokens.slice(position.first, position.after);
  const like = place.likeness(node?.lemma ?? position.lemma, form);
  const lemma = node?.lemma ?? position.lemma;
  const inner = tree
    ? tokens.slice(position.first, position.after).map((_, at) => signOf(tree.nodes[position.first + at]?.lemma ?? ''))
    : [];
  const verbless = kind === 'clause' || position.loose !== undefined;
  return [
    logit,
    found.margin,
    found.direct ? 1 : 0,
    length <= 0 ? 1 : 0,
    Math.min(1, words.length / 5),
    kind === 'clause' ? logit : 0,
    verbless ? logit : 0,
    ...has(KINDS, kind),
    ...has(GROUNDS, position.loose ?? ''),
    position.loose !== undefined && kind !== 'clause' ? 1 : 0,
    position.stance === 'oppose' ? 1 : 0,
    position.stance === 'neutral' ? 1 : 0,
    position.stance === 'no-position' ? 1 : 0,
    /^(state|body|group)$/.test(shape) && !holder?.unknown ? 1 : 0,
    shape === 'person' && !holder?.unknown ? 1 : 0,
    shape === 'pronoun' ? 1 : 0,
    holder?.unknown ? 1 : 0,
    holder ? 0 : 1,
    ...has(RELATIONS, relation(node)),
    ...MARKS.map((pattern) => (pattern.test(mark) ? 1 : 0)),
    ...MODALS.map(modal),
    modal(/^(do|does|did|don't|doesn't|didn't)$/),
    modal(/^(has|have|had|'ve|hasn't|haven't|hadn't)$/),
    /ed$/.test(form) ? 1 : 0,
    /ing$/.test(form) ? 1 : 0,
    /(ed|en)$/.test(form) && small.some((word) => /^(is|are|was|were|be|been|being)$/.test(word)) ? 1 : 0,
    tree && dependent(tree, own, /^cop/) !== undefined ? 1 : 0,
    small.some((word) => NEGATIONS.has(word)) ? 1 : 0,
    tree && dependent(tree, own, /:pass$/) !== undefined ? 1 : 0,
    node?.upos === 'NOUN' || node?.upos === 'PROPN' ? 1 : 0,
    node?.upos === 'ADJ' ? 1 : 0,
    inQuote ? 1 : 0,
    around.length > 0 ? 1 : 0,
    sentence.heading ? 1 : 0,
    tokens.some(({ text }) => text === '?') ? 1 : 0,
    conditionsIn(tokens, position.first, position.after, []).length > 0 ? 1 : 0,
    place.through,
    Math.min(3, place.here) / 3,
    Math.min(3, place.before) / 3,
    place.inside ? 1 : 0,
    Math.log(1 + words.length) / 3,
    words.some((word) => word.kind === 'number') ? 1 : 0,
    position.first <= 2 ? 1 : 0,
    place.authored ? 1 : 0,
    ...like,
    position.lemma.includes(' + ') ? 1 : 0,
    place.dense,
    place.past > 0 ? 1 : 0,
    Math.log(1 + place.long) / 5,
    Math.min(1, place.ago / 10),
    place.ago > 0 ? 1 : 0,
    found.likely ? 0 : 1,
    position.asserted ? 1 : 0,
    BEING.has(lemma) ? 1 : 0,
    KNOWING.has(lemma) ? 1 : 0,
    Math.min(3, tokens.filter(({ lower }) => WAR.test(lower)).length) / 3,
    /^(and|but|yet|nor|instead|rather)$/.test(tokens[0]?.lower ?? '') ? 1 : 0,
    verbless && inner.includes('support') ? 1 : 0,
    verbless && inner.includes('oppose') ? 1 : 0,
    verbless && inner.some((sign) => /^n/.test(sign ?? '')) ? 1 : 0,
    kind === 'clause' && signOf(lemma) !== undefined ? 1 : 0,
    kind === 'clause' && BEING.has(lemma) ? 1 : 0,
    WEAK.test(position.lemma) && !found.likely ? 1 : 0,
    /^(fight|back|resist|hold|push|press|join|sign|accept|try|order)$/.test(lemma) &&
    tokens.some(({ lower }) => WAR.test(lower))
      ? 1
      : 0,
    position.of.length > 1 ? 1 : 0,
  ];
};

/** How likely words with such signs take a position that a person would code, in [0, 1]. */
export const takes = (signs: readonly number[], weights = FINDER): number => {
  const sum = signs.reduce((total, value, at) => total + value * (weights.of[at] ?? 0), weights.bias);
  return 1 / (1 + Math.exp(-sum));
};

export { FOUND_FROM, LOOSE_FROM };
