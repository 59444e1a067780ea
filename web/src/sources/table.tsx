import type { DocumentRow } from 'entente/http/app';
import { dateText } from '../shared/dates.ts';
import { Link } from '../shared/link.tsx';
import { type Column, LongTable } from '../shared/long-table.tsx';
import { isSource, sortedBy, sourceOf, type TableState, titleOf } from './state.ts';
import { WORDS } from './words.ts';

const Title = ({ row, inner }: { readonly row: DocumentRow; readonly inner: boolean }) => (
  <div className={inner ? 'inner' : undefined}>
    <Link to={{ room: 'sources', path: [row.document.id] }} dir="auto">
      {titleOf(row)}
    </Link>
    <small className="quiet" dir="auto">
      {sourceOf(row)}
      {row.document.kind !== undefined && `, ${WORDS.document.kinds[row.document.kind.value].toLowerCase()}`}
    </small>
  </div>
);

const Open = ({ row }: { readonly row: DocumentRow }) =>
  row.statements.suggested === 0 ? (
    <span className="quiet">–</span>
  ) : (
    <Link to={{ room: 'coding', path: [row.document.id] }}>
      {row.statements.suggested.toLocaleString()}
      <span className="unseen">{WORDS.toCode}</span>
    </Link>
  );

/** The documents of the dossier, each with its origin and what is still to code. */
export const SourcesTable = ({
  rows,
  state,
  onState,
  current,
  moved,
}: {
  readonly rows: readonly DocumentRow[];
  readonly state: TableState;
  readonly onState: (state: TableState) => void;
  readonly current: number;
  readonly moved: number;
}) => {
  const sorting = (sort: TableState['sort']): Pick<Column<DocumentRow>, 'sorted' | 'onSort'> => ({
    sorted: state.sort !== sort ? 'none' : state.falling ? 'descending' : 'ascending',
    onSort: () => onState(sortedBy(state, sort)),
  });
  const columns: readonly Column<DocumentRow>[] = [
    {
      key: 'title',
      head: WORDS.columns.title,
      ...sorting('title'),
      cell: (row, at) => <Title row={row} inner={state.byOrigin && rows[at - 1]?.origin === row.origin} />,
    },
    {
      key: 'published',
      head: WORDS.columns.published,
      ...sorting('published'),
      className: 'day',
      cell: ({ document }) =>
        document.published === undefined ? (
          <span className="quiet">{WORDS.undated}</span>
        ) : (
          dateText(document.published.value)
        ),
    },
    {
      key: 'origin',
      head: WORDS.columns.origin,
      className: 'wide-only',
      cell: (row) =>
        row.originSize === 1 ? (
          <span className="quiet">{WORDS.own}</span>
        ) : isSource(row) ? (
          WORDS.sharedSource(row.originSize)
        ) : (
          WORDS.shared(row.originSize)
        ),
    },
    {
      key: 'grade',
      head: WORDS.columns.grade,
      className: 'wide-only',
      cell: ({ document }) => document.grade ?? <span className="quiet">–</span>,
    },
    {
      key: 'accepted',
      head: WORDS.columns.accepted,
      ...sorting('accepted'),
      className: 'num wide-only',
      cell: ({ statements }) =>
        statements.accepted === 0 ? <span className="quiet">–</span> : statements.accepted.toLocaleString(),
    },
    {
      key: 'open',
      head: WORDS.columns.open,
      ...sorting('open'),
      className: 'num',
      cell: (row) => <Open row={row} />,
    },
  ];
  return (
    <LongTable
      caption={WORDS.room}
      rows={rows}
      columns={columns}
      keyOf={({ document }) => document.id}
      current={current}
      moved={moved}
    />
  );
};
