import { glyphName } from '@entente/core/picture/glyph';
import { STANCE_WORDS } from '@entente/core/report/words';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import { STANCES } from '@entente/core/vocabulary';
import type { PositionCell } from 'entente/http/app';
import { memo } from 'react';
import { dateText } from '../shared/dates.ts';
import { Glyph } from '../shared/glyph.tsx';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import type { Shift, Shifts } from './arrange.ts';
import { type Grid, glyphOfCell, hollow } from './state.ts';
import { cellWords, WORDS } from './words.ts';

export interface Chosen {
  readonly actor: string;
  readonly issue: string;
}

interface Props {
  readonly grid: Grid;
  readonly rows: readonly Actor[];
  readonly columns: readonly Issue[];
  readonly chosen: Chosen | undefined;
  /** Where the arrows are. */
  readonly at: { readonly row: number; readonly column: number };
  readonly suggestions: boolean;
  /** What differs from an earlier day, where one is compared with. */
  readonly shifts: Shifts | undefined;
  /** Marks alone: so many cells that words would hide the picture. */
  readonly compact: boolean;
  /** Parties stand by their kind, each kind under its name. */
  readonly grouped: boolean;
  readonly to: (chosen: Chosen) => Partial<Place> & Pick<Place, 'room'>;
}

/** How a cell was on the earlier day. */
const Was = ({ shift }: { readonly shift: Shift | undefined }) =>
  shift === undefined ? null : (
    <small className="was">
      {shift.before === undefined ? WORDS.isNew : WORDS.was(STANCE_WORDS[shift.before].cell.replace(' …', ''))}
    </small>
  );

const Marks = ({
  cell,
  suggestions,
  shift,
  compact = false,
}: {
  readonly cell: PositionCell;
  readonly suggestions: boolean;
  readonly shift?: Shift | undefined;
  readonly compact?: boolean;
}) => {
  const { does, rests } = cellWords(cell);
  if (compact)
    return (
      <>
        <Glyph glyph={glyphOfCell(cell)} />
        {(cell.contested || shift !== undefined) && <b className="flag">{cell.contested ? '≠' : '↻'}</b>}
      </>
    );
  return (
    <>
      <Glyph glyph={glyphOfCell(cell)} />
      <span className="said">
        <b className={cell.basis === 'suggested' ? 'quiet' : undefined}>{does}</b>
        <small>{rests}</small>
        {cell.contested && <small className="contested">{WORDS.contested}</small>}
        {cell.stages > 1 && <small>{WORDS.moved}</small>}
        <Was shift={shift} />
        {suggestions && cell.suggested !== undefined && (
          <small className="beside">
            <Glyph glyph={hollow(cell.suggested)} small /> {WORDS.suggested(cell.counts.suggested)}
          </small>
        )}
      </span>
    </>
  );
};

/** Actors by issues; a cell is a link that opens what stands behind it. */
export const Matrix = memo(({ grid, rows, columns, chosen, at, suggestions, shifts, compact, grouped, to }: Props) => (
  <table className={compact ? 'matrix compact' : 'matrix'} aria-label={WORDS.title}>
    <thead>
      <tr>
        <td />
        {columns.map(({ id, label, proposal }) => (
          <th scope="col" key={id} title={proposal}>
            <bdi>{label}</bdi>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, name, kind }, row) => (
        <tr key={id} className={grouped && kind !== rows[row - 1]?.kind ? 'first-of' : undefined}>
          <th scope="row">
            {grouped && kind !== rows[row - 1]?.kind && <small className="kind">{WORDS.kinds[kind]}</small>}
            <bdi>{name}</bdi>
          </th>
          {columns.map((issue, column) => {
            const cell = grid.cell(id, issue.id);
            const here = at.row === row && at.column === column;
            const open = chosen?.actor === id && chosen.issue === issue.id;
            const shift = shifts?.get(`${id} ${issue.id}`);
            const focus = { tabIndex: here ? 0 : -1, 'data-cell': `${row} ${column}` };
            return (
              <td key={issue.id} className={open ? 'open' : shift === undefined ? undefined : 'shifted'}>
                {cell === undefined ? (
                  <span className="empty" {...focus}>
                    <span className="unseen">{WORDS.nothing}</span>
                    {!compact && <Was shift={shift} />}
                  </span>
                ) : (
                  <Link
                    to={to({ actor: id, issue: issue.id })}
                    {...focus}
                    {...(open && { 'aria-current': true })}
                    aria-label={`${glyphName(name, glyphOfCell(cell))}${cell.contested ? `, ${WORDS.contested}` : ''}: ${issue.label}`}
                    title={compact ? `${name}, ${issue.label}: ${STANCE_WORDS[cell.stance].cell}` : undefined}
                  >
                    <Marks cell={cell} suggestions={suggestions} shift={shift} compact={compact} />
                  </Link>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
));

/** The same as a list of positions: the twin of the matrix, and what a narrow page shows. */
export const List = ({
  grid,
  rows,
  columns,
  chosen,
  suggestions,
  shifts,
  to,
}: Omit<Props, 'at' | 'compact' | 'grouped'>) => (
  <table className="position-list" aria-label={WORDS.table.caption}>
    <thead>
      <tr>
        <th scope="col">{WORDS.table.actor}</th>
        <th scope="col">{WORDS.table.issue}</th>
        <th scope="col">{WORDS.table.stance}</th>
        <th scope="col">{WORDS.table.since}</th>
      </tr>
    </thead>
    <tbody>
      {columns.flatMap((issue) =>
        rows.flatMap(({ id, name }) => {
          const cell = grid.cell(id, issue.id);
          if (cell === undefined) return [];
          const open = chosen?.actor === id && chosen.issue === issue.id;
          return [
            <tr key={`${id} ${issue.id}`} className={open ? 'now' : undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <Link to={to({ actor: id, issue: issue.id })}>
                  <bdi>{issue.label}</bdi>
                </Link>
              </td>
              <td className="marks">
                <Marks cell={cell} suggestions={suggestions} shift={shifts?.get(`${id} ${issue.id}`)} />
              </td>
              <td className="small">{cell.interval === undefined ? WORDS.undatedOne : dateText(cell.interval)}</td>
            </tr>,
          ];
        }),
      )}
    </tbody>
  </table>
);

/** What shapes, fills and lines mean. */
export const Legend = () => {
  const mark = (
    stance: (typeof STANCES)[number],
    voice: 'named' | 'anonymous' | 'reading' = 'named',
    line: 'solid' | 'broken' = 'solid',
  ) => <Glyph glyph={{ stance, voice, line, suggested: false }} small />;
  return (
    <ul className="legend matrix-legend">
      {STANCES.map((stance) => (
        <li key={stance}>
          {mark(stance)} {STANCE_WORDS[stance].cell}
        </li>
      ))}
      <li>
        {mark('oppose', 'anonymous')} {WORDS.legend.anonymous}
      </li>
      <li>
        {mark('oppose', 'reading')} {WORDS.legend.reading}
      </li>
      <li>
        {mark('oppose', 'named', 'broken')} {WORDS.legend.one}
      </li>
      <li>
        <span className="contested">{WORDS.contested}</span>
      </li>
      <li>
        <Glyph glyph={{ stance: 'oppose', voice: 'named', line: 'none', suggested: true }} small />{' '}
        {WORDS.legend.suggested}
      </li>
    </ul>
  );
};
