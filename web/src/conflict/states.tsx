import type { StateEntry } from '@entente/core/report/model';
import type { Concept, OptionId } from '@entente/core/vocabulary';
import { memo, useEffect, useState } from 'react';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Wide } from '../shared/wide.tsx';
import { faultsIn } from './edit.ts';
import type { Examined } from './examine.ts';
import { PAGE, type StatesPage, type StatesWish } from './list.ts';
import { Squares } from './squares.tsx';
import { conceptName, strokeWords, WORDS } from './words.ts';

/** Tall stroke: stable for that maker; four strokes fused to one bar: stable for all. */
const Strokes = ({ one, names }: { readonly one: StateEntry['stable'][number]; readonly names: readonly string[] }) => (
  <span className={one.holds ? 'strokes holds' : 'strokes'} role="img" aria-label={strokeWords(one, names)}>
    {one.makers.map((stable, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: one stroke a maker, in their order
      <i key={at} className={stable ? 'tall' : ''} />
    ))}
  </span>
);

interface Props {
  readonly ids: ReadonlySet<OptionId>;
  readonly found: Examined;
  readonly page: StatesPage | undefined;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly chosen: string | undefined;
  readonly concept: Concept | undefined;
  readonly to: (pattern: string) => Partial<Place> & Pick<Place, 'room'>;
  readonly onList: (wish: StatesWish) => void;
}

const toWhy = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#why-title')?.focus());
};

const Row = ({ state, props }: { readonly state: StateEntry; readonly props: Props }) => {
  const { names, sizes, chosen, to } = props;
  return (
    <tr className={state.pattern === chosen ? 'now' : undefined}>
      <td className={state.statusQuo ? 'quo' : undefined}>
        <Squares pattern={state.pattern} sizes={sizes} />
      </td>
      <th scope="row">
        <Link to={to(state.pattern)} onClick={toWhy} {...(state.pattern === chosen && { 'aria-current': true })}>
          <code>{state.pattern}</code>
        </Link>
      </th>
      <td className="taken small">
        {state.statusQuo && <b>{WORDS.statusQuo}: </b>}
        {state.taken.length === 0 ? WORDS.nothingTaken : state.taken.join(', ')}
      </td>
      {state.stable.map((one) => (
        <td key={one.concept} className="line">
          <Strokes one={one} names={names} />
        </td>
      ))}
      {state.places.map(({ place, of }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rank a maker, in their order
        <td key={at} className={at === 0 ? 'num line' : 'num'}>
          {place.toLocaleString()}
          <span className="unseen">{WORDS.ofRanks(of)}</span>
        </td>
      ))}
    </tr>
  );
};

/** Which states are listed: a formula that they fulfil, and whether those that hold under none are among them. */
const Asked = ({
  ids,
  where,
  all,
  onChange,
}: {
  readonly ids: ReadonlySet<OptionId>;
  readonly where: string;
  readonly all: boolean;
  readonly onChange: (change: { readonly where?: string; readonly all?: boolean }) => void;
}) => {
  const faults = where.trim() === '' ? [] : faultsIn(ids, where);
  return (
    <div className="states-find">
      <div>
        <input
          type="search"
          className="field code"
          aria-label={WORDS.where}
          placeholder={WORDS.whereHint}
          aria-invalid={faults.length > 0}
          aria-describedby="where-faults"
          autoComplete="off"
          spellCheck={false}
          value={where}
          onChange={(event) => onChange({ where: event.target.value })}
        />
        <p className="small quiet" id="where-faults" aria-live="polite">
          {faults[0] !== undefined && `${WORDS.atLetter(faults[0].start + 1)}: ${faults[0].says}`}
        </p>
      </div>
      <label className="small">
        <input type="checkbox" checked={all} onChange={(event) => onChange({ all: event.target.checked })} />{' '}
        {WORDS.alsoNone}
      </label>
    </div>
  );
};

/** The states as a table, a page at a time: who stays under which concept, and how each ranks them. */
export const States = memo((props: Props) => {
  const { ids, found, page, names, concept, onList } = props;
  const [where, setWhere] = useState('');
  const [all, setAll] = useState(found.holding === 0);
  const [from, setFrom] = useState(0);
  const sound = where.trim() === '' || faultsIn(ids, where).length === 0;
  useEffect(() => {
    if (sound) onList({ ...(concept !== undefined && { concept }), all, where: where.trim(), from });
  }, [onList, concept, all, where, from, sound]);
  // A conflict that was changed is listed from its beginning again.
  const first = page?.wish.from ?? 0;
  const rows = page?.rows ?? [];
  const total = page?.total ?? 0;
  const turn = (to: number): void => setFrom(Math.max(0, Math.min(to, Math.max(0, total - 1))));
  return (
    <section className="part states" aria-labelledby="states-title">
      <h2 id="states-title">{WORDS.states}</h2>
      <p className="soft lead">
        {WORDS.statesLead(found.holding, found.size)}{' '}
        {names.length > 0 && (
          <>
            {WORDS.strokes(names.join(', '))} <b className="hand">{WORDS.bar}</b>
            {WORDS.barMore}
          </>
        )}
      </p>
      {found.size > 8 && (
        <Asked
          ids={ids}
          where={where}
          all={all}
          onChange={(change) => {
            setFrom(0);
            if (change.where !== undefined) setWhere(change.where);
            if (change.all !== undefined) setAll(change.all);
          }}
        />
      )}
      {rows.length === 0 && page !== undefined ? (
        <p className="soft" role="status">
          {WORDS.noStates}
        </p>
      ) : (
        <Wide label={WORDS.statesTable}>
          <table aria-rowcount={total + 1}>
            <thead>
              <tr>
                <th scope="col">{WORDS.state}</th>
                <th scope="col">{WORDS.pattern}</th>
                <th scope="col" className="taken">
                  {WORDS.takenIds}
                </th>
                {found.concepts.map((one) => (
                  <th scope="col" key={one} className="line">
                    {conceptName(one)}
                  </th>
                ))}
                {names.map((name, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: makers may be called alike
                  <th scope="col" key={`${at} ${name}`} className={at === 0 ? 'num line' : 'num'}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((state) => (
                <Row key={state.pattern} state={state} props={props} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {total > PAGE && (
        <p className="pager small" role="status">
          {WORDS.rowsOf(first + 1, first + rows.length, total)}{' '}
          <button type="button" className="link small" disabled={first === 0} onClick={() => turn(first - PAGE)}>
            {WORDS.before}
          </button>{' '}
          <button
            type="button"
            className="link small"
            disabled={first + PAGE >= total}
            onClick={() => turn(first + PAGE)}
          >
            {WORDS.after}
          </button>
        </p>
      )}
    </section>
  );
});
