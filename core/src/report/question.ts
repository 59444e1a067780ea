import { typedDate } from '../chronicle/typed-date.ts';
import { actorsById, spokenFor } from '../position/organ.ts';
import type { Actor, Codebook, Issue } from '../statement/codebook.ts';
import type { ActorId, Edtf, IssueId, Stance } from '../vocabulary.ts';
import { type Mention, mentionsIn, subjectOf } from './mention.ts';
import { type RankedIssue, rankedIssues } from './rank-issues.ts';

/** What a question asks for. */
export type QuestionKind = 'why' | 'what' | 'who' | 'condition' | 'changed' | 'if';

/** Where an actor stands on an issue, and on how many statements: what makes one reading of a question likelier than another. */
export interface Stand {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly stance: Stance;
  readonly statements: number;
}

/** A question as it was read: its kind, whom and what it asks about, and what else it could have meant. */
export interface Question {
  readonly text: string;
  readonly kind: QuestionKind;
  /** Whom it asks about: the party for which a person or body that it names speaks. */
  readonly actor?: Actor;
  /** The one named, where that is another who speaks for `actor`. */
  readonly named?: Actor;
  /** A name in it that nobody in the codebook has. */
  readonly unknown?: string;
  /** What it asks about; left out where no issue fits well. */
  readonly issue?: Issue;
  /** What else it could be about, nearest first; where nothing fits well, what comes nearest. */
  readonly others: readonly Issue[];
  /** The way that is asked about: who supports, who opposes. */
  readonly stance?: 'support' | 'oppose';
  /** The date since which something changed. */
  readonly since?: Edtf;
  /** It asks of everything the actor says, or of everything: no word of it is about an issue. */
  readonly open: boolean;
}

const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'if',
    /^(?:and |but )?(?:what|suppose|imagine|if)\b(?:.*\b(?:happen|follow|come|result)\w*)?.*?\b(?:if|were|suppose|should)\b|^(?:what )?if\b|^suppose\b/i,
  ],
  [
    'changed',
    /\b(?:chang\w+|moved|shift\w*|new|different|happened)\b.*\b(?:since|after|lately|recently|last|past)\b|^(?:how|what|has|have)\b.*\b(?:changed|shifted|moved)\b|\bsince\b.*\b(?:chang|mov|shift)\w*/i,
  ],
  [
    'condition',
    /\b(?:under|on|with|at) (?:what|which) (?:condition|term|circumstance|price)s?\b|^when (?:would|will|could|might|may)\b|\bwhat (?:would|will) it take\b|\b(?:in return|in exchange)\b|\bconditions?\b.*\bfor\b|\bwhat\b.*\b(?:requires?|conditions?|needs?)\b/i,
  ],
  [
    'who',
    /^(?:and |but )?(?:by |to |for )?(?:who|whom|which (?:part(?:y|ies)|countr(?:y|ies)|states?|actors?|sides?|governments?))\b|^(?:do|does|did|is|are|has|have) (?:any(?:body|one)|some(?:body|one)|any (?:party|country|state|side|government))\b/i,
  ],
  ['why', /\bwhy\b|\bfor (?:what|which) reasons?\b|\breasons?\b|\bhow come\b/i],
];

const SUPPORTS = /\b(?:support|back|accept|favou?r|want|welcome|endors|approv|agree|for)\w*\b/i;
const OPPOSES = /\b(?:oppos|reject|refus|against|object|resist|block|disagree|den(?:y|ies)|condemn)\w*\b/i;

const kindOf = (text: string): QuestionKind => KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'what';

const sinceIn = (text: string): { readonly date?: Edtf; readonly rest: string } => {
  const match = /\b(?:since|after)\s+(.+?)(?=\s+(?:on|about|regarding|in|for|with)\s+|[?.!]*$)/i.exec(text);
  if (match === null) return { rest: text };
  const [whole, words = ''] = match;
  const date = typedDate(words);
  return date === undefined ? { rest: text } : { date, rest: text.replace(whole, ' ') };
};

/** A name that is written as one, and that nobody in the codebook has: it could be whom the question is about. */
const unknownName = (text: string, mentions: readonly Mention[], codebook: Codebook): string | undefined => {
  const known = codebook.issues
    .map(({ label, proposal }) => `${label} ${proposal}`)
    .join(' ')
    .toLowerCase();
  for (const match of text.matchAll(/(?<=\S\s+)(?:the\s+)?(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*)/gu)) {
    const [, name = ''] = match;
    const at = match.index + match[0].length - name.length;
    if (mentions.some(({ start, end }) => start < at + name.length && at < end)) continue;
    if (!known.includes(name.toLowerCase().replace(/[’']s?$/, ''))) return name.replace(/[’']s?$/, '');
  }
  return undefined;
};

/**
 * Reads a question: its kind, the actor it is about, and the issue, the likeliest of all. What is said on an issue by that actor breaks ties,
 * never more; where no issue shares enough of the question's telling words, none is taken.
 *
 * @param alsoCalled further names of an actor: capitals, demonyms
 */
export const readQuestion = (
  codebook: Codebook,
  stands: readonly Stand[],
  text: string,
  alsoCalled: (actor: Actor) => readonly string[] = () => [],
): Question => {
  const kind = kindOf(text.trim());
  const { date, rest } = kind === 'changed' ? sinceIn(text) : { rest: text };
  const mentions = mentionsIn(codebook, rest, alsoCalled);
  const subject = kind === 'who' ? undefined : subjectOf(rest, mentions, kind);
  const named = subject && codebook.actors.find(({ id }) => id === subject.actor);
  const whole = named && spokenFor(actorsById(codebook), named.id);
  const speaksItself = named !== undefined && stands.some(({ actor }) => actor === named.id);
  const actor = speaksItself ? named : (codebook.actors.find(({ id }) => id === whole) ?? named);
  const unknown = named === undefined && kind !== 'changed' ? unknownName(rest, mentions, codebook) : undefined;
  const stance = OPPOSES.test(text) ? 'oppose' : SUPPORTS.test(text) ? 'support' : undefined;
  // A name that nobody here has is no word of an issue.
  const words = unknown === undefined ? rest : rest.replace(unknown, ' '.repeat(unknown.length));
  const ranked = rankedIssues({ codebook, stands, text: words, mentions, subject, actor, stance, alsoCalled });
  const [best] = ranked.issues;
  const took = best?.fits ? best : undefined;
  return {
    text,
    kind,
    ...(actor !== undefined && { actor }),
    ...(named !== undefined && named !== actor && { named }),
    ...(unknown !== undefined && { unknown }),
    ...(took !== undefined && { issue: took.issue }),
    others: otherIssues(ranked.issues, took),
    ...(stance !== undefined && { stance }),
    ...(date !== undefined && { since: date }),
    open: ranked.open,
  };
};

const OTHERS = 4;

const otherIssues = (issues: readonly RankedIssue[], took: RankedIssue | undefined): readonly Issue[] =>
  issues
    .filter((one) => one !== took && one.met > 0 && (took === undefined || one.met >= took.met / 2))
    .slice(0, OTHERS)
    .map(({ issue }) => issue);
