import { dayRange, daysBetween } from '@entente/core/chronicle/edtf';
import { standingOfAll } from '@entente/core/position/voice';
import { STANCE_WORDS, shortened, VOICE_WORDS } from '@entente/core/report/words';
import type { PositionDetail, Quoted } from 'entente/http/app';
import { useState } from 'react';
import { Citation, placeOfPassage } from '../shared/citation.tsx';
import { dateText } from '../shared/dates.ts';
import { Glyph } from '../shared/glyph.tsx';
import { Link } from '../shared/link.tsx';
import { Told } from '../shared/states.tsx';
import { WORDS } from './words.ts';

const MOST = 12;

const Said = ({ quoted }: { readonly quoted: Quoted }) => {
  const { statement, sentence, citation, glyph, when } = quoted;
  return (
    <li className={statement.status === 'suggested' ? 'pending' : undefined}>
      <Glyph glyph={glyph} name={STANCE_WORDS[statement.stance].cell} small />
      <div>
        <blockquote dir="auto">“{shortened(statement.passage.quote, 320)}”</blockquote>
        <p className="small soft">
          {when !== undefined && `${when}. `}
          {sentence.lead}. <Citation citation={citation} /> ·{' '}
          <Link
            className="small"
            to={{ room: 'coding', path: [statement.passage.document], query: { s: statement.id } }}
          >
            {WORDS.coding}
          </Link>
        </p>
      </div>
    </li>
  );
};

const inTime = (all: readonly Quoted[]): readonly Quoted[] =>
  [...all].sort((a, b) => {
    const [x, y] = [a, b].map(({ statement }) => dayRange(statement.date).last ?? '');
    return (x ?? '') < (y ?? '') ? 1 : -1;
  });

type Stage = PositionDetail['position']['history'][number];

