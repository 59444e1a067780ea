import { passageOf } from '@entente/core/document/passage';
import type { Issue } from '@entente/core/statement/codebook';
import type { Condition, Statement } from '@entente/core/statement/statement';
import { type Edtf, type Stance, statementId } from '@entente/core/vocabulary';
import type { Reference } from '../actor/mention.ts';
import { answering, chainOf, type Link } from '../attribution/chain.ts';
import { type Frame, framesAround } from '../attribution/frame.ts';
import { type ConditionFound, conditionAround, conditionsIn } from '../condition/condition.ts';
import { reasonIn } from '../condition/reason.ts';
import { actOf } from '../issue/act.ts';
import { belongs, ERA, type PutForward } from '../issue/candidate.ts';
import { directionOf } from '../issue/direction.ts';
import type { Linker, Ranker } from '../issue/linker.ts';
import { contentBetween, partsOf, wordsBetween } from '../issue/matter.ts';
import { tokens as tokensOf } from '../sentence/token.ts';
import type { Position } from '../stance/position.ts';
import { heldAt } from '../time/held.ts';
import { yearIn } from '../time/resolve.ts';
import type { Cast } from './cast.ts';
import { linksOf } from './chronicle.ts';
import { evidenceOf, likelihood } from './confidence.ts';
import { type IssueFound, issueOf, type Memory, type Observe } from './issue-of.ts';
import { once, withReasons } from './once.ts';
import type { ReadReport, ReadSentence } from './report.ts';

/** What is demanded as a condition has to be an issue by itself. */
const DEMAND = 0.5;

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

const CONDITIONAL = /^(unless|until|only-if|if|as-long-as|before)$/;

/** Told of the evidence for every statement. */
export type Weigh = (statement: Statement, evidence: readonly number[]) => void;

interface Coding {
  readonly report: ReadReport;
  readonly one: ReadSentence;
  readonly position: Position;
  readonly found: IssueFound;
  readonly chain: readonly Link[];
  readonly date: Edtf | undefined;
  readonly condition: ConditionFound | undefined;
  readonly weigh: Weigh | undefined;
}

const FEARS = /^(fear|worr|concern|afraid|anxious|apprehensive|alarm)/;

