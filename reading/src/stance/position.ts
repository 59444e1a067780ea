import type { Mention, Reference } from '../actor/mention.ts';
import type { Frame } from '../attribution/frame.ts';
import { conditionsIn } from '../condition/condition.ts';
import { ADVERBS, DETERMINERS, NEGATIONS } from '../sentence/words.ts';
import { assertions } from './assertion.ts';
import { type Sighted, verbGroupStart } from './clause.ts';
import { complementOf, topOf } from './complement.ts';
import { cuesIn, type Found, governing, negated, neither } from './cue.ts';
import { ellipses } from './ellipsis.ts';
import { actContent, contentEnd, passiveContent, reporter } from './extent.ts';
import { holderOf } from './holder.ts';
import { imperatives } from './imperative.ts';
import { intentions } from './intention.ts';
import { judgeOf } from './judge.ts';
import { type Grounds, likelyHolder, loosePositions } from './loose.ts';
import { deny, type Sign } from './sign.ts';

/** A position as the grammar of one sentence gives it, before it is set against the issues. Places are token indices. */
export interface Position {
  readonly first: number;
  readonly after: number;
  readonly cueFirst: number;
  /** What the position is on. */
  readonly contentFirst: number;
  readonly contentAfter: number;
  /** How the content is put: t verb, g gerund, c clause, o noun phrase. */
  readonly follow: 't' | 'g' | 'c' | 'o';
  readonly stance: Sign;
  readonly of: readonly Reference[];
  readonly holder: readonly Mention[];
  readonly lemma: string;
  /** The subject of a passive is what the position is on. */
  readonly passive: boolean;
  /** Only that something is so: counts where it is plainly an issue. */
  readonly asserted: boolean;
  readonly rule: string;
  /** The words speak a position aloud (“called for”), so that a person who holds it is a link of the attribution. */
  readonly spoken: boolean;
  /** Why somebody is taken for the holder where grammar does not tell it, or where no word of stance stands at all. */
  readonly loose?: Grounds;
}

/** What a stance on a stance comes to: to refuse to accept is to oppose, to decline to rule out is to leave open. */
const joinedStance = (outer: Sign, inner: Found, innerStance: Sign): Sign => {
  if (outer === 'no-position' || innerStance === 'no-position') return 'no-position';
  if (outer === 'support') return innerStance;
  if (outer === 'neutral') return 'neutral';
  return deny(innerStance, inner.lemma);
};

/** The next cue that stands where another's content begins, small words between them left out. */
const governed = ({ tokens, mentions }: Sighted, outer: Found, cues: readonly Found[]): Found | undefined => {
  if (outer.follow === '-' || outer.follow === 'c') return undefined;
  const next = cues.find((cue) => cue.first >= outer.content);
  if (!next || next.kind === 'act') return undefined;
  const between = tokens.slice(outer.content, next.first);
  if (between.length > 6) return undefined;
  const verb = next.kind === 'verb';
  const small = between.every(
    (token, index) =>
      ADVERBS.has(token.lower) ||
      NEGATIONS.has(token.lower) ||
      /^(be|being|have|having)$/.test(token.lower) ||
      (!verb &&
        (DETERMINERS.has(token.lower) ||
          token.text === "'s" ||
          /(al|ive|ous|ic|ful|ary|able|ible|ed|ing|new|such|early|latest|recent|own)$/.test(token.lower) ||
          mentions.some(({ first, after }) => first <= outer.content + index && outer.content + index < after))),
  );
  return small ? next : undefined;
};

