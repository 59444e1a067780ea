import type { Span } from '@entente/core/vocabulary';
import { conditionsIn } from '../condition/condition.ts';
import { AUXILIARIES, CONJUNCTIONS, POSSESSIVES, PREPOSITIONS, PRONOUNS } from '../sentence/words.ts';
import { type Sighted, verbGroupStart } from '../stance/clause.ts';
import type { Position } from '../stance/position.ts';
import { actOf, isAct } from './act.ts';
import type { Matter } from './candidate.ts';
import { contentWords, type Word } from './words.ts';

const ANAPHOR = new Set(
  'proposal policy idea initiative plan move step measure issue declaration offer suggestion call request demand deal agreement resolution bill motion treaty matter question position'.split(
    ' ',
  ),
);
const POINTING = /^(the|this|that|such|a|these|those|any|its|their)$/;

/** What is further than this from its beginning is no longer what a position is on. */
const FURTHEST = 60;

/** The content words of a stretch of a sentence: names as the state or actor that they mean. */
export const contentBetween = ({ tokens, mentions }: Sighted, from: number, upTo: number): Word[] => {
  const to = Math.min(upTo, from + FURTHEST);
  const near = mentions.filter(
    ({ first, after, form, unknown }) =>
      form !== 'pronoun' && !(unknown && form !== 'person') && first < to && after > from,
  );
  return contentWords(tokens.slice(from, to), (offset) => {
    const index = from + offset;
    const mention = near.find(({ first, after }) => first <= index && index < after);
    if (!mention || mention.of.length === 0 || mention.form === 'medium') return undefined;
    return {
      ids: mention.of.map(({ actor, state }) => state ?? actor),
      after: Math.min(mention.after, to) - from,
      spelled: !/^(state|adjective|group|pronoun)$/.test(mention.form),
    };
  });
};

/** Their stems. */
export const wordsBetween = (sighted: Sighted, from: number, upTo: number): string[] =>
  contentBetween(sighted, from, upTo).map(({ stem }) => stem);

/** Where the parts of a content end that are joined by “and” before a verb: “continue diplomacy and work toward deterrence”. */
export const partsOf = ({ tokens }: Sighted, { contentFirst, contentAfter }: Position): number[] => {
  const ends: number[] = [];
  for (let index = contentFirst + 3; index < contentAfter - 2; index += 1) {
    const next = tokens[index + 1]?.lower ?? '';
    if (
      tokens[index]?.lower === 'and' &&
      (/^(to|work|seek|continue|resume|pursue|strengthen)$/.test(next) || /ing$/.test(next))
    )
      ends.push(index);
  }
  return [...ends, contentAfter];
};

/** Whether words point back to what was spoken of: “the proposal”, “such a step”, “it”, or nothing at all. */
export const pointsBack = ({ tokens }: Sighted, from: number, to: number): boolean => {
  const list = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  if (list.length === 0) return true;
  return list.some(({ lower }, index) => {
    if (/^(it|this|that|so|such)$/.test(lower)) return index === 0 && list.length < 4;
    if (!ANAPHOR.has(lower)) return false;
    // “such an abrupt unilateral move”: adjectives may stand between.
    return list
      .slice(Math.max(0, index - 4), index)
      .some(
        (word, place, all) =>
          POINTING.test(word.lower) && all.slice(place + 1).every(({ lower: one }) => one === 'a' || !ANAPHOR.has(one)),
      );
  });
};

const LEADING =
  /^(to|the|a|an|any|some|such|that|of|for|on|early|idea|proposal|plan|initiative|possibility|prospect|need)$/;

/** Clauses that propose something; what is feared or claimed proposes nothing. */
const PROPOSES =
  /^(?:demand|judgement|verb: (?:insist|demand|propose|suggest|recommend|agree|urge|request|pledge|vow|promise|decide))/;

/** Words that hold nothing by themselves at the end of a label. */
const TRAILING =
  /^(a|an|the|of|in|on|to|and|or|with|for|by|from|at|as|its|their|his|her|that|which|any|some|this|next|last)$/;

/** The most words of a label. */
const LONGEST = 16;

/** Where the last whole phrase of a label ends that would be cut in the middle of one. */
const phraseEnd = (tokens: Sighted['tokens'], first: number, last: number): number => {
  const opens = (index: number): boolean => {
    const { lower = '', kind } = tokens[index] ?? {};
    return kind === 'mark' ? tokens[index]?.text !== "'s" : PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower);
  };
  for (let index = first + 3; index < last; index += 1)
    if (/^(that|which|who|whose|whom)$/.test(tokens[index]?.lower ?? '')) return index;
  if (opens(last)) return last;
  for (let index = last - 1; index > first + 2; index -= 1) if (opens(index)) return index;
  return last;
};

