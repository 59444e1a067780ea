import type { Span } from '@entente/core/vocabulary';

export type Part = 'early' | 'mid' | 'late';
export type Unit = 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
/** `last`, `this` and `next` count from the day of publication; `same`, `following` and `previous` from the last date told. */
export type Which = 'last' | 'this' | 'next' | 'same' | 'following' | 'previous';

/** A point or stretch of time as the words give it, before it is set against the day of publication. */
export type Moment =
  | {
      readonly kind: 'day';
      readonly year?: number;
      readonly month: number;
      readonly day: number;
      readonly inYear?: Which;
    }
  | {
      readonly kind: 'month';
      readonly year?: number;
      readonly month: number;
      readonly part?: Part;
      readonly which?: Which;
      /** “in April last year”. */
      readonly inYear?: Which;
    }
  | { readonly kind: 'year'; readonly year: number; readonly part?: Part; readonly fiscal?: true }
  | { readonly kind: 'decade'; readonly year: number; readonly part?: Part }
  | { readonly kind: 'century'; readonly century: number; readonly part?: Part }
  | {
      readonly kind: 'season';
      readonly year?: number;
      readonly season: Season;
      readonly which?: Which;
      readonly part?: Part;
    }
  /** Easter Sunday, which moves. */
  | { readonly kind: 'easter'; readonly year?: number }
  | {
      readonly kind: 'fraction';
      readonly year?: number;
      readonly of: 2 | 4;
      readonly nth: number;
      readonly which?: Which;
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which?: 'last' | 'next' }
  | { readonly kind: 'named'; readonly unit: Unit; readonly which: Which; readonly part?: Part }
  | {
      readonly kind: 'distance';
      readonly count: number;
      readonly unit: Unit;
      readonly way: 'ago' | 'before' | 'after' | 'ahead';
      readonly vague: boolean;
    }
  /** “the past two years”, “the coming weeks”, “the next several months” of a narrative. */
  | {
      readonly kind: 'stretch';
      readonly count?: number;
      readonly unit: Unit;
      readonly way: 'past' | 'coming' | 'following' | 'within';
    }
  | { readonly kind: 'today'; readonly offset: number }
  /** “at that time”, “since then”: the time last told. */
  | { readonly kind: 'then' }
  /** “hours earlier”: the day told just before, else the day of the report. */
  | { readonly kind: 'same-day' }
  | { readonly kind: 'range'; readonly from: Moment; readonly to: Moment };

/** What a preposition makes of the moment: until, since, before, after, by. */
export type Bound = 'until' | 'since' | 'before' | 'after' | 'by';

export interface TimeExpression extends Span {
  readonly moment: Moment;
  readonly bound?: Bound;
  /** “about 1950”, “around June”, “shortly after 1950”. */
  readonly approximate: boolean;
}