/** Stances in order of time, each where it was held; a stage that nothing dates stands before the line. */
const Movement = ({ stages }: { readonly stages: readonly Stage[] }) => {
  const dated = stages.flatMap((stage) => {
    const { first, last } = dayRange(stage.when);
    const [from, to] = [first ?? last, last ?? first];
    return from === undefined || to === undefined ? [] : [{ stage, from, to }];
  });
  const [start, end] = [
    dated.map(({ from }) => from).sort()[0],
    dated
      .map(({ to }) => to)
      .sort()
      .at(-1),
  ];
  const length = start === undefined || end === undefined ? 0 : daysBetween(start, end);
  return (
    <>
      {stages.length < 2 && <p className="soft">{WORDS.unmoved}</p>}
      {start !== undefined && length > 0 && stages.length > 1 && (
        <div className="movement" aria-hidden="true">
          {dated.map(({ stage, from, to }) => {
            const [left, right] = [daysBetween(start, from) / length, daysBetween(start, to) / length];
            return (
              <div key={`${from} ${stage.stance}`}>
                <i style={{ left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` }} />
                <span style={{ left: `${((left + right) / 2) * 100}%` }}>
                  <Glyph
                    glyph={{
                      stance: stage.stance,
                      voice: standingOfAll(stage.statements),
                      line: 'none',
                      suggested: false,
                    }}
                    small
                  />
                </span>
              </div>
            );
          })}
        </div>
      )}
      <ol className="stages">
        {stages.map((stage) => (
          <li key={`${stage.when} ${stage.stance} ${stage.statements[0]?.id}`}>
            <Glyph
              glyph={{ stance: stage.stance, voice: standingOfAll(stage.statements), line: 'none', suggested: false }}
              small
            />{' '}
            <b>{STANCE_WORDS[stage.stance].cell}</b>{' '}
            <span className="soft">{stage.when === undefined ? WORDS.undatedOne : dateText(stage.when)}</span>
          </li>
        ))}
      </ol>
    </>
  );
};

/** The same words, told by several documents, once. */
const once = <One extends { readonly passage: Quoted['statement']['passage'] }>(all: readonly One[]): readonly One[] =>
  all.filter(({ passage }, at) => all.findIndex((other) => other.passage.quote === passage.quote) === at);

const Facts = ({ detail }: { readonly detail: PositionDetail }) => {
  const { position, quoted } = detail;
  const byId = new Map(quoted.map((one) => [one.statement.id, one]));
  const chip = (id: Quoted['statement']['id']) => {
    const found = byId.get(id);
    return found === undefined ? null : <Citation citation={found.citation} />;
  };
  const { statements } = position;
  const conditions = statements.flatMap(({ id, condition }) =>
    condition === undefined ? [] : [{ id, passage: condition.passage, kind: condition.kind }],
  );
  const reasons = statements.flatMap(({ id, reason }) => (reason === undefined ? [] : [{ id, passage: reason }]));
  const words = (
    all: readonly {
      readonly id: Quoted['statement']['id'];
      readonly passage: Quoted['statement']['passage'];
      readonly kind?: string;
    }[],
  ) =>
    all.length === 0
      ? WORDS.none
      : once(all)
          .slice(0, 6)
          .map(({ id, passage, kind }) => (
            <p key={`${id} ${passage.start}`}>
              {kind !== undefined && <span className="quiet">{kind.replaceAll('-', ' ')} </span>}
              <Link className="quote" to={placeOfPassage(passage)}>
                “<bdi>{shortened(passage.quote, 140)}</bdi>”
              </Link>
            </p>
          ));
  const parts = (all: typeof position.stances) =>
    all.map(({ stance, origins, statements: own }) => (
      <p key={stance}>
        {STANCE_WORDS[stance].cell}: {origins.length}{' '}
        {own.slice(0, 3).map(({ id }) => (
          <span key={id}>{chip(id)} </span>
        ))}
      </p>
    ));
  return (
    <dl className="facts">
      <dt>{WORDS.condition}</dt>
      <dd>{words(conditions)}</dd>
      <dt>{WORDS.reason}</dt>
      <dd>{words(reasons)}</dd>
      <dt>{WORDS.origins}</dt>
      <dd>{position.origins.length}</dd>
      <dt>{WORDS.voice}</dt>
      <dd>{VOICE_WORDS[position.voice]}</dd>
      {position.contested && (
        <>
          <dt>{WORDS.rivals}</dt>
          <dd>{parts(position.stances)}</dd>
        </>
      )}
      {position.otherwise.length > 0 && (
        <>
          <dt>{WORDS.otherwise}</dt>
          <dd>{parts(position.otherwise)}</dd>
        </>
      )}
      <dt>{WORDS.used}</dt>
      <dd>
        <Link to={{ room: 'conflict', path: ['new'], query: { issue: position.issue } }}>{WORDS.draft}</Link>
      </dd>
    </dl>
  );
};

/** What stands behind a cell: its statements, how it moved, its conditions and reasons. */
export const Behind = ({
  detail,
  actor,
  issue,
  proposal,
}: {
  readonly detail: PositionDetail;
  readonly actor: string;
  readonly issue: string;
  readonly proposal: string;
}) => {
  const [all, setAll] = useState(false);
  const { position, quoted } = detail;
  const accepted = inTime(quoted.filter(({ statement }) => statement.status === position.basis));
  const beside = inTime(quoted.filter(({ statement }) => statement.status !== position.basis));
  const shown = all ? accepted : accepted.slice(0, MOST);
  if (quoted.length === 0) return <Told says={WORDS.absent} />;
  return (
    <div className="behind">
      <section aria-labelledby="behind-title">
        <h2 id="behind-title" tabIndex={-1}>
          <bdi>{actor}</bdi>{' '}
          <span className="soft">
            {WORDS.on} <bdi>{issue}</bdi>
          </span>
        </h2>
        <p className="small quiet proposal">
          {WORDS.proposal}: <bdi>{proposal}</bdi>
        </p>
        <ul className="quotes">
          {shown.map((one) => (
            <Said key={one.statement.id} quoted={one} />
          ))}
        </ul>
        {accepted.length > shown.length && (
          <button type="button" className="link small" onClick={() => setAll(true)}>
            {WORDS.more(accepted.length - shown.length)}
          </button>
        )}
        {beside.length > 0 && (
          <details>
            <summary className="small">
              {WORDS.others} ({beside.length})
            </summary>
            <ul className="quotes">
              {beside.slice(0, 40).map((one) => (
                <Said key={one.statement.id} quoted={one} />
              ))}
            </ul>
          </details>
        )}
      </section>
      <section aria-labelledby="moved-title">
        <h3 id="moved-title">{WORDS.how}</h3>
        <Movement stages={position.history} />
      </section>
      <section aria-labelledby="facts-title">
        <h3 id="facts-title">{WORDS.behind}</h3>
        <Facts detail={detail} />
      </section>
    </div>
  );
};