const coded = (
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
  const speaks = state !== undefined && state.id !== actor.id && actor.kind === 'person';
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

/** Who puts a condition wants it met: “unless the United States withdraws …” is a position on that withdrawal. */
const demanded = (coding: Coding, link: Ranker): Coding | undefined => {
  const { condition, one, position } = coding;
  if (!condition || !CONDITIONAL.test(condition.kind)) return undefined;
  const words = contentBetween(one, condition.body, condition.after);
  const [best] = link.rank({ words, sentence: words });
  if (!best || best.score < DEMAND || best.issue.id === coding.found.issue.id) return undefined;
  const { body, first, after } = condition;
  return {
    ...coding,
    condition: undefined,
    found: { ...best, margin: 0, direct: true },
    position: {
      ...position,
      first,
      after,
      contentFirst: body,
      contentAfter: after,
      stance: 'support',
      rule: `condition: ${condition.kind}`,
    },
  };
};

/** The date of a position: of its own clause, of what it goes back to, else the time of which the sentence tells. */
export const dateOf = (one: ReadSentence, position: Position): Edtf | undefined => heldAt(one, position);

/** The year of a position that a report tells as history: more than an era before the time of the report. */
export const historyOf = ({ present }: ReadReport, one: ReadSentence, position: Position): number | undefined => {
  const year = yearIn(dateOf(one, position));
  return year !== undefined && present !== undefined && present - year > ERA ? year : undefined;
};

/** A person on duty who says what the state holds speaks for it: “Vucic said Belgrade would never …”. */
const voiced = (holder: Reference, around: readonly Frame[]): Reference => {
  if (holder.state !== holder.actor) return holder;
  const person = around
    .flatMap(({ form, of }) => (form === 'person' || form === 'pronoun' ? of : []))
    .find(({ actor, state }) => state === holder.state && actor !== state);
  return person ?? holder;
};

const INHERITED: ReadonlySet<Link['voice']> = new Set<Link['voice']>(['anonymous', 'agency', 'media']);

/** Whether a position can be on an issue put forward: a verb asks for its act, in its time. A codebook's issues take all. */
const within = (
  put: readonly PutForward[],
  report: ReadReport,
  one: ReadSentence,
  position: Position,
  from: number,
) => {
  const byId = new Map(put.map((each) => [each.issue.id as string, each]));
  const verb = position.follow === 't' || position.follow === 'g';
  const act = verb ? actOf(one.tokens, from, position.contentAfter) : undefined;
  const past = historyOf(report, one, position);
  return ({ issue }: { readonly issue: Issue }): boolean => {
    const each = byId.get(issue.id);
    return each === undefined || belongs(each, act, past);
  };
};

const statementsIn = (
  report: ReadReport,
  link: Linker,
  cast: Cast,
  put: readonly PutForward[],
  observe: Observe | undefined,
  weigh: Weigh | undefined,
): Statement[] => {
  const found: Statement[] = [];
  const memory: Memory = new Map();
  const here = link.within(new Set(report.sentences.flatMap((one) => wordsBetween(one, 0, one.tokens.length))));
  let lastBlock = -1;
  let inherited: readonly Link[] = [];
  report.sentences.forEach((one, index) => {
    const { sentence, tokens, frames } = one;
    if (sentence.block !== lastBlock) inherited = [];
    lastBlock = sentence.block;
    let links: Link[] = [];
    for (const position of one.positions) {
      // “some historians claim”: nobody in particular is no party where no codebook asks for it.
      if (position.rule.startsWith('act') && historyOf(report, one, position) !== undefined) continue;
      if (put.length > 0 && position.asserted && position.of.every(({ actor }) => cast.name(actor) === undefined))
        continue;
      const around = framesAround(frames, position.cueFirst).filter(
        ({ cueFirst, cueAfter }) => !(cueFirst <= position.cueFirst && position.cueFirst < cueAfter),
      );
      links = chainOf(report.document.text, tokens, around, position.of, (id) => cast.name(id));
      const guest = one.turn && answering(one.turn);
      if (guest) links = [guest, ...links.filter(({ name }) => name !== guest.name)];
      const dates = one.dated.map(({ expression }) => expression);
      const last = Math.max(position.after, position.contentAfter);
      const [inside] = conditionsIn(tokens, position.cueFirst, last, dates);
      const condition =
        inside ?? (position.asserted ? undefined : conditionAround(tokens, position.first, last, dates));
      // The condition is no part of what the position is on.
      const bare = condition && condition.first > position.contentFirst ? condition.first : position.contentAfter;
      const matter = { ...position, contentAfter: Math.min(bare, position.contentAfter) };
      let from = matter.contentFirst;
      for (const contentAfter of partsOf(one, matter)) {
        const last = contentAfter === matter.contentAfter;
        const after = last ? Math.max(position.after, condition?.after ?? 0) : contentAfter;
        const part = { ...matter, contentAfter, after };
        const fits = put.length > 0 ? within(put, report, one, part, from) : () => true;
        const fitting: Ranker = { rank: (asked) => here.rank(asked).filter(fits) };
        const issue = issueOf(one, part, from, fitting, {
          memory,
          sentence: index,
          before: report.sentences[index - 1],
          observe,
        });
        from = contentAfter;
        if (!issue) continue;
        const known = memory.get(issue.issue.id);
        memory.set(issue.issue.id, { issue: issue.issue, count: (known?.count ?? 0) + 1, sentence: index });
        const coding: Coding = {
          report,
          one,
          position: part,
          found: issue,
          chain: links.length > 0 ? links : inherited,
          date: dateOf(one, part),
          condition,
          weigh,
        };
        const further = demanded(coding, here);
        for (const holder of position.of.map((one) => voiced(one, around)))
          for (const each of further ? [coding, further] : [coding]) {
            const statement = coded(each, holder, cast, found.length);
            if (statement) found.push(statement);
          }
      }
    }
    if (links.length > 0) inherited = links.filter(({ voice }) => INHERITED.has(voice));
  });
  return withReasons(once(found));
};

/** The statements of all reports: each position that is on an issue of the linker, by each who holds it. */
export const statements = (
  reports: readonly ReadReport[],
  link: Linker,
  cast: Cast,
  put: readonly PutForward[] = [],
  observe?: Observe,
  weigh?: Weigh,
): Statement[] => reports.flatMap((report) => statementsIn(report, link, cast, put, observe, weigh));
