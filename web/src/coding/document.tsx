import type { Codebook } from '@entente/core/statement/codebook';
import type { Span } from '@entente/core/vocabulary';
import type { DocumentPage } from 'entente/http/app';
import { useEffect, useMemo, useState } from 'react';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import type { Mark } from '../shared/segments.ts';
import { Sheet, selectedSpan, showPlace } from '../shared/sheet.tsx';
import { StatementMark, StatementWords } from '../shared/statement-line.tsx';
import { useKeys } from '../shared/use-keys.ts';
import { useChoosing } from './choose.ts';
import { Done } from './done.tsx';
import { Panel } from './panel.tsx';
import { type Room, useCoding } from './room.ts';
import { asLast, conditionKindOf, type Draft, newDraft, STANCE_KEYS } from './state.ts';
import { useCodingKeys } from './use-coding-keys.ts';
import { WORDS } from './words.ts';

const marksOf = (room: Room): readonly Mark[] => {
  const { all, current, draft, chosen } = room;
  const own = draft?.span ?? (current && { start: current.passage.start, end: current.passage.end });
  const condition = draft === undefined ? current?.condition?.passage : draft.condition;
  const reason = draft === undefined ? current?.reason : draft.reason;
  return [
    ...all.map(
      ({ id, passage, stance, status }): Mark => ({
        ...{ id, kind: 'statement', start: passage.start, end: passage.end, stance },
        pending: status !== 'accepted',
        current: id === current?.id && draft === undefined,
      }),
    ),
    ...(own === undefined || draft === undefined
      ? []
      : [{ id: 'own', kind: 'statement', current: true, ...own } as const]),
    ...(condition === undefined
      ? []
      : [{ id: 'condition', kind: 'condition', start: condition.start, end: condition.end, current: true } as const]),
    ...(reason === undefined ? [] : [{ id: 'reason', kind: 'reason', start: reason.start, end: reason.end } as const]),
    ...(chosen === undefined ? [] : [{ id: 'chosen', kind: 'chosen', ...chosen } as const]),
  ];
};

const Margin = ({ room, span }: { readonly room: Room; readonly span: Span }) => {
  const here = room.all.filter(({ passage }) => span.start <= passage.start && passage.start < span.end);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((statement) => (
        <li key={statement.id} className={statement.id === room.current?.id ? 'now' : undefined}>
          <StatementMark statement={statement} />
          <button
            type="button"
            className="link small"
            aria-current={statement.id === room.current?.id}
            onClick={() => room.show(statement)}
          >
            <StatementWords statement={statement} names={room.names} />
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Coding one document: its text, what is coded in it, and the one place that is worked on. */
export const DocumentCoding = ({
  page,
  codebook,
  place,
}: {
  readonly page: DocumentPage;
  readonly codebook: Codebook;
  readonly place: Place;
}) => {
  const room = useCoding(page, codebook, place.query['s']);
  const { document } = page;
  const { current, draft, chosen } = room;
  const [folded, setFolded] = useState(true);
  const working = draft?.span ?? (current && { start: current.passage.start, end: current.passage.end });
  const choosing = useChoosing(document, working, room.setChosen);
  useEffect(() => {
    if (current !== undefined) showPlace(current.passage.start);
  }, [current]);
  useEffect(() => {
    // words chosen with the mouse, or by touch
    const selected = (): void => {
      const span = selectedSpan(document.text);
      if (span !== undefined) room.setChosen(span);
    };
    window.document.addEventListener('pointerup', selected);
    return () => window.document.removeEventListener('pointerup', selected);
  }, [document.text, room.setChosen]);

  const done = (): void => {
    choosing.end();
    room.setChosen(undefined);
    getSelection()?.removeAllRanges();
  };
  /** Puts the chosen words into a field of what is worked on. */
  const put = (into: (draft: Draft, span: Span) => Draft, hint: string) => {
    const own = room.edit();
    if (own === undefined || chosen === undefined) return say(hint, { fault: true });
    room.setDraft(into(own, chosen));
    done();
  };
  const begin = () => {
    const words = chosen ?? selectedSpan(document.text);
    if (words === undefined) return say(WORDS.markFirst.statement, { fault: true });
    const fresh = newDraft(document.id, words, room.sticky);
    done();
    room.setDraft(fresh, 'actor');
  };
  useCodingKeys({
    room,
    choosing,
    condition: () => {
      const own = room.edit();
      if (chosen === undefined && own?.condition !== undefined) {
        const { condition: _, ...rest } = own;
        return room.setDraft(rest);
      }
      put(
        (now, span) => ({
          ...now,
          stance: now.stance ?? 'conditional',
          condition: { ...span, kind: conditionKindOf(document.text.slice(span.start, span.end)) },
        }),
        WORDS.markFirst.condition,
      );
    },
    reason: () => {
      const own = room.edit();
      if (chosen === undefined && own?.reason !== undefined) {
        const { reason: _, ...rest } = own;
        return room.setDraft(rest);
      }
      put((now, span) => ({ ...now, reason: span }), WORDS.markFirst.reason);
    },
    words: () => put((now, span) => ({ ...now, span }), WORDS.markFirst.statement),
    begin,
    last: () => {
      const own = chosen === undefined ? room.edit() : newDraft(document.id, chosen, room.sticky);
      if (own === undefined) return;
      if (chosen !== undefined) done();
      room.setDraft(asLast(own, room.sticky));
    },
    level: () => {
      const own = room.edit();
      if (own !== undefined) room.setDraft({ ...own, level: own.level === 'explicit' ? 'implied' : 'explicit' });
    },
    fold: () => setFolded((now) => !now),
    leave: done,
  });
  useKeys(
    WORDS.fields.stance,
    room.field === 'stance' && draft !== undefined
      ? Object.entries(STANCE_KEYS).map(([key, stance]) => ({
          keys: [key],
          says: WORDS.stances[stance],
          run: () => room.setDraft({ ...draft, stance }),
        }))
      : [],
  );
  const marks = useMemo(() => marksOf(room), [room]);
  const accepted = page.statements.filter(({ status }) => status === 'accepted').length;
  return (
    <>
      <Head
        finding={document.title?.value ?? document.file}
        side={
          <p>
            <Link to={{ room: 'coding', query: { codebook: 'actors' } }}>{WORDS.codebook}</Link> <kbd>o</kbd>
          </p>
        }
      >
        <p>
          {WORDS.progress(accepted, room.open.length)}{' '}
          <Link to={{ room: 'sources', path: [document.id] }}>{WORDS.back}</Link>
        </p>
      </Head>
      <div className="coding">
        <Sheet
          document={document}
          marks={marks}
          label={WORDS.room}
          folded={folded}
          current={chosen ?? working}
          margin={(_, span) => <Margin room={room} span={span} />}
        />
        <aside className="panel" aria-label={WORDS.room}>
          {chosen !== undefined && <p className="hint small">{choosing.going ? WORDS.choosing : WORDS.chosen}</p>}
          {current === undefined && draft === undefined ? (
            <Done page={page} chosen={chosen !== undefined} />
          ) : (
            <Panel room={room} codebook={codebook} />
          )}
        </aside>
      </div>
    </>
  );
};
