import './chronicle.css';
import { mainStretch } from '@entente/core/picture/timeline';
import type { ChroniclePage, EventLine } from 'entente/http/app';
import { useEffect, useRef, useState } from 'react';
import { placeOfPassage } from '../shared/citation.tsx';
import { asked, changing, desk } from '../shared/desk.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import { dossierHead } from '../shared/shell.tsx';
import { Shown, Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { chroniclePage } from './fetched.ts';
import { HappeningForm } from './form.tsx';
import { type Draft, draftOf, EMPTY } from './form-state.ts';
import { TimeLine } from './line.tsx';
import { Events, Forecasts, Rivals } from './lists.tsx';
import { actorsIn, dayOf, passes, type Stretch, shifted, zoomed } from './state.ts';
import { WORDS } from './words.ts';

const decide = async (line: EventLine, status: 'accepted' | 'rejected'): Promise<void> => {
  const done = await changing(() => desk.api.decisions.$post({ json: { kind: 'event', ids: [line.id], status } }));
  if (done.ok) say(WORDS.done[status], { undo: true });
};

const Room = ({ page, place }: { readonly page: ChroniclePage; readonly place: Place }) => {
  const head = useFetched(dossierHead);
  const readOnly = head.kind === 'there' && head.value.readOnly;
  const { query } = place;
  const filter = {
    words: query['words'] ?? '',
    actor: query['actor'] ?? '',
    acceptedOnly: query['only'] === 'accepted',
  };
  const events = page.dated.filter((line) => passes(filter, line));
  const undated = page.undated.filter((line) => passes(filter, line));
  const dates = events.flatMap(({ date }) => date ?? []);
  const [main, whole] = [mainStretch(dates), mainStretch(dates, 1)];
  const [own, setOwn] = useState<Stretch>();
  const stretch = own ?? main;
  const [current, setCurrent] = useState<string>();
  const [form, setForm] = useState<Draft>();
  const find = useRef<HTMLInputElement>(null);
  const at = events.findIndex(({ id }) => id === current);
  const line = events[at];
  const go = (change: Readonly<Record<string, string>>): void =>
    router.go({ room: 'chronicle', query: { ...query, ...change } }, 'replace');
  const pick = (id: string): void => setCurrent(id);
  const step = (by: number): void => {
    const next = events[at < 0 ? 0 : Math.max(0, Math.min(events.length - 1, at + by))];
    if (next !== undefined) setCurrent(next.id);
  };
  useEffect(() => {
    if (current !== undefined) document.getElementById(`event-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const zoom = (factor: number) => () => {
    if (stretch !== undefined) setOwn(zoomed(stretch, factor, line === undefined ? undefined : dayOf(line)));
  };
  const shift = (by: number) => () => {
    if (stretch !== undefined) setOwn(shifted(stretch, by));
  };
  const wholeOrMain = (): void => setOwn(own === undefined || own !== whole ? whole : undefined);
  const open = async (
    ...[kind, id, quote, label]: Parameters<NonNullable<Parameters<typeof Events>[0]['onChange']>>
  ) => {
    const one = await asked(desk.api.happenings[':kind'][':id'].$get({ param: { kind, id } }));
    if (one.ok) setForm(draftOf(one.value, quote, label));
  };
  const change = readOnly ? undefined : open;
  const close = (): void => {
    setForm(undefined);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.write-down')?.focus());
  };
  useKeys(WORDS.keysOf, [
    ...(readOnly
      ? []
      : [
          { keys: ['n'], says: WORDS.keys.add, run: () => setForm(EMPTY), line: true },
          {
            keys: ['e'],
            says: WORDS.keys.change,
            run: () => line && void open('event', line.id, line.quote, line.citation.label),
          },
        ]),
    { keys: ['j', 'ArrowDown'], says: WORDS.keys.next, run: () => step(1), line: true },
    { keys: ['k', 'ArrowUp'], says: WORDS.keys.previous, run: () => step(-1), line: true },
    { keys: ['+', '='], says: WORDS.keys.closer, run: zoom(0.5), line: true },
    { keys: ['-'], says: WORDS.keys.further, run: zoom(2), line: true },
    { keys: ['['], says: WORDS.keys.earlier, run: shift(-0.25), line: true },
    { keys: [']'], says: WORDS.keys.later, run: shift(0.25), line: true },
    { keys: ['0'], says: WORDS.keys.whole, run: wholeOrMain },
    {
      keys: ['Enter'],
      says: WORDS.keys.open,
      run: () => line && router.go(placeOfPassage(line.citation.passage)),
      line: true,
    },
    { keys: ['a'], says: WORDS.keys.accept, run: () => line?.status === 'suggested' && void decide(line, 'accepted') },
    { keys: ['x'], says: WORDS.keys.reject, run: () => line && void decide(line, 'rejected') },
    { keys: ['r'], says: WORDS.keys.rivals, run: () => document.getElementById('rivals-title')?.focus(), line: true },
    { keys: ['f'], says: WORDS.keys.find, run: () => find.current?.focus() },
  ]);
  return (
    <>
      <Head finding={page.finding ?? WORDS.title}>
        <p>{WORDS.legend}</p>
      </Head>
      <div className="filters">
        <input
          ref={find}
          type="search"
          className="field"
          aria-label={WORDS.find}
          placeholder={WORDS.find}
          value={filter.words}
          onChange={(event) => go({ words: event.target.value })}
        />
        <select aria-label={WORDS.actor} value={filter.actor} onChange={(event) => go({ actor: event.target.value })}>
          <option value="">{WORDS.anyone}</option>
          {actorsIn(page).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <fieldset className="segmented" aria-label={WORDS.which}>
          <button type="button" aria-pressed={filter.acceptedOnly} onClick={() => go({ only: 'accepted' })}>
            {WORDS.accepted}
          </button>
          <button type="button" aria-pressed={!filter.acceptedOnly} onClick={() => go({ only: '' })}>
            {WORDS.all}
          </button>
        </fieldset>
        <fieldset className="segmented zoom" aria-label={WORDS.stretch}>
          <button type="button" onClick={shift(-0.25)}>
            {WORDS.earlier}
          </button>
          <button type="button" onClick={zoom(2)}>
            {WORDS.further}
          </button>
          <button type="button" onClick={zoom(0.5)}>
            {WORDS.closer}
          </button>
          <button type="button" onClick={shift(0.25)}>
            {WORDS.later}
          </button>
        </fieldset>
        {!readOnly && form === undefined && (
          <button type="button" className="button write-down" onClick={() => setForm(EMPTY)}>
            {WORDS.add} <kbd>n</kbd>
          </button>
        )}
      </div>
      {form !== undefined && <HappeningForm key={form.id ?? 'new'} first={form} onEnd={close} />}
      {events.length + undated.length === 0 ? (
        <Told says={WORDS.none}>
          <p>{WORDS.noneMore([filter.words, filter.actor].filter(Boolean).join(', '))}</p>
        </Told>
      ) : (
        stretch !== undefined && <TimeLine events={events} stretch={stretch} current={current} onPick={pick} />
      )}
      <div className="columns">
        <section className="part" aria-labelledby="order-title">
          <h2 id="order-title">{WORDS.order}</h2>
          <Events events={events} current={current} onPick={pick} onChange={change} />
          {undated.length > 0 && (
            <details>
              <summary className="small">{WORDS.undated(undated.length)}</summary>
              <Events events={undated} current={current} onPick={pick} onChange={change} />
            </details>
          )}
        </section>
        <div>
          <Rivals rivals={page.rivals} onChange={change} />
          <Forecasts forecasts={page.forecasts} onChange={change} />
        </div>
      </div>
    </>
  );
};

/** Nothing happened yet: where it comes from, and how to write it down oneself. */
const Empty = () => {
  const [form, setForm] = useState(false);
  useKeys(WORDS.keysOf, [{ keys: ['n'], says: WORDS.keys.add, run: () => setForm(true), line: true }]);
  return (
    <>
      <Head finding={WORDS.empty}>
        <p>{WORDS.emptyMore}</p>
      </Head>
      {form ? (
        <HappeningForm first={EMPTY} onEnd={() => setForm(false)} />
      ) : (
        <p className="actions">
          <Link to={{ room: 'sources' }}>{WORDS.emptyTo}</Link>{' '}
          <button type="button" className="button" onClick={() => setForm(true)}>
            {WORDS.add} <kbd>n</kbd>
          </button>
        </p>
      )}
    </>
  );
};

/** What happened, in order, with dates as closely as they are known; rival figures beside each other. */
export default function View({ place }: { readonly place: Place }) {
  const fetched = useFetched(chroniclePage);
  return (
    <Shown fetched={fetched}>
      {(page) => (page.finding === undefined ? <Empty /> : <Room page={page} place={place} />)}
    </Shown>
  );
}
