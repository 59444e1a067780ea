import { passageOf } from '@entente/core/document/passage';
import type { Condition, Statement } from '@entente/core/statement/statement';
import { type Edtf, type Stance, statementId } from '@entente/core/vocabulary';
import type { Reference } from '../actor/mention.ts';
import type { Link } from '../attribution/chain.ts';
import type { ConditionFound } from '../condition/condition.ts';
import { reasonIn } from '../condition/reason.ts';
import { directionOf } from '../issue/direction.ts';
import { tokens as tokensOf } from '../sentence/token.ts';
import type { Position } from '../stance/position.ts';
import type { Cast } from './cast.ts';
import { linksOf } from './chronicle.ts';
import { evidenceOf, likelihood } from './confidence.ts';
import type { IssueFound } from './issue-of.ts';
import type { ReadReport, ReadSentence } from './report.ts';

/** Whether a position is on the opposite of what the proposal says: ending what it keeps, or keeping what it ends. */
const turned = (one: ReadSentence, position: Position, { issue, direct }: IssueFound): boolean => {
  if (!direct) return false;
  const act = position.rule.startsWith('act');
  const mine = directionOf(
    one.tokens,
    act ? position.cueFirst : position.contentFirst,
    act ? 1 : position.follow === 'c' ? 9 : 5,
  );
  const words = tokensOf(issue.proposal, 0, issue.proposal.length);
  const theirs = directionOf(words, 0, words.length);
  return mine !== undefined && theirs !== undefined && mine !== theirs;
};

const TURNED: Readonly<Record<Position['stance'], Position['stance']>> = {
  support: 'oppose',
  oppose: 'support',
  neutral: 'neutral',
  'no-position': 'no-position',
};

/** Kinds of condition that make a position conditional. */
export const CONDITIONAL = /^(unless|until|only-if|if|as-long-as|before)$/;

/** Told of the evidence for every statement. */
export type Weigh = (statement: Statement, evidence: readonly number[]) => void;

/** A position on an issue, with what is known of it beside its words. */
export interface Coding {
  readonly report: ReadReport;
  readonly one: ReadSentence;
  readonly position: Position;
  readonly found: IssueFound;
  readonly chain: readonly Link[];
  readonly date: Edtf | undefined;
  readonly condition: ConditionFound | undefined;
  readonly weigh: Weigh | undefined;
}

const SERVES =
  /(ministry|commission|department|office|secretariat|embassy|mission|delegation|treasury|presidency|armed-forces|external-action-service)$/;
const FEARS = /^(fear|worr|concern|afraid|anxious|apprehensive|alarm)/;

/** The statement that a coding is, by one who holds it. */
export const coded = (
  { report, one, position, found, chain, date, condition, weigh }: Coding,
  holder: Reference,
  cast: Cast,
  count: number,
): Statement | undefined => {
  const { document } = report;
  const { tokens } = one;
  const passage = (first: number, after: number) => {
    const start = tokens[first]?.start;
    const end = tokens[after - 1]?.end;
    return start === undefined || end === undefined || end <= start ? undefined : passageOf(document, start, end);
  };
  const whole = passage(position.first, position.after);
  if (!whole) return undefined;
  const taken = turned(one, position, found) ? TURNED[position.stance] : position.stance;
  const decided = taken === 'support' || taken === 'oppose';
  const stance: Stance = condition && decided && CONDITIONAL.test(condition.kind) ? 'conditional' : taken;
  // What is feared of a step is the reason against it, with the circumstances given beside it.
  const feared = FEARS.test(position.lemma) && position.contentAfter - position.contentFirst > 4;
  const tail = reasonIn(tokens, position.contentAfter, tokens.length);
  const outer = one.frames.find(
    ({ place, contentFirst, contentAfter }) =>
      place === 'after' && contentFirst <= position.first && contentAfter > position.first,
  );
  const limit = outer
    ? outer.contentAfter
    : tokens.length - (/^[.!?]$/.test(tokens[tokens.length - 1]?.text ?? '') ? 1 : 0);
  const reason = feared
    ? passage(position.contentFirst, tail ? limit : position.contentAfter)
    : tail && passage(tail.first, Math.min(tail.after, limit));
  const conditionPassage = condition && passage(condition.first, condition.after);
  const put: Condition | undefined =
    condition && conditionPassage ? { kind: condition.kind, passage: conditionPassage } : undefined;
  const actor = cast.enter(holder);
  const state = holder.state === undefined ? undefined : cast.enter({ actor: holder.state, state: holder.state });
  // A ministry speaks for its state, the Commission for its Union; an army, a court or a party for itself.
  const speaks =
    state !== undefined &&
    state.id !== actor.id &&
    (actor.kind === 'person' || (actor.kind === 'body' && SERVES.test(actor.id)));
  const evidence = evidenceOf(one, position, found, put !== undefined, chain.length);
  const statement: Statement = {
    id: statementId(`${document.id}-s${whole.start}-${whole.end}-${count}`),
    passage: whole,
    actor: speaks ? state.id : actor.id,
    ...(speaks ? { speaker: actor.id } : {}),
    issue: found.issue.id,
    stance,
    ...(put ? { condition: put } : {}),
    ...(reason ? { reason } : {}),
    attribution: linksOf(report, chain),
    ...(date === undefined ? {} : { date }),
    level: 'explicit',
    coder: { kind: 'rule', name: position.rule },
    status: 'suggested',
    confidence: Math.round(likelihood(evidence) * 100) / 100,
  };
  weigh?.(statement, evidence);
  return statement;
};
