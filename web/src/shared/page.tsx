import { type ReactNode, useEffect, useRef } from 'react';
import { WORDS } from './words.ts';

let first = true;

/** The head of a room: its finding as the heading, what it rests on, figures at the side. The page's title follows it. */
export const Head = ({
  finding,
  children,
  side,
}: {
  readonly finding: string;
  readonly children?: ReactNode;
  readonly side?: ReactNode;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${finding} · ${WORDS.product}`;
  }, [finding]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <div className="head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{finding}</bdi>
        </h1>
        {children}
      </div>
      {side !== undefined && <div className="side small">{side}</div>}
    </div>
  );
};
