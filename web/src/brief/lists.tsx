import type { BriefLine } from '@entente/core/report/brief';
import type { BriefPage } from 'entente/http/app';
import type { ReactNode } from 'react';
import { Citations } from '../shared/citation.tsx';
import { shortDate } from '../shared/dates.ts';
import { Glyph } from '../shared/glyph.tsx';
import { Link } from '../shared/link.tsx';
import { WORDS } from './words.ts';

const Section = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <section className="part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

const More = ({ count }: { readonly count: number }) =>
  count > 0 ? <p className="small quiet">{WORDS.more(count)}</p> : null;

const Line = ({ line, contested = false }: { readonly line: BriefLine; readonly contested?: boolean }) => (
  <li className="marked">
    <Glyph glyph={line.glyph} small />
    <div>
      <Link className="line" to={{ room: 'positions', query: { actor: line.actor, issue: line.issue } }}>
        <bdi>{line.says}</bdi>
      </Link>
      {line.quote !== undefined && (
        <>
          : “<bdi>{line.quote}</bdi>”
        </>
      )}
      <small className="quiet">
        {contested && <span className="contested">{WORDS.contested}</span>} {line.note}
      </small>
      <Citations citations={line.citations} most={2} />
    </div>
  </li>
);

export const Holds = ({ page }: { readonly page: BriefPage }) => (
  <Section id="holds" title={WORDS.holds}>
    {page.holds.length === 0 && (
      <>
        <p>{WORDS.holdsNone}</p>
        <p className="small quiet">{WORDS.holdsNoneMore}</p>
        <p>
          <Link className="line" to={{ room: 'conflict' }}>
            {WORDS.toConflict}
          </Link>
        </p>
      </>
    )}
    <ul className="lines">
      {page.holds.map(({ id, title, finding, summary, reversals, assumed }) => (
        <li key={id}>
          {finding}.{' '}
          <Link className="line" to={{ room: 'conflict', path: [id] }} aria-label={`${WORDS.whyHolds}: ${title}`}>
            {WORDS.whyHolds}
          </Link>
          <small className="quiet">{summary}</small>
          {assumed > 0 && <span className="assumed small">{WORDS.assumed(assumed)}</span>}
          {reversals[0] !== undefined && (
            <p className="after">
              {WORDS.reversal(reversals[0].maker, reversals[0].aim)}.
              <small className="quiet">{WORDS.reversals(reversals.length)}</small>
            </p>
          )}
        </li>
      ))}
    </ul>
    {page.unheld > 0 && <p className="small quiet">{WORDS.unheld(page.unheld)}</p>}
  </Section>
);

export const Thin = ({ page: { brief, cells } }: { readonly page: BriefPage }) => (
  <Section id="thin" title={WORDS.thin}>
    {brief.thin.length === 0 && <p>{WORDS.thinNone}</p>}
    <ul className="lines">
      {brief.thin.map((line) => (
        <Line
          key={`${line.actor} ${line.issue}`}
          line={line}
          contested={cells.some((cell) => cell.actor === line.actor && cell.issue === line.issue && cell.contested)}
        />
      ))}
    </ul>
    <More count={brief.more.thin} />
  </Section>
);

export const Conditions = ({ page: { brief } }: { readonly page: BriefPage }) => (
  <Section id="conditions" title={WORDS.conditions}>
    {brief.conditions.length === 0 && <p>{WORDS.conditionsNone}</p>}
    <ul className="lines">
      {brief.conditions.map((line) => (
        <Line key={`${line.actor} ${line.issue}`} line={line} />
      ))}
    </ul>
    <More count={brief.more.conditions} />
  </Section>
);

export const Changed = ({ page: { brief } }: { readonly page: BriefPage }) => (
  <Section id="changed" title={WORDS.changed}>
    {brief.happened.length + brief.moved.length === 0 && <p>{WORDS.changedNone}</p>}
    <ul className="lines">
      {brief.moved.slice(0, 2).map((line) => (
        <Line key={`${line.actor} ${line.issue}`} line={line} />
      ))}
      {brief.happened.map(({ date, quote, citations, suggested }) => (
        <li key={`${date} ${quote}`} className="dated">
          <time>{shortDate(date)}</time>
          <div className={suggested ? 'quiet' : undefined}>
            {suggested ? '⟨' : '“'}
            <bdi>{quote}</bdi>
            {suggested ? '⟩' : '”'}
            <Citations citations={citations} />
          </div>
        </li>
      ))}
    </ul>
  </Section>
);
