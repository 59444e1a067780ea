import type { SureState } from '@entente/core/report/sureness-said';
import { useState } from 'react';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Problems } from '../shared/states.tsx';
import { useCell } from '../shared/use.ts';
import type { Cited } from './chips.tsx';
import type { SureWish } from './examine.ts';
import type { Examiner } from './examiner.ts';
import { Squares } from './squares.tsx';
import { conceptName, WORDS } from './words.ts';

/** Asks in how many readings of the preferences what holds would hold. */
export const SureForm = ({ examiner, cited }: { readonly examiner: Examiner; readonly cited: Cited }) => {
  const [orders, setOrders] = useState<SureWish['orders']>('groups');
  const assuring = useCell(examiner.assuring);
  return (
    <form
      className="settle-form"
      onSubmit={(event) => {
        event.preventDefault();
        const origins = Object.entries(cited).map(([statement, { origin, originName: name }]) => ({
          statement,
          origin,
          name,
        }));
        examiner.assure({ orders, origins });
      }}
    >
      <h3>{WORDS.sure}</h3>
      <p className="small soft">{WORDS.sureLead}</p>
      <p className="small fields">
        <label>
          {WORDS.sureOpen}{' '}
          <select value={orders} onChange={(event) => setOrders(event.target.value === 'all' ? 'all' : 'groups')}>
            <option value="groups">{WORDS.sureGroups}</option>
            <option value="all">{WORDS.sureAll}</option>
          </select>
        </label>
      </p>
      <button type="submit" className="button" id="sure-go" disabled={assuring.kind === 'going'}>
        {WORDS.sureGo} <kbd>v</kbd>
      </button>
    </form>
  );
};

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

const inPercent = (share: number): string =>
  share > 0 && share < 0.01
    ? `< ${percent.format(0.01)}`
    : share < 1 && share > 0.99
      ? `> ${percent.format(0.99)}`
      : percent.format(share);

const Row = ({
  state,
  sizes,
  to,
}: {
  readonly state: SureState;
  readonly sizes: readonly number[];
  readonly to: (pattern: string) => Partial<Place> & Pick<Place, 'room'>;
}) => (
  <tr>
    <td>
      <Squares pattern={state.pattern} sizes={sizes} />
    </td>
    <th scope="row">
      <Link to={to(state.pattern)}>
        <code>{state.pattern}</code>
      </Link>
    </th>
    <td>{WORDS.inReadings[state.word]}</td>
    <td className="num">
      {inPercent(state.share)}
      {state.low !== undefined && state.high !== undefined && (
        <small className="quiet"> ({`${inPercent(state.low)}–${inPercent(state.high)}`})</small>
      )}
    </td>
    <td className="bar-cell">
      <meter value={state.share} aria-label={inPercent(state.share)} />
    </td>
  </tr>
);

/** How sure it is: in how many readings each state holds, and what that rests on. */
export const Sureness = ({
  examiner,
  sizes,
  to,
}: {
  readonly examiner: Examiner;
  readonly sizes: readonly number[];
  readonly to: (pattern: string) => Partial<Place> & Pick<Place, 'room'>;
}) => {
  const assuring = useCell(examiner.assuring);
  if (assuring.kind === 'none') return null;
  return (
    <section className="part sureness" aria-labelledby="sureness-title" aria-live="polite">
      <h2 id="sureness-title" tabIndex={-1}>
        {WORDS.sure}
      </h2>
      {assuring.kind === 'going' && (
        <p className="soft going">
          {WORDS.readings}
          <progress className="progress" max={1} value={assuring.done} aria-label={WORDS.readings} />
          <button type="button" className="link" onClick={() => examiner.endAssuring()}>
            {WORDS.cancel} <kbd>Esc</kbd>
          </button>
        </p>
      )}
      {assuring.kind === 'failed' && <Problems problems={assuring.problems} />}
      {assuring.kind === 'there' && (
        <>
          <p className="measure soft">{assuring.said.says}</p>
          <div className="sure-tables">
            {assuring.said.concepts.map(({ concept, exact, states, more }) => (
              <table key={concept}>
                <caption>{WORDS.holdsUnder(conceptName(concept), exact)}</caption>
                <tbody>
                  {states.length === 0 && (
                    <tr>
                      <td>{WORDS.noReading}</td>
                    </tr>
                  )}
                  {states.map((state) => (
                    <Row key={state.pattern} state={state} sizes={sizes} to={to} />
                  ))}
                  {more > 0 && (
                    <tr>
                      <td colSpan={5} className="small quiet">
                        {WORDS.moreStates(more)}
                      </td>
                    </tr>
                  )}
                </tbody>
              </table>
            ))}
          </div>
          <h3>{WORDS.restsOn}</h3>
          <ul className="rests">
            {assuring.said.rests.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            <button type="button" className="link small" onClick={() => examiner.endAssuring()}>
              {WORDS.putAway} <kbd>Esc</kbd>
            </button>
          </p>
        </>
      )}
    </section>
  );
};
