import type { Edtf, Span } from '@entente/core/vocabulary';
import type { Sentence } from '../sentence/sentence.ts';
import type { Token } from '../sentence/token.ts';
import { edgeOf, yearIn } from './calendar.ts';
import { clauseAround, HAPPENING_WORDS, nounAround } from './clause.ts';
import type { Clock } from './clock.ts';
import { type Dated, namesBefore } from './dated.ts';
import { isPast } from './tense.ts';

export { clauseAround } from './clause.ts';
export { Clock } from './clock.ts';
export type { Dated } from './dated.ts';

/** A happening with its words. */
export interface Happening extends Span {
  readonly date?: Edtf;
  /** What shows that something happened: a date, or what was told before. */
  readonly by: 'date' | 'end of a stretch' | 'time told before' | 'happening told before' | 'after a happening';
}

const ENDS = /^(ended|ends|concluded|stopped|over)$/;
const BEGINS = /^(began|begun|started|erupted|broke)$/;

/** “the 1950-1953 war … ended in a truce”: the verb tells of one end of the stretch. */
const endOfStretch = (tokens: readonly Token[], { expression, date }: Dated): Happening | undefined => {
  if (expression.moment.kind !== 'range' || date === undefined) return undefined;
  const verb = tokens.findIndex(
    ({ start, lower }) => start > expression.end && (ENDS.test(lower) || BEGINS.test(lower)),
  );
  const token = tokens[verb];
  if (!token || token.start - expression.end > 240) return undefined;
  const edge = edgeOf(date, ENDS.test(token.lower));
  if (edge === undefined) return undefined;
  return {
    start: token.start,
    end: clauseAround(tokens, token.start, token.end).end,
    date: edge,
    by: 'end of a stretch',
  };
};

const OPENERS: ReadonlySet<string> = new Set(
  'after following post during at in since before until upon amid on'.split(' '),
);

