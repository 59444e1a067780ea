import './positions.css';
import { dayRange } from '@entente/core/chronicle/edtf';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { asOfIn } from '../shared/as-of.ts';
import { DateField } from '../shared/date-field.tsx';
import { dateText } from '../shared/dates.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { NoDate, Shown, Told } from '../shared/states.tsx';
import { router, useFetched, useLast } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { arranged, byKind, ORDERS, orderIn, seenAsCsv, shiftsBetween } from './arrange.ts';
import { Behind } from './behind.tsx';
import { cellKey, cellPage, daysPage, matrixPage } from './fetched.ts';
import { type Chosen, Legend, List, Matrix } from './matrix.tsx';
import { DaySlider } from './slider.tsx';
import { findingOf, type Grid, gridOf, lineOf, nextDay, stepped, windowOf } from './state.ts';
import { WORDS } from './words.ts';

const Opened = ({ chosen, asOf, grid }: { readonly chosen: Chosen; readonly asOf: string; readonly grid: Grid }) => {
  const fetched = useLast(useFetched(cellPage(cellKey(chosen.actor, chosen.issue, asOf))));
  const issue = grid.columns.find(({ id }) => id === chosen.issue);
  const actor = grid.rows.find(({ id }) => id === chosen.actor);
  const gone = fetched.kind === 'failed' && fetched.problems.some(({ code }) => code === 'http/absent');
  if (gone) return <Told says={WORDS.absent} />;
  return (
    <Shown fetched={fetched}>
      {(detail) => (
        <Behind
          key={`${detail.position.actor} ${detail.position.issue}`}
          detail={detail}
          actor={actor?.name ?? chosen.actor}
          issue={issue?.label ?? chosen.issue}
          proposal={issue?.proposal ?? ''}
        />
      )}
    </Shown>
  );
};

const chosenIn = ({ query }: Place): Chosen | undefined => {
  const { actor, issue } = query;
  return actor === undefined || issue === undefined ? undefined : { actor, issue };
};

/** From so many issues on a whole matrix shows marks alone. */
const MANY = 12;

