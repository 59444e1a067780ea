import type { Actor, Codebook, Issue } from '../statement/codebook.ts';
import { kin } from './kin.ts';
import { type Mention, mentionsIn } from './mention.ts';
import type { Stand } from './question.ts';

/** An issue with how well a question's words fit it. */
export interface RankedIssue {
  readonly issue: Issue;
  /** The share of the question's telling words that it meets, in [0, 1]. */
  readonly met: number;
  readonly score: number;
  /** It meets enough of them to be taken. */
  readonly fits: boolean;
}

const SMALL = new Set(
  (
    'a an the of in on at to for by and or nor but not no if then than as with from into is are was were be been being do does did has have had will would shall ' +
    'should can could may might must why what who whom whose which when where how it its this that these those their his her our your my he she they we you i ' +
    'there here all any each more most other some such only own same so too very just now again also anyway still yet ever really actually currently today ' +
    'recently lately much many get gets got anybody anyone somebody someone everybody everyone nobody under suppose then going gonna so about regarding concerning toward towards around s t'
  ).split(' '),
);

/** Words of asking and of taking a side: they say what is asked, not on what. */
const ASKING =
  /^(?:support|oppos|accept|reject|refus|want|think|say|said|says|believ|feel|insist|demand|ask|position|view|stance|opinion|reason|stand|want|agree|disagree|back(?:s|ed|ing)?$|favou?r|against|according|acceptabl|object(?:s|ed|ing|ion|ions)?$|condition|circumstanc|happen|chang|moved?$|shift|new$|take|return|exchange|part(?:y|ies)$|come|comes|would|like|reluctan|hesita|welcom|endors|approv|explain|tell|mean|care|wish|hope|plan|intend|propos|issue|question|idea|matter|topic|subject|side|call|declar|role|attitude|follow|see(?:s|n)?$|react|respon[ds]|behav|treat$|treats$)/;

/** Of these, words that an issue may be about all the same: they count where an issue has them. */
const MAYBE =
  /^(?:part(?:y|ies)|declar|condition|refus|back|propos|plan|return|exchange|demand|call|object|new|accept)/;

/** Words that stand for one another in the talk of disputes; no list of any one dispute. */
const ALIKE: readonly (readonly string[])[] = [
  ['troops', 'forces', 'soldiers', 'army'],
  ['end', 'over', 'finish', 'terminate', 'close', 'closed'],
  ['withdraw', 'withdrawal', 'leave', 'out', 'pull'],
  ['before', 'first', 'prior', 'precondition', 'preconditions'],
  ['lift', 'lifted', 'lifting', 'relief', 'ease', 'easing'],
  ['disarm', 'disarmament', 'denuclearisation', 'denuclearization', 'denuclearise'],
  ['test', 'testing', 'launch'],
  ['drill', 'drills', 'exercise', 'exercises', 'manoeuvre', 'manoeuvres'],
  ['aid', 'assistance', 'help'],
  ['talks', 'negotiation', 'negotiations', 'dialogue', 'diplomacy'],
  ['truce', 'ceasefire', 'armistice'],
  ['tariff', 'tariffs', 'duty', 'duties', 'levy', 'fee', 'fees', 'charge', 'charges', 'toll'],
  ['meet', 'meeting', 'summit'],
  ['treaty', 'pact', 'accord'],
  ['abduct', 'abducted', 'abductions', 'kidnapped', 'kidnappings'],
  ['pay', 'paid', 'compensate', 'compensated', 'compensation', 'reparations'],
  ['equal', 'equally', 'same', 'even', 'fair'],
  ['release', 'released', 'releasing', 'letting', 'let'],
  ['height', 'high', 'higher', 'low', 'lower', 'tall', 'taller'],
  ['stop', 'halt', 'moratorium', 'freeze', 'suspend'],
  ['build', 'building', 'built', 'construct', 'construction'],
  ['vote', 'ballot', 'election', 'referendum'],
  ['join', 'joining', 'party', 'member', 'membership', 'accession'],
  ['recognise', 'recognize', 'recognition'],
  ['quota', 'cap', 'limit', 'ceiling'],
  ['range', 'ranges'],
  ['together', 'joint', 'jointly', 'shared', 'common'],
  ['ban', 'prohibit', 'prohibition', 'forbid'],
  ['normal', 'normalise', 'normalisation', 'normalization'],
];

/** From here on a proposal says under what circumstances, not what. */
const ASIDE = /\b(?:without|before|unless|until|instead of|rather than|whatever|although|while)\b.*$/i;

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL.has(word));

const groupOf = (word: string): number => ALIKE.findIndex((group) => group.includes(word));

const same = (a: string, b: string): boolean => {
  if (kin(a, b)) return true;
  const group = groupOf(a);
  return group >= 0 && group === groupOf(b);
};

/** A word of a question: it, or another actor by any of its names. */
interface Asked {
  readonly words: readonly string[];
  readonly actor?: string;
}

