import { certainlyBefore, type DayRange, dayRange, daysBetween } from '../chronicle/edtf.ts';
import type { Derivation, Origin } from '../document/derivation.ts';
import type { Document } from '../document/document.ts';
import { type OriginOf, originAt } from '../document/origin.ts';
import type { Actor, Codebook } from '../statement/codebook.ts';
import type { Statement } from '../statement/statement.ts';
import { type ActorId, type DocumentId, type Edtf, type IsoDay, type IssueId, originId } from '../vocabulary.ts';
import { actorsById, spokenFor } from './organ.ts';
import { type Placed, PRESENT_DAYS, type Stand, standOf, within } from './stand.ts';

/** What positions are counted from: the part of a dossier that this chapter reads. */
export interface Evidence {
  readonly asOf?: Edtf;
  readonly documents: readonly Document[];
  readonly derivations: readonly Derivation[];
  readonly origins: readonly Origin[];
  readonly codebook: Codebook;
  readonly statements: readonly Statement[];
}

/**
 * What an actor says on an issue. Accepted and suggested statements are never mixed: `basis` says which the stand was made from, and
 * where a person accepted something, what a machine suggests besides stands apart in `suggested`.
 */
export interface Position extends Stand {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly basis: 'accepted' | 'suggested';
  /** What the suggestions alone would say, beside an accepted stand. */
  readonly suggested?: Stand;
  readonly counts: { readonly accepted: number; readonly suggested: number };
}

export interface PositionOptions {
  /** Leaves out what was said later. */
  readonly asOf?: Edtf;
  /** Leaves out what cannot have been said in it, and what nothing dates at all. */
  readonly interval?: Edtf;
}

/** When a position was held: the statement's date, else its document's; a past one without a date lies somewhere before that. */
export const dateOf = (statement: Statement, published?: Edtf): Edtf | undefined => {
  if (statement.date !== undefined) return statement.date;
  if (published === undefined) return undefined;
  const { last } = dayRange(published);
  return statement.tense === 'past' && last !== undefined ? `../${last}` : published;
};

/** An undated document is no older than the dated ones that it takes from. */
export const notBefore = (evidence: {
  readonly documents: readonly Pick<Document, 'id' | 'published'>[];
  readonly derivations: readonly Derivation[];
}): ReadonlyMap<DocumentId, IsoDay> => {
  const published = new Map(evidence.documents.map(({ id, published }) => [id, dayRange(published?.value).first]));
  const found = new Map<DocumentId, IsoDay>();
  for (const { source, derived } of evidence.derivations) {
    const first = published.get(source.document);
    if (first === undefined || published.get(derived.document) !== undefined) continue;
    if (first > (found.get(derived.document) ?? '')) found.set(derived.document, first);
  }
  return found;
};

/** A statement that is placed, with the actor that it counts for. */
export interface PlacedFor extends Placed {
  readonly actor: ActorId;
}

/** What the place of a statement depends on besides itself. */
export interface Surroundings {
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly originOf: OriginOf;
  readonly published: (document: DocumentId) => Edtf | undefined;
  /** The first day that an undated document can be of. */
  readonly notBefore: (document: DocumentId) => IsoDay | undefined;
}

/** Tells of one statement the days it can mean, its origin, and the actor that it counts for. */
export const placed = (statement: Statement, { actors, originOf, published, notBefore }: Surroundings): PlacedFor => {
  const { document } = statement.passage;
  const date = dateOf(statement, published(document));
  const bound = date === undefined && statement.tense !== 'past' ? notBefore(document) : undefined;
  const origin = originOf(statement.passage);
  return {
    statement,
    when: bound === undefined ? dayRange(date) : { first: bound },
    origin,
    echo: origin !== originId(document),
    actor: spokenFor(actors, statement.actor, date),
  };
};

const surroundingsOf = (evidence: Omit<Evidence, 'statements'>): Surroundings => {
  const published = new Map(evidence.documents.map((document) => [document.id, document.published?.value]));
  const bounds = notBefore(evidence);
  return {
    actors: actorsById(evidence.codebook),
    originOf: originAt(evidence.origins),
    published: (document) => published.get(document),
    notBefore: (document) => bounds.get(document),
  };
};

