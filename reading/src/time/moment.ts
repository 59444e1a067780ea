import type { Span } from '@entente/core/vocabulary';

export type Part = 'early' | 'mid' | 'late';
export type Unit = 'day' | 'week' | 'month' | 'year' | 'decade';

/** A point or stretch of time as the words give it, before it is set against the day of publication. */
export type Moment =
  | { readonly kind: 'day'; readonly year?: number; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year?: number; readonly month: number; readonly part?: Part }
  | { readonly kind: 'year'; readonly year: number; readonly part?: Part }
  | { readonly kind: 'decade'; readonly year: number; readonly part?: Part }
  | { readonly kind: 'century'; readonly century: number }
  | { readonly kind: 'season'; readonly year?: number; readonly season: 'spring' | 'summer' | 'autumn' | 'winter' }
  | { readonly kind: 'fraction'; readonly year: number; readonly of: 2 | 4; readonly nth: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which?: 'last' | 'next' }
  | {
      readonly kind: 'named';
      readonly unit: Unit;
      readonly which: 'last' | 'this' | 'next' | 'same' | 'following' | 'previous';
    }
  | {
      readonly kind: 'distance';
      readonly count: number;
      readonly unit: Unit;
      readonly way: 'ago' | 'before' | 'after';
      readonly vague: boolean;
    }
  | { readonly kind: 'today'; readonly offset: number }
  | { readonly kind: 'range'; readonly from: Moment; readonly to: Moment };

/** What a preposition makes of the moment: until, since, before, after, by. */
export type Bound = 'until' | 'since' | 'before' | 'after' | 'by';

export interface TimeExpression extends Span {
  readonly moment: Moment;
  readonly bound?: Bound;
  /** “about 1950”, “around June”. */
  readonly approximate: boolean;
}
