import type { Stance } from '@entente/core/vocabulary';
import type { Mention, Reference } from '../actor/mention.ts';
import { type Frame, framesAround } from '../attribution/frame.ts';
import { conditionsIn } from '../condition/condition.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, NEGATIONS, table } from '../sentence/words.ts';
import { assertions } from './assertion.ts';
import { clauseEnd, isFiniteVerb, type Sighted, subjectBefore, verbGroupStart } from './clause.ts';
import { cuesIn, type Found, negated } from './cue.ts';
import { holderOf } from './holder.ts';

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
  readonly stance: Exclude<Stance, 'conditional'>;
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
}

type Sign = Exclude<Stance, 'conditional'>;

const OPENS = new Set(['rule out', 'dismiss', 'preclude']);

const deny = (stance: Sign, lemma: string): Sign => {
  if (stance === 'support' || stance === 'neutral') return 'oppose';
  if (stance === 'oppose') return OPENS.has(lemma) ? 'neutral' : 'support';
  return stance;
};

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
  if (!next) return undefined;
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

const STOP_AFTER_COMMA =
  /^(which|who|whom|whose|while|but|as|with|although|though|after|before|because|since|when|where|so|yet|and|or|according|per|despite|in|on|at|during|amid|saying|citing)$/;

/** The index after what a position is on: the clause without its tail of comments, insertions kept. */
const contentEnd = ({ tokens, mentions }: Sighted, from: number, all: readonly Frame[], cue: number): number => {
  const end = clauseEnd(tokens, from);
  const outer = all.filter(
    (frame) => frame.place !== 'before' && frame.contentAfter > cue && frame.contentFirst <= cue,
  );
  let limit = end;
  for (const frame of outer) if (frame.contentAfter > from) limit = Math.min(limit, frame.contentAfter);
  for (let index = from; index < limit; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.text === ',') {
      const next = tokens[index + 1];
      if (!next) return index;
      if (STOP_AFTER_COMMA.test(next.lower) || /ing$/.test(next.lower)) return index;
      const mention = mentions.find(({ first }) => first === index + 1);
      const verb = mention && tokens[mention.after];
      if (verb && isFiniteVerb(verb)) return index;
    }
    if (/^(while|whereas|although|though|but)$/.test(token.lower) && index > from) return index;
    // A coordinated finite verb begins another statement: “are not keen … and are concerned about …”.
    if (token.lower === 'and' && AUXILIARIES.has(tokens[index + 1]?.lower ?? '')) return index;
  }
  return limit;
};

