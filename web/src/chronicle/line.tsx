import { clustersBelow, type Dated, timeline } from '@entente/core/picture/timeline';
import { shortened } from '@entente/core/report/words';
import type { EventLine } from 'entente/http/app';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Stretch } from './state.ts';
import { WORDS } from './words.ts';

const ROW = 24;
const LABEL = 210;
const MOST_ROWS = 14;
/** So wide a stretch of what has no room is gathered into one. */
const CLUSTER = 84;

const Mark = ({ one, width }: { readonly one: Dated; readonly width: number }) => {
  const y = one.row * ROW + ROW / 2;
  const [from, to] = [one.from * width, Math.max(one.to * width, one.from * width + 5)];
  const { shape, loose } = one.sign;
  const dash = loose ? { strokeDasharray: '2 3' } : {};
  if (shape === 'day') return <circle cx={from} cy={y} r="4.500" className={loose ? 'dot loose' : 'dot'} />;
  if (shape === 'within') return <path d={`M${from} ${y}H${to}`} className="bar-of" {...dash} />;
  const open = `M${from} ${y}H${to}`;
  const left =
    shape === 'until'
      ? `M${from + 6} ${y - 4}L${from} ${y}L${from + 6} ${y + 4}`
      : `M${from + 4} ${y - 6}H${from}V${y + 6}H${from + 4}`;
  const right =
    shape === 'since'
      ? `M${to - 6} ${y - 4}L${to} ${y}L${to - 6} ${y + 4}`
      : `M${to - 4} ${y - 6}H${to}V${y + 6}H${to - 4}`;
  return (
    <>
      <path d={open} className="span-of" strokeDasharray={shape === 'span' && !loose ? undefined : '2 3'} />
      <path d={left + right} className="span-of" />
    </>
  );
};

/** Happenings on a line of time, each as closely as its date is known. The list beside it says the same. */
export const TimeLine = ({
  events,
  stretch,
  current,
  onPick,
}: {
  readonly events: readonly EventLine[];
  readonly stretch: Stretch;
  readonly current: string | undefined;
  readonly onPick: (id: string) => void;
}) => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1200);
  useLayoutEffect(() => {
    const own = frame.current;
    if (own === null) return undefined;
    const watch = new ResizeObserver(() => setWidth(own.clientWidth));
    watch.observe(own);
    setWidth(own.clientWidth);
    return () => watch.disconnect();
  }, []);
  const items = events.flatMap(({ id, date }) => (date === undefined ? [] : [{ id, date }]));
  const { dated, rows, outside, years } = timeline(items, stretch, Math.min(0.6, LABEL / width));
  const shown = dated.filter(({ row }) => row < MOST_ROWS);
  const height = Math.max(3, Math.min(rows, MOST_ROWS)) * ROW + 8;
  const words = new Map(events.map((one) => [one.id, one.quote]));
  const clusters = clustersBelow(dated, MOST_ROWS, CLUSTER / width);
  const [opened, setOpened] = useState<number>();
  const cluster = opened === undefined ? undefined : clusters[opened];
  return (
    <figure className="time" aria-label={WORDS.picture}>
      <div ref={frame} className="time-frame" style={{ height: height + 24 + (clusters.length > 0 ? 30 : 0) }}>
        <svg width={width} height={height} aria-hidden="true">
          {years.map(({ year, at }) => (
            <path key={year} d={`M${at * width} 0V${height}`} className="year-line" />
          ))}
          <path d={`M0 ${height - 1}H${width}`} className="ground" />
          {shown.map((one) => (
            <g key={one.id} className={one.id === current ? 'current' : undefined}>
              <Mark one={one} width={width} />
            </g>
          ))}
        </svg>
        {shown.map((one) => {
          const after = one.to * width + LABEL <= width;
          return (
            <button
              type="button"
              key={one.id}
              tabIndex={-1}
              className={one.id === current ? 'tag now' : 'tag'}
              style={{
                top: one.row * ROW,
                width: LABEL - 14,
                ...(after ? { left: one.to * width + 8 } : { right: width - one.from * width + 8, textAlign: 'end' }),
              }}
              onClick={() => onPick(one.id)}
            >
              {shortened(words.get(one.id) ?? '', 80)}
            </button>
          );
        })}
        {clusters.map(({ at, ids }, place) => (
          <button
            type="button"
            key={ids[0]}
            className="cluster"
            aria-expanded={place === opened}
            aria-label={WORDS.hiddenSays(ids.length)}
            style={{ left: Math.min(at * width, width - 44), top: height + 26 }}
            onClick={() => setOpened(place === opened ? undefined : place)}
          >
            {WORDS.hidden(ids.length)}
          </button>
        ))}
        {years.map(({ year, at }) => (
          <span key={year} className="year" style={{ left: at * width, top: height + 2 }}>
            {year}
          </span>
        ))}
      </div>
      {cluster !== undefined && (
        <ul className="hidden-here" aria-label={WORDS.hiddenHere}>
          {cluster.ids.map((id) => (
            <li key={id}>
              <button type="button" className="link small" onClick={() => onPick(id)}>
                {shortened(words.get(id) ?? '', 110)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {outside > 0 && <figcaption className="small quiet">{WORDS.outside(outside)}</figcaption>}
    </figure>
  );
};
