import type { Conflict } from '@entente/core/conflict/conflict';
import { conceptList } from '@entente/core/report/verdict-summary';
import { memo } from 'react';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Chips, type Cited } from './chips.tsx';
import { aimsOf } from './edit.ts';
import type { Explained } from './examine.ts';
import { Squares } from './squares.tsx';
import { Witnesses } from './witness.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly conflict: Conflict;
  readonly explained: Explained;
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

/** One maker's verdicts: with a witness, move by move; without one, in the words that say why it has none. */
const Maker = ({ props, maker }: { readonly props: Props; readonly maker: number }) => {
  const { explained, sizes, to } = props;
  const words = explained.makers[maker];
  if (words === undefined) return null;
  return (
    <div className="maker-why">
      <h3>
        {words.name} <small className="quiet">{WORDS.rankOf(words.place, words.of)}</small>
      </h3>
      {(explained.witnesses[maker] ?? []).map((verdict) => {
        const plain = words.verdicts.find(({ concepts }) => concepts.some((one) => verdict.concepts.includes(one)));
        return (
          <div key={verdict.concepts.join()} className="verdict">
            <p>
              <b>{verdict.stable ? WORDS.stays : WORDS.leaves}</b>{' '}
              <span className="small quiet">({conceptList(verdict.concepts)})</span>{' '}
              {verdict.witnesses.length === 0 && plain?.why.join(' ')}
            </p>
            <Witnesses verdict={verdict} sizes={sizes} to={to} />
          </div>
        );
      })}
      <Aim props={props} maker={maker} />
    </div>
  );
};

/** A state explains itself, maker by maker and witness by witness. */
export const Why = memo((props: Props) => {
  const { explained, sizes, to } = props;
  const { entry, makers, standing, route, pattern } = explained;
  return (
    <section className="part why" aria-labelledby="why-title">
      <h2 id="why-title" tabIndex={-1}>
        {WORDS.why(
          entry.statusQuo,
          entry.stable.some(({ holds }) => holds),
        )}
      </h2>
      <p className="why-state">
        <Squares pattern={pattern} sizes={sizes} /> <code>{pattern}</code>{' '}
        <span className="small soft">{entry.taken.length > 0 ? entry.taken.join(', ') : WORDS.nothingTakenLong}</span>
        {!entry.statusQuo && (
          <Link className="small" to={to(undefined)}>
            {WORDS.backToQuo}
          </Link>
        )}
      </p>
      <p className="measure">
        {standing} {route !== undefined && <span className="soft">{route}</span>}
      </p>
      <div className="maker-whys">
        {makers.map(({ name }, maker) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: makers may be called alike and stand in their order
          <Maker key={`${maker} ${name}`} props={props} maker={maker} />
        ))}
      </div>
    </section>
  );
});
