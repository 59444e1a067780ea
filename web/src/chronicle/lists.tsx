import type { ChroniclePage, EventLine, FigureLine, ForecastLine } from 'entente/http/app';
import { useState } from 'react';
import { Citation, placeOfPassage } from '../shared/citation.tsx';
import { dateText } from '../shared/dates.ts';
import { Link } from '../shared/link.tsx';
import { Sign } from './sign.tsx';
import { amountOf } from './state.ts';
import { WORDS } from './words.ts';

const MOST = 60;

/** Opens something to be changed. */
type Change = (kind: 'event' | 'figure' | 'forecast', id: string, quote: string, label: string) => void;

const ChangeButton = ({
  kind,
  line,
  onChange,
}: {
  readonly kind: Parameters<Change>[0];
  readonly line: EventLine | FigureLine | ForecastLine;
  readonly onChange: Change | undefined;
}) =>
  onChange === undefined ? null : (
    <button
      type="button"
      className="link small change"
      aria-label={`${WORDS.change}: ${line.quote}`}
      onClick={(event) => {
        event.stopPropagation();
        onChange(kind, line.id, line.quote, line.citation.label);
      }}
    >
      {WORDS.change}
    </button>
  );

const Quote = ({ line }: { readonly line: EventLine | FigureLine | ForecastLine }) => {
  const words = (
    <Link className="quote" to={placeOfPassage(line.citation.passage)}>
      <bdi>{line.quote}</bdi>
    </Link>
  );
  return line.status === 'suggested' ? <span className="suggested-words">⟨{words}⟩</span> : words;
};

/** What happened, in order. */
export const Events = ({
  events,
  current,
  onPick,
  onChange,
}: {
  readonly events: readonly EventLine[];
  readonly current: string | undefined;
  readonly onPick: (id: string) => void;
  readonly onChange: Change | undefined;
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
              <ChangeButton kind="event" line={line} onChange={onChange} />
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
export const Rivals = ({
  rivals,
  onChange,
}: Pick<ChroniclePage, 'rivals'> & { readonly onChange: Change | undefined }) => (
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
                    <Citation citation={figure.citation} />{' '}
                    <ChangeButton kind="figure" line={figure} onChange={onChange} />
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

/** What was foretold, by whom, until when. */
export const Forecasts = ({
  forecasts,
  onChange,
}: Pick<ChroniclePage, 'forecasts'> & { readonly onChange: Change | undefined }) =>
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
              <Citation citation={line.citation} /> <ChangeButton kind="forecast" line={line} onChange={onChange} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