/** The words of reported questions: “Asked if Oman would sign, …”. Who asks or is asked takes no stance by them. */
const questions = (tokens: Sighted['tokens']): { first: number; after: number }[] =>
  tokens.flatMap(({ lower }, first) => {
    if (!/^(ask|asks|asked|asking)$/.test(lower)) return [];
    const beside = tokens.slice(first + 1, first + 5).findIndex((one) => /^(if|whether)$/.test(one.lower));
    if (
      beside < 0 ||
      tokens.slice(first + 1, first + 1 + beside).some((one) => one.kind === 'mark' || one.lower === 'to')
    )
      return [];
    const length = tokens.slice(first).findIndex(({ text }) => /^[,;.?!:"—]$/.test(text));
    return [{ first, after: length < 0 ? tokens.length : first + length }];
  });

const ASKING = /^(whether|if|what|which|who|how|why|when|where)$/;

const SPOKEN =
  /^(advocate|agree|announce|appeal|argue|ask|call|caution|condemn|criti|declare|demand|denounce|deplore|hope|insist|invite|offer|plead|pledge|promise|propose|protest|recommend|reject|request|rule|suggest|urge|vow|warn|welcome|need|dismiss|brush)/;

/**
 * The positions that a sentence expresses, in the order of their words.
 *
 * @param before those of the sentence before, which an ellipsis points to
 */
export const positions = (
  sighted: Sighted,
  all: readonly Frame[],
  author?: Reference,
  before: readonly Position[] = [],
): Position[] => {
  const { tokens } = sighted;
  const asked = questions(tokens);
  const inQuestion = (place: number): boolean => asked.some(({ first, after }) => first <= place && place < after);
  const cues = cuesIn(sighted).filter(({ first }) => !inQuestion(first));
  const inner = new Set<Found>();
  const found: Position[] = [];
  const conditions = cues.some(({ kind }) => kind === 'act') ? conditionsIn(tokens, 0, tokens.length, []) : [];
  for (const cue of cues) {
    const own = holderOf(sighted, cue);
    if (inner.has(cue)) continue;
    const group = own?.group ?? verbGroupStart(tokens, cue.first);
    const denied = negated(sighted, cue, Math.min(group, cue.first));
    const pending = tokens[cue.first - 1]?.lower === 'to' && tokens[cue.first - 2]?.lower === 'yet';
    if (cue.withholds && !denied && !pending) continue;
    // What a condition asks for is not yet done.
    if (cue.kind === 'act' && conditions.some(({ first, after }) => first <= cue.first && cue.first < after)) continue;
    let without = cue.without;
    let stance: Sign = denied && !cue.withholds ? deny(cue.stance, cue.lemma) : cue.stance;
    // “has yet to accept”: neither accepted nor refused.
    if (pending && !denied) stance = cue.withholds || cue.stance === 'support' ? 'no-position' : stance;
    if (cue.kind !== 'noun' && cue.kind !== 'judgement' && neither(sighted, cue)) stance = 'no-position';
    let last = cue;
    const lemmas = [cue.lemma];
    for (let next = governed(sighted, cue, cues); next; next = governed(sighted, last, cues)) {
      const owned = next.kind === 'noun' ? holderOf(sighted, next) : undefined;
      inner.add(next);
      const deniedInner = negated(
        sighted,
        next,
        next.kind === 'noun' ? next.first : Math.max(last.content, verbGroupStart(tokens, next.first)),
      );
      if (next.withholds)
        stance = (stance === 'oppose' && cue.kind !== 'judgement') || deniedInner ? 'no-position' : stance;
      else stance = joinedStance(stance, next, deniedInner ? deny(next.stance, next.lemma) : next.stance);
      lemmas.push(next.lemma);
      if (next.without) without = !without;
      // “reject any South Korean proposal” says nothing of Seoul's own; “a proposal by South Korea to …” does.
      if (owned?.mentions.every(({ form }) => form !== 'adjective' && form !== 'pronoun')) inner.delete(next);
      else inner.add(next);
      last = next;
    }
    if (without) stance = stance === 'support' ? 'oppose' : stance === 'oppose' ? 'support' : stance;
    let holder: readonly Mention[] = own?.mentions ?? [];
    let of: readonly Reference[] = holder.flatMap((mention) => mention.of);
    let first = own?.first ?? cue.first;
    const report = reporter(all, cue.first);
    const judge = cue.kind === 'judgement' ? judgeOf(sighted, cue) : undefined;
    if (judge) {
      holder = judge.mentions;
      of = holder.flatMap((mention) => mention.of);
      first = judge.first;
    } else if (cue.kind === 'judgement' || (cue.kind === 'noun' && cue.lemma.startsWith('need') && of.length === 0)) {
      // What nobody is reported to judge, the author judges.
      of = report?.of ?? (author ? [author] : []);
      holder = [];
      first = report?.place === 'before' ? report.contentFirst : 0;
      if (report?.place === 'before' && tokens[first]?.lower === 'that') first += 1;
    }
    let loose: Grounds | undefined;
    if (of.length === 0) {
      const head = sighted.tree ? topOf(sighted.tree, cue.first, cue.after) : cue.first;
      const likely = sighted.tree && likelyHolder(sighted, head, all, author, [...before, ...found]);
      if (!likely) continue;
      ({ of, holder, grounds: loose } = likely);
      first = holder[0] && holder[0].first < cue.first && loose === 'subject' ? holder[0].first : cue.first;
    }
    const told = last.complement?.before ? last.complement : undefined;
    const act = cue.kind === 'act';
    const content = act
      ? actContent(sighted, cue, all)
      : cue.passive
        ? passiveContent(sighted, cue)
        : told
          ? { first: told.first, after: told.after }
          : { first: last.content, after: contentEnd(sighted, last.content, all, cue.first) };
    // What a noun of stance is on ends where the tree ends it: “its refusal to extend the pact | drew criticism”.
    if (sighted.tree && last.kind === 'noun' && !told && !cue.passive) {
      const whole = complementOf(sighted, topOf(sighted.tree, last.first, last.after), governing(sighted, last));
      if (whole && !whole.before && Math.abs(whole.first - content.first) <= 2 && whole.after > content.first)
        content.after = Math.min(content.after, whole.after);
    }
    const tail = content.after;
    if (!cue.passive && last.follow === '-' && cue.kind !== 'judgement') {
      // “made no comment on the plan” is on the plan; “voiced its concerns to Cairo” is on what went before.
      if (/^(on|about|over|regarding|concerning|of)$/.test(tokens[content.first]?.lower ?? '')) content.first += 1;
      else content.after = content.first;
    }
    if (judge?.content) {
      content.first = judge.content.first;
      content.after = judge.content.after;
    } else if (cue.kind === 'judgement' && cue.follow === '-') {
      const subject = passiveContent(sighted, cue);
      content.first = subject.first;
      content.after = cue.after;
    }
    const after = Math.max(cue.after, tail);
    found.push({
      first: Math.min(first, cue.first, cue.passive || told ? content.first : first),
      after,
      cueFirst: cue.first,
      contentFirst: content.first,
      contentAfter: Math.max(content.first, content.after),
      follow: act ? 't' : cue.passive || last.follow === '-' ? 'o' : last.follow === 'a' ? 't' : last.follow,
      stance,
      of,
      holder,
      lemma: lemmas.join(' + '),
      passive: cue.passive,
      asserted: act,
      rule: `${cue.kind}: ${lemmas.join(' + ')}`,
      spoken: SPOKEN.test(cue.lemma) || cue.kind === 'judgement',
      ...(loose ? { loose } : {}),
    });
  }
  // “would not say whether it backs the pact”: what the question asks is held by nobody.
  const withheld = found.filter(
    ({ stance, contentFirst }) =>
      stance === 'no-position' && [contentFirst - 1, contentFirst].some((at) => ASKING.test(tokens[at]?.lower ?? '')),
  );
  const open = ({ cueFirst, stance }: Position): boolean =>
    !inQuestion(cueFirst) &&
    (stance === 'no-position' ||
      withheld.every(({ contentFirst, contentAfter }) => cueFirst < contentFirst || cueFirst >= contentAfter));
  const told = [
    ...found,
    ...intentions(sighted, all, cues, author, [...before, ...found]),
    ...assertions(sighted, all),
  ].filter(open);
  const bid = imperatives(sighted, all, author).filter(({ cueFirst }) =>
    told.every((one) => one.cueFirst !== cueFirst),
  );
  const whole = [...told, ...bid].sort((a, b) => a.first - b.first);
  const held = whole.filter(({ loose }) => loose === undefined);
  const every = [...whole, ...ellipses(sighted, held, before)].sort((a, b) => a.first - b.first);
  const loosely = loosePositions(sighted, all, author, every, before).filter(open);
  return [...every, ...loosely];
};
