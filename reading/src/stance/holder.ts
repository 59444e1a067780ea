import type { Mention } from '../actor/mention.ts';
import { DOCUMENTS } from '../lexicon/generated/roles.ts';
import { VOICINGS } from '../lexicon/generated/stance.ts';
import { PhraseTable } from '../sentence/phrases.ts';
import { dependent, type Tree } from '../sentence/tree.ts';
import { ADVERBS, DETERMINERS, NEGATIONS } from '../sentence/words.ts';
import { type Sighted, subjectBefore, verbGroupStart } from './clause.ts';
import { topOf } from './complement.ts';
import type { Found } from './cue.ts';
import { agentOf, membersAt, subjectHead } from './subject.ts';
import { isCarrier } from './use.ts';

const PAPERS = new Set(DOCUMENTS);
const VOICED = new PhraseTable(VOICINGS.map((words) => [words, true] as const));

/** Who holds a position, and the token at which the words about it begin. */
export interface Holder {
  readonly mentions: readonly Mention[];
  readonly first: number;
  /** First token of the verb group that carries the position. */
  readonly group: number;
}

const byPhrase = ({ tokens, mentions }: Sighted, from: number, reach: number): Mention | undefined => {
  for (let index = from; index < tokens.length && index - from <= reach; index += 1) {
    const token = tokens[index];
    if (!token || /^[,;:.]$/.test(token.text)) return undefined;
    if (token.lower === 'by')
      return mentions.find(
        (mention) => mention.first === index + 1 && !mention.possessive && mention.form !== 'adjective',
      );
  }
  return undefined;
};

/** “its opposition”, “Tokyo's concern”, “the South Korean proposal”. */
const owner = ({ tokens, mentions }: Sighted, noun: number): Mention | undefined => {
  let at = noun;
  for (let guard = 0; guard < 5 && at > 0; guard += 1) {
    const after = tokens[at - 1]?.text === "'s" || tokens[at - 1]?.text === "'" ? at - 1 : at;
    const mention = mentions.find((one) => one.after === after);
    if (
      mention &&
      (mention.possessive ||
        mention.form === 'adjective' ||
        (mention.form === 'pronoun' && /^(his|her|its|their)$/.test(mention.role ?? '')))
    )
      return mention;
    const word = tokens[at - 1];
    if (!word || word.kind === 'mark' || DETERMINERS.has(word.lower)) return undefined;
    at -= 1;
  }
  return undefined;
};

/** “opposition from Russia”, “calls in Ankara for”, “met with Egypt's rejection”; else whoever does what the noun is the object of. */
const nounHolderByTree = (sighted: Sighted, tree: Tree, cue: Found): Holder | undefined => {
  const noun = topOf(tree, cue.first, cue.after);
  const begin = Math.min(
    cue.first,
    ...(tree.dependents[noun] ?? []).filter((one) => /^(det|amod|compound)/.test(tree.nodes[one]?.deprel ?? '')),
  );
  for (const one of tree.dependents[noun] ?? []) {
    const kind = tree.nodes[one]?.deprel ?? '';
    if (!/^(nmod|obl)/.test(kind)) continue;
    const preposition = dependent(tree, one, /^case$/);
    const word = tree.nodes[preposition ?? -1]?.lemma ?? '';
    if (!/^(by|from|among|in|of)$/.test(word) || cue.lemma.endsWith(` ${word}`)) continue;
    const members = membersAt(sighted, tree, one).filter(
      ({ unknown }) => !unknown || word === 'by' || word === 'from' || word === 'among',
    );
    if (word === 'of' && cue.follow === 'o' && cue.content > (members[0]?.first ?? 0)) continue;
    if (members.length > 0) return { mentions: members, first: begin, group: cue.first };
  }
  const node = tree.nodes[noun];
  if (!node || !/^(obj|obl|xcomp|conj)$/.test(node.deprel) || node.head < 0 || node.head > noun) return undefined;
  const verb = node.deprel === 'conj' ? (tree.nodes[node.head]?.head ?? -1) : node.head;
  if (verb < 0 || !isCarrier(sighted.tokens[verb]?.lower ?? '')) return undefined;
  const found = subjectHead(tree, verb);
  const members = found && !found.asked ? membersAt(sighted, tree, found.head) : [];
  const first = members[0];
  return (
    first && { mentions: members, first: Math.min(first.first, cue.first), group: verbGroupStart(sighted.tokens, verb) }
  );
};

