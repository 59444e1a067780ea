import { conflictData } from '@entente/core/conflict/write-conflict';
import type { ConflictPage } from 'entente/http/app';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import { Problems, Told } from '../shared/states.tsx';
import { router, useCell, useSame } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { actsOn } from './acts.ts';
import { optionIds } from './edit.ts';
import { Ends } from './ends.tsx';
import { Examiner, type Hire } from './examiner.ts';
import { removeConflict, saveConflict } from './fetched.ts';
import type { StatesWish } from './list.ts';
import { Makers } from './makers.tsx';
import { Moves } from './moves.tsx';
import { Rules } from './rules.tsx';
import { SettleForm, Settlement } from './settle.tsx';
import { Clash, Concepts, Standing } from './standing.tsx';
import { Editing } from './state.ts';
import { States } from './states.tsx';
import { SureForm, Sureness } from './sure.tsx';
import { Title } from './title.tsx';
import { Why } from './why.tsx';
import { WORDS } from './words.ts';
import type { Answer } from './work.ts';

const hire: Hire = (hear, failed) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => hear(data));
  worker.addEventListener('error', ({ message }) => failed(message));
  return { ask: (ask) => worker.postMessage(ask), end: () => worker.terminate() };
};

/** A conflict on the desk: changed here, examined beside the page, saved as it goes. */
export const ConflictDesk = ({
  page,
  place,
  readOnly,
  chooser,
}: {
  readonly page: ConflictPage;
  readonly place: Place;
  readonly readOnly: boolean;
  readonly chooser: React.ReactNode;
}) => {
  const { id } = page;
  const editing = useMemo(() => new Editing((data, what, seen) => saveConflict(id, data, what, seen)), [id]);
  const examiner = useMemo(() => new Examiner(hire), []);
  const [table, setTable] = useState(false);
  const onDesk = useCell(editing.state);
  const state = useCell(examiner.state);
  const conflict = onDesk?.conflict;
  const chosen = place.query['state'];
  useEffect(() => {
    if (page.data !== undefined) editing.take(page.version, page.data);
  }, [editing, page]);
  useEffect(() => {
    if (conflict !== undefined) examiner.examine(conflictData(conflict));
  }, [conflict, examiner]);
  useEffect(() => {
    examiner.explain(chosen ?? state.found?.statusQuo);
  }, [examiner, chosen, state.found?.statusQuo]);
  useEffect(() => () => examiner.end(), [examiner]);
  const acts = useMemo(() => actsOn(editing), [editing]);
  const turnTable = useCallback(() => setTable((now) => !now), []);
  const list = useCallback((wish: StatesWish) => examiner.list(wish), [examiner]);

  // What is large is drawn after what a key changed, in pieces, so that the key is answered first.
  const later = useDeferredValue(state);
  const conflictLater = useDeferredValue(conflict);
  const chosenLater = useDeferredValue(chosen);
  const { found } = state;
  const { explained } = later;
  const concept = found?.concepts.find((one) => one === place.query['under']);
  const at = (query: Readonly<Record<string, string>>) => ({ room: 'conflict', path: [id], query }) as const;
  const to = useCallback(
    (pattern: string | undefined) => ({
      room: 'conflict' as const,
      path: [id],
      query: {
        ...(pattern !== undefined && pattern !== found?.statusQuo && { state: pattern }),
        ...(concept !== undefined && { under: concept }),
      },
    }),
    [id, concept, found?.statusQuo],
  );
  const names = useSame(conflict?.makers.map(({ name }) => name) ?? []);
  const sizes = useSame(conflict?.makers.map(({ options }) => options.length) ?? []);
  const idList = useSame(conflict === undefined ? [] : [...optionIds(conflict)]);
  const ids = useMemo(() => new Set(idList), [idList]);
  const step = (by: number): void => {
    const rows = state.page?.rows;
    if (found === undefined || rows === undefined) return;
    const now = rows.findIndex(({ pattern }) => pattern === (chosen ?? found.statusQuo));
    const next = rows[Math.max(0, Math.min(rows.length - 1, now + by))];
    if (next !== undefined) router.go(to(next.pattern), 'replace');
  };
  const lists = (): readonly HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>(
      '.maker [role=grid] [role=row][tabindex="0"], .maker [role=grid][tabindex="0"]',
    ),
  ];
  const maker = (by: number): void => {
    const all = lists();
    const now = all.findIndex((one) => one.closest('.maker')?.contains(document.activeElement));
    const next = all[now < 0 ? 0 : (now + by + all.length) % all.length];
    const target =
      next?.getAttribute('role') === 'grid' ? (next.querySelector<HTMLElement>('[role=row]') ?? next) : next;
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  };
  const focusOn = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();
  useKeys(WORDS.keysOf, [
    { keys: ['ArrowRight'], says: WORDS.keys.maker, run: () => maker(1), line: true },
    { keys: ['ArrowLeft'], says: WORDS.keys.maker, run: () => maker(-1) },
    ...(readOnly
      ? []
      : [
          { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], says: WORDS.keys.reorder, run: () => maker(0), line: true },
          { keys: ['Space'], says: WORDS.keys.assume, run: () => maker(0) },
          { keys: ['e'], says: WORDS.keys.formula, run: () => maker(0), line: true },
          { keys: ['b'], says: WORDS.keys.evidence, run: () => maker(0) },
          { keys: ['='], says: WORDS.keys.join, run: () => maker(0) },
          { keys: ['Delete'], says: WORDS.keys.remove, run: () => maker(0) },
          { keys: ['n'], says: WORDS.keys.new, run: () => router.go({ room: 'conflict', path: ['new'] }) },
        ]),
    { keys: ['j'], says: WORDS.keys.next, run: () => step(1), line: true },
    { keys: ['k'], says: WORDS.keys.previous, run: () => step(-1) },
    { keys: ['w'], says: WORDS.keys.why, run: focusOn('#why-title'), line: true },
    { keys: ['c'], says: WORDS.keys.settle, run: focusOn('#settle-go'), line: true },
    { keys: ['v'], says: WORDS.keys.sure, run: focusOn('#sure-go') },
    { keys: ['g'], says: WORDS.keys.graph, run: turnTable, line: true },
    {
      keys: ['Escape'],
      says: WORDS.keys.cancel,
      run: () => {
        if (examiner.going.now() !== undefined) examiner.stop();
        else if (examiner.settling.now().kind !== 'none') examiner.endSettling();
        else if (examiner.assuring.now().kind !== 'none') examiner.endAssuring();
        else router.go(to(undefined), 'replace');
      },
    },
  ]);

  if (conflict === undefined)
    return page.data === undefined ? (
      <Told says={WORDS.unreadable(page.file)} fault>
        <p>{WORDS.unreadableMore}</p>
        <Problems problems={page.problems} />
        {chooser}
      </Told>
    ) : null;
  const options = sizes.reduce((sum, size) => sum + size, 0);
  const shaped = found !== undefined && found.options === options;
  const shown = explained !== undefined && found !== undefined && shaped && explained.pattern.length === options;
  return (
    <div className={state.old ? 'conflict old' : 'conflict'}>
      <Head
        finding={found?.finding ?? conflict.title}
        side={
          <>
            {chooser}
            {found !== undefined && (
              <Concepts
                found={found}
                concept={concept}
                onChoose={(one) =>
                  router.go(
                    at({ ...(chosen !== undefined && { state: chosen }), ...(one !== undefined && { under: one }) }),
                    'replace',
                  )
                }
              />
            )}
          </>
        }
      >
        <p>
          <Title title={conflict.title} readOnly={readOnly} onDone={acts.title} /> {found?.summary}
        </p>
        <Standing state={state} examiner={examiner} again={() => examiner.examine(conflictData(conflict))} />
      </Head>
      {conflict.makers.every(({ prefers }) => prefers.kind === 'unknown') && (
        <p className="lead-note">{WORDS.nobodyWants}</p>
      )}
      {onDesk !== undefined && <Clash state={onDesk} editing={editing} />}
      {shown && (
        <>
          <div className="upper">
            <Moves
              key={explained.pattern}
              tree={explained.tree}
              names={names}
              sizes={sizes}
              statusQuo={found.statusQuo}
              to={to}
              table={table}
              onTable={turnTable}
            />
            <aside className="asks" aria-label={WORDS.asks}>
              <SettleForm conflict={conflict} explained={explained} examiner={examiner} />
              <Ends found={state.asides?.reversals ?? []} sizes={sizes} to={to} />
              <SureForm examiner={examiner} cited={page.cited} />
            </aside>
          </div>
          <Settlement examiner={examiner} cited={page.cited} sizes={sizes} />
          <Sureness examiner={examiner} sizes={sizes} to={to} />
          <Why conflict={conflictLater ?? conflict} explained={explained} cited={page.cited} sizes={sizes} to={to} />
        </>
      )}
      {found !== undefined && explained === undefined && chosen !== undefined && !state.old && (
        <p className="soft">{WORDS.noSuchState(chosen)}</p>
      )}
      <Makers
        conflict={conflict}
        ids={ids}
        cited={page.cited}
        ranks={found?.ranks ?? []}
        idle={state.old ? [] : (state.asides?.idle ?? [])}
        acts={acts}
        readOnly={readOnly}
      />
      {found !== undefined && shaped && (
        <States
          ids={ids}
          found={found}
          page={later.page}
          names={names}
          sizes={sizes}
          chosen={chosenLater ?? found.statusQuo}
          concept={concept}
          to={to}
          onList={list}
        />
      )}
      <Rules
        conflict={conflict}
        ids={ids}
        cited={page.cited}
        readOnly={readOnly}
        onAdd={acts.addRule}
        onDrop={acts.dropRule}
      />
      {!readOnly && (
        <p className="actions">
          <button
            type="button"
            className="link small"
            onClick={async () => {
              const done = await removeConflict(id);
              if (!done.ok) return;
              say(WORDS.removed, { undo: true });
              router.go({ room: 'conflict' });
            }}
          >
            {WORDS.removeConflict}
          </button>
        </p>
      )}
    </div>
  );
};
