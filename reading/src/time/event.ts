import type { Edtf, Span } from '@entente/core/vocabulary';
import type { Sentence } from '../sentence/sentence.ts';
import type { Token } from '../sentence/token.ts';
import { AUXILIARIES } from '../sentence/words.ts';
import { type TimeExpression, timeExpressions } from './expression.ts';
import { resolve, type TimeFrame, yearIn } from './resolve.ts';

/** A time expression with the date that it comes to. */
export interface Dated {
  readonly expression: TimeExpression;
  readonly date?: Edtf;
}

/** A happening with its words. */
export interface Happening extends Span {
  readonly date?: Edtf;
}

const GATHERINGS =
  /^(meeting|meet|talks|summit|session|vote|conference|visit|war|ceasefire|truce|attack|election|elections|incident|announcement|speech|test|launch|invasion|coup|referendum)$/;

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
      if (date !== undefined) this.note(text, sentence, expression, date);
      return { expression, ...(date === undefined ? {} : { date }) };
    });
  }

  private note(text: string, sentence: Sentence, expression: TimeExpression, date: Edtf): void {
    const { moment } = expression;
    const before = text.slice(Math.max(sentence.start, expression.start - 40), expression.start);
    const aside =
      /[([]\s*$|\bwhich\b[^,]*$/.test(before) ||
      moment.kind === 'range' ||
      /^ ?\)/.test(text.slice(expression.end, expression.end + 2));
    // “the 1950-1953 war”, “(1948)” and “which ended in 1953” tell of a time; they do not set the narrative there.
    if (aside) return;
    const explicit = 'year' in moment && moment.year !== undefined;
    const year = yearIn(date);
    if (explicit && year !== undefined) {
      const now = yearIn(this.published);
      this.narrativeYear = now !== undefined && year >= now ? undefined : year;
      this.age = 0;
    } else if (this.narrativeYear !== undefined) this.age = 0;
    if (moment.kind !== 'weekday' && moment.kind !== 'today')
      this.last = date.includes('/') && !/^\d/.test(date) ? (date.split('/')[1] ?? date) : date;
  }

  /** From the last date to the day of publication: “after the meeting”. */
  since(): Edtf | undefined {
    if (!this.last) return undefined;
    return this.published && this.published > this.last ? `${this.last}/${this.published}` : `${this.last}/..`;
  }
}

const BREAK = /^[;:()—]$/;

/** The clause around a span: from the break before it to the break after it. */
export const clauseAround = (tokens: readonly Token[], start: number, end: number): Span => {
  let first = tokens.findIndex((token) => token.end > start);
  let last = first;
  if (first < 0) return { start, end };
  while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? end) < end) last += 1;
  const leading = first < 3;
  while (first > 0) {
    const before = tokens[first - 1];
    if (!before || BREAK.test(before.text)) break;
    if (before.text === ',' && !(tokens[first]?.kind === 'number')) break;
    if (/^(which|when|where|that|who)$/.test(before.lower)) {
      first -= 1;
      break;
    }
    first -= 1;
  }
  // A date at the head of a sentence goes with the clause after its comma.
  let commas = leading ? 1 : 0;
  while (last + 1 < tokens.length) {
    const after = tokens[last + 1];
    if (!after || BREAK.test(after.text)) break;
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
    if ((gathering || same) && date)
      found.push({ ...clauseAround(tokens, tokens[0]?.start ?? 0, tokens[3]?.end ?? 0), date });
  }
  return found;
};
