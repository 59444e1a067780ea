/**
 * The words that every chapter shares: names, ids, results. Imports nothing.
 *
 * Times are ISO days or EDTF (levels 0–1) as text; offsets are UTF-16 code units into a frozen text.
 */

/** A text that names one kind of thing; two kinds cannot be mixed up. Made only by the functions below. */
type Branded<Name extends string> = string & { readonly brand: Name };

export type DocumentId = Branded<'DocumentId'>;
export type StatementId = Branded<'StatementId'>;
export type ActorId = Branded<'ActorId'>;
export type IssueId = Branded<'IssueId'>;
export type EventId = Branded<'EventId'>;
export type FigureId = Branded<'FigureId'>;
export type ForecastId = Branded<'ForecastId'>;
export type OriginId = Branded<'OriginId'>;
export type MakerId = Branded<'MakerId'>;
export type OptionId = Branded<'OptionId'>;

export const documentId = (text: string) => text as DocumentId;
export const statementId = (text: string) => text as StatementId;
export const actorId = (text: string) => text as ActorId;
export const issueId = (text: string) => text as IssueId;
export const eventId = (text: string) => text as EventId;
export const figureId = (text: string) => text as FigureId;
export const forecastId = (text: string) => text as ForecastId;
export const originId = (text: string) => text as OriginId;
export const makerId = (text: string) => text as MakerId;
export const optionId = (text: string) => text as OptionId;

/** A day as `2021-10-19`. */
export type IsoDay = string;

/** A date in the Extended Date/Time Format, levels 0 and 1: `2021-10`, `2018-04~`, `1977/1983`, `../2002`. */
export type Edtf = string;

/** A stretch of a frozen text: from `start` (included) to `end` (excluded), in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What an actor does with the proposal of an issue. */
export type Stance = 'support' | 'oppose' | 'conditional' | 'neutral' | 'no-position';

export const STANCES = [
  'support',
  'oppose',
  'conditional',
  'neutral',
  'no-position',
] as const satisfies readonly Stance[];

/** Reliability of a source on this subject, on the Admiralty scale: A completely reliable … E unreliable, F cannot be judged. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** How a verdict is reached: a solution concept of the Graph Model. Two things are called SSEQ in print, so none is here. */
export type Concept = 'nash' | 'gmr' | 'smr' | 'seq' | 'symmetric-sequential' | 'simultaneous';

/** The four classical concepts: what is computed unless others are asked for. */
export const CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const satisfies readonly Concept[];

export const ALL_CONCEPTS = [...CONCEPTS, 'symmetric-sequential', 'simultaneous'] as const satisfies readonly Concept[];

/**
 * How opponents may answer: by a legal sequence (no one twice in a row), by a sequence in which each moves at most once, or
 * by one move of one opponent.
 */
export type SanctionRule = 'legal' | 'each-once' | 'single';

export const SANCTION_RULES = ['legal', 'each-once', 'single'] as const satisfies readonly SanctionRule[];

/** A fault in what came from outside: a stable code, the place, and words that say what is wrong and what to do. */
export interface Problem {
  readonly code: string;
  /** Path to the place: file, then keys and indices inside it. */
  readonly at: readonly (string | number)[];
  readonly says: string;
}

/** What reading something from outside gives: the value, or all its problems. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One value for each decision maker, in the order of the conflict. */
export type ByMaker<Value> = readonly Value[];
