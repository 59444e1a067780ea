import type { StateEntry } from '@entente/core/report/model';
import type { Concept } from '@entente/core/vocabulary';
import { useState } from 'react';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Wide } from '../shared/wide.tsx';
import type { Examined } from './examine.ts';
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
  readonly found: Examined;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly chosen: string | undefined;
  readonly concept: Concept | undefined;
  readonly to: (pattern: string) => Partial<Place> & Pick<Place, 'room'>;
}

/** The states that a table shows: those that hold first, the rest where it is asked for. */
export const shownStates = (
  { states, holding }: Examined,
  concept: Concept | undefined,
  rest: boolean,
): readonly StateEntry[] => {
  const first = states.slice(0, holding);
  const kept =
    concept === undefined
      ? first
      : first.filter((state) => state.statusQuo || state.stable.some((one) => one.concept === concept && one.holds));
  return rest ? [...kept, ...states.slice(holding)] : kept;
};

/** The states as a table: who stays under which concept, and how each ranks them. */
export const States = ({ found, names, sizes, chosen, concept, to }: Props) => {
  const [rest, setRest] = useState(false);
  const rows = shownStates(found, concept, rest);
  const others = found.states.length - Math.min(found.states.length, found.holding);
  return (
    <section className="part states" aria-labelledby="states-title">
      <h2 id="states-title">{WORDS.states}</h2>
      <p className="soft lead">
        {WORDS.statesLead(found.holding, found.size)} {WORDS.strokes(names.join(', '))}{' '}
        <b className="hand">{WORDS.bar}</b>
        {WORDS.barMore}
      </p>
      <Wide label={WORDS.statesTable}>
        <table>
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
                <th scope="col" key={name} className={at === 0 ? 'num line' : 'num'}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((state) => (
              <tr key={state.pattern} className={state.pattern === chosen ? 'now' : undefined}>
                <td className={state.statusQuo ? 'quo' : undefined}>
                  <Squares pattern={state.pattern} sizes={sizes} />
                </td>
                <th scope="row">
                  <Link to={to(state.pattern)} {...(state.pattern === chosen && { 'aria-current': true })}>
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
                    {place}
                    <span className="unseen"> of {of}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {found.holding > found.states.length && (
        <p className="small quiet">{WORDS.cut(found.states.length, found.holding)}</p>
      )}
      {others > 0 && (
        <button type="button" className="link small" onClick={() => setRest(!rest)}>
          {rest ? WORDS.hideRest : WORDS.showRest(others)}
        </button>
      )}
    </section>
  );
};