const saveText = (name: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

/** Who stands where, as of a day. */
export default function View({ place: given }: { readonly place: Place }) {
  const { place, asOf = '', wrong } = asOfIn(given);
  const suggestions = place.query['with'] === 'suggestions';
  const asList = place.query['as'] === 'list';
  const chosen = chosenIn(place);
  const days = useFetched(daysPage);
  const fetched = useLast(useFetched(matrixPage(asOf)));
  const since = place.query['since'] ?? '';
  const earlier = useLast(useFetched(matrixPage(since === '' ? asOf : since)));
  const order = orderIn(place.query['order']);
  const grouped = place.query['group'] === 'kind';
  const [words, setWords] = useState('');
  const [whole, setWhole] = useState(false);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLDivElement>(null);
  const find = useRef<HTMLInputElement>(null);
  const go = (change: Readonly<Record<string, string>>, how: 'push' | 'replace' = 'replace'): void =>
    router.go({ room: 'positions', query: { ...place.query, ...change } }, how);
  const line = days.kind === 'there' ? lineOf(days.value, suggestions) : undefined;
  const day = asOf === '' ? (line?.last ?? '') : (dayRange(asOf).last ?? line?.last ?? '');
  const focusCell = (): void =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`)?.focus();
  const close = (): void => {
    if (chosen === undefined) return;
    go({ actor: '', issue: '' });
    requestAnimationFrame(focusCell);
  };
  const days1 = (by: 1 | -1) => () => {
    if (line !== undefined) go({ 'as-of': nextDay(line, day, by) });
  };
  const opened = chosen === undefined ? '' : `${chosen.actor} ${chosen.issue}`;
  useEffect(() => {
    if (opened === '') return undefined;
    const timer = setTimeout(() => document.getElementById('behind-title')?.focus({ preventScroll: false }), 60);
    return () => clearTimeout(timer);
  }, [opened]);
  useKeys(WORDS.keysOf, [
    { keys: ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'], says: WORDS.keys.move, run: focusCell, line: true },
    { keys: ['Enter'], says: WORDS.keys.open, run: focusCell, line: true },
    { keys: ['['], says: WORDS.keys.earlier, run: days1(-1), line: true },
    { keys: [']'], says: WORDS.keys.later, run: days1(1), line: true },
    {
      keys: ['s'],
      says: WORDS.keys.suggestions,
      run: () => go({ with: suggestions ? '' : 'suggestions' }),
      line: true,
    },
    { keys: ['t'], says: WORDS.keys.table, run: () => go({ as: asList ? '' : 'list' }), line: true },
    { keys: ['f'], says: WORDS.keys.find, run: () => find.current?.focus() },
    {
      keys: ['o'],
      says: WORDS.keys.order,
      run: () => go({ order: ORDERS[(ORDERS.indexOf(order) + 1) % ORDERS.length] ?? '' }),
    },
    { keys: ['g'], says: WORDS.keys.group, run: () => go({ group: grouped ? '' : 'kind' }) },
    {
      keys: ['c'],
      says: WORDS.keys.compare,
      run: () => document.querySelector<HTMLElement>('.compare input')?.focus(),
    },
    { keys: ['w'], says: WORDS.keys.whole, run: () => setWhole(!whole) },
    {
      keys: ['d'],
      says: WORDS.keys.draft,
      run: () =>
        router.go({ room: 'conflict', path: ['new'], query: chosen === undefined ? {} : { issue: chosen.issue } }),
    },
    { keys: ['Escape'], says: WORDS.keys.close, run: close },
  ]);
  const to = (one: Chosen) => ({ room: 'positions', query: { ...place.query, ...one } }) as const;
  return (
    <Shown fetched={fetched}>
      {(page) => {
        const plain = gridOf(page, suggestions);
        const then = since !== '' && earlier.kind === 'there' ? earlier.value : undefined;
        const shifts = then && shiftsBetween(then, plain, suggestions);
        const grid = arranged(plain, order, shifts);
        const shown = windowOf(grid, whole, words);
        const { columns, moreRows, moreColumns } = shown;
        const rows = grouped ? byKind(shown.rows) : shown.rows;
        const compact = whole && columns.length > MANY;
        const move = (event: KeyboardEvent): void => {
          if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
          const from = event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
          if (from === undefined || !/^(?:Arrow|Home|End)/.test(event.key)) return;
          const [row = 0, column = 0] = from.split(' ').map(Number);
          const next = stepped({ row, column }, event.key, rows.length, columns.length);
          event.preventDefault();
          setAt(next);
          table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
        };
        const props = { grid, rows, columns, chosen, suggestions, shifts, to };
        const nothing = page.cells.length === 0 && asOf === '';
        return (
          <>
            <Head
              finding={findingOf(plain) ?? WORDS.title}
              side={
                <fieldset className="segmented" aria-label={WORDS.which}>
                  <button type="button" aria-pressed={!suggestions} onClick={() => go({ with: '' })}>
                    {WORDS.accepted}
                  </button>
                  <button type="button" aria-pressed={suggestions} onClick={() => go({ with: 'suggestions' })}>
                    {WORDS.suggestions}
                  </button>
                </fieldset>
              }
            >
              <NoDate wrong={wrong} />
              {grid.onlySuggested && <p>{WORDS.only}</p>}
            </Head>
            {line !== undefined && <DaySlider line={line} day={day} onDay={(next) => go({ 'as-of': next })} />}
            {nothing ? (
              <Told says={WORDS.empty}>
                <p>{WORDS.emptyMore}</p>
                <p>
                  <Link to={{ room: 'coding' }}>{WORDS.emptyTo}</Link>
                </p>
              </Told>
            ) : columns.length === 0 && words === '' ? (
              <Told says={WORDS.emptyBy(day === '' ? '' : dateText(day))}>
                <p>{WORDS.emptyByMore}</p>
              </Told>
            ) : (
              <>
                <div className="matrix-tools">
                  <input
                    ref={find}
                    type="search"
                    className="field"
                    aria-label={WORDS.find}
                    placeholder={WORDS.find}
                    value={words}
                    onChange={(event) => setWords(event.target.value)}
                  />
                  <label className="small">
                    {WORDS.order}{' '}
                    <select value={order} onChange={(event) => go({ order: event.target.value })}>
                      {ORDERS.map((one) => (
                        <option key={one} value={one}>
                          {WORDS.orders[one]}
                        </option>
                      ))}
                    </select>
                  </label>
                  <label className="small">
                    <input type="checkbox" checked={grouped} onChange={() => go({ group: grouped ? '' : 'kind' })} />{' '}
                    {WORDS.byKind}
                  </label>
                  <div className="compare small">
                    <DateField label={WORDS.compare} value={since} onDate={(date) => go({ since: date })} />
                    {shifts !== undefined && <p role="status">{WORDS.differs(shifts.size)}</p>}
                  </div>
                  <button
                    type="button"
                    className="link small"
                    onClick={() => saveText('positions.csv', seenAsCsv({ rows, columns, grid }, shifts))}
                  >
                    {WORDS.csv}
                  </button>
                </div>
                {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows between the cells, which are links */}
                <div className={asList ? 'frame-of list' : 'frame-of'} ref={table} onKeyDown={move}>
                  <div className={whole ? 'wide-matrix whole' : 'wide-matrix'}>
                    {!asList && (
                      <Matrix
                        {...props}
                        compact={compact}
                        grouped={grouped}
                        at={{ row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, columns.length - 1) }}
                      />
                    )}
                  </div>
                  <div className={asList ? 'twin' : 'twin only-narrow'}>
                    <List {...props} />
                  </div>
                </div>
                {(moreRows > 0 || moreColumns > 0 || whole) && (
                  <p className="small">
                    <button type="button" className="link" onClick={() => setWhole(!whole)}>
                      {whole
                        ? WORDS.fewer
                        : [
                            moreColumns > 0 ? WORDS.moreColumns(moreColumns) : '',
                            moreRows > 0 ? WORDS.moreRows(moreRows) : '',
                          ]
                            .filter(Boolean)
                            .join(', ')}
                    </button>
                  </p>
                )}
                <Legend />
              </>
            )}
            {chosen !== undefined && (
              <div className="opened">
                <Opened chosen={chosen} asOf={asOf} grid={grid} />
                <p>
                  <button type="button" className="link small" onClick={close}>
                    {WORDS.close} <kbd>Esc</kbd>
                  </button>
                </p>
              </div>
            )}
          </>
        );
      }}
    </Shown>
  );
}
