import type { Witness as Shown, WitnessedVerdict } from '@entente/core/report/witness';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Squares } from './squares.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly sizes: readonly number[];
  readonly to: (pattern: string) => Partial<Place> & Pick<Place, 'room'>;
}

/** What shows a verdict, one move a line: who moves, where that leads, what it brings; and what comes of it. */
const One = ({ witness, sizes, to }: Props & { readonly witness: Shown }) => (
  <li>
    <ol className="witness">
      {witness.steps.map(({ maker, name, to: pattern, says, improvement, before, after, of }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a witness stand in their order
        <li key={at} className={improvement ? 'gains' : 'costs'}>
          <Link className="node" to={to(pattern)} aria-label={pattern}>
            <Squares pattern={pattern} sizes={sizes} />
          </Link>
          <span className="small">
            <b>{name}</b>{' '}
            {at === 0
              ? WORDS.wouldMove
              : witness.atOnce
                ? WORDS.atOnce
                : WORDS.answers(maker === witness.steps[0]?.maker)}{' '}
            {says}
            <span className={improvement ? 'gain' : 'quiet'}> {WORDS.change(before, after, of)}</span>
          </span>
        </li>
      ))}
    </ol>
    <p className="small end">{witness.ends}</p>
  </li>
);

export const Witnesses = ({ verdict, ...props }: Props & { readonly verdict: WitnessedVerdict }) =>
  verdict.witnesses.length === 0 ? null : (
    <ul className="witnesses">
      {verdict.witnesses.map((witness) => (
        <One key={JSON.stringify(witness.steps)} witness={witness} {...props} />
      ))}
      {verdict.more > 0 && <li className="small quiet">{WORDS.moreAnswered(verdict.more)}</li>}
    </ul>
  );
