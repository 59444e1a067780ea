import { type GraphMeasure, moveGraph } from '@entente/core/picture/move-graph';
import type { MoveEntry, MoveTree } from '@entente/core/report/moves';
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Link } from '../shared/link.tsx';
import { foldedMoves } from './fold.ts';
import { aimWords, gainWords, type MoveProps, Twin } from './moves-table.tsx';
import { Squares, squaresWidth } from './squares.tsx';
import { WORDS } from './words.ts';

const Said = ({
  move,
  names,
  short = false,
}: {
  readonly move: MoveEntry;
  readonly names: readonly string[];
  readonly short?: boolean;
}) => {
  const aim = aimWords(move);
  return (
    <>
      <p className="says" title={move.says}>
        <b>{names[move.maker]}</b> {move.says}
      </p>
      <p className={move.improvement ? 'small gain' : 'small quiet'}>
        {short ? WORDS.betterShort(move.from, move.place) : gainWords(move)}
        {aim !== '' && `; ${aim}`}
      </p>
    </>
  );
};

/** What a picture of moves is laid out with, and whether the words fit in it at all. */
interface Layout extends GraphMeasure {
  readonly tight: boolean;
  readonly fits: boolean;
}

const layoutFor = (width: number, state: number): Layout => {
  const lack = Math.max(0, 672 + 3 * state - width); // of room for two columns of words, each 200 px or so
  const bend = 96 - Math.min(40, lack);
  const words = 330 - Math.min(70, Math.max(0, lack - 40));
  const second = 56 + state + bend;
  const third = Math.max(second + state + words, width - state - 240);
  return { columns: [8, second, third], state, row: lack > 0 ? 71 : 54, tight: lack > 0, fits: lack <= 130 };
};

const Lines = ({
  tree,
  measure,
  width,
}: {
  readonly tree: MoveTree;
  readonly measure: GraphMeasure;
  readonly width: number;
}) => {
  const { height, branches } = moveGraph(
    tree.branches.map(({ replies }) => replies.length),
    measure,
  );
  return (
    <svg width={width} height={height} aria-hidden="true">
      <defs>
        <marker id="gain-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto">
          <path d="M0 1L10 5L0 9z" fill="var(--ink)" />
        </marker>
        <marker id="open-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto">
          <path d="M1 1L9 5L1 9" fill="none" stroke="var(--rule-2)" strokeWidth="1.4" />
        </marker>
      </defs>
      {branches.map(({ line, replies }, at) => {
        const branch = tree.branches[at];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the moves of a tree do not change places
          <g key={at}>
            <path d={line.path} className={branch?.improvement ? 'gains' : 'costs'} />
            {replies.map((reply, inner) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <path key={inner} d={reply.line.path} className="gains" />
            ))}
          </g>
        );
      })}
    </svg>
  );
};