/** The phrase “after the vote”, “at the Vienna summit” that begins at a token: its happening and where it ends. */
const phraseAt = (tokens: readonly Token[], index: number): { noun: number; names: readonly string[] } | undefined => {
  if (!OPENERS.has(tokens[index]?.lower ?? '')) return undefined;
  let place = index + 1;
  if (/^(the|this|that|its|their|these|those)$/.test(tokens[place]?.lower ?? '')) place += 1;
  else if (!tokens[place]?.capital) return undefined;
  for (; place < Math.min(tokens.length, index + 9); place += 1) {
    const token = tokens[place];
    if (!token || (token.kind === 'mark' && !/^[-–']$/.test(token.text))) return undefined;
    if (/^(upcoming|next|new|future|further|planned|another|coming|forthcoming)$/.test(token.lower)) return undefined;
    if (HAPPENING_WORDS.has(token.lower)) {
      const next = tokens[place + 1]?.lower ?? '';
      if (HAPPENING_WORDS.has(next)) continue;
      return { noun: place, names: namesBefore(tokens, place) };
    }
    if (/^(of|in|on|to|for|with|by|and|or|that|which)$/.test(token.lower)) return undefined;
  }
  return undefined;
};

/** Happenings without a date of their own that go by one told before: “at the summit”, “after the vote”, “at the same meeting”. */
const goingBack = (sentence: Sentence, dated: readonly Dated[], clock: Clock): Happening[] => {
  const { tokens } = sentence;
  const found: Happening[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const phrase = phraseAt(tokens, index);
    const opener = tokens[index];
    if (!phrase || !opener) continue;
    const noun = (tokens[phrase.noun]?.lower ?? '').replace(/s$/, '');
    const head = index === 0 || tokens[index - 1]?.text === ',';
    const told = clock.when(noun, phrase.names) ?? (head && phrase.names.length === 0 ? clock.lastDate : undefined);
    if (told === undefined || (!head && phrase.names.length === 0)) continue;
    const clause = head
      ? clauseAround(tokens, opener.start, tokens[phrase.noun]?.end ?? opener.end)
      : { start: tokens[Math.max(0, index - 6)]?.start ?? opener.start, end: tokens[phrase.noun]?.end ?? opener.end };
    if (dated.some(({ expression }) => expression.start < clause.end && expression.end > clause.start)) continue;
    const way = opener.lower;
    const date = /^(after|following|post|since|upon)$/.test(way)
      ? (clock.since(told) ?? `${edgeOf(told, true) ?? told}/..`)
      : /^(before|until)$/.test(way)
        ? `../${edgeOf(told) ?? told}`
        : told;
    found.push({ ...clause, date, by: 'happening told before' });
    index = phrase.noun;
  }
  return found;
};

/** “After Tito's death, …”: what followed a happening without a date, in the year of the narrative where there is one. */
const aftermath = (tokens: readonly Token[], clock: Clock): Happening[] => {
  const found: Happening[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || (token.lower !== 'after' && token.lower !== 'following')) continue;
    const opens = index === 0 || tokens[index - 1]?.text === ';' || tokens[index - 1]?.lower === 'and';
    if (!opens || clock.inTense !== 'past') continue;
    const comma = tokens.findIndex(({ text }, place) => place > index && text === ',');
    if (comma < 0 || comma - index > 14 || comma - index < 2) continue;
    const year = clock.inNarrative && clock.fresh ? yearIn(clock.now) : undefined;
    const main = clauseAround(tokens, tokens[comma + 1]?.start ?? token.start, tokens[comma + 1]?.end ?? token.end);
    found.push({
      start: token.start,
      end: main.end,
      ...(year === undefined ? {} : { date: String(year).padStart(4, '0') }),
      by: 'after a happening',
    });
    index = comma;
  }
  return found;
};

const OFTEN: ReadonlySet<string> = new Set('already repeatedly recently twice thrice previously since just'.split(' '));

/** “has repeatedly fired missiles”: acts of a time that ends with the report, or with the scene in which it is said. */
const untilNow = (tokens: readonly Token[], clock: Clock): Happening[] => {
  const found: Happening[] = [];
  for (let index = 0; index + 2 < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || (token.lower !== 'has' && token.lower !== 'have') || !OFTEN.has(tokens[index + 1]?.lower ?? ''))
      continue;
    if (!/(ed|en|t|un|ade|eld|ung|ought)$/.test(tokens[index + 2]?.lower ?? '')) continue;
    const said = tokens.slice(0, index).some((_, place) => isPast(tokens, place));
    const now = edgeOf(said ? clock.timeIn('past') : clock.timeIn('perfect'), true);
    found.push({
      ...clauseAround(tokens, token.start, token.end),
      ...(now === undefined ? {} : { date: `../${now}` }),
      by: 'time told before',
    });
  }
  return found;
};

/** A sentence whose only dates are asides tells its act at the time of the story: “He rejected the sanctions in force since 2016.” */
const besideAside = (sentence: Sentence, dated: readonly Dated[], clock: Clock): Happening[] => {
  const [first] = dated;
  const scene = clock.timeIn('past');
  if (
    !first ||
    !dated.every(({ expression }) => expression.bound === 'since') ||
    !clock.fresh ||
    scene === undefined ||
    clock.inTense !== 'past'
  )
    return [];
  const verb = sentence.tokens.findIndex((_, index) => isPast(sentence.tokens, index));
  const token = sentence.tokens[verb];
  if (!token || token.end > first.expression.start || scene.includes('/')) return [];
  const end = sentence.tokens.slice(0, verb + 8).findLast((one) => one.end <= first.expression.start)?.end ?? token.end;
  return [{ start: sentence.start, end, date: scene, by: 'time told before' }];
};

const isNow = (tokens: readonly Token[], start: number, clock: Clock): boolean => {
  const place = tokens.findIndex((token) => token.start >= start);
  if (tokens[place]?.lower !== 'today' || /^(from|of)$/.test(tokens[place - 1]?.lower ?? '')) return false;
  return (
    clock.inTense === 'present' ||
    clock.inTense === undefined ||
    /^(have|has|is|are|do)$/.test(tokens[place + 1]?.lower ?? '')
  );
};

const wordBefore = (tokens: readonly Token[], start: number): string =>
  tokens.findLast((token) => token.end <= start)?.lower ?? '';

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What names no happening: the years of a title, a century, “in the coming years”, “at that time” beside a verb of the present. */
const idle = (
  { expression, expression: { moment, bound }, outdone }: Dated,
  { tokens, heading }: Sentence,
  clock: Clock,
  others: readonly Dated[],
): boolean =>
  outdone ||
  moment.kind === 'century' ||
  (moment.kind === 'range' &&
    (heading || clock.inTense === undefined) &&
    !tokens.some(({ lower }) => HAPPENING_WORDS.has(lower))) ||
  (moment.kind === 'stretch' && moment.way !== 'past' && moment.count === undefined) ||
  // “who today have no access”: how things are now.
  (moment.kind === 'today' && isNow(tokens, expression.start, clock)) ||
  // “fifty years after the invasion of 1974” counts from a date that stands beside it.
  (moment.kind === 'distance' &&
    others.some(
      ({ attributive, expression: { start } }) => attributive && start > expression.end && start < expression.end + 50,
    )) ||
  (moment.kind === 'then' && bound === undefined && clock.inTense === 'present');

/** What a sentence says happened: one happening for each time expression, and those dated by what was told before. */
export const happenings = (sentence: Sentence, dated: readonly Dated[], clock: Clock): Happening[] => {
  const { tokens } = sentence;
  const found: Happening[] = [];
  for (const one of dated) {
    const { expression, date } = one;
    if (idle(one, sentence, clock, dated)) continue;
    const others = dated.flatMap((other) => (other === one || other.attributive ? [] : [other.expression]));
    const noun = one.attributive && expression.moment.kind !== 'then';
    const of = /^(?:of|and|or|,)$/.test(wordBefore(tokens, expression.start));
    found.push({
      ...(noun
        ? nounAround(tokens, expression.start, expression.end, of)
        : clauseAround(tokens, expression.start, expression.end, others)),
      ...(date === undefined ? {} : { date }),
      by: expression.moment.kind === 'then' ? 'time told before' : 'date',
    });
  }
  // Two dates of one clause: the earlier one's words end with it.
  found.forEach((one, index) => {
    const next = found[index + 1];
    const own = dated.find(
      ({ expression, date }) => date === one.date && expression.start > one.start + 3 && expression.end < one.end,
    );
    if (next && own && next.start === one.start && next.end === one.end)
      found[index] = { ...one, end: own.expression.end };
  });
  for (const one of dated) {
    const end = endOfStretch(tokens, one);
    if (end && !found.some((other) => touches(other, end))) found.push(end);
  }
  found.push(...besideAside(sentence, dated, clock));
  for (const more of [...goingBack(sentence, dated, clock), ...aftermath(tokens, clock), ...untilNow(tokens, clock)])
    if (!found.some((other) => touches(other, more))) found.push(more);
  return found;
};
