import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row, at: number) => ReactNode;
  readonly className?: string;
  /** How the table is sorted by it now, where it can be. */
  readonly sorted?: 'ascending' | 'descending' | 'none';
  readonly onSort?: () => void;
}

interface Props<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** The row that keys act on; its link takes the focus when `moved` counts up. */
  readonly current?: number;
  readonly moved?: number;
  readonly height?: number;
}

/** A table of any length: only the rows in view are in the page, and screen readers are told how many there are. */
export const LongTable = <Row,>({
  caption,
  rows,
  columns,
  keyOf,
  current = -1,
  moved = 0,
  height = 52,
}: Props<Row>) => {
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above the table may grow with the rows
  useLayoutEffect(() => {
    setTop((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [rows]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingEnd: 80,
    scrollPaddingStart: 120,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const items = virtual.getVirtualItems();
  const [before, after] = [(items[0]?.start ?? top) - top, virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move by key brings the row into view
  useEffect(() => {
    if (moved === 0 || current < 0) return;
    virtual.scrollToIndex(current, { align: 'auto' });
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${current + 2}"] a`)?.focus({ preventScroll: true }),
    );
  }, [moved]);
  return (
    <table ref={table} className="long" aria-rowcount={rows.length + 1}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ key, head, className, sorted, onSort }) => (
            <th key={key} scope="col" className={className} {...(sorted !== undefined && { 'aria-sort': sorted })}>
              {onSort === undefined ? (
                head
              ) : (
                <button type="button" className="plain" onClick={onSort}>
                  {head}
                  <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : ''}</span>
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before > 0 && (
          <tr className="space">
            <td colSpan={columns.length} style={{ height: before }} />
          </tr>
        )}
        {items.map(({ index, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <tr
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-rowindex={index + 2}
              className={index === current ? 'now' : undefined}
            >
              {columns.map((column) => (
                <td key={column.key} className={column.className}>
                  {column.cell(row, index)}
                </td>
              ))}
            </tr>
          );
        })}
        {after > 0 && (
          <tr className="space">
            <td colSpan={columns.length} style={{ height: after }} />
          </tr>
        )}
      </tbody>
    </table>
  );
};
