import type { Conflict } from '@entente/core/conflict/conflict';
import { conceptList } from '@entente/core/report/verdict-summary';
import { useState } from 'react';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Problems } from '../shared/states.tsx';
import { useCell } from '../shared/use.ts';
import { Chips, type Cited } from './chips.tsx';
import { aimsOf } from './edit.ts';
import type { Explained, SettleConcept } from './examine.ts';
import type { Examiner } from './examiner.ts';
import { Squares } from './squares.tsx';
import { conceptName, WORDS } from './words.ts';

interface Props {
  readonly conflict: Conflict;
  readonly explained: Explained;
  readonly examiner: Examiner;
  readonly cited: Cited;
  readonly sizes: readonly number[];
  readonly to: (pattern: string | undefined) => Partial<Place> & Pick<Place, 'room'>;
}

/** What the maker's best move would end or fulfil, with the words that bear that aim. */
const Aim = ({ props, maker }: { readonly props: Props; readonly maker: number }) => {
  const { conflict, explained, cited } = props;
  const own = conflict.makers[maker];
  const best = explained.tree.branches.find((one) => one.maker === maker);
  if (own === undefined || best?.aim === undefined) return null;
  const { aim: found, improvement } = best;
  const aim = aimsOf(own).find((one) => one.group === found.number && one.aim.text === found.text)?.aim;
  return (
    <p className="small aim-line">
      {improvement ? WORDS.gains(found.number) : WORDS.breaks(found.number)}: <code>{found.text}</code>{' '}
      {aim !== undefined && <Chips ids={aim.because} cited={cited} />}
      {aim?.assumed && <em className="assumed">{WORDS.assumed}</em>}
    </p>
  );
};

const CONCEPTS: readonly SettleConcept[] = ['nash', 'seq', 'gmr', 'smr'];
const conceptIn = (text: string): SettleConcept => CONCEPTS.find((one) => one === text) ?? 'nash';

/** What would have to change for a state to hold: worked out beside the page, and stopped at any moment. */
const Settle = ({ props }: { readonly props: Props }) => {
  const { explained, examiner, cited } = props;
  const [concept, setConcept] = useState<SettleConcept>('nash');
  const [most, setMost] = useState(2);
  const settling = useCell(examiner.settling);
  return (
    <section className="settle" aria-labelledby="settle-title">
      <h3 id="settle-title">{WORDS.settle}</h3>
      <form
        className="settle-form small"
        onSubmit={(event) => {
          event.preventDefault();
          examiner.settle(explained.pattern, concept, most);
        }}
      >
        <label>
          {WORDS.settleFor}{' '}
          <select value={concept} onChange={(event) => setConcept(conceptIn(event.target.value))}>
            {CONCEPTS.map((one) => (
              <option key={one} value={one}>
                {conceptName(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {WORDS.settleMost}{' '}
          <select value={most} onChange={(event) => setMost(Number(event.target.value))}>
            {[1, 2, 3].map((count) => (
              <option key={count} value={count}>
                {WORDS.settleChanges(count)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button" id="settle-go">
          {WORDS.settleGo}
        </button>
      </form>
      <div aria-live="polite">
        {settling.kind === 'going' && (
          <p className="small soft">
            {WORDS.settling(settling.tried)}{' '}
            <button type="button" className="link small" onClick={() => examiner.endSettling()}>
              {WORDS.cancel}
            </button>
          </p>
        )}
        {settling.kind === 'failed' && <Problems problems={settling.problems} />}
        {settling.kind === 'there' && (
          <>
            {settling.said.says.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <ol className="settlements">
              {settling.said.groups.map((group) => (
                <li key={group.sides.map(({ who, ways }) => `${who} ${ways[0]?.says}`).join()}>
                  <h4>{WORDS.together(group.count)}</h4>
                  {group.sides.map(({ who, ways, more }) => (
                    <div key={who} className="side-of">
                      {who !== '' && (
                        <p>
                          {who}
                          {ways.length > 1 && ` ${WORDS.oneOf}`}:
                        </p>
                      )}
                      <ul>
                        {ways.map(({ says, formal, because }) => (
                          <li key={says}>
                            {says}
                            {formal && <span className="small quiet"> ({WORDS.formal})</span>}{' '}
                            <Chips ids={because} cited={cited} />
                          </li>
                        ))}
                      </ul>
                      {more > 0 && <p className="small quiet">{WORDS.moreWays(more)}</p>}
                    </div>
                  ))}
                  <p className="small soft">{group.effects.join(' ')}</p>
                </li>
              ))}
            </ol>
            {settling.said.more > 0 && <p className="small quiet">{WORDS.moreGroups(settling.said.more)}</p>}
          </>
        )}
      </div>
    </section>
  );
};

const Ends = ({ props }: { readonly props: Props }) => {
  const found = useCell(props.examiner.state).reversals ?? [];
  if (found.length === 0) return null;
  return (
    <section className="ends" aria-labelledby="ends-title">
      <h3 id="ends-title">{WORDS.ends}</h3>
      <p className="small soft">{WORDS.endsLead}</p>
      <ul>
        {found.slice(0, 12).map(({ maker, aim, assumed, holds }) => (
          <li key={`${maker} ${aim}`}>
            <b>{maker}</b> <code>{aim}</code> {assumed && <em className="assumed small">{WORDS.assumed}</em>}
            <br />
            {holds.slice(0, 3).map((pattern) => (
              <Link key={pattern} className="holds" to={props.to(pattern)} aria-label={pattern}>
                <Squares pattern={pattern} sizes={props.sizes} />
              </Link>
            ))}
            {holds.length > 3 && <span className="small quiet">{WORDS.more(holds.length - 3)}</span>}
            {holds.length === 0 && <span className="small quiet">no state holds</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** A state explains itself, maker by maker and witness by witness. */
export const Why = (props: Props) => {
  const { explained, to } = props;
  const { entry, makers, standing, route, pattern } = explained;
  return (
    <aside className="why" aria-labelledby="why-title">
      <h2 id="why-title" tabIndex={-1}>
        {WORDS.why(
          entry.statusQuo,
          entry.stable.some(({ holds }) => holds),
        )}
      </h2>
      <p className="soft">
        <Squares pattern={pattern} sizes={props.sizes} /> <code>{pattern}</code>{' '}
        {entry.taken.length > 0 && <span className="small">{entry.taken.join(', ')}</span>}
      </p>
      <p>{standing}</p>
      {route !== undefined && <p className="small soft">{route}</p>}
      {!entry.statusQuo && (
        <p className="small">
          <Link to={to(undefined)}>{WORDS.backToQuo}</Link>
        </p>
      )}
      <dl>
        {makers.map(({ name, verdicts, place, of }, maker) => (
          <div key={name}>
            <dt>
              {name}
              <small className="quiet">
                {place} of {of}
              </small>
            </dt>
            <dd>
              {verdicts.map(({ concepts, stable, why }) => (
                <p key={concepts.join()}>
                  <b>{stable ? WORDS.stays : WORDS.leaves}</b>{' '}
                  <span className="small quiet">({conceptList(concepts)})</span> {why.join(' ')}
                </p>
              ))}
              <Aim props={props} maker={maker} />
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
};

/** What would end what holds, and what would have to change for the chosen state to hold. */
export const Changes = (props: Props) => (
  <div className="changes">
    <Ends props={props} />
    <Settle key={props.explained.pattern} props={props} />
  </div>
);