const passiveContent = (sighted: Sighted, cue: Found): { first: number; after: number } => {
  const group = verbGroupStart(sighted.tokens, cue.first);
  let first = group;
  while (
    first > 0 &&
    !/^[,;:"(]$/.test(sighted.tokens[first - 1]?.text ?? '') &&
    !/^(that|but|because|while)$/.test(sighted.tokens[first - 1]?.lower ?? '')
  )
    first -= 1;
  return { first, after: group };
};

/** Whoever reports the words around a place last: the one whose judgement a judgement is. */
const reporter = (all: readonly Frame[], place: number): Frame | undefined => {
  const inner = framesAround(all, place);
  return (
    inner.filter(({ place: where }) => where === 'before').at(-1) ??
    inner.filter(({ place: where }) => where === 'after').at(-1)
  );
};

const SPOKEN =
  /^(advocate|agree|announce|appeal|argue|ask|call|caution|condemn|criti|declare|demand|denounce|deplore|hope|insist|invite|offer|plead|pledge|promise|propose|protest|recommend|reject|request|rule|suggest|urge|vow|warn|welcome|need|dismiss|brush)/;

/** The positions that a sentence expresses, in the order of their words. */
export const positions = (sighted: Sighted, all: readonly Frame[], author?: Reference): Position[] => {
  const { tokens } = sighted;
  const cues = cuesIn(sighted);
  const inner = new Set<Found>();
  const found: Position[] = [];
  for (const cue of cues) {
    const own = holderOf(sighted, cue);
    if (inner.has(cue)) continue;
    const group = own?.group ?? verbGroupStart(tokens, cue.first);
    const denied = negated(tokens, cue, Math.min(group, cue.first));
    if (cue.withholds && !denied) continue;
    let without = cue.without;
    let stance: Sign = denied && !cue.withholds ? deny(cue.stance, cue.lemma) : cue.stance;
    let last = cue;
    const lemmas = [cue.lemma];
    for (let next = governed(sighted, cue, cues); next; next = governed(sighted, last, cues)) {
      const owned = next.kind === 'noun' ? holderOf(sighted, next) : undefined;
      inner.add(next);
      const deniedInner = negated(
        tokens,
        next,
        next.kind === 'noun' ? next.first : Math.max(last.content, verbGroupStart(tokens, next.first)),
      );
      if (next.withholds) stance = stance === 'oppose' || deniedInner ? 'no-position' : stance;
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
    if (cue.kind === 'judgement' || (cue.kind === 'noun' && cue.lemma.startsWith('need') && of.length === 0)) {
      // What nobody is reported to judge, the author judges.
      if (!report && author === undefined) continue;
      of = report?.of ?? (author ? [author] : []);
      holder = [];
      first = report?.place === 'before' ? report.contentFirst : 0;
      if (report?.place === 'before' && tokens[first]?.lower === 'that') first += 1;
    }
    if (of.length === 0) continue;
    const content = cue.passive
      ? passiveContent(sighted, cue)
      : { first: last.content, after: contentEnd(sighted, last.content, all, cue.first) };
    const tail = content.after;
    if (!cue.passive && last.follow === '-' && cue.kind !== 'judgement') {
      // “made no comment on the plan” is on the plan; “voiced its concerns to Cairo” is on what went before.
      if (/^(on|about|over|regarding|concerning|of)$/.test(tokens[content.first]?.lower ?? '')) content.first += 1;
      else content.after = content.first;
    }
    if (cue.kind === 'judgement' && cue.follow === '-') {
      const subject = passiveContent(sighted, cue);
      content.first = subject.first;
      content.after = cue.after;
    }
    const after = Math.max(cue.after, tail);
    found.push({
      first: Math.min(first, cue.first, cue.passive ? content.first : first),
      after,
      cueFirst: cue.first,
      contentFirst: content.first,
      contentAfter: Math.max(content.first, content.after),
      follow: cue.passive || last.follow === '-' ? 'o' : last.follow === 'a' ? 't' : last.follow,
      stance,
      of,
      holder,
      lemma: lemmas.join(' + '),
      passive: cue.passive,
      asserted: false,
      rule: `${cue.kind}: ${lemmas.join(' + ')}`,
      spoken: SPOKEN.test(cue.lemma) || cue.kind === 'judgement',
    });
  }
  return [...found, ...spokenIntentions(sighted, all, cues, author), ...assertions(sighted, all)].sort(
    (a, b) => a.first - b.first,
  );
};

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
  "won't": 'oppose',
  "wouldn't": 'oppose',
  cannot: 'oppose',
  "can't": 'oppose',
  "mustn't": 'oppose',
  "shouldn't": 'oppose',
});

/**
 * Demands and announced acts inside reported speech that no cue carries: “said that Sudan must return …”, “said it would not allow …”.
 * A demand may fall on anybody; an announced act is the speaker's own.
 */
const spokenIntentions = (
  sighted: Sighted,
  all: readonly Frame[],
  cues: readonly Found[],
  author: Reference | undefined,
): Position[] => {
  const { tokens } = sighted;
  const found: Position[] = [];
  for (let index = 1; index < tokens.length; index += 1) {
    const lower = tokens[index]?.lower ?? '';
    const sign = MODAL[lower];
    if (sign === undefined) continue;
    const report = reporter(all, index);
    const group = verbGroupStart(tokens, index);
    let verb = index + 1;
    let no = 0;
    while (
      verb < tokens.length &&
      (ADVERBS.has(tokens[verb]?.lower ?? '') ||
        NEGATIONS.has(tokens[verb]?.lower ?? '') ||
        /^(be|have|been)$/.test(tokens[verb]?.lower ?? ''))
    ) {
      if (NEGATIONS.has(tokens[verb]?.lower ?? '')) no += 1;
      verb += 1;
    }
    if (cues.some((cue) => cue.first >= index && cue.first <= verb + 1)) continue;
    const subjects = subjectBefore(sighted, group);
    const demand = /^(must|should|ought|mustn't|shouldn't)$/.test(lower);
    const actors = subjects.flatMap((mention) => mention.of);
    const own = actors.some((one) =>
      report?.of.some((by) => by.actor === one.actor || (by.state !== undefined && by.state === one.state)),
    );
    // Outside a report an act to come is told as a forecast; under a condition it is a position.
    const bargained = actors.length > 0 && conditionsIn(tokens, verb, tokens.length, []).length > 0;
    const of = demand ? (report?.of ?? (author ? [author] : [])) : own || bargained ? actors : [];
    if (of.length === 0) continue;
    const first = subjects[0]?.first ?? phraseStart(tokens, group);
    const after = contentEnd(sighted, verb, all, index);
    found.push({
      first,
      after,
      cueFirst: index,
      contentFirst: demand ? first : verb,
      contentAfter: after,
      follow: demand ? 'c' : 't',
      stance: no % 2 === 1 ? deny(sign, '') : sign,
      of,
      holder: demand ? [] : subjects,
      lemma: lower,
      passive: false,
      asserted: false,
      rule: demand ? `demand: ${lower}` : `announced: ${lower}`,
      spoken: true,
    });
  }
  return found;
};