/** What some statements say of one actor on one issue. @throws RangeError when there is none */
export const positionOf = (
  actor: ActorId,
  issue: IssueId,
  placed: readonly Placed[],
  latest: IsoDay | undefined,
): Position => {
  const accepted = placed.filter(({ statement }) => statement.status === 'accepted');
  const suggested = placed.filter(({ statement }) => statement.status === 'suggested');
  const counts = { accepted: accepted.length, suggested: suggested.length };
  if (accepted.length === 0) return { actor, issue, basis: 'suggested', counts, ...standOf(suggested, latest) };
  return {
    actor,
    issue,
    basis: 'accepted',
    counts,
    ...standOf(accepted, latest),
    ...(suggested.length > 0 && { suggested: standOf(suggested, latest) }),
  };
};

/**
 * Whether nothing tells that it was held by then: said later, or known only by its end, that end lying more than a year after. What nothing
 * dates ends with the latest document.
 */
const notYet = (until: DayRange, { first, last }: DayRange, newest: IsoDay | undefined): boolean => {
  if (first !== undefined) return certainlyBefore(until, { first });
  const end = last ?? newest;
  return end !== undefined && until.last !== undefined && daysBetween(until.last, end) > PRESENT_DAYS;
};

/** The last day on which a document can have been published. */
const newestOf = (documents: Evidence['documents']): IsoDay | undefined => {
  let newest: IsoDay | undefined;
  for (const { published } of documents) {
    const { last } = dayRange(published?.value);
    if (last !== undefined && (newest === undefined || last > newest)) newest = last;
  }
  return newest;
};

/** Which statements count by the options: a question to be put to each. */
const counting = (options: PositionOptions, newest: IsoDay | undefined): ((placed: Placed) => boolean) => {
  const { asOf, interval } = options;
  const until = dayRange(asOf);
  return (placed) =>
    !(asOf !== undefined && notYet(until, placed.when, newest)) && (interval === undefined || within(placed, interval));
};

/**
 * Who stands where: one position for each actor and issue of which anything is said, actors and issues in the codebook's order. A
 * person's or body's word counts for the state or organisation that it is part of at the time; counting is by the origin of the passages
 * that the statements stand in, never by article.
 *
 * Unit: `asOf` and `interval` are EDTF; a statement that can mean a day in them is in; one known only by its end, from a year before it.
 */
export const positionsOver = (evidence: Evidence, options: PositionOptions = {}): readonly Position[] => {
  const newest = newestOf(evidence.documents);
  const latest = options.asOf === undefined ? newest : dayRange(options.asOf).last;
  const counts = counting(options, newest);
  const groups = new Map<ActorId, Map<IssueId, Placed[]>>();
  const around = surroundingsOf(evidence);
  for (const statement of evidence.statements) {
    if (statement.status === 'rejected') continue;
    const one = placed(statement, around);
    if (!counts(one)) continue;
    const byIssue = groups.get(one.actor) ?? new Map<IssueId, Placed[]>();
    groups.set(one.actor, byIssue);
    const cell = byIssue.get(statement.issue);
    if (cell === undefined) byIssue.set(statement.issue, [one]);
    else cell.push(one);
  }
  const actorOrder = new Map(evidence.codebook.actors.map(({ id }, at) => [id, at]));
  const issueOrder = new Map(evidence.codebook.issues.map(({ id }, at) => [id, at]));
  const at = <Id>(order: ReadonlyMap<Id, number>, id: Id): number => order.get(id) ?? order.size;
  return [...groups]
    .flatMap(([actor, byIssue]) => [...byIssue].map(([issue, placed]) => positionOf(actor, issue, placed, latest)))
    .sort(
      (a, b) => at(actorOrder, a.actor) - at(actorOrder, b.actor) || at(issueOrder, a.issue) - at(issueOrder, b.issue),
    );
};

export type { StancePart, Stand } from './stand.ts';
export type { Standing } from './voice.ts';
