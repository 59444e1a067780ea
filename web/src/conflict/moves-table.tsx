import type { MoveBranch, MoveEntry, MoveTree } from '@entente/core/report/moves';
import { Link } from '../shared/link.tsx';
import type { Place } from '../shared/router.ts';
import { Wide } from '../shared/wide.tsx';
import { Squares } from './squares.tsx';
import { WORDS } from './words.ts';

export interface MoveProps {
  readonly tree: MoveTree;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly statusQuo: string | undefined;
  readonly to: (pattern: string) => Partial<Place> & Pick<Place, 'room'>;
}

export const gainWords = ({ improvement, from, place, of }: MoveEntry): string =>
  improvement ? WORDS.better(from, place, of) : from === place ? WORDS.same(from, of) : WORDS.worse(from, place, of);

export const aimWords = ({ aim, improvement }: MoveEntry): string =>
  aim === undefined ? '' : improvement ? WORDS.gains(aim.number) : WORDS.breaks(aim.number);

const Row = ({ branch, props }: { readonly branch: MoveBranch; readonly props: MoveProps }) => {
  const { names, sizes, to } = props;
  return (
    <tr>
      <th scope="row">{names[branch.maker]}</th>
      <td>{branch.says}</td>
      <td className="state-cell">
        <Link to={to(branch.to)}>
          <Squares pattern={branch.to} sizes={sizes} /> <code>{branch.to}</code>
        </Link>
      </td>
      <td className={branch.improvement ? 'gain' : undefined}>{gainWords(branch)}</td>
      <td>
        {branch.aim !== undefined && (
          <>
            {aimWords(branch)} <code>{branch.aim.text}</code>
          </>
        )}
      </td>
      <td className={branch.replies.length === 0 ? 'none' : undefined}>
        {branch.replies.length === 0
          ? WORDS.nobody
          : branch.replies.map((reply) => (
              <p key={`${reply.maker} ${reply.to}`}>
                <b>{names[reply.maker]}</b> {reply.says}{' '}
                <Link to={to(reply.to)}>
                  <code>{reply.to}</code>
                </Link>
                <span className="small quiet"> {gainWords(reply)}</span>
              </p>
            ))}
        {branch.moreReplies > 0 && <p className="small quiet">{WORDS.moreReplies(branch.moreReplies)}</p>}
      </td>
    </tr>
  );
};

/** The moves from a state as a table. */
export const Twin = (props: MoveProps) => (
  <Wide label={WORDS.movesTable}>
    <table className="moves-table">
      <thead>
        <tr>
          {Object.values(WORDS.move).map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.tree.branches.map((branch) => (
          <Row key={`${branch.maker} ${branch.to}`} branch={branch} props={props} />
        ))}
      </tbody>
    </table>
  </Wide>
);