/** The moves from a state in layers: what its makers can do, and what others would gain by doing then. */
const Picture = (props: MoveProps) => {
  const { tree, names, sizes, statusQuo, to } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useLayoutEffect(() => {
    const own = frame.current;
    if (own === null) return undefined;
    const watch = new ResizeObserver(() => setWidth(own.clientWidth));
    watch.observe(own);
    setWidth(own.clientWidth);
    return () => watch.disconnect();
  }, []);
  const state = squaresWidth(sizes);
  const measure = layoutFor(width, state);
  const graph = moveGraph(
    tree.branches.map(({ replies }) => replies.length),
    measure,
  );
  const [, second, third] = measure.columns;
  const textWidth = third - 92 - second - state - 12;
  const from = tree.from === statusQuo ? WORDS.statusQuo : WORDS.thisState;
  if (!measure.fits)
    return (
      <div className="moves-frame" ref={frame}>
        <Twin {...props} />
      </div>
    );
  return (
    <div className="moves-frame" ref={frame}>
      <div className={measure.tight ? 'moves-picture tight' : 'moves-picture'} style={{ height: graph.height }}>
        <Lines tree={tree} measure={measure} width={width} />
        <div className="start" style={{ left: graph.start.x, top: graph.start.y }}>
          <b className="small">{from}</b>
          <span className={tree.from === statusQuo ? 'frame quo' : 'frame'}>
            <Squares pattern={tree.from} sizes={sizes} />
          </span>
        </div>
        {tree.branches.map((branch, at) => {
          const placed = graph.branches[at];
          if (placed === undefined) return null;
          return (
            <div key={`${branch.maker} ${branch.to}`}>
              <Link
                className="node"
                to={to(branch.to)}
                style={{ left: placed.at.x, top: placed.at.y }}
                aria-label={branch.to}
              >
                <Squares pattern={branch.to} sizes={sizes} />
              </Link>
              <div className="text" style={{ left: placed.at.x + state + 12, top: placed.at.y, width: textWidth }}>
                <Said move={branch} names={names} />
              </div>
              {branch.replies.map((reply, inner) => {
                const own = placed.replies[inner];
                if (own === undefined) return null;
                return (
                  <div key={`${reply.maker} ${reply.to}`}>
                    <Link
                      className="node"
                      to={to(reply.to)}
                      style={{ left: own.at.x, top: own.at.y }}
                      aria-label={reply.to}
                    >
                      <Squares pattern={reply.to} sizes={sizes} />
                    </Link>
                    <div className="text" style={{ left: own.at.x + state + 12, top: own.at.y, right: 0 }}>
                      <Said move={reply} names={names} short />
                    </div>
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
};

/** The moves from a state, as a picture or as a table that says the same. */
export const Moves = memo(
  ({ table, onTable, ...props }: MoveProps & { readonly table: boolean; readonly onTable: () => void }) => {
    const { names, statusQuo } = props;
    const [whole, setWhole] = useState(false);
    const tree = useMemo(
      () => (whole ? props.tree : { ...props.tree, branches: foldedMoves(props.tree.branches) }),
      [props.tree, whole],
    );
    const hidden = props.tree.branches.length - tree.branches.length;
    const shown = { ...props, tree };
    return (
      <section className="moves" aria-labelledby="moves-title">
        <div className="title-line">
          <h2 id="moves-title">{WORDS.moves(tree.from === statusQuo)}</h2>
          <ul className="legend">
            <li>
              <svg width="34" height="10" aria-hidden="true">
                <path d="M0 5H30" className="costs" />
              </svg>
              {WORDS.notGain}
            </li>
            <li>
              <svg width="34" height="10" aria-hidden="true">
                <path d="M0 5H30" className="gains" />
              </svg>
              {WORDS.gain}
            </li>
            <li>
              <Squares pattern="Y" sizes={[1]} /> {WORDS.taken}
            </li>
            <li>
              <Squares pattern="N" sizes={[1]} /> {WORDS.open}
            </li>
          </ul>
          <fieldset className="segmented" aria-label={WORDS.asGraph}>
            <button type="button" aria-pressed={!table} onClick={() => table && onTable()}>
              {WORDS.graph}
            </button>
            <button type="button" aria-pressed={table} onClick={() => table || onTable()}>
              {WORDS.table}
            </button>
          </fieldset>
        </div>
        {tree.branches.length === 0 ? (
          <p className="soft">{WORDS.noMoves}</p>
        ) : (
          <>
            {!table && <Picture {...shown} />}
            <div className={table ? 'twin' : 'twin only-narrow'}>
              <Twin {...shown} />
            </div>
          </>
        )}
        {(hidden > 0 || whole) && (
          <button type="button" className="link small" onClick={() => setWhole(!whole)}>
            {whole ? WORDS.fewerMoves : WORDS.allMoves(hidden)}
          </button>
        )}
        {tree.more.map(({ maker, count }) => (
          <p key={maker} className="small quiet">
            {WORDS.moreMoves(names[maker] ?? '', count)}
          </p>
        ))}
      </section>
    );
  },
);
