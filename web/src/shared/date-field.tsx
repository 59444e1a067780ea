import { typedDate } from '@entente/core/chronicle/typed-date';
import type { Edtf } from '@entente/core/vocabulary';
import { useEffect, useId, useState } from 'react';
import { dateText } from './dates.ts';

/** What typed words are read as: “early June 2018” is 1 to 10 June. */
export const readingOf = (typed: string): { readonly date?: Edtf; readonly says: string } => {
  if (typed.trim() === '') return { date: '', says: '' };
  const date = typedDate(typed);
  if (date === undefined)
    return {
      says: 'No date can be read in this. Try 12 June 2018, June 2018, early 2018, about 1990 or 1977 to 1983.',
    };
  return { date, says: `${dateText(date)} (${date})` };
};

/** A field for a date in words: what it is read as stands under it as it is typed. */
export const DateField = ({
  label,
  value,
  onDate,
  eager = false,
}: {
  readonly label: string;
  readonly value: Edtf | '';
  /** Given an empty word where the field is emptied. */
  readonly onDate: (date: Edtf | '') => void;
  /** Hands every date over as it is typed, not only when the field is left. */
  readonly eager?: boolean;
}) => {
  const id = useId();
  const [typed, setTyped] = useState<string>(value);
  useEffect(() => setTyped((now) => (readingOf(now).date === value ? now : value)), [value]);
  const { date, says } = readingOf(typed);
  const done = (): void => {
    if (date !== undefined && date !== value) onDate(date);
  };
  return (
    <div className="date-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        autoComplete="off"
        aria-describedby={`${id}-reading`}
        aria-invalid={date === undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = readingOf(event.target.value).date;
          if (eager && next !== undefined) onDate(next);
        }}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !eager) done();
        }}
      />
      <p id={`${id}-reading`} className={date === undefined ? 'small fault' : 'small quiet'} aria-live="polite">
        {says}
      </p>
    </div>
  );
};
