import type { Mention, Reference } from '../actor/mention.ts';
import type { Frame } from '../attribution/frame.ts';
import { CUES } from '../lexicon/generated/stance.ts';
import { dependent } from '../sentence/tree.ts';
import { NEGATIONS } from '../sentence/words.ts';
import { type Sighted, verbGroupStart } from './clause.ts';
import { clauseHeads, clauseOf, clausesIn } from './clauses.ts';
import { topOf } from './complement.ts';
import { neither } from './cue.ts';
import { reporter } from './extent.ts';
import type { Position } from './position.ts';
import { deny, type Sign } from './sign.ts';
import { membersAt, subjectHead } from './subject.ts';

/** How somebody came to be taken for the holder of a position that no word of stance gives him. */
export type Grounds = 'subject' | 'reporter' | 'author' | 'before' | 'beside';

/** Who may hold what a clause says. */
export interface Likely {
  readonly of: readonly Reference[];
  readonly holder: readonly Mention[];
  readonly grounds: Grounds;
}

/** What single words of stance say, in whatever frame they stand. */
const SIGNS = new Map<string, Sign>(
  CUES.filter(({ kind, lemma, withholds }) => kind !== 'act' && !withholds && !lemma.includes(' ')).map(
    ({ lemma, stance }) => [lemma, stance],
  ),
);

/** The sign of a word of stance, by its base form. */
export const signOf = (lemma: string): Sign | undefined => SIGNS.get(lemma);

const DUTY = /^(must|should|ought|mustn't|shouldn't|need|needs)$/;

/**
 * Who holds what a clause says, where its own grammar need not tell: its subject, whoever reports it, the author, whoever held the position told
 * last, or the actor named beside it.
 *
 * @param recent positions told before, the latest last
 */
export const likelyHolder = (
  sighted: Sighted,
  head: number,
  all: readonly Frame[],
  author: Reference | undefined,
  recent: readonly Position[],
): Likely | undefined => {
  const { tree, mentions, tokens } = sighted;
  const report = reporter(all, head);
  const duty = tree !== undefined && (tree.dependents[head] ?? []).some((one) => DUTY.test(tokens[one]?.lower ?? ''));
  const subject = tree && subjectHead(tree, head);
  const members = tree && subject && !subject.asked ? membersAt(sighted, tree, subject.head) : [];
  const acting = members.filter(({ of }) => of.length > 0);
  if (acting.length > 0 && !duty) return { of: acting.flatMap(({ of }) => of), holder: acting, grounds: 'subject' };
  if (report && report.of.length > 0) return { of: report.of, holder: [], grounds: 'reporter' };
  if (author) return { of: [author], holder: [], grounds: 'author' };
  const last = recent.at(-1);
  if (last) return { of: last.of, holder: last.holder.filter(({ form }) => form !== 'pronoun'), grounds: 'before' };
  const named = mentions.find(({ of, form }) => of.length > 0 && /^(state|body|person|group)$/.test(form));
  return named && { of: named.of, holder: [named], grounds: 'beside' };
};

/** What hangs on a word as its object, its content or what it is said of; “and” and “because” begin anew. */
const CONTENT = /^(xcomp|ccomp|csubj|obj|obl|nmod|acl|nsubj)/;

/**
 * Whether a clause is what somebody turns down, withholds or denies: “rejected the plan *to fill the dam*”, “refused *to open it*”, “did not ask
 * *to be heard*”. What it says is then said by the word above it, and the other way round.
 *
 * @param signs the positions that words of stance gave, by the word of stance
 */
const turnedDown = ({ tree, tokens }: Sighted, head: number, signs: ReadonlyMap<number, Sign>): boolean => {
  if (!tree) return false;
  let at = head;
  for (let steps = 0; steps < tree.nodes.length; steps += 1) {
    const node = tree.nodes[at];
    const above = node?.head ?? -1;
    const word = tree.nodes[above];
    if (!node || !word) return false;
    const infinitive = (tree.dependents[at] ?? []).some((one) => one < at && tokens[one]?.lower === 'to');
    if (CONTENT.test(node.deprel) || (node.deprel === 'advcl' && infinitive)) {
      const sign = signs.get(above) ?? SIGNS.get(word.lemma);
      if (sign !== undefined && sign !== 'support') return true;
      if ((tree.dependents[above] ?? []).some((one) => NEGATIONS.has(tokens[one]?.lower ?? ''))) return true;
    } else if (!/^conj/.test(node.deprel)) return false;
    // what is joined by “and” hangs on what the first of them hangs on
    at = above;
  }
  return false;
};

/**
 * The clauses of a sentence in which no word of stance was found, as positions that may be: whether they are, and which, what is known of them
 * beside the words has to say.
 *
 * @param found the positions that words of stance gave
 * @param recent positions told before this sentence
 */
export const loosePositions = (
  sighted: Sighted,
  all: readonly Frame[],
  author: Reference | undefined,
  found: readonly Position[],
  recent: readonly Position[],
): Position[] => {
  const { tree, tokens } = sighted;
  if (!tree) return [];
  const heads = new Set(clauseHeads(tree));
  const taken = new Set(found.map(({ cueFirst }) => clauseOf(tree, heads, topOf(tree, cueFirst, cueFirst + 1))));
  // “unless Oslo pays”: the condition of a position is weighed with it.
  const conditionOf = (head: number): boolean => {
    const mark = dependent(tree, head, /^mark$/);
    const above = tree.nodes[head]?.head ?? -1;
    return (
      /^(if|unless|until|provided|till)$/.test(tokens[mark ?? -1]?.lower ?? '') &&
      above >= 0 &&
      taken.has(clauseOf(tree, heads, above))
    );
  };
  const signs = new Map(found.map(({ cueFirst, stance }) => [topOf(tree, cueFirst, cueFirst + 1), stance]));
  const loose: Position[] = [];
  for (const { head, first, after } of clausesIn(sighted, all)) {
    if (taken.has(head) || after - first < 2 || conditionOf(head) || turnedDown(sighted, head, signs)) continue;
    const earlier = [...recent, ...found.filter(({ cueFirst }) => cueFirst < head)];
    const likely = likelyHolder(sighted, head, all, author, earlier);
    if (!likely) continue;
    const group = verbGroupStart(tokens, head);
    const denials = tokens.slice(group, head).filter(({ lower }) => NEGATIONS.has(lower)).length;
    const own = (tree.dependents[head] ?? []).filter((one) => NEGATIONS.has(tokens[one]?.lower ?? '')).length;
    const lemma = tree.nodes[head]?.lemma ?? '';
    const plain = SIGNS.get(lemma) ?? 'support';
    const stance: Sign = neither(sighted, { first: head })
      ? 'no-position'
      : Math.max(denials, own) % 2 === 1
        ? deny(plain, lemma)
        : plain;
    const subject = dependent(tree, head, /^nsubj/);
    const acts = likely.grounds === 'subject' && subject !== undefined && subject < head;
    const contentFirst = acts ? Math.min(group, head) : first;
    loose.push({
      first,
      after,
      cueFirst: head,
      contentFirst,
      contentAfter: after,
      follow: acts ? 't' : 'c',
      stance,
      of: likely.of,
      holder: likely.holder,
      lemma,
      passive: false,
      asserted: false,
      rule: `clause: ${lemma}`,
      spoken: likely.grounds === 'reporter',
      loose: likely.grounds,
    });
  }
  return loose;
};
