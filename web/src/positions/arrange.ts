import { csv } from '@entente/core/report/csv';
import { STANCE_WORDS, VOICE_WORDS } from '@entente/core/report/words';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import type { Stance } from '@entente/core/vocabulary';
import type { PositionCell, PositionPage } from 'entente/http/app';
import type { Grid } from './state.ts';

/** In which order parties and issues stand: most said, or most of what one looks for, first. */
export const ORDERS = ['said', 'contested', 'thin', 'moved', 'name'] as const;
export type Order = (typeof ORDERS)[number];

export const orderIn = (word: string | undefined): Order => ORDERS.find((one) => one === word) ?? 'said';

/** How a cell differs from an earlier day: a party that said nothing then, that says nothing now, or that says otherwise. */
export interface Shift {
  readonly kind: 'new' | 'gone' | 'other';
  readonly before?: Stance;
}

export type Shifts = ReadonlyMap<string, Shift>;

const placeOf = (actor: string, issue: string): string => `${actor} ${issue}`;

/** What differs between an earlier day and the grid as it is shown. */
export const shiftsBetween = (before: PositionPage, grid: Grid, suggestions: boolean): Shifts => {
  const only = before.cells.length > 0 && before.cells.every(({ basis }) => basis === 'suggested');
  const then = new Map(
    before.cells
      .filter(({ basis }) => suggestions || only || basis === 'accepted')
      .map((cell) => [placeOf(cell.actor, cell.issue), cell.stance] as const),
  );
  const shifts = new Map<string, Shift>();
  for (const actor of grid.rows)
    for (const issue of grid.columns) {
      const place = placeOf(actor.id, issue.id);
      const [now, stance] = [grid.cell(actor.id, issue.id), then.get(place)];
      if (now !== undefined && stance === undefined) shifts.set(place, { kind: 'new' });
      else if (now !== undefined && stance !== undefined && stance !== now.stance)
        shifts.set(place, { kind: 'other', before: stance });
    }
  for (const [place, stance] of then) {
    const [actor = '', issue = ''] = place.split(' ');
    if (grid.cell(actor, issue) === undefined) shifts.set(place, { kind: 'gone', before: stance });
  }
  return shifts;
};

/** How much of what an order looks for is in a cell. */
const interest = (order: Order, cell: PositionCell): number => {
  if (order === 'contested') return cell.contested ? 1 : 0;
  if (order === 'moved') return cell.stages > 1 ? 1 : 0;
  if (order === 'thin') return cell.contested ? 0 : cell.voice !== 'named' ? 2 : cell.origins < 2 ? 1 : 0;
  return 0;
};

/** A grid in another order; of equals those of whom most is said stay first. */
export const arranged = (grid: Grid, order: Order, shifts?: Shifts): Grid => {
  if (order === 'said' && shifts === undefined) return grid;
  const weight = (cells: readonly (PositionCell | undefined)[], places: readonly string[]): number =>
    cells.reduce((sum, cell) => sum + (cell === undefined ? 0 : interest(order, cell)), 0) +
    (shifts === undefined ? 0 : places.filter((place) => shifts.has(place)).length * 100);
  const sorted = <One extends { readonly id: string }>(
    all: readonly One[],
    name: (one: One) => string,
    score: (one: One) => number,
  ): readonly One[] =>
    all
      .map((one, at) => ({ one, at, score: order === 'name' && shifts === undefined ? 0 : score(one) }))
      .sort(
        (a, b) => b.score - a.score || (order === 'name' ? name(a.one).localeCompare(name(b.one)) : 0) || a.at - b.at,
      )
      .map(({ one }) => one);
  return {
    ...grid,
    rows: sorted(
      grid.rows,
      ({ name }) => name,
      ({ id }) =>
        weight(
          grid.columns.map((issue) => grid.cell(id, issue.id)),
          grid.columns.map((issue) => placeOf(id, issue.id)),
        ),
    ),
    columns: sorted(
      grid.columns,
      ({ label }) => label,
      ({ id }) =>
        weight(
          grid.rows.map((actor) => grid.cell(actor.id, id)),
          grid.rows.map((actor) => placeOf(actor.id, id)),
        ),
    ),
  };
};

const KINDS: readonly Actor['kind'][] = ['state', 'organisation', 'body', 'group', 'person', 'medium'];

/** Parties by their kind, in that order inside. */
export const byKind = (rows: readonly Actor[]): readonly Actor[] =>
  KINDS.flatMap((kind) => rows.filter((one) => one.kind === kind));

/** The matrix as it is seen, one position a line, as a spreadsheet opens it: nothing in it runs. */
export const seenAsCsv = (
  { rows, columns, grid }: { readonly rows: readonly Actor[]; readonly columns: readonly Issue[]; readonly grid: Grid },
  shifts: Shifts | undefined,
): string =>
  csv(
    [
      'party',
      'issue',
      'position',
      ...(shifts === undefined ? [] : ['before']),
      'origins',
      'known',
      'contested',
      'status',
      'statements',
      'when',
    ],
    columns.flatMap((issue) =>
      rows.flatMap((actor) => {
        const cell = grid.cell(actor.id, issue.id);
        if (cell === undefined) return [];
        const shift = shifts?.get(placeOf(actor.id, issue.id));
        const before =
          shift === undefined
            ? 'the same'
            : shift.before === undefined
              ? 'nothing reported'
              : STANCE_WORDS[shift.before].cell.replace(' …', '');
        return [
          [
            actor.name,
            issue.label,
            STANCE_WORDS[cell.stance].cell.replace(' …', ''),
            ...(shifts === undefined ? [] : [before]),
            cell.origins,
            VOICE_WORDS[cell.voice],
            cell.contested ? 'yes' : 'no',
            cell.basis,
            cell.statements.length,
            cell.interval,
          ],
        ];
      }),
    ),
  );