/** Where a matter ends for a label: before its condition, a date, a bracket, an aside or a second verb, and within sixteen words. */
const matterEnd = (
  { tokens }: Sighted,
  first: number,
  end: number,
  dates: readonly Span[],
  clause: boolean,
): number => {
  const [condition] = conditionsIn(tokens, first, end, dates);
  let last = Math.min(end, first + LONGEST, condition && condition.kind !== 'in-exchange' ? condition.first : end);
  for (let index = first + 2; index < last; index += 1) {
    const { text = '', lower = '', start = 0 } = tokens[index] ?? {};
    const dated = dates.some((date) => date.start === start);
    const second = lower === 'and' && /^(eventually|then|later|thus|also)$/.test(tokens[index + 1]?.lower ?? '');
    const verb = !clause && AUXILIARIES.has(lower) && !/^(that|which|who|what)$/.test(tokens[index - 1]?.lower ?? '');
    const ground = lower === 'on' && /^grounds?$/.test(tokens[index + 2]?.lower ?? '');
    if (
      /^[([,;:—"]$/.test(text) ||
      second ||
      verb ||
      ground ||
      dated ||
      /^(because|while|when|where|although|as|in order|according)$/.test(lower)
    ) {
      last = index;
      break;
    }
  }
  if (last === first + LONGEST && last < end) last = phraseEnd(tokens, first, last);
  while (
    last > first + 1 &&
    (TRAILING.test(tokens[last - 1]?.lower ?? '') ||
      AUXILIARIES.has(tokens[last - 1]?.lower ?? '') ||
      tokens[last - 1]?.text === "'s")
  )
    last -= 1;
  return last;
};

/** Past “a proposal by South Korea to …”: what is proposed, not the proposal. */
const proposed = ({ tokens }: Sighted, from: number, end: number): number | undefined => {
  for (let index = from; index < Math.min(end, from + 8); index += 1) {
    if (!ANAPHOR.has(tokens[index]?.lower ?? '')) continue;
    for (let next = index + 1; next < Math.min(end - 1, index + 10); next += 1)
      if (
        tokens[next]?.lower === 'to' &&
        verbGroupStart(tokens, next + 1) === next + 1 &&
        tokens[next + 1]?.capital === false
      )
        return next + 1;
  }
  return undefined;
};

/** Whether a clause tells that something is so: its first finite verb stands in the indicative. */
const told = ({ tokens }: Sighted, first: number, last: number): boolean => {
  for (let index = first; index < last; index += 1) {
    const { lower = '' } = tokens[index] ?? {};
    if (!AUXILIARIES.has(lower) || /^(that|which|who|what)$/.test(tokens[index - 1]?.lower ?? '')) continue;
    return /^(is|are|was|were|am|has|had|does|did|isn't|aren't|wasn't|weren't)$/.test(lower);
  }
  return false;
};

/** What a position is on between two tokens, as a candidate for an issue. Undefined where the words only point back or propose nothing. */
export const matterOf = (
  sighted: Sighted,
  position: Position,
  text: string,
  from: number,
  to: number,
  dates: readonly Span[],
): Matter | undefined => {
  const { tokens } = sighted;
  if (position.passive || position.asserted || (position.follow === 'c' && !PROPOSES.test(position.rule)))
    return undefined;
  const inner = proposed(sighted, from, to);
  let first = inner ?? from;
  let form: Matter['form'] = inner === undefined ? position.follow : 't';
  while (
    first < to - 1 &&
    (/^(and|that|early)$/.test(tokens[first]?.lower ?? '') ||
      (form !== 'c' &&
        LEADING.test(tokens[first]?.lower ?? '') &&
        (form !== 'o' || !/^(the|a|an)$/.test(tokens[first]?.lower ?? ''))))
  )
    first += 1;
  // “the possibility of working together”: what is possible, not the possibility.
  if (form === 'o')
    for (let index = first; index < Math.min(to - 2, first + 3); index += 1)
      if (
        /^(possibility|prospect|idea|option|chance|need)$/.test(tokens[index]?.lower ?? '') &&
        tokens[index + 1]?.lower === 'of'
      ) {
        first = index + 2;
        if (/ing$/.test(tokens[first]?.lower ?? '')) form = 'g';
        break;
      }
  let last = matterEnd(sighted, first, to, dates, form === 'c');
  // “tests carried out”, without when and where.
  if (
    form === 'o' &&
    /^(out|up|on|off)$/.test(tokens[last - 1]?.lower ?? '') &&
    /ed$/.test(tokens[last - 2]?.lower ?? '')
  )
    last -= 2;
  const opener = tokens[first];
  if (!opener || opener.kind === 'mark' || POSSESSIVES.has(opener.lower) || PRONOUNS.has(opener.lower))
    return undefined;
  const words = wordsBetween(sighted, first, last);
  const back = pointsBack(sighted, first, Math.min(last, first + 5)) && words.length < 3;
  if (back || tokens.slice(first, last).some(({ lower }) => /^(these|this|such)$/.test(lower))) return undefined;
  const stop = tokens[last - 1]?.end;
  if (stop === undefined || stop <= opener.start || words.length === 0) return undefined;
  if (form !== 'c' && /ing$/.test(opener.lower)) form = 'g';
  const named = (index: number): boolean =>
    sighted.mentions.some((mention) => mention.first <= index && index < mention.after);
  if (form === 'o' && !isAct(tokens, first, last, named)) return undefined;
  if (form === 'c' && told(sighted, first, last)) return undefined;
  // “working together” does not say on what.
  if (form === 'g' && words.filter((word) => word !== 'togeth').length < 2) return undefined;
  const act = form === 't' || form === 'g' ? actOf(tokens, first, last) : undefined;
  return { text: text.slice(opener.start, stop).replace(/\s+/g, ' '), form, words, ...(act ? { act } : {}) };
};
