import type { Edtf, Span } from '@entente/core/vocabulary';
import type { Sentence } from '../sentence/sentence.ts';
import type { Token } from '../sentence/token.ts';
import { AUXILIARIES, PREPOSITIONS } from '../sentence/words.ts';
import { timeExpressions } from './expression.ts';
import type { TimeExpression } from './moment.ts';
import { resolve, type TimeFrame, yearIn } from './resolve.ts';

/** A time expression with the date that it comes to. */
export interface Dated {
  readonly expression: TimeExpression;
  readonly date?: Edtf;
  /** Tells of another time by the way: a range, brackets, “which ended in 1953”. */
  readonly aside: boolean;
}

/** A happening with its words. */
export interface Happening extends Span {
  readonly date?: Edtf;
}

const GATHERINGS =
  /^(meeting|meet|talks|summit|session|vote|conference|visit|war|ceasefire|truce|attack|election|elections|incident|announcement|speech|test|launch|invasion|coup|referendum)$/;

const isAside = (text: string, sentence: Sentence, { moment, bound, start, end }: TimeExpression): boolean => {
  if (bound === 'since') return true;
  const before = text.slice(Math.max(sentence.start, start - 40), start);
  return moment.kind === 'range' || /[([]\s*$|\bwhich\b[^,]*$/.test(before) || /^ ?\)/.test(text.slice(end, end + 2));
};

/** Keeps time as a document goes on: the last date named, and the year that a narrative has reached. */
export class Clock {
  private last: Edtf | undefined;
  private narrativeYear: number | undefined;
  private age = 0;
  private readonly published: Edtf | undefined;

  constructor(published: Edtf | undefined) {
    this.published = published;
  }

  /** A new paragraph: a year carries over into the next two. */
  turn(): void {
    this.age += 1;
    if (this.age > 3) this.narrativeYear = undefined;
  }

  get inNarrative(): boolean {
    return this.narrativeYear !== undefined;
  }

  get lastDate(): Edtf | undefined {
    return this.last;
  }

  read(text: string, sentence: Sentence): Dated[] {
    const future = sentence.tokens.some(({ lower }) => lower === 'will' || lower === "won't");
    return timeExpressions(text, sentence.start, sentence.end).map((expression) => {
      const frame: TimeFrame = {
        ...(this.published === undefined ? {} : { published: this.published }),
        ...(this.last === undefined ? {} : { last: this.last }),
        ...(this.narrativeYear === undefined ? {} : { narrativeYear: this.narrativeYear }),
        future,
      };
      const date = resolve(expression, frame);
      const aside = isAside(text, sentence, expression);
      if (date !== undefined) this.note(expression, date, aside);
      return { expression, aside, ...(date === undefined ? {} : { date }) };
    });
  }

  /** The time at which the text now is: where the narrative has come to, else the day of publication. */
  get now(): Edtf | undefined {
    return this.narrativeYear === undefined ? this.published : this.last;
  }

  private note(expression: TimeExpression, date: Edtf, aside: boolean): void {
    const { moment } = expression;
    const point = moment.kind !== 'range' && moment.kind !== 'decade' && moment.kind !== 'century';
    if (point && (moment.kind !== 'weekday' || !aside))
      this.last = date.startsWith('../') ? date.slice(3) : (date.split('/')[0] ?? date);
    // An aside does not move the narrative there.
    if (aside || !point) return;
    const explicit = 'year' in moment && moment.year !== undefined;
    const year = yearIn(date);
    if (explicit && year !== undefined) {
      const now = yearIn(this.published);
      this.narrativeYear = now !== undefined && year >= now ? undefined : year;
      this.age = 0;
    } else if (this.narrativeYear !== undefined) this.age = 0;
  }

  /** From the last date to the day of publication: “after the meeting”. */
  since(): Edtf | undefined {
    if (!this.last) return undefined;
    if (this.published && this.published > this.last) return `${this.last}/${this.published}`;
    return this.narrativeYear === undefined ? undefined : `${this.last}/..`;
  }
}

const BREAK = /^[;:()—]$/;

/** A dash between spaces parts clauses; one between figures joins them. */
const breaks = (token: Token, next: Token | undefined): boolean =>
  BREAK.test(token.text) || (token.text === '–' && token.spaced && next?.spaced === true);

/** The clause around a span: from the break before it to the break after it. */
export const clauseAround = (tokens: readonly Token[], start: number, end: number): Span => {
  let first = tokens.findIndex((token) => token.end > start);
  let last = first;
  if (first < 0) return { start, end };
  while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? end) < end) last += 1;
  const from = first;
  while (first > 0) {
    const before = tokens[first - 1];
    if (!before || breaks(before, tokens[first])) break;
    if (before.text === ',' && !(tokens[first]?.kind === 'number')) break;
    if (/^(which|when|where|that|who)$/.test(before.lower)) {
      first -= 1;
      break;
    }
    first -= 1;
  }
  // A date at the head of a clause goes with what follows its comma; “in 1945, when …” is told by the clause with “when”.
  const told = /^(when|where)$/.test(tokens[last + 2]?.lower ?? '') && tokens[last + 1]?.text === ',';
  if (told) first = Math.max(first, from - 3);
  const opener = tokens[first]?.lower ?? '';
  const leads =
    from - first < 4 && (from === first || PREPOSITIONS.has(opener) || /^(just|only|a|the|early|late)$/.test(opener));
  let commas = leads || told ? 1 : 0;
  while (last + 1 < tokens.length) {
    const after = tokens[last + 1];
    if (!after || breaks(after, tokens[last + 2])) break;
    if (after.text === '.' && last + 2 >= tokens.length) break;
    if (after.text === ',' && after.start >= end && tokens[last + 2]?.kind !== 'number') {
      if (commas === 0) break;
      commas -= 1;
    }
    if (/^(which|while|whereas)$/.test(after.lower) && after.start >= end) break;
    if (after.lower === 'and' && AUXILIARIES.has(tokens[last + 2]?.lower ?? '')) break;
    last += 1;
  }
  return { start: tokens[first]?.start ?? start, end: tokens[last]?.end ?? end };
};

