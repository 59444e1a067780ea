import { dayRange, readEdtf } from '@entente/core/chronicle/edtf';
import { isEdtf } from '@entente/core/document/edtf';
import { type Position, positionOf } from '@entente/core/position/position';
import type { Statement } from '@entente/core/statement/statement';
import { type ActorId, type Edtf, type IsoDay, type IssueId, originId } from '@entente/core/vocabulary';
import type { Database } from '../database.ts';
import type { Cells, Known } from '../known.ts';
import { codebookIn } from '../reader.ts';
import { recordIn } from '../shape.ts';
import type { PositionCell } from '../store.ts';
import type { Lane } from './lane.ts';
import { dayNumber, ECHO, isoDay, NO_DAY } from './mark.ts';
import { countedAt, standAt, type Until } from './stand-at.ts';

/** The date at which cells are looked at: the last day that it can mean. @throws RangeError for what is no date */
const untilOf = (asOf: Edtf | undefined, newest: IsoDay | undefined): Until => {
  if (asOf !== undefined && readEdtf(asOf) === undefined && !isEdtf(asOf))
    throw new RangeError(`“${asOf}” is no date to look at positions from`);
  const { last } = dayRange(asOf);
  return {
    day: dayNumber(last),
    latest: dayNumber(asOf === undefined ? newest : last),
    newest: dayNumber(newest),
  };
};

/** The matrix at a date, counted from the marks that are kept. */
export const cellsAt = (db: Database, { newest, cells }: Cells, asOf?: Edtf): readonly PositionCell[] => {
  const until = untilOf(asOf, newest);
  const { actors, issues } = codebookIn(db);
  const actorAt = new Map(actors.map(({ id }, at) => [id, at]));
  const issueAt = new Map(issues.map(({ id }, at) => [id, at]));
  return cells
    .flatMap(({ actor, issue, lane }): (readonly [number, number, PositionCell])[] => {
      const found = standAt(lane, until);
      if (found === undefined) return [];
      const place = [actorAt.get(actor) ?? actorAt.size, issueAt.get(issue) ?? issueAt.size] as const;
      return [[...place, { actor, issue, ...found }]];
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, , cell]) => cell);
};

const rangeAt = ({ first, last }: Lane, index: number) => {
  const [begin, end] = [first[index] ?? NO_DAY, last[index] ?? NO_DAY];
  return { ...(begin !== NO_DAY && { first: isoDay(begin) }), ...(end !== NO_DAY && { last: isoDay(end) }) };
};

const BODIES =
  'SELECT r.key AS key, r.body AS body FROM json_each(?) AS one CROSS JOIN record AS r ON r.key = one.value';

/** Statements by the keys of their records. */
const statementsAt = (db: Database, keys: readonly number[]): ReadonlyMap<number, Statement> =>
  new Map(
    db.ask(BODIES, [JSON.stringify(keys)]).map(({ key, body }) => [Number(key), recordIn('statement', String(body))]),
  );

/** One cell with its statements in full. */
export const positionAt = (
  db: Database,
  known: Known,
  [actor, issue]: readonly [ActorId, IssueId],
  asOf?: Edtf,
): Position | undefined => {
  const { newest, cells } = known.cells();
  const lane = cells.find((cell) => cell.actor === actor && cell.issue === issue)?.lane;
  if (lane === undefined) return undefined;
  const until = untilOf(asOf, newest);
  const { keys, weight, origin } = lane;
  const counted = countedAt(lane, until).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  if (counted.length === 0) return undefined;
  const origins = lane.origins();
  const whole = statementsAt(
    db,
    counted.map((index) => keys[index] ?? 0),
  );
  const placed = counted.flatMap((index) => {
    const statement = whole.get(keys[index] ?? 0);
    if (statement === undefined) return [];
    return {
      ...{ statement, when: rangeAt(lane, index), origin: originId(origins[origin[index] ?? 0] ?? '') },
      echo: ((weight[index] ?? 0) & ECHO) !== 0,
    };
  });
  return positionOf(actor, issue, placed, asOf === undefined ? newest : dayRange(asOf).last);
};