const meets = (asked: Asked, words: readonly string[], actors: ReadonlySet<string>): boolean =>
  (asked.actor !== undefined && actors.has(asked.actor)) ||
  asked.words.some((word) => words.some((other) => same(word, other)));

/** So large a share of a question's telling words an issue must meet; less where no other issue comes near. */
const ENOUGH = 0.5;
const ALONE = 0.4;
const AHEAD = 0.15;

interface Ranking {
  readonly codebook: Codebook;
  readonly stands: readonly Stand[];
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly subject: Mention | undefined;
  readonly actor: Actor | undefined;
  readonly stance: 'support' | 'oppose' | undefined;
  readonly alsoCalled: (actor: Actor) => readonly string[];
}

/**
 * The issues of a codebook by how well a question's words fit them. A word is the more telling the fewer issues have it; a word of the label
 * says more than one of the proposal; of equals, the one on which the actor asked about is known to stand, and on which more is said.
 */
export const rankedIssues = ({
  codebook,
  stands,
  text,
  mentions,
  subject,
  actor,
  stance,
  alsoCalled,
}: Ranking): { readonly issues: readonly RankedIssue[]; readonly open: boolean } => {
  const named = (words: string): ReadonlySet<string> =>
    new Set<string>(mentionsIn(codebook, words, alsoCalled).map(({ actor: id }) => id));
  const entries = codebook.issues.map((issue) => ({
    issue,
    label: wordsIn(issue.label),
    main: wordsIn(`${issue.label} ${issue.id} ${issue.proposal.replace(ASIDE, '')}`),
    all: [...new Set(wordsIn(`${issue.label} ${issue.id} ${issue.proposal}`))],
    labelActors: named(issue.label),
    actors: named(`${issue.label}. ${issue.proposal}`),
  }));
  let plain = '';
  let at = 0;
  for (const { start, end } of mentions) {
    plain += `${text.slice(at, start)} `;
    at = end;
  }
  plain += text.slice(at);
  const inIssues = (word: string): number => entries.filter(({ all }) => all.some((other) => same(word, other))).length;
  // What follows the subject is what it does, and need be no word of the issue.
  const [verb] = subject === undefined ? [] : wordsIn(text.slice(subject.end)).slice(0, 1);
  const telling = wordsIn(plain)
    .filter((word) => !ASKING.test(word) || (MAYBE.test(word) && inIssues(word) > 0))
    .filter((word) => word !== verb || inIssues(word) > 0);
  const asked: readonly Asked[] = [
    ...[...new Set(telling)].map((word) => ({ words: [word] })),
    ...mentions
      .filter((one) => one !== subject)
      .map(({ actor: id, start, end }) => ({ actor: id, words: wordsIn(text.slice(start, end)) })),
  ];
  const weigh = (one: Asked): number => {
    const count = entries.filter(({ all, actors }) => meets(one, all, actors)).length;
    const rarity = Math.log(1 + entries.length / (1 + count));
    const [word = ''] = one.words;
    return one.actor !== undefined || ASKING.test(word) ? rarity * 0.6 : rarity;
  };
  const weights = asked.map(weigh);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const counts = new Map<string, number>();
  for (const { issue, statements } of stands) counts.set(issue, (counts.get(issue) ?? 0) + statements);
  const most = Math.max(1, ...counts.values());
  const prior = (issue: Issue): number => {
    const own = stands.find((one) => one.actor === actor?.id && one.issue === issue.id);
    const said = (counts.get(issue.id) ?? 0) / most;
    return (own === undefined ? 0 : 0.5 + (own.stance === stance ? 0.1 : 0)) + 0.4 * said;
  };
  const issues = entries
    .map(({ issue, label, main, all, labelActors, actors }): RankedIssue => {
      const sum = asked.reduce((met, one, place) => {
        const share = meets(one, label, labelActors)
          ? 1
          : meets(one, main, actors)
            ? 0.85
            : meets(one, all, actors)
              ? 0.6
              : 0;
        return met + (weights[place] ?? 0) * share;
      }, 0);
      const met = sum / total;
      const covered =
        label.filter((word) => asked.some(({ words }) => words.some((other) => same(word, other)))).length /
        Math.max(1, label.length);
      const about = actor !== undefined && labelActors.has(actor.id) ? 1 : 0;
      const inAll = all.filter((word) => asked.some(({ words }) => words.some((other) => same(word, other)))).length;
      const score = met + 0.3 * covered + (0.15 * inAll) / Math.max(1, all.length) + 0.12 * prior(issue) + 0.03 * about;
      return { issue, met, score, fits: met >= ENOUGH };
    })
    .filter(({ met }) => met > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = issues;
  const alone = first !== undefined && first.met >= ALONE && first.score - (second?.score ?? 0) >= AHEAD;
  return {
    issues: alone ? [{ ...first, fits: true }, ...issues.slice(1)] : issues,
    open: asked.length === 0,
  };
};
