import type { ReversalEntry } from '@entente/core/report/model';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Squares } from './squares.tsx';
import { WORDS } from './words.ts';

const SHOWN = 6;

/** Which single aims, turned round, would move what nobody gains by leaving alone. */
export const Ends = ({
  found,
  sizes,
  to,
}: {
  readonly found: readonly ReversalEntry[];
  readonly sizes: readonly number[];
  readonly to: (pattern: string) => Partial<Place> & Pick<Place, 'room'>;
}) =>
  found.length === 0 ? null : (
    <section className="ends" aria-labelledby="ends-title">
      <h3 id="ends-title">{WORDS.ends}</h3>
      <p className="small soft">{WORDS.endsLead}</p>
      <ul>
        {found.slice(0, SHOWN).map(({ maker, aim, assumed, holds }) => (
          <li key={`${maker} ${aim}`}>
            <span>
              <b>{maker}</b> <code>{aim}</code> {assumed && <em className="assumed small">{WORDS.assumed}</em>}
            </span>
            <span className="then">
              {holds.slice(0, 3).map((pattern) => (
                <Link key={pattern} className="holds" to={to(pattern)} aria-label={pattern}>
                  <Squares pattern={pattern} sizes={sizes} />
                </Link>
              ))}
              {holds.length > 3 && <span className="small quiet">{WORDS.more(holds.length - 3)}</span>}
              {holds.length === 0 && <span className="small quiet">{WORDS.noneHolds}</span>}
            </span>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="small quiet">{WORDS.moreEnds(found.length - SHOWN)}</p>}
    </section>
  );
