import type { Problem } from '@entente/core/vocabulary';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import type { Fetched } from './fetched.ts';
import { WORDS } from './words.ts';

/** What is the case, what it means, what to do next: a room never shows a blank. */
export const Told = ({
  says,
  fault = false,
  children,
}: {
  readonly says: string;
  readonly fault?: boolean;
  readonly children?: ReactNode;
}) => {
  const [alone, setAlone] = useState(false);
  useLayoutEffect(() => setAlone(document.querySelector('main h1:not(.big)') === null), []);
  const Says = alone ? 'h1' : 'p'; // where it is all there is, it is the heading
  return (
    <div className="state-of" {...(fault && { role: 'alert' })}>
      <Says className={fault ? 'big fault' : 'big'}>{says}</Says>
      {children}
    </div>
  );
};

/** Whether what was asked for is not there: told in words and with a way back, not as a fault. */
export const isAbsent = (fetched: Fetched<unknown>): boolean =>
  fetched.kind === 'failed' && fetched.problems.some(({ code }) => code === 'http/absent');

/** Faults of a request have no place that a reader knows; those of files have. */
const ofRequest = (code: string): boolean => code.startsWith('http/') || code === 'desk/unreached';

/** Problems, each with its place and what to do. */
export const Problems = ({ problems }: { readonly problems: readonly Problem[] }) => (
  <ul className="problems">
    {problems.slice(0, 40).map(({ code, at, says }) => (
      <li key={`${code} ${at.join()} ${says}`}>
        {at.length > 0 && !ofRequest(code) && <b>{at.join(' › ')}: </b>}
        {says} {!ofRequest(code) && <code className="quiet small">{code}</code>}
      </li>
    ))}
    {problems.length > 40 && <li className="quiet">{WORDS.more(problems.length - 40)}</li>}
  </ul>
);

/** That the day in the address was no date, where it was none. */
export const NoDate = ({ wrong }: { readonly wrong: string | undefined }) =>
  wrong === undefined ? null : (
    <p className="fault small" role="alert">
      {WORDS.noDate(wrong)}
    </p>
  );

const PATIENCE_MS = 700;

/** Nothing under a moment; then a word that it is under way. */
export const Waiting = ({ says = WORDS.loading }: { readonly says?: string }) => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="state-of" aria-busy="true">
      {late && (
        <p className="big" role="status">
          {says}
        </p>
      )}
    </div>
  );
};

/** Shows what was fetched, or why it is not there; what was there before stays while it is asked again. */
export const Shown = <Value,>({
  fetched,
  children,
}: {
  readonly fetched: Fetched<Value>;
  readonly children: (value: Value) => ReactNode;
}) => {
  if (fetched.kind === 'asked') return <Waiting />;
  if (fetched.kind === 'there') return children(fetched.value);
  if (fetched.value !== undefined) return children(fetched.value);
  return (
    <Told says={WORDS.failed} fault>
      <Problems problems={fetched.problems} />
    </Told>
  );
};
