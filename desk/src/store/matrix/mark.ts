import { daysBetween } from '@entente/core/chronicle/edtf';
import { dateOf, type PlacedFor, type Surroundings } from '@entente/core/position/position';
import { type Standing, standingOf } from '@entente/core/position/voice';
import { type IsoDay, STANCES } from '@entente/core/vocabulary';

/** What a statement weighs in its cell of the matrix: everything that positions are counted from, and none of its words. */
export interface Mark {
  /** The key of its record: of two that nothing else puts in order, the one that came first goes first. */
  readonly key: number;
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  /** Stance, status, level, tense, echo, voice and whether anything dates it, as `weight` puts them. */
  readonly weight: number;
  readonly origin: string;
  /** The place of its condition; empty where it has none. */
  readonly condition: string;
}

/** In place of a day that is not known; it lies before all others. */
export const NO_DAY = -(2 ** 31);

const EPOCH = '1970-01-01';

/** Days since 1970, so that days can be compared and subtracted. */
export const dayNumber = (day: IsoDay | undefined): number => (day === undefined ? NO_DAY : daysBetween(EPOCH, day));

/** A dossier has few days and asks for each of them very often. */
const days = new Map<number, IsoDay>();
const MOST_DAYS = 20_000;

export const isoDay = (number: number): IsoDay => {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(number, day);
  return day;
};

export const VOICES = ['named', 'anonymous', 'reading'] as const satisfies readonly Standing[];

/** Bits of a weight: three for the stance, then one each for these. */
export const STANCE = 7;
export const SUGGESTED = 8;
export const IMPLIED = 16;
export const PAST = 32;
export const FUTURE = 64;
export const ECHO = 128;
/** Two bits for the voice. */
export const VOICE = 8;
/** Nothing dates it; at most what its document took from others says when it cannot have been. */
export const UNDATED = 1024;

const weightOf = ({ statement, echo }: PlacedFor, { published }: Surroundings): number =>
  STANCES.indexOf(statement.stance) |
  (statement.status === 'suggested' ? SUGGESTED : 0) |
  (statement.level === 'explicit' ? 0 : IMPLIED) |
  (statement.tense === 'past' ? PAST : statement.tense === 'future' ? FUTURE : 0) |
  (echo ? ECHO : 0) |
  (dateOf(statement, published(statement.passage.document)) === undefined ? UNDATED : 0) |
  (VOICES.indexOf(standingOf(statement)) << VOICE);

export const markOf = (placed: PlacedFor, key: number, around: Surroundings): Mark => {
  const { statement, when, origin } = placed;
  const condition = statement.condition?.passage;
  return {
    ...{ key, id: statement.id, start: statement.passage.start, weight: weightOf(placed, around), origin },
    ...{ first: dayNumber(when.first), last: dayNumber(when.last) },
    condition: condition === undefined ? '' : `${condition.document} ${condition.start} ${condition.end}`,
  };
};

/** In order of time, as positions take them. */
export const inTime = (a: Mark, b: Mark): number =>
  (a.first === NO_DAY ? a.last : a.first) - (b.first === NO_DAY ? b.last : b.first) ||
  a.start - b.start ||
  a.key - b.key;