const nounHolder = (sighted: Sighted, cue: Found): Holder | undefined => {
  const { tokens } = sighted;
  const mine = owner(sighted, cue.first);
  // “expressed its concern”, “has shown reluctance”: whoever carries the noun; “voiced its opposition” belongs to both.
  let verb = cue.first - 1;
  while (
    verb > 0 &&
    cue.first - verb < 6 &&
    !isCarrier(tokens[verb]?.lower ?? '') &&
    (DETERMINERS.has(tokens[verb]?.lower ?? '') ||
      ADVERBS.has(tokens[verb]?.lower ?? '') ||
      NEGATIONS.has(tokens[verb]?.lower ?? '') ||
      /(al|ive|ous|ic|ful|ary|able|ible|ing|ed|'s|strong|deep|grave|new|clear|firm|great|full|public|mutual|long-standing|serious|some|little|and|support|opposition|concerns?)$/.test(
        tokens[verb]?.lower ?? '',
      ) ||
      sighted.mentions.some((mention) => mention.first <= verb && verb < mention.after))
  )
    verb -= 1;
  const carried = isCarrier(tokens[verb]?.lower ?? '');
  if (carried) {
    const group = verbGroupStart(tokens, verb);
    const subjects = subjectBefore(sighted, group);
    const first = subjects[0];
    if (first && (!mine || mine.form === 'pronoun')) return { mentions: subjects, first: first.first, group };
    if (!mine && tokens[group - 1]?.lower === 'to') return undefined;
  }
  if (mine) return { mentions: [mine], first: mine.first, group: cue.first };
  // “a proposal by South Korea to …”, “the idea voiced by President Moon”.
  const next = cue.after;
  if (tokens[next]?.lower === 'by' || VOICED.at(tokens, next)) {
    const by = byPhrase(sighted, next, 4);
    if (by)
      return {
        mentions: [by],
        first: Math.max(0, cue.first - (DETERMINERS.has(tokens[cue.first - 1]?.lower ?? '') ? 1 : 0)),
        group: cue.first,
      };
  }
  const of =
    tokens[next]?.lower === 'of' || tokens[next]?.lower === 'from'
      ? sighted.mentions.find((mention) => mention.first === next + 1 && mention.form !== 'adjective')
      : undefined;
  if (of && tokens[of.after]?.lower === 'to') return { mentions: [of], first: cue.first, group: cue.first };
  const byTree = sighted.tree && nounHolderByTree(sighted, sighted.tree, cue);
  if (byTree) return byTree;
  // “appealed to Moscow with a request for help”: whoever does it with that noun.
  const opener = DETERMINERS.has(tokens[cue.first - 1]?.lower ?? '') ? cue.first - 2 : cue.first - 1;
  if (tokens[opener]?.lower === 'with')
    for (let at = opener - 1; at > 0; at -= 1) {
      if (/^[,;:]$/.test(tokens[at]?.text ?? '')) return undefined;
      if (!/(ed|went|came|met)$/.test(tokens[at]?.lower ?? '') || tokens[at]?.capital) continue;
      const group = verbGroupStart(tokens, at);
      const subjects = subjectBefore(sighted, group);
      const first = subjects[0];
      if (first) return { mentions: subjects, first: first.first, group };
    }
  return undefined;
};

/** “signed a joint statement agreeing to …”: whoever signed the paper that speaks. */
const signers = (sighted: Sighted, tree: Tree, paper: number): Mention[] | undefined => {
  const node = tree.nodes[paper];
  if (!node || !PAPERS.has(node.lemma) || !/^(obj|obl)/.test(node.deprel) || node.head < 0) return undefined;
  const found = subjectHead(tree, node.head);
  const members = found && !found.asked ? membersAt(sighted, tree, found.head) : [];
  return members.length > 0 ? members : undefined;
};

