import type { Codebook } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import { useMemo } from 'react';
import { changing, desk } from '../shared/desk.ts';
import { say } from '../shared/say.ts';
import { StatementMark, StatementWords } from '../shared/statement-line.tsx';
import { Fields } from './fields.tsx';
import type { Room } from './room.ts';
import { draftOf } from './state.ts';
import { WORDS } from './words.ts';

/** Enters a name in the codebook from the field in which it was typed. @returns its id */
export const enterName = async (kind: 'actor' | 'issue', name: string, proposal = ''): Promise<string | undefined> => {
  const outcome = await changing(() =>
    kind === 'actor'
      ? desk.api.actors.$post({ json: { actor: { name, kind: 'group', aliases: [], partOf: [] } } })
      : desk.api.issues.$post({ json: { issue: { label: name, proposal } } }),
  );
  if (outcome.ok) return outcome.value.id;
  say(outcome.problems.map(({ says }) => says).join(' '), { fault: true });
  return undefined;
};

const Origin = ({ statement, room }: { readonly statement: Statement; readonly room: Room }) => {
  const { status, open } = room;
  const at = open.findIndex(({ id }) => id === statement.id);
  const { coder, confidence } = statement;
  return (
    <p className="small quiet">
      {status === 'suggested' && at >= 0 ? WORDS.suggestion(at + 1, open.length) : WORDS.status[status ?? 'suggested']}{' '}
      {WORDS.by[coder.kind]} {coder.kind === 'person' ? <bdi>{coder.name}</bdi> : <code>{coder.name}</code>}
      {confidence !== undefined && status === 'suggested' && WORDS.confidence(confidence.toFixed(2).replace(/^0/, ''))}
    </p>
  );
};

const Acts = ({ room, onEdit }: { readonly room: Room; readonly onEdit: () => void }) => {
  const { draft, status } = room;
  if (draft !== undefined)
    return (
      <div className="acts one">
        <button type="button" className="button do" onClick={() => void room.save(draft)}>
          {draft.id === undefined ? WORDS.acts.code : WORDS.acts.acceptChanged} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button" onClick={() => room.setDraft(undefined)}>
          {WORDS.acts.leave} <kbd>Esc</kbd>
        </button>
      </div>
    );
  return (
    <div className="acts">
      {status === 'suggested' ? (
        <>
          <button type="button" className="button do" onClick={() => void room.decide('accepted')}>
            {WORDS.acts.accept} <kbd>Enter</kbd>
          </button>
          <button type="button" className="button" onClick={() => void room.decide('rejected')}>
            {WORDS.acts.reject} <kbd>x</kbd>
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            className="button"
            onClick={() => void room.decide('rejected')}
            disabled={status === 'rejected'}
          >
            {WORDS.acts.reject} <kbd>x</kbd>
          </button>
          <button type="button" className="button" onClick={() => void room.decide('suggested')}>
            {WORDS.acts.putBack}
          </button>
        </>
      )}
      <button type="button" className="button" onClick={() => room.step(1)}>
        {WORDS.acts.next} <kbd>j</kbd>
      </button>
      <button type="button" className="button" onClick={onEdit}>
        {WORDS.acts.edit} <kbd>e</kbd>
      </button>
    </div>
  );
};

/** The one place that is worked on: a suggestion with its fields, or what a person codes. */
export const Panel = ({ room, codebook }: { readonly room: Room; readonly codebook: Codebook }) => {
  const { current, draft, page, names } = room;
  const shown = useMemo(() => draft ?? (current === undefined ? undefined : draftOf(current)), [draft, current]);
  if (shown === undefined) return null;
  return (
    <>
      {draft === undefined && current !== undefined ? (
        <>
          <Origin statement={current} room={room} />
          <p className="who">
            <StatementMark statement={current} /> <StatementWords statement={current} names={names} />
          </p>
        </>
      ) : (
        <p className="who">{draft?.id === undefined ? WORDS.newOne : WORDS.change}</p>
      )}
      <p className="chosen-words small soft" dir="auto">
        “{page.document.text.slice(shown.span.start, shown.span.end)}”
      </p>
      <Fields
        draft={shown}
        text={page.document.text}
        names={names}
        codebook={codebook}
        sticky={room.sticky}
        field={room.field}
        onField={(field) => room.setDraft(shown, field)}
        onDraft={(next, then) => room.setDraft(next, then)}
        onNew={enterName}
        fixed={false}
      />
      <Acts room={room} onEdit={() => room.setDraft(shown)} />
      <p className="small quiet">{WORDS.nothingIsCounted}</p>
    </>
  );
};