/** What a sentence says happened, with dates: one happening for each time expression, and those dated by “the same time” or “after the meeting”. */
export const happenings = (sentence: Sentence, dated: readonly Dated[], clock: Clock): Happening[] => {
  const { tokens } = sentence;
  const found: Happening[] = dated.map(({ expression, date }) => ({
    ...clauseAround(tokens, expression.start, expression.end),
    ...(date === undefined ? {} : { date }),
  }));
  const first = tokens[0]?.lower ?? '';
  if (dated.length === 0 && /^(after|following|post|during|at)$/.test(first)) {
    const gathering = tokens.slice(1, 5).find(({ lower }) => GATHERINGS.test(lower));
    const same = tokens[1]?.lower === 'the' && tokens[2]?.lower === 'same' && tokens[3]?.lower === 'time';
    const date = same || first === 'during' || first === 'at' ? clock.lastDate : clock.since();
    const year = yearIn(clock.now);
    const comma = tokens.findIndex(({ text }) => text === ',');
    // “After Stalin's death, …”: a happening named without a date, in the year of the narrative where there is one.
    if (!gathering && !same && first === 'after' && comma > 1 && comma < 14) {
      const told = String(year ?? '').padStart(4, '0');
      found.push({
        start: tokens[0]?.start ?? 0,
        end: tokens[comma - 1]?.end ?? 0,
        ...(clock.inNarrative && year ? { date: told } : {}),
      });
    }
    if ((gathering || same) && date)
      found.push({ ...clauseAround(tokens, tokens[0]?.start ?? 0, tokens[3]?.end ?? 0), date });
  }
  return found;
};
