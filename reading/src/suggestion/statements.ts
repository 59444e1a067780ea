import type { Issue } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import type { Edtf } from '@entente/core/vocabulary';
import type { Reference } from '../actor/mention.ts';
import { answering, chainOf, type Link } from '../attribution/chain.ts';
import { type Frame, framesAround } from '../attribution/frame.ts';
import { conditionAround, conditionsIn } from '../condition/condition.ts';
import { actOf } from '../issue/act.ts';
import { belongs, ERA, type PutForward } from '../issue/candidate.ts';
import { contentBetween, partsOf } from '../issue/matter.ts';
import type { Linker, Ranker } from '../issue/ranking.ts';
import type { Position } from '../stance/position.ts';
import { heldAt } from '../time/held.ts';
import { yearIn } from '../time/resolve.ts';
import type { Cast } from './cast.ts';
import { CONDITIONAL, type Coding, coded, type Weigh } from './coded.ts';
import { FOUND_FROM, LOOSE_FROM, type Place, signsOf, takes } from './finder.ts';
import { issueOf, type Memory, type Observe, REACH, remember } from './issue-of.ts';
import type { Likeness } from './likeness.ts';
import { once, withReasons } from './once.ts';
import type { ReadReport, ReadSentence } from './report.ts';

/** What is demanded as a condition has to be an issue by itself. */
const DEMAND = 0.5;
/** Below this likelihood no issue is meant, whatever the words take a position on. */
const LEAST = 0.02;

/** Told of everything that might be a statement, and of its signs, before it is decided which are. Whatever it is told of stays in the reading. */
export type Sift = (statement: Statement, signs: readonly number[]) => void;

/** Who is told of what while statements are made, and what knows words of like meaning. */
export interface Telling {
  readonly observe?: Observe | undefined;
  readonly weigh?: Weigh | undefined;
  readonly sift?: Sift | undefined;
  readonly likeness: Likeness;
}

