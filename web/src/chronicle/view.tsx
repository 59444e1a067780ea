import './chronicle.css';
import { mainStretch } from '@entente/core/picture/timeline';
import type { ChroniclePage, EventLine, FigureLine, ForecastLine } from 'entente/http/app';
import { useEffect, useRef, useState } from 'react';
import { Citation, placeOfPassage } from '../shared/citation.tsx';
import { dateText } from '../shared/dates.ts';
import { changing, desk } from '../shared/desk.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import { Shown, Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { chroniclePage } from './fetched.ts';
import { TimeLine } from './line.tsx';
import { Sign } from './sign.tsx';
import { actorsIn, amountOf, dayOf, passes, type Stretch, shifted, zoomed } from './state.ts';
import { WORDS } from './words.ts';

const MOST = 60;

const Quote = ({ line }: { readonly line: EventLine | FigureLine | ForecastLine }) => {
  const words = (
    <Link className="quote" to={placeOfPassage(line.citation.passage)}>
      <bdi>{line.quote}</bdi>
    </Link>
  );
  return line.status === 'suggested' ? <span className="suggested-words">⟨{words}⟩</span> : words;
};

const Events = ({
  events,
  current,
  onPick,
}: {
  readonly events: readonly EventLine[];
  readonly current: string | undefined;
  readonly onPick: (id: string) => void;
}) => {
  const [most, setMost] = useState(MOST);
  const at = events.findIndex(({ id }) => id === current);
  const shown = events.slice(0, Math.max(most, at + 1));
  return (
    <>
      <ol className="events">
        {shown.map((line) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the room move; the link inside takes the focus
          <li
            key={line.id}
            id={`event-${line.id}`}
            className={line.id === current ? 'now' : undefined}
            onClick={() => onPick(line.id)}
          >
            <Sign date={line.date} />
            <time>{line.date === undefined ? WORDS.signs.none : dateText(line.date)}</time>
            <p>
              <Quote line={line} />
              {line.place !== undefined && <small className="quiet"> {line.place}</small>}
            </p>
            <p className="cites">
              <Citation citation={line.citation} />
              {line.repeats > 0 && <small className="quiet">{WORDS.repeats(line.repeats)}</small>}
            </p>
          </li>
        ))}
      </ol>
      {events.length > shown.length && (
        <button type="button" className="link small" onClick={() => setMost(most + 200)}>
          {WORDS.more(events.length - shown.length)}
        </button>
      )}
    </>
  );
};

/** Figures for one thing on one line, so that how far apart they are is seen. */
const Rivals = ({ rivals }: Pick<ChroniclePage, 'rivals'>) => (
  <section className="part rivals" aria-labelledby="rivals-title">
    <h2 id="rivals-title" tabIndex={-1}>
      {WORDS.rivals}
    </h2>
    {rivals.length === 0 ? (
      <p className="soft">{WORDS.noRivals}</p>
    ) : (
      <>
        <p className="small soft">{WORDS.rivalsLead}</p>
        {rivals.map(({ of, unit, figures }) => (
          <section key={`${of} ${unit} ${figures[0]?.id}`} aria-label={of}>
            <h3>
              <bdi>{of}</bdi> <small className="quiet">{unit}</small>
            </h3>
            <ul>
              {figures.map((figure) => (
                <li key={figure.id}>
                  <b className="amount">{figure.status === 'suggested' ? `⟨${amountOf(figure)}⟩` : amountOf(figure)}</b>
                  <p className="small">
                    <Quote line={figure} />{' '}
                    {figure.asOf !== undefined && (
                      <span className="quiet">
                        {WORDS.asOf} {dateText(figure.asOf)}{' '}
                      </span>
                    )}
                    <Citation citation={figure.citation} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    )}
  </section>
);

const Forecasts = ({ forecasts }: Pick<ChroniclePage, 'forecasts'>) =>
  forecasts.length === 0 ? null : (
    <section className="part" aria-labelledby="forecasts-title">
      <h2 id="forecasts-title">{WORDS.forecasts}</h2>
      <ul className="forecasts">
        {forecasts.slice(0, 40).map((line) => (
          <li key={line.id}>
            <p>
              <span className="soft">{line.lead}: </span>
              <Quote line={line} />
            </p>
            <p className="small quiet">
              {line.by !== undefined && `${WORDS.by} ${line.by}. `}
              {line.due === undefined ? WORDS.noDue : `${WORDS.due} ${dateText(line.due)}`}
              {line.outcome !== undefined && `. ${line.outcome.replaceAll('-', ' ')}`}{' '}
              <Citation citation={line.citation} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

const decide = async (line: EventLine, status: 'accepted' | 'rejected'): Promise<void> => {
  const done = await changing(() => desk.api.decisions.$post({ json: { kind: 'event', ids: [line.id], status } }));
  if (done.ok) say(WORDS.done[status], { undo: true });
};

const Room = ({ page, place }: { readonly page: ChroniclePage; readonly place: Place }) => {
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
  useKeys(WORDS.keysOf, [
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
      </div>
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
          <Events events={events} current={current} onPick={pick} />
          {undated.length > 0 && (
            <details>
              <summary className="small">{WORDS.undated(undated.length)}</summary>
              <Events events={undated} current={current} onPick={pick} />
            </details>
          )}
        </section>
        <div>
          <Rivals rivals={page.rivals} />
          <Forecasts forecasts={page.forecasts} />
        </div>
      </div>
    </>
  );
};

/** What happened, in order, with dates as closely as they are known; rival figures beside each other. */
export default function View({ place }: { readonly place: Place }) {
  const fetched = useFetched(chroniclePage);
  return (
    <Shown fetched={fetched}>
      {(page) =>
        page.finding === undefined ? (
          <>
            <Head finding={WORDS.empty}>
              <p>{WORDS.emptyMore}</p>
            </Head>
            <p>
              <Link to={{ room: 'sources' }}>{WORDS.emptyTo}</Link>
            </p>
          </>
        ) : (
          <Room page={page} place={place} />
        )
      }
    </Shown>
  );
}
