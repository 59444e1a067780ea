import type { AlignedPair, DerivationEntry } from '@entente/core/report/sources';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { Link } from '../shared/link.tsx';
import { Sheet } from '../shared/sheet.tsx';
import { marksOfSide, pairAt, type Side } from './whole.ts';
import { WORDS } from './words.ts';

const SAYS = WORDS.pair;

interface Props {
  readonly entry: DerivationEntry;
  readonly pairs: readonly AlignedPair[];
  readonly current: number;
  readonly onCurrent: (at: number) => void;
}

/** The row of a sheet that holds a place of its text. */
const rowAt = (column: HTMLElement, start: number): Element | null | undefined =>
  [...column.querySelectorAll<HTMLElement>('[data-start]')]
    .findLast((piece) => Number(piece.dataset['start']) <= start)
    ?.closest('.row');

const Column = ({ entry, pairs, current, onCurrent, side }: Props & { readonly side: Side }) => {
  const column = useRef<HTMLElement>(null);
  const document = entry[side];
  const name = side === 'source' ? entry.sourceName : entry.derivedName;
  const marks = useMemo(() => marksOfSide(pairs, side, current), [pairs, side, current]);
  const now = pairs[current]?.derivation[side];
  const start = now?.start;
  useEffect(() => {
    const row = column.current === null || start === undefined ? undefined : rowAt(column.current, start);
    if (column.current === null || !row) return;
    const [outer, inner] = [column.current.getBoundingClientRect(), row.getBoundingClientRect()];
    column.current.scrollTop += inner.top - outer.top - outer.height / 4;
  }, [start]);
  const choose = (event: MouseEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLElement) || getSelection()?.isCollapsed === false) return;
    const place = event.target.closest<HTMLElement>('[data-start]')?.dataset['start'];
    const at = place === undefined ? -1 : pairAt(pairs, side, Number(place));
    if (at >= 0) onCurrent(at);
  };
  return (
    <section
      ref={column}
      className="whole-side"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={name}
      // a second way: the same is done by the keys j and k
      onClickCapture={choose}
    >
      <h2>
        <Link to={{ room: 'sources', path: [document.id] }}>{name}</Link>
      </h2>
      <Sheet document={document} marks={marks} current={now} label={SAYS.wholeOf(name)} />
    </section>
  );
};

/** Both texts from beginning to end, beside each other; who goes to a pair sees it in both. */
export const Whole = (props: Props) => (
  <div className="whole">
    <Column {...props} side="source" />
    <Column {...props} side="derived" />
  </div>
);
