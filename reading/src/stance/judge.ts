import type { Mention } from '../actor/mention.ts';
import { dependent, reach, relation } from '../sentence/tree.ts';
import { isFiniteVerb, type Sighted, subjectBefore, verbGroupStart } from './clause.ts';
import { topOf } from './complement.ts';
import type { Found } from './cue.ts';
import { agentOf, membersAt, subjectHead } from './subject.ts';

/** Verbs by which somebody calls a thing something: “called the plan unacceptable”, “described it as a trap”. */
const CALLING =
  /^(?:call|consider|deem|describe|regard|see|view|label|brand|dismiss|denounce|condemn|declare|find|judge|term|characteri[sz]e|pronounce|think|believe|hail|praise|reject|decry|criticis|criticiz|blast|slam|dub|portray|cast|depict|paint|attack|rate|know)(?:s|d|ed|es|ned|med|bed|ing)?$|^(?:saw|seen|found|thought|held|hold|holds|knew)$/;

export interface Judge {
  readonly mentions: readonly Mention[];
  readonly first: number;
  /** What is judged, as token indices; left out where the words of the judgement say it themselves. */
  readonly content?: { readonly first: number; readonly after: number };
}

const byTree = (sighted: Sighted, cue: Found): Judge | undefined => {
  const { tree } = sighted;
  if (!tree) return undefined;
  let top = topOf(tree, cue.first, cue.after);
  // “acceptable to Tehran”, “a red line for Ankara”.
  for (const one of tree.dependents[top] ?? []) {
    const preposition = dependent(tree, one, /^case$/);
    if (one < top || !/^(to|for)$/.test(tree.nodes[preposition ?? -1]?.lemma ?? '')) continue;
    const members = membersAt(sighted, tree, one).filter(({ unknown, form }) => !unknown && form !== 'pronoun');
    if (members.length > 0) return { mentions: members, first: cue.first };
  }
  if (relation(tree.nodes[top]) === 'amod') top = tree.nodes[top]?.head ?? top;
  const node = tree.nodes[top];
  if (!node || node.head < 0 || !/^(xcomp|obl|advcl|ccomp|nmod|obj|appos)$/.test(relation(node))) return undefined;
  let verb = node.head;
  if (relation(node) === 'nmod' && relation(tree.nodes[verb]) === 'obj') verb = tree.nodes[verb]?.head ?? verb;
  const word = sighted.tokens[verb];
  if (!word || verb > top || !CALLING.test(word.lower)) return undefined;
  const agent = agentOf(tree, verb);
  const passive = dependent(tree, verb, /^(nsubj:pass|aux:pass)$/) !== undefined;
  const head = passive ? agent : subjectHead(tree, verb)?.head;
  const members = head === undefined ? [] : membersAt(sighted, tree, head);
  const first = members[0];
  if (!first) return undefined;
  const judged = passive ? dependent(tree, verb, /^nsubj:pass$/) : dependent(tree, verb, /^obj$/);
  if (judged === undefined || judged === top) return { mentions: members, first: first.first };
  const whole = reach(tree, judged, (one, index) => index > judged && /^(parataxis|appos)$/.test(one.deprel));
  return {
    mentions: members,
    first: Math.min(first.first, whole.first),
    content: { first: whole.first, after: Math.min(whole.after, whole.first < cue.first ? cue.first : whole.after) },
  };
};

const byWords = (sighted: Sighted, cue: Found): Judge | undefined => {
  const { tokens } = sighted;
  for (let at = cue.first - 1; at > 0 && cue.first - at < 16; at -= 1) {
    const token = tokens[at];
    if (!token || /^[,;:.]$/.test(token.text)) return undefined;
    if (CALLING.test(token.lower) && !token.capital) {
      const subjects = subjectBefore(sighted, verbGroupStart(tokens, at));
      const first = subjects[0];
      if (!first) return undefined;
      let after = cue.first;
      while (after > at + 1 && /^(as|an?|the|very|too|so|")$/.test(tokens[after - 1]?.lower ?? '')) after -= 1;
      return {
        mentions: subjects,
        first: first.first,
        ...(after > at + 1 ? { content: { first: at + 1, after } } : {}),
      };
    }
    if (isFiniteVerb(token)) return undefined;
  }
  return undefined;
};

/** Whose view a clause says that it tells: “in Lima's eyes”, “for the growers the plan is dead”. */
const viewer = ({ tokens, mentions }: Sighted, cue: Found): Judge | undefined => {
  for (const mention of mentions) {
    if (mention.of.length === 0 || mention.form === 'medium') continue;
    const before = tokens[mention.first - 1]?.lower ?? '';
    const owns = mention.possessive ? 1 : /^(his|her|its|their|my|our)$/.test(mention.role ?? '') ? 0 : undefined;
    const noun = owns === undefined ? '' : (tokens[mention.after + owns]?.lower ?? '');
    const seen = /^(in|to)$/.test(before) && /^(eyes|view|opinion|words|reading|judgement|judgment|mind)$/.test(noun);
    const start = tokens[mention.first - 2];
    const fronted =
      before === 'for' &&
      (!start || /^[.;:,—–"]$/.test(start.text) || /^(and|but)$/.test(start.lower)) &&
      mention.after <= cue.first &&
      mention.form !== 'adjective';
    if (seen || fronted) return { mentions: [mention], first: Math.min(mention.first, cue.first) };
  }
  return undefined;
};

/** Who calls a thing what a judgement says, where the same clause names him; whoever reports the clause is for the caller to find. */
export const judgeOf = (sighted: Sighted, cue: Found): Judge | undefined =>
  byTree(sighted, cue) ?? byWords(sighted, cue) ?? viewer(sighted, cue);