/** Who puts a condition wants it met: “unless the United States withdraws …” is a position on that withdrawal. */
const demanded = (coding: Coding, link: Ranker): Coding | undefined => {
  const { condition, one, position } = coding;
  if (!condition || !CONDITIONAL.test(condition.kind)) return undefined;
  const words = contentBetween(one, condition.body, condition.after);
  const [best] = link.rank({ words, clause: words, sentence: words }).issues;
  if (!best || best.score < DEMAND || best.issue.id === coding.found.issue.id) return undefined;
  const { body, first, after } = condition;
  return {
    ...coding,
    condition: undefined,
    found: { ...best, likely: true, margin: 0, direct: true },
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
    .flatMap(({ form, of }) => (/^(person|pronoun|office|source)$/.test(form) && of.length === 1 ? of : []))
    .find(({ actor, state }) => state === holder.state && actor !== state);
  return person ?? holder;
};

/** “He would not sign”: what somebody is reported to hold in words of the report itself is still told by him. */
const toldBy = (cast: Cast, { holder, stance }: Position): Link | undefined => {
  const [mention] = holder;
  const [of] = mention?.of ?? [];
  if (holder.length !== 1 || !mention || !of || mention.of.length !== 1 || stance === 'no-position') return undefined;
  if (mention.form !== 'pronoun' || !/^(he|she)$/.test(mention.role ?? '') || of.actor === of.state) return undefined;
  const name = cast.name(of.actor);
  return name === undefined
    ? undefined
    : { name, voice: 'named', start: mention.start, end: mention.end, of: mention.of };
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
  { observe, weigh, sift, likeness }: Telling,
): Statement[] => {
  const found: Statement[] = [];
  let [kept, keptBefore] = [0, 0];
  const dense =
    report.sentences.filter(({ positions }) => positions.length > 0).length / Math.max(1, report.sentences.length);
  const memory: Memory = new Map();
  const here = link.within(report.sentences.map((one) => contentBetween(one, 0, one.tokens.length)));
  let lastBlock = -1;
  let inherited: readonly Link[] = [];
  report.sentences.forEach((one, index) => {
    const { sentence, tokens, frames } = one;
    if (sentence.block !== lastBlock) inherited = [];
    lastBlock = sentence.block;
    let links: Link[] = [];
    [kept, keptBefore] = [0, kept];
    for (const position of [...one.positions, ...one.loose]) {
      // “some historians claim”: nobody in particular is no party where no codebook asks for it.
      const past = historyOf(report, one, position);
      if (position.rule.startsWith('act') && past !== undefined) continue;
      if (put.length > 0 && position.asserted && position.of.every(({ actor }) => cast.name(actor) === undefined))
        continue;
      const around = framesAround(frames, position.cueFirst).filter(
        ({ cueFirst, cueAfter }) => !(cueFirst <= position.cueFirst && position.cueFirst < cueAfter),
      );
      const linked = chainOf(report.document.text, tokens, around, position.of, (id) => cast.name(id));
      const teller = linked.length === 0 ? toldBy(cast, position) : undefined;
      const named = teller ? [teller] : linked;
      const guest = one.turn && answering(one.turn);
      const chained = guest ? [guest, ...named.filter(({ name }) => name !== guest.name)] : named;
      if (position.loose === undefined) links = chained;
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
        const fitting: Ranker = {
          rank: (asked) => {
            const ranking = here.rank(asked);
            return { ...ranking, issues: ranking.issues.filter(fits) };
          },
        };
        const issue = issueOf(one, part, from, fitting, {
          memory,
          sentence: index,
          before: report.sentences.slice(Math.max(0, index - REACH), index).reverse(),
          observe,
        });
        from = contentAfter;
        // Far from every issue of the list: it is on none of them.
        if (!issue?.likely || issue.score < LEAST) continue;
        const place: Place = {
          through: index / Math.max(1, report.sentences.length),
          here: kept,
          before: keptBefore,
          inside: one.positions.some(
            (other) => other !== position && other.contentFirst <= part.cueFirst && part.cueFirst < other.contentAfter,
          ),
          authored: report.author !== undefined || one.turn !== undefined,
          dense,
          ago: Math.max(0, (report.present ?? 0) - (yearIn(one.told ?? one.now) ?? report.present ?? 0)),
          long: report.sentences.length,
          past: past === undefined || report.present === undefined ? 0 : report.present - past,
          likeness,
        };
        const coding: Coding = {
          report,
          one,
          position: part,
          found: issue,
          chain: chained.length > 0 ? chained : inherited,
          date: dateOf(one, part),
          condition,
          weigh,
        };
        const holders = position.of.map((each) => voiced(each, around));
        const decide = (what: Coding): boolean => {
          const signs = one.tree ? signsOf(one, what.position, what.found, place) : undefined;
          const holds =
            signs === undefined || takes(signs) >= (what.position.loose === undefined ? FOUND_FROM : LOOSE_FROM);
          if (!holds && !sift) return false;
          for (const holder of holders) {
            const statement = coded(what, holder, cast, found.length);
            if (!statement) continue;
            found.push(statement);
            if (signs) sift?.(statement, signs);
          }
          return holds;
        };
        if (decide(coding)) {
          remember(memory, issue.issue, index);
          kept += 1;
        } else if (!sift) continue;
        const further = demanded(coding, here);
        if (further) decide(further);
      }
    }
    if (links.length > 0) inherited = links.filter(({ voice }) => INHERITED.has(voice));
  });
  return sift ? found : withReasons(once(found));
};

/** The statements of all reports: each position that is on an issue of the linker, by each who holds it. */
export const statements = (
  reports: readonly ReadReport[],
  link: Linker,
  cast: Cast,
  put: readonly PutForward[],
  telling: Telling,
): Statement[] => reports.flatMap((report) => statementsIn(report, link, cast, put, telling));
