import type { DocumentRow, Taking } from 'entente/http/app';
import { type ChangeEvent, type DragEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { documentList } from '../shared/documents.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import { dossierHead } from '../shared/shell.tsx';
import { Problems, Shown, Told } from '../shared/states.tsx';
import { router, useCell, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { filesDropped } from './dropped.ts';
import { documentHits } from './fetched.ts';
import { queryOf, rowsShown, summaryOf, tableStateOf } from './state.ts';
import { SourcesTable } from './table.tsx';
import { putAway, takeIn, taking } from './taking.ts';
import { WORDS } from './words.ts';

/** What became of the files that were added, one by one, with what was wrong. */
const Taken = ({ taken }: { readonly taken: Taking }) => (
  <section className="part taken" aria-labelledby="taken">
    <h2 id="taken">{WORDS.taken}</h2>
    <ul>
      {taken.files.map(({ file, outcome, id, suggested }) => (
        <li key={`${file} ${id ?? ''}`}>
          {id === undefined ? <b>{file}</b> : <Link to={{ room: 'sources', path: [id] }}>{file}</Link>}:{' '}
          {WORDS.outcome[outcome]}
          {(outcome === 'new' || outcome === 'revision') && `, ${WORDS.suggested(suggested)}`}
          {id !== undefined && suggested > 0 && (
            <>
              . <Link to={{ room: 'coding', path: [id] }}>{WORDS.document.code}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
    <Problems problems={[...taken.problems, ...taken.notes]} />
    <p>
      <button type="button" className="link" onClick={putAway}>
        {WORDS.takenHide}
      </button>
    </p>
  </section>
);

const useHits = (words: string): ReadonlySet<string> => {
  const late = useDeferredValue(words.trim());
  const fetched = useFetched(documentHits(late.length < 2 ? '' : late));
  return useMemo(
    () =>
      new Set(late.length >= 2 && fetched.kind === 'there' ? fetched.value.hits.map(({ document }) => document) : []),
    [late, fetched],
  );
};

const Listed = ({ rows, place }: { readonly rows: readonly DocumentRow[]; readonly place: Place }) => {
  const state = tableStateOf(place.query);
  const hits = useHits(state.words);
  const shown = useMemo(() => rowsShown(rows, tableStateOf(place.query), hits), [rows, place.query, hits]);
  const [current, setCurrent] = useState(-1);
  const [moved, setMoved] = useState(0);
  const filter = useRef<HTMLInputElement>(null);
  const go = (to: number): void => {
    if (shown.length === 0) return;
    setCurrent(Math.max(0, Math.min(shown.length - 1, to)));
    setMoved((times) => times + 1);
  };
  const set = (next: typeof state): void => {
    setCurrent(-1);
    router.go({ room: 'sources', query: queryOf(next) }, 'replace');
  };
  const id = shown[current]?.document.id;
  useKeys(WORDS.room, [
    { keys: ['j', 'ArrowDown'], says: WORDS.keys.next, run: () => go(current + 1), line: true },
    { keys: ['k', 'ArrowUp'], says: WORDS.keys.previous, run: () => go(current - 1), line: true },
    {
      keys: ['Enter'],
      says: WORDS.keys.open,
      run: () => id !== undefined && router.go({ room: 'sources', path: [id] }),
      line: true,
    },
    { keys: ['c'], says: WORDS.keys.code, run: () => id !== undefined && router.go({ room: 'coding', path: [id] }) },
    { keys: ['f'], says: WORDS.keys.filter, run: () => filter.current?.focus(), line: true },
    { keys: ['g'], says: WORDS.keys.group, run: () => set({ ...state, byOrigin: !state.byOrigin }), line: true },
  ]);
  return (
    <>
      <div className="tools-line">
        <label>
          <span className="unseen">{WORDS.filter}</span>
          <input
            ref={filter}
            className="field"
            type="search"
            placeholder={WORDS.filterHint}
            value={state.words}
            onChange={(event) => set({ ...state, words: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') set({ ...state, words: '' });
              if (event.key === 'Enter' || event.key === 'ArrowDown') go(0);
            }}
          />
        </label>
        <span className="segmented">
          <button type="button" aria-pressed={!state.byOrigin} onClick={() => set({ ...state, byOrigin: false })}>
            {WORDS.ungroup}
          </button>
          <button type="button" aria-pressed={state.byOrigin} onClick={() => set({ ...state, byOrigin: true })}>
            {WORDS.group}
          </button>
        </span>
      </div>
      {shown.length === 0 ? (
        <Told says={WORDS.noneFound(state.words)}>
          <p>{WORDS.noneFoundMore}</p>
        </Told>
      ) : (
        <SourcesTable rows={shown} state={state} onState={set} current={current} moved={moved} />
      )}
    </>
  );
};

/** All documents; files dropped anywhere on the page are taken in. */
export const SourcesList = ({ place }: { readonly place: Place }) => {
  const fetched = useFetched(documentList);
  const head = useFetched(dossierHead);
  const readOnly = head.kind === 'there' && head.value.readOnly;
  const { going, last } = useCell(taking);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const add = (files: readonly File[]): void => {
    if (readOnly) say(WORDS.readOnlyDrop, { fault: true });
    else void takeIn(files);
  };
  useKeys(WORDS.room, [{ keys: ['o'], says: WORDS.keys.add, run: () => input.current?.click(), line: true }]);
  const dragged = (event: DragEvent): void => {
    event.preventDefault();
    setOver(
      event.type !== 'dragleave' ||
        (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)),
    );
  };
  useEffect(() => {
    const stop = (event: Event): void => event.preventDefault();
    // a file that misses the room must not replace the page
    for (const kind of ['dragover', 'drop']) window.addEventListener(kind, stop);
    return () => {
      for (const kind of ['dragover', 'drop']) window.removeEventListener(kind, stop);
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is the mouse's way to what the button does
    <div
      className={over ? 'droppable over' : 'droppable'}
      onDragOver={dragged}
      onDragLeave={dragged}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void filesDropped(event.dataTransfer).then(add);
      }}
    >
      <Shown fetched={fetched}>
        {({ rows }) => {
          const summary = summaryOf(rows);
          return (
            <>
              <Head
                finding={WORDS.finding(summary.documents, summary.origins)}
                side={
                  <button
                    type="button"
                    className="button do"
                    disabled={going || readOnly}
                    onClick={() => input.current?.click()}
                  >
                    {WORDS.choose} <kbd>o</kbd>
                  </button>
                }
              >
                <p>{rows.length === 0 ? WORDS.emptyMore : WORDS.lead(summary.undated, summary.open)}</p>
              </Head>
              {last !== undefined && <Taken taken={last} />}
              {rows.length > 0 && <Listed rows={rows} place={place} />}
            </>
          );
        }}
      </Shown>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {over && <p className="drop-here">{WORDS.drop}</p>}
    </div>
  );
};
