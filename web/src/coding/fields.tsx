import { readEdtf } from '@entente/core/chronicle/edtf';
import { edtfWords } from '@entente/core/chronicle/edtf-words';
import type { Codebook } from '@entente/core/statement/codebook';
import { actorId, issueId, STANCES } from '@entente/core/vocabulary';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { actorChoices, issueChoices, type Names } from '../shared/codebook.ts';
import { TypeAhead } from '../shared/type-ahead.tsx';
import { IssueEntry } from './issue-entry.tsx';
import { attributionFrom, attributionText, type Draft, type Field, proposalFrom, type Sticky } from './state.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly draft: Draft;
  readonly text: string;
  readonly names: Names;
  readonly codebook: Codebook;
  readonly sticky: Sticky;
  readonly field: Field | undefined;
  readonly onField: (field: Field | undefined) => void;
  /** The draft as it is now; `then` opens the next field. */
  readonly onDraft: (draft: Draft, then?: Field) => void;
  readonly onNew: (kind: 'actor' | 'issue', name: string, proposal?: string) => Promise<string | undefined>;
  /** Whether the fields can be opened at all. */
  readonly fixed: boolean;
}

const Part = ({
  keyText,
  name,
  field,
  props,
  children,
}: {
  readonly keyText: string;
  readonly name: string;
  readonly field?: Field;
  readonly props: Props;
  readonly children: ReactNode;
}) => (
  <div>
    <dt>
      <kbd>{keyText}</kbd>
      {field === undefined || props.fixed ? (
        name
      ) : (
        <button type="button" className="plain" onClick={() => props.onField(field)}>
          {name}
        </button>
      )}
    </dt>
    <dd>{children}</dd>
  </div>
);

const Line = ({
  label,
  hint,
  first,
  onSet,
  onCancel,
}: {
  readonly label: string;
  readonly hint: string;
  readonly first: string;
  readonly onSet: (text: string) => void;
  readonly onCancel: () => void;
}) => {
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') onSet(event.currentTarget.value.trim());
    else onCancel();
  };
  return (
    <>
      <input
        className="field"
        aria-label={label}
        defaultValue={first}
        // biome-ignore lint/a11y/noAutofocus: it appears because the reader pressed its key
        autoFocus
        autoComplete="off"
        onKeyDown={press}
      />
      <small className="quiet">{hint}</small>
    </>
  );
};

const Stances = ({ draft, onDraft }: Pick<Props, 'draft' | 'onDraft'>) => (
  <fieldset className="stances" aria-label={WORDS.fields.stance}>
    {STANCES.map((stance) => (
      <button
        key={stance}
        type="button"
        aria-pressed={draft.stance === stance}
        className="button"
        onClick={() => onDraft({ ...draft, stance })}
      >
        <kbd>{WORDS.stanceKeys[stance]}</kbd> {WORDS.stances[stance]}
      </button>
    ))}
  </fieldset>
);

const cut = (words: string): string => (words.length > 140 ? `${words.slice(0, 139)}…` : words);

