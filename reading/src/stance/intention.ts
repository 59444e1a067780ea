import type { Mention, Reference } from '../actor/mention.ts';
import type { Frame } from '../attribution/frame.ts';
import { conditionsIn } from '../condition/condition.ts';
import { reach } from '../sentence/tree.ts';
import { ADVERBS, NEGATIONS, table } from '../sentence/words.ts';
import { type Sighted, subjectBefore, verbGroupStart } from './clause.ts';
import { agentHead } from './complement.ts';
import type { Found } from './cue.ts';
import { contentEnd, reporter } from './extent.ts';
import { type Grounds, likelyHolder } from './loose.ts';
import type { Position } from './position.ts';
import { deny, type Sign } from './sign.ts';
import { subjectHead } from './subject.ts';

/** Where the noun phrase before a verb group begins, whatever it names. */
const phraseStart = (tokens: Sighted['tokens'], group: number): number => {
  let first = group;
  while (
    first > 0 &&
    !/^[,;:"(—]$/.test(tokens[first - 1]?.text ?? '') &&
    !/^(that|but|because|while|which|who|if)$/.test(tokens[first - 1]?.lower ?? '')
  )
    first -= 1;
  return first;
};

const MODAL: Readonly<Record<string, Sign>> = table({
  must: 'support',
  should: 'support',
  ought: 'support',
  will: 'support',
  would: 'support',
  "'ll": 'support',
  "'d": 'support',
  "won't": 'oppose',
  "wouldn't": 'oppose',
  cannot: 'oppose',
  "can't": 'oppose',
  "mustn't": 'oppose',
  "shouldn't": 'oppose',
});

interface Modal {
  readonly sign: Sign;
  /** First token after the words of duty or intention. */
  readonly verb: number;
  readonly demand: boolean;
}

const NEED = /^(has|have|had|needs|need|needed)$/;

/** Words of duty or intention at a token: “must”, “has to”, “there can be no”, and what “no” and “not” make of them. */
const modalAt = ({ tokens, tree }: Sighted, index: number): Modal | undefined => {
  const lower = tokens[index]?.lower ?? '';
  const duty = NEED.test(lower) && tokens[index + 1]?.lower === 'to' && tokens[index + 2]?.kind === 'word';
  const sign: Sign | undefined = duty ? 'support' : lower === 'can' || lower === 'could' ? 'support' : MODAL[lower];
  if (sign === undefined) return undefined;
  let verb = index + (duty ? 2 : 1);
  let no = 0;
  if (duty && /^(not|n't|never)$/.test(tokens[index - 1]?.lower ?? '')) no += 1;
  while (
    verb < tokens.length &&
    (ADVERBS.has(tokens[verb]?.lower ?? '') ||
      NEGATIONS.has(tokens[verb]?.lower ?? '') ||
      /^(be|have|been|any|more)$/.test(tokens[verb]?.lower ?? ''))
  ) {
    if (NEGATIONS.has(tokens[verb]?.lower ?? '')) no += 1;
    verb += 1;
  }
  const there = tokens[verbGroupStart(tokens, index) - 1]?.lower === 'there' && tokens[index + 1]?.lower === 'be';
  const subject = tree && !there ? subjectHead(tree, index) : undefined;
  const none =
    subject !== undefined &&
    tree !== undefined &&
    /^(no|none|nobody|nothing|neither)$/.test(tokens[reach(tree, subject.head).first]?.lower ?? '');
  if (none) no += 1;
  // “can” alone asks for nothing; “no ceasefire can be discussed” and “there can be no peace” refuse.
  if (/^(can|could)$/.test(lower) && !(none || (there && no > 0))) return undefined;
  const demand = duty || there || none || /^(must|should|ought|mustn't|shouldn't)$/.test(lower);
  return { sign: no % 2 === 1 ? deny(sign, '') : sign, verb, demand };
};

/**
 * Demands and announced acts that no cue carries: “said that Sudan must return …”, “will not allow …”, “there can be no peace unless …”.
 * A demand may fall on anybody and is the speaker's; an announced act is its own subject's.
 */
export const intentions = (
  sighted: Sighted,
  all: readonly Frame[],
  cues: readonly Found[],
  author: Reference | undefined,
  before: readonly Position[] = [],
): Position[] => {
  const { tokens } = sighted;
  const found: Position[] = [];
  for (let index = 1; index < tokens.length; index += 1) {
    const modal = modalAt(sighted, index);
    if (!modal) continue;
    const { sign, verb, demand } = modal;
    // “should be allowed”: a passive that nobody does is demanded.
    const said = (cue: Found): boolean =>
      cue.first >= index &&
      cue.first <= verb + 1 &&
      !(demand && cue.passive && agentHead(sighted, cue.first) === undefined);
    if (cues.some(said)) continue;
    const report = reporter(all, index);
    const group = verbGroupStart(tokens, index);
    const subjects = subjectBefore(sighted, group);
    const actors = subjects.flatMap((mention) => mention.of);
    const own = actors.some((one) =>
      report?.of.some((by) => by.actor === one.actor || (by.state !== undefined && by.state === one.state)),
    );
    // Outside of what he says himself, an act to come is a position where he refuses it or puts it under a condition; otherwise it is foretold.
    const bargained =
      actors.length > 0 && (sign === 'oppose' || conditionsIn(tokens, verb, tokens.length, []).length > 0);
    let of = demand ? (report?.of ?? (author ? [author] : [])) : own || bargained ? actors : [];
    let holder: readonly Mention[] = demand ? [] : subjects;
    let loose: Grounds | undefined;
    if (of.length === 0) {
      const likely = sighted.tree && likelyHolder(sighted, index, all, author, before);
      if (!likely || (!demand && actors.length === 0)) continue;
      ({
        of,
        holder,
        grounds: loose,
      } = demand ? likely : { of: actors, holder: subjects, grounds: 'subject' as const });
    }
    const first = subjects[0]?.first ?? phraseStart(tokens, group);
    const after = contentEnd(sighted, verb, all, index);
    found.push({
      first,
      after,
      cueFirst: index,
      contentFirst: demand ? first : verb,
      contentAfter: after,
      follow: demand ? 'c' : 't',
      stance: sign,
      of,
      holder,
      lemma: tokens[index]?.lower ?? '',
      passive: false,
      asserted: !demand && !own,
      rule: `${demand ? 'demand' : 'announced'}: ${tokens[index]?.lower ?? ''}`,
      spoken: true,
      ...(loose ? { loose } : {}),
    });
  }
  return found;
};
