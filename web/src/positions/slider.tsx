import { daysBetween } from '@entente/core/chronicle/edtf';
import type { IsoDay } from '@entente/core/vocabulary';
import { useEffect, useRef, useState } from 'react';
import { dateText } from '../shared/dates.ts';
import { dayAfter, type Line } from './state.ts';
import { WORDS } from './words.ts';

const WAIT_MS = 140;
const HEIGHT = 34;

const yearMarks = ({ first, last, length }: Line): readonly { readonly year: number; readonly at: number }[] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const every = Math.max(1, Math.ceil((to - from + 1) / 12));
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((year) => (year - from) % every === 0)
    .map((year) => ({ year, at: Math.max(0, daysBetween(first, `${year}-01-01`)) / length }));
};

/** The day as of which positions are shown, picked on the line of what is said when. */
export const DaySlider = ({
  line,
  day,
  onDay,
}: {
  readonly line: Line;
  readonly day: IsoDay;
  readonly onDay: (day: IsoDay) => void;
}) => {
  const [held, setHeld] = useState<number>();
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(wait.current), []);
  const at = held ?? Math.max(0, Math.min(line.length, daysBetween(line.first, day)));
  const most = Math.max(1, ...line.strokes.map(({ count }) => count));
  const shown = held === undefined ? day : dayAfter(line.first, held); // the day may lie beyond the line
  const part = (days: number): string => `${(days / line.length) * 100}%`;
  const coarse = line.bands.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="day-line">
      <label htmlFor="as-of">
        <b>{WORDS.asOf}</b>
        <br />
        {dateText(shown)}
      </label>
      <div className="track">
        <svg height={HEIGHT} aria-hidden="true" width="100%">
          {line.bands.map(({ from, to }) => (
            <rect
              key={`${from} ${to}`}
              x={part(from)}
              width={part(to - from)}
              y={HEIGHT - 8}
              height="6"
              className="band"
            />
          ))}
          {line.strokes.map(({ at: place, count }) => (
            <rect
              key={place}
              x={part(place)}
              width="2"
              y={HEIGHT - 2 - Math.max(4, (count / most) * (HEIGHT - 6))}
              height={Math.max(4, (count / most) * (HEIGHT - 6))}
              className={place <= at ? 'stroke' : 'stroke later'}
            />
          ))}
          <path d={`M0 ${HEIGHT - 1}H4000`} className="ground" />
        </svg>
        <input
          id="as-of"
          type="range"
          min={0}
          max={line.length}
          value={at}
          aria-valuetext={dateText(shown)}
          onChange={(event) => {
            const next = Number(event.target.value);
            setHeld(next);
            clearTimeout(wait.current);
            wait.current = setTimeout(() => {
              setHeld(undefined);
              onDay(dayAfter(line.first, next));
            }, WAIT_MS);
          }}
        />
        <div className="years" aria-hidden="true">
          {yearMarks(line).map(({ year, at: place }) => (
            <span key={year} style={{ left: `${place * 100}%` }}>
              {year}
            </span>
          ))}
        </div>
        <p className="small quiet">
          {WORDS.stroke} {coarse > 0 && WORDS.band(coarse)} {line.earlier > 0 && WORDS.earlier(line.earlier)}{' '}
          {line.undated > 0 && WORDS.undated(line.undated)}
        </p>
      </div>
    </div>
  );
};