/** The fields of a statement, each opened by its key; what the fields hold is shown in words. */
export const Fields = (props: Props) => {
  const { draft, text, names, codebook, sticky, field, onField, onDraft, onNew } = props;
  const [fault, setFault] = useState('');
  const [naming, setNaming] = useState<{ readonly name: string; readonly start: number }>();
  const { condition, reason, attribution, date } = draft;
  const cancel = (): void => {
    setFault('');
    setNaming(undefined);
    onField(undefined);
  };
  const after = (next: Draft, then: 'issue' | 'stance'): Field | undefined =>
    next[then] === undefined ? then : undefined;
  const actor = async (id: string | undefined): Promise<void> => {
    if (id === undefined) return;
    const { speaker: _, ...rest } = draft;
    const next = { ...rest, actor: id };
    onDraft(next, draft.id === undefined ? 'issue' : after(next, 'issue'));
  };
  const issue = async (id: string | undefined): Promise<void> => {
    if (id !== undefined) onDraft({ ...draft, issue: id }, draft.id === undefined ? 'stance' : after(draft, 'stance'));
  };
  const setDate = (typed: string) => {
    if (typed !== '' && readEdtf(typed) === undefined) return setFault(`“${typed}” is no date. ${WORDS.dateHint}`);
    const { date: _, ...rest } = draft;
    setFault('');
    onDraft(typed === '' ? rest : { ...rest, date: typed });
  };
  return (
    <dl className="fields">
      <Part keyText="a" name={WORDS.fields.actor} field="actor" props={props}>
        {field === 'actor' ? (
          <TypeAhead
            opened
            label={WORDS.fields.actor}
            choices={actorChoices(codebook)}
            recent={sticky.actors}
            {...(draft.actor !== undefined && { chosen: draft.actor })}
            onChoose={(id) => void actor(id)}
            onNew={(name) => void onNew('actor', name).then(actor)}
            newSays={WORDS.newActor}
            onCancel={cancel}
          />
        ) : draft.actor === undefined ? (
          <span className="quiet">{WORDS.none.field}</span>
        ) : (
          <>
            <bdi>{names.actor(actorId(draft.actor))}</bdi>
            {draft.speaker !== undefined && draft.speaker !== draft.actor && (
              <span className="quiet">
                {' '}
                {WORDS.fields.speaker} <bdi>{names.actor(actorId(draft.speaker))}</bdi>
              </span>
            )}
          </>
        )}
      </Part>
      <Part keyText="i" name={WORDS.fields.issue} field="issue" props={props}>
        {field === 'issue' && naming?.start === draft.span.start ? (
          <IssueEntry
            first={naming.name}
            proposal={proposalFrom(text.slice(draft.span.start, draft.span.end))}
            onEnter={async (label, proposal) => {
              const id = await onNew('issue', label, proposal);
              if (id === undefined) return;
              setNaming(undefined);
              await issue(id);
            }}
            onCancel={cancel}
          />
        ) : field === 'issue' ? (
          <TypeAhead
            opened
            label={WORDS.fields.issue}
            choices={issueChoices(codebook)}
            recent={sticky.issues}
            {...(draft.issue !== undefined && { chosen: draft.issue })}
            onChoose={(id) => void issue(id)}
            onNew={(name) => setNaming({ name, start: draft.span.start })}
            newSays={WORDS.newActor}
            onCancel={cancel}
          />
        ) : draft.issue === undefined ? (
          <span className="quiet">{WORDS.none.field}</span>
        ) : (
          <bdi>{names.issue(issueId(draft.issue))}</bdi>
        )}
      </Part>
      <Part keyText="s" name={WORDS.fields.stance} field="stance" props={props}>
        {field === 'stance' ? (
          <Stances draft={draft} onDraft={onDraft} />
        ) : draft.stance === undefined ? (
          <span className="quiet">{WORDS.none.field}</span>
        ) : (
          WORDS.stances[draft.stance]
        )}
      </Part>
      <Part keyText="c" name={WORDS.fields.condition} props={props}>
        {condition === undefined ? (
          <span className="quiet">{WORDS.none.condition}</span>
        ) : (
          <>
            <span className="quiet">{WORDS.conditions[condition.kind]}: </span>
            <span className="dashed" dir="auto">
              {cut(text.slice(condition.start, condition.end))}
            </span>
          </>
        )}
      </Part>
      <Part keyText="r" name={WORDS.fields.reason} props={props}>
        {reason === undefined ? (
          <span className="quiet">{WORDS.none.reason}</span>
        ) : (
          <span className="dashed" dir="auto">
            {cut(text.slice(reason.start, reason.end))}
          </span>
        )}
      </Part>
      <Part keyText="t" name={WORDS.fields.attribution} field="attribution" props={props}>
        {field === 'attribution' ? (
          <Line
            label={WORDS.fields.attribution}
            hint={WORDS.attributionHint}
            first={attributionText(attribution)}
            onSet={(typed) => onDraft({ ...draft, attribution: attributionFrom(typed) })}
            onCancel={cancel}
          />
        ) : attribution.length === 0 ? (
          <span className="quiet">{WORDS.none.attribution}</span>
        ) : (
          attribution.map(({ name, voice }, at) => (
            <span key={name}>
              {at > 0 && WORDS.citing}
              <bdi>{name}</bdi> <span className="quiet">{WORDS.voices[voice]}</span>
            </span>
          ))
        )}
      </Part>
      <Part keyText="d" name={WORDS.fields.date} field="date" props={props}>
        {field === 'date' ? (
          <>
            <Line
              label={WORDS.fields.date}
              hint={WORDS.dateHint}
              first={date ?? ''}
              onSet={setDate}
              onCancel={cancel}
            />
            {fault !== '' && (
              <p className="fault small" role="alert">
                {fault}
              </p>
            )}
          </>
        ) : date === undefined ? (
          <span className="quiet">{WORDS.none.date}</span>
        ) : (
          <>
            {edtfWords(date)} <code className="quiet">{date}</code>
          </>
        )}
      </Part>
      <Part keyText="l" name={WORDS.fields.level} props={props}>
        {WORDS.levels[draft.level]}
      </Part>
    </dl>
  );
};
