import type { Edtf } from '@entente/core/vocabulary';
import type { Sentence } from '../sentence/sentence.ts';
import { looksAhead } from './ahead.ts';
import { edgeOf, partsOf, yearIn } from './calendar.ts';
import { HAPPENING_WORDS } from './clause.ts';
import {
  assemblyYear,
  type Dated,
  isAside,
  isOfNoun,
  isPremodifier,
  namesBefore,
  outdone,
  unbound,
  within,
} from './dated.ts';
import { timeExpressions } from './expression.ts';
import type { TimeExpression } from './moment.ts';
import { resolve, type TimeFrame } from './resolve.ts';
import { signsOf } from './sign.ts';
import { type Tense, tenseOf, toldBeside } from './tense.ts';

/** A year carries over so many paragraphs. */
const REACH = 3;
/** A happening is dated by an expression at most so many words away. */
const NEAR = 12;

/** Keeps time as a document goes on: the last date named, the year that a narrative has reached, and when the scene plays that it tells of. */
export class Clock {
  private last: Edtf | undefined;
  private lastAge = 0;
  private narrativeYear: number | undefined;
  private age = 0;
  /** Sentences in a row that told of the past by its year. */
  private run = 0;
  private scene: Edtf | undefined;
  private survey: Edtf | undefined;
  private sceneAge = 0;
  private readonly happened = new Map<string, { readonly date: Edtf; readonly names: readonly string[] }[]>();
  private readonly published: Edtf | undefined;
  private tense: Tense | undefined;

  constructor(published: Edtf | undefined) {
    this.published = published;
  }

  /** A new paragraph: a year carries over into the next two where a story is told, and else not past its own. */
  turn(): void {
    this.age += 1;
    this.sceneAge += 1;
    this.lastAge += 1;
    const told = this.run > 1 || this.published === undefined;
    if (this.age > (told ? REACH : 1)) {
      this.narrativeYear = undefined;
      this.run = 0;
    }
    if (this.survey !== undefined) this.scene = this.survey;
    else if (this.scene !== undefined && this.far(this.scene) && (this.run < 2 || this.sceneAge > REACH))
      this.scene = undefined;
  }

  get inNarrative(): boolean {
    return this.narrativeYear !== undefined;
  }

  get lastDate(): Edtf | undefined {
    return this.last;
  }

  /** When a happening took place that was told before: “the summit” is the last one told, “the Vienna Summit” the last one of that name. */
  when(noun: string, names: readonly string[] = []): Edtf | undefined {
    const told = this.happened.get(noun) ?? [];
    return told.findLast((one) => names.length === 0 || one.names.some((name) => names.includes(name)))?.date;
  }

  /** Whether a date was told in this paragraph. */
  get fresh(): boolean {
    return this.sceneAge === 0;
  }

