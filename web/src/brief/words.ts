import type { Stance } from '@entente/core/vocabulary';

const many = (count: number, one: string): string => `${count.toLocaleString()} ${count === 1 ? one : `${one}s`}`;

const WHY: Readonly<Record<Stance, string>> = {
  support: 'support',
  oppose: 'oppose',
  conditional: 'set a condition for',
  neutral: 'weigh',
  'no-position': 'take no position on',
};

/** What the Brief says. */
export const WORDS = {
  room: 'Brief',
  asOf: (date: string) => `As of ${date}`,
  today: 'All that is known',
  asOfLabel: 'As of',
  asOfHint: '2021-11, or empty for all',
  noDate: (typed: string) => `“${typed}” is no date. Give 2021, 2021-11 or 2021-11-22, or nothing for all.`,
  from: (documents: number, accepted: number, ofAllDates: boolean) =>
    ofAllDates
      ? `Of all dates there are ${many(documents, 'document')}; ${many(accepted, 'statement')} accepted.`
      : `From ${many(documents, 'document')}; ${many(accepted, 'statement')} accepted.`,
  waiting: (count: number) => `${many(count, 'suggestion')} wait to be decided`,
  askHint: 'Ask why a party stands as it does',
  ask: 'Ask',
  offered: 'Questions that the statements can answer',
  why: (actor: string, stance: Stance, issue: string) => `Why does ${actor} ${WHY[stance]} “${issue}”?`,
  askNote: 'answered from evidence only',
  notUnderstood: (question: string) => `“${question}” is not answered.`,
  notUnderstoodMore: 'Name a party and an issue as the codebook does.',
  unknownActor: (name: string) => `Nobody in the codebook is called ${name}, so nothing is known of it here.`,
  whichIssue: (actor: string) => `It names ${actor}, and no issue.`,
  noSuchIssue: 'No issue of the codebook fits it well.',
  allOf: (actor: string) => `Where ${actor} stands on all issues`,
  toCodebook: 'The codebook',
  didYouMean: 'Did you mean:',
  everybody: 'everybody',
  speaksFor: (name: string, actor: string) => `${name} speaks for ${actor}.`,
  noModel: 'What happens if somebody acts is worked out from a conflict, and no conflict here has that act.',
  toDraft: 'Draft one',
  inModel: (title: string, says: string) => `In the model “${title}”: if ${says},`,
  toModel: 'see what would follow',
  takenAs: (actor: string, issue: string) => `Taken as: ${actor} on ${issue}.`,
  toCell: 'Its statements in Positions',
  who: 'Who stands where',
  whoMore: (actors: number, issues: number) =>
    [actors > 0 ? `${many(actors, 'more actor')}` : '', issues > 0 ? `${many(issues, 'more issue')}` : '']
      .filter(Boolean)
      .join(', '),
  toPositions: 'all issues and dates',
  nothingSaid: 'nothing reported',
  legend: {
    support: 'supports',
    oppose: 'opposes',
    conditional: 'only if',
    neutral: 'weighs',
    'no-position': 'no position',
    anonymous: 'hatched: anonymous',
    several: 'several origins',
    one: 'one',
    suggested: 'suggested, not accepted',
  },
  holds: 'What can hold',
  holdsNone: 'No conflict is modelled yet.',
  holdsNoneMore: 'A conflict says who can do what and wants what; then it can be asked which outcomes hold.',
  toConflict: 'Model one',
  whyHolds: 'Why',
  reversal: (maker: string, aim: string) => `Reversing one aim of ${maker} would end that: ${aim}`,
  reversals: (count: number) => `one of ${count.toLocaleString()} single reversals that move the equilibria`,
  assumed: (count: number) => `${many(count, 'aim')} assumed`,
  unheld: (count: number) => `${many(count, 'conflict')} too large or with faults: see Conflict.`,
  thin: 'Thin or contested',
  thinNone: 'Every position shown rests on two origins on record.',
  contested: 'contested',
  conditions: 'Open conditions',
  conditionsNone: 'No condition is put in words.',
  changed: 'Changed lately',
  changedNone: 'No position moved, and no dated event is in the chronicle.',
  more: (count: number) => `and ${count.toLocaleString()} more`,
  empty: 'No documents yet',
  emptyMore:
    'A brief is made from statements, and those from documents. Drop files in Sources; they are read on this machine.',
  toSources: 'Add documents',
  nothingCoded: 'Nothing is accepted or suggested yet, so nobody stands anywhere.',
  toCoding: 'Go to Coding',
  keys: {
    didYouMean: 'did you mean',
    next: 'next line',
    previous: 'previous',
    open: 'open the passages',
    room: 'open in its room',
    earlier: 'earlier',
    later: 'later',
  },
} as const;