/**
 * Who holds the position that a cue expresses: the subject of a verb or adjective, the owner or agent of a noun, the agent of a passive.
 * Undefined where the sentence does not say; judgements take whoever reports them, which is for the caller to find.
 */
export const holderOf = (sighted: Sighted, cue: Found): Holder | undefined => {
  const { tokens, tree } = sighted;
  if (cue.kind === 'noun') return nounHolder(sighted, cue);
  const group = verbGroupStart(tokens, cue.first);
  if (cue.kind === 'judgement') {
    // “called the plan unacceptable”: the subject of the verb judges.
    return undefined;
  }
  if (cue.passive && tree) {
    const agent = agentOf(tree, cue.first);
    const by = agent === undefined ? [] : membersAt(sighted, tree, agent);
    const first = by[0];
    return first && { mentions: by, first: Math.min(first.first, cue.first), group };
  }
  if (cue.passive) {
    const by = byPhrase(sighted, cue.after, 6);
    return by && { mentions: [by], first: by.first, group };
  }
  if (
    cue.kind === 'verb' &&
    (cue.form === 'past' || cue.form === 'participle') &&
    tokens[cue.after]?.lower === 'by' &&
    group === cue.first
  ) {
    const by = byPhrase(sighted, cue.after, 1);
    if (by) return { mentions: [by], first: cue.first, group };
  }
  if (tree) {
    const top = topOf(tree, cue.first, cue.after);
    const found = subjectHead(tree, top);
    if (found) {
      if (found.asked) return undefined;
      const members = membersAt(sighted, tree, found.head);
      const first = members[0];
      const paper = first ? undefined : signers(sighted, tree, found.head);
      if (paper) return { mentions: paper, first: paper[0]?.first ?? cue.first, group };
      return first && { mentions: members, first: first.first > cue.first ? cue.first : first.first, group };
    }
  }
  let start = group;
  if (cue.kind === 'adjective' && start === cue.first) {
    // “is neither ready nor willing”, “is concerned and opposed”: on past the adjective before.
    let at = start - 1;
    while (
      at > 0 &&
      start - at < 5 &&
      !/^(is|are|was|were|be|been|remains?|remained|seems?|seemed|became|appears?|appeared|voted)$/.test(
        tokens[at]?.lower ?? '',
      )
    )
      at -= 1;
    if (start - at < 5 && at > 0) start = verbGroupStart(tokens, at + (tokens[at]?.lower === 'voted' ? 0 : 1));
    const copula = tokens[start]?.lower ?? '';
    if (/^(remain|seem|appear|becam|feel|look|stay)/.test(copula)) start = verbGroupStart(tokens, start);
  } else if (cue.kind === 'adjective') {
    const before = tokens[group - 1]?.lower ?? '';
    if (/^(remain|seem|appear|becam|feel|look|stay)/.test(before)) start = verbGroupStart(tokens, group - 1);
  }
  if (cue.form === 'ing' && cue.kind === 'verb' && tokens[start - 1]?.text === ',') {
    // “…, naming China as a partner”: the subject of what came before the comma.
    for (let at = start - 2; at > 0; at -= 1) {
      const subjects = subjectBefore(sighted, verbGroupStart(tokens, at));
      const first = subjects[0];
      const verbal = verbGroupStart(tokens, at) < at || /(ed|s|said|met|told|made)$/.test(tokens[at]?.lower ?? '');
      if (first && verbal) return { mentions: subjects, first: cue.first, group };
    }
    return undefined;
  }
  const subjects = subjectBefore(sighted, start);
  // “signed a joint statement agreeing to …”: whoever signed it.
  const paper = cue.form === 'ing' && PAPERS.has(tokens[start - 1]?.lower ?? '');
  for (let at = start - 2; paper && subjects.length === 0 && at > 0 && start - at < 10; at -= 1) {
    const signed = /ed$/.test(tokens[at]?.lower ?? '') ? subjectBefore(sighted, verbGroupStart(tokens, at)) : [];
    if (signed[0]) return { mentions: signed, first: signed[0].first, group };
  }
  const first = subjects[0];
  return first && { mentions: subjects, first: first.first, group };
};