  read(text: string, sentence: Sentence): Dated[] {
    this.tense = tenseOf(sentence.tokens);
    const found = timeExpressions(text, sentence.start, sentence.end, signsOf(sentence.tokens));
    if (found.length === 0) return [];
    const words = text.slice(sentence.start, sentence.end);
    const session = assemblyYear(words);
    const dated: Omit<Dated, 'outdone'>[] = [];
    for (const bounded of found) {
      const listed = dated.at(-1);
      const gap = listed?.attributive ? text.slice(listed.expression.end, bounded.start) : undefined;
      const premodifies = isPremodifier(text, bounded);
      const attributive =
        premodifies || isOfNoun(text, bounded) || (gap !== undefined && /^(?:,| and| or|, and) $/.test(gap));
      const expression = premodifies ? unbound(bounded) : bounded;
      const earlier = dated.findLast((one) => one.attributive && one.expression.moment.kind === 'year');
      const year = (earlier?.expression.end ?? 0) > expression.start - 160 ? yearIn(earlier?.date) : undefined;
      const narrativeYear =
        year ??
        (session !== undefined && 'month' in expression.moment && expression.moment.month < 9
          ? session + 1
          : session) ??
        this.narrativeYear;
      const future =
        !toldBeside(sentence.tokens, expression.start) &&
        looksAhead(words.slice(0, expression.start - sentence.start), expression.bound, this.tense);
      // What is to come is not of the year that a story has reached.
      const carries =
        narrativeYear !== undefined &&
        (year !== undefined ||
          session !== undefined ||
          !(future && this.published !== undefined && this.tense !== 'past')) &&
        (year !== undefined || !this.isReports(expression));
      const frame: TimeFrame = {
        ...(this.published === undefined ? {} : { published: this.published }),
        ...(this.last === undefined ? {} : { last: this.last }),
        ...(this.last === undefined || this.lastAge > 0 ? {} : { near: this.last }),
        ...(carries ? { narrativeYear } : {}),
        future,
      };
      if (this.isMeanwhile(text, expression) || this.isNoTime(text, expression)) continue;
      const aside = isAside(text, sentence, expression);
      const date = this.closed(expression, frame, words.slice(0, expression.start - sentence.start));
      // “had proposed it in 2017” looks back from where the story is.
      const back =
        this.published !== undefined && /\bhad\b[^.;:"]*$/.test(words.slice(0, expression.start - sentence.start));
      if (date !== undefined) this.note(expression, date, aside || back, attributive, session);
      const now = this.published;
      const ahead =
        date !== undefined &&
        now !== undefined &&
        (edgeOf(date) ?? edgeOf(date, true) ?? '').slice(0, now.length) > now;
      dated.push({ expression, aside, attributive, ahead, ...(date === undefined ? {} : { date }) });
    }
    const all = dated.map((one) => ({ ...one, outdone: dated.some((other) => other !== one && outdone(one, other)) }));
    const kept = all.filter((one) => !one.outdone);
    this.remember(sentence, kept);
    this.set(kept);
    return all;
  }

  /** The time at which the text now is: where the narrative has come to, else the day of publication. */
  get now(): Edtf | undefined {
    return this.narrativeYear === undefined ? this.published : this.last;
  }

  /** The time of which the last sentence tells where it names none: the scene it goes on with, or the time of the report. */
  get told(): Edtf | undefined {
    return this.timeIn(this.tense);
  }

  /** The tense of the last sentence: of its first finite verb. */
  get inTense(): Tense | undefined {
    return this.tense;
  }

  /** The time of which a clause in some tense tells. */
  timeIn(tense: Tense | undefined): Edtf | undefined {
    if (tense === 'past' || tense === undefined) return this.scene ?? this.now;
    return this.published;
  }

  /** From the last date to the day of publication: “after the meeting”. */
  since(from: Edtf | undefined = this.last): Edtf | undefined {
    const begin = edgeOf(from);
    if (begin === undefined) return undefined;
    if (this.published && this.published > begin && this.narrativeYear === undefined)
      return `${begin}/${this.published}`;
    // What a story says of today: “they have been deadlocked since then”.
    if (this.published && this.published > begin && (this.tense === 'present' || this.tense === 'perfect'))
      return `${begin}/${this.published.slice(0, begin.length > 7 ? 10 : 7)}`;
    return this.narrativeYear === undefined ? undefined : `${begin}/..`;
  }

  /** “Monday” and “this week” in a report are of the report, also where it has just told of another year. */
  private isReports({ moment }: TimeExpression): boolean {
    if (this.published === undefined) return false;
    if (moment.kind === 'weekday') return this.run < 2 || partsOf(this.last)?.day === undefined;
    return this.narrativeYear !== undefined && this.run < 2 && this.age > 0;
  }

  /** “At the same time, …” only joins clauses where no day was told. */
  private isMeanwhile(text: string, { moment, start }: TimeExpression): boolean {
    return (
      moment.kind === 'then' &&
      /^at the same time/i.test(text.slice(start, start + 16)) &&
      partsOf(this.last)?.day === undefined
    );
  }

  /** “every Sunday” is no day, “today” beside a present is no day either, nor is the year of a copyright. */
  private isNoTime(text: string, { moment, start }: TimeExpression): boolean {
    if (moment.kind === 'today' && moment.offset === 0) return this.tense === 'present';
    return /(?:\b(?:every|each)|[©(]c\)|©) $/i.test(text.slice(Math.max(0, start - 7), start));
  }

  /** What has lasted “since March” in a report lasts up to it. What will not be “before March” begins with it. */
  private closed(expression: TimeExpression, frame: TimeFrame, before: string): Edtf | undefined {
    const { bound } = expression;
    const date = resolve(expression, frame);
    const now = this.published;
    if (date === undefined || now === undefined) return date;
    if (bound === 'before' && /\b(?:not|never|hardly|unlikely|nothing|nobody|no)\b|n't\b/.test(before)) {
      const begin = edgeOf(resolve(unbound(expression), frame));
      return begin === undefined || begin.slice(0, now.length) < now.slice(0, begin.length) ? date : `${begin}/..`;
    }
    if (bound === 'since' && date.endsWith('/..') && this.tense !== 'past' && this.narrativeYear === undefined) {
      const from = date.slice(0, -3);
      const to = now.slice(0, from.length > 7 ? 10 : 7);
      return from.slice(0, to.length) < to ? `${from}/${to}` : date;
    }
    return date;
  }

  private far(date: Edtf): boolean {
    const [year, now] = [yearIn(date), yearIn(this.published)];
    return year !== undefined && now !== undefined && now - year > 1;
  }

  private note(
    expression: TimeExpression,
    date: Edtf,
    aside: boolean,
    attributive: boolean,
    session: number | undefined,
  ): void {
    const { moment } = expression;
    const point =
      moment.kind !== 'range' && moment.kind !== 'decade' && moment.kind !== 'century' && moment.kind !== 'stretch';
    if (!point || expression.bound === 'since' || (attributive && moment.kind === 'year')) return;
    if (!aside || moment.kind !== 'weekday') {
      this.last = edgeOf(date) ?? edgeOf(date, true) ?? this.last;
      this.lastAge = 0;
    }
    // An aside does not move the narrative there.
    if (aside || attributive) return;
    const explicit = ('year' in moment && moment.year !== undefined) || session !== undefined;
    const year = yearIn(date);
    if (explicit && year !== undefined) {
      const now = yearIn(this.published);
      const past = now === undefined || year < now;
      this.run = past ? this.run + 1 : 0;
      this.narrativeYear = past ? year : undefined;
      this.age = 0;
    } else if (this.narrativeYear !== undefined && year === this.narrativeYear) {
      this.age = 0;
      this.run += 1;
    } else if (this.narrativeYear !== undefined && (moment.kind === 'weekday' || moment.kind === 'today')) {
      this.narrativeYear = undefined;
      this.run = 0;
    }
  }

  /** The happenings that a dated sentence names, for “at the summit” later on. */
  private remember({ tokens }: Sentence, dated: readonly Dated[]): void {
    for (const { expression, date } of dated) {
      if (date === undefined || expression.bound === 'since' || expression.bound === 'after') continue;
      const place = tokens.findIndex(({ end }) => end > expression.start);
      let nearest = -1;
      for (let index = Math.max(0, place - NEAR); index < Math.min(tokens.length, place + NEAR); index += 1)
        if (
          HAPPENING_WORDS.has(tokens[index]?.lower ?? '') &&
          (nearest < 0 || Math.abs(index - place) < Math.abs(nearest - place))
        )
          nearest = index;
      const noun = tokens[nearest]?.lower.replace(/s$/, '');
      if (noun === undefined) continue;
      const told = this.happened.get(noun) ?? [];
      told.push({ date, names: namesBefore(tokens, nearest) });
      this.happened.set(noun, told.slice(-20));
    }
  }

  /** Where the sentence puts its scene. */
  private set(dated: readonly Dated[]): void {
    const main = dated.find(
      ({ aside, ahead, date, expression }) =>
        !aside &&
        !ahead &&
        date !== undefined &&
        (expression.bound === undefined || expression.bound === 'by') &&
        expression.moment.kind !== 'century' &&
        expression.moment.kind !== 'stretch',
    );
    if (main?.date === undefined || this.tense === 'future') return;
    const { moment } = main.expression;
    const wide = moment.kind === 'range' || moment.kind === 'decade';
    if (main.attributive && (wide || this.published !== undefined)) return;
    this.sceneAge = 0;
    if (wide) this.survey = main.date;
    else if (this.survey !== undefined && !within(main.date, this.survey)) this.survey = undefined;
    this.scene = main.date;
  }
}
