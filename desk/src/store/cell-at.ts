import { daysBetween } from '@entente/core/chronicle/edtf';
import { type PlacedFor, positionOf } from '@entente/core/position/position';
import { PRESENT_DAYS } from '@entente/core/position/stand';
import type { ActorId, IsoDay, IssueId } from '@entente/core/vocabulary';
import { cellOf } from './cells.ts';
import type { PositionCell } from './store.ts';

/** A statement with its place among all: of two at the same time, the one that came first goes first. */
export interface Ordered extends PlacedFor {
  readonly order: number;
}

/** In order of time, as positions take them. */
export const inTime = (placed: Iterable<Ordered>): readonly Ordered[] =>
  [...placed].sort((a, b) => {
    const [x, y] = [a.when.first ?? a.when.last ?? '', b.when.first ?? b.when.last ?? ''];
    return x < y ? -1 : x > y ? 1 : a.statement.passage.start - b.statement.passage.start || a.order - b.order;
  });

/** What of a cell's statements of one status bears on a date. */
interface Window {
  readonly count: number;
  /** How many stances followed each other. */
  readonly stages: number;
  /** Those that can be the present: all that came earlier only makes history. */
  readonly present: readonly Ordered[];
}

const windowOf = (sorted: readonly Ordered[], counts: (placed: PlacedFor) => boolean): Window => {
  const counted: Ordered[] = [];
  let [stages, newest, stance] = [0, '', ''];
  for (const one of sorted) {
    if (!counts(one)) continue;
    counted.push(one);
    if (one.statement.stance !== stance) {
      stance = one.statement.stance;
      stages += 1;
    }
    const last = one.when.last ?? one.when.first;
    if (last !== undefined && last > newest && one.statement.tense !== 'future') newest = last;
  }
  const isPresent = ({ when: { last } }: Ordered): boolean =>
    newest === '' || last === undefined || daysBetween(last, newest) <= PRESENT_DAYS;
  return { count: counted.length, stages, present: counted.filter(isPresent).sort((a, b) => a.order - b.order) };
};

interface Statements {
  readonly actor: ActorId;
  readonly issue: IssueId;
  sorted?: Readonly<Record<'accepted' | 'suggested', readonly Ordered[]>>;
}

/**
 * One cell at a date: the same as the core makes of all its statements. What lies more than a year before the newest is history in any case,
 * and of history a cell tells only how many stances it had; so that is counted, and positions are made of the rest.
 */
export const cellAt = (
  cell: Statements,
  statements: () => ReadonlyMap<string, Ordered>,
  counts: (placed: PlacedFor) => boolean,
  latest: IsoDay | undefined,
): PositionCell | undefined => {
  if (cell.sorted === undefined) {
    const placed = [...statements().values()];
    cell.sorted = {
      accepted: inTime(placed.filter(({ statement }) => statement.status === 'accepted')),
      suggested: inTime(placed.filter(({ statement }) => statement.status === 'suggested')),
    };
  }
  const [accepted, suggested] = [windowOf(cell.sorted.accepted, counts), windowOf(cell.sorted.suggested, counts)];
  if (accepted.count + suggested.count === 0) return undefined;
  const position = positionOf(cell.actor, cell.issue, [...accepted.present, ...suggested.present], latest);
  return {
    ...cellOf(position),
    counts: { accepted: accepted.count, suggested: suggested.count },
    stages: (accepted.count > 0 ? accepted : suggested).stages,
  };
};
