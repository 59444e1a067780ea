import type { PreferenceStatement } from '@entente/core/preference/preference';
import { type ActorId, type StatementId, statementId } from '@entente/core/vocabulary';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { Citation } from '../shared/citation.tsx';
import { actorChoices, codebookSource, issueChoices, namesOf } from '../shared/codebook.ts';
import { StatementMark, StatementWords } from '../shared/statement-line.tsx';
import { Shown } from '../shared/states.tsx';
import { useFetched, useLast } from '../shared/use.ts';
import type { Cited } from './chips.tsx';
import { evidenceFound, evidenceKey } from './fetched.ts';
import { WORDS } from './words.ts';

/** What an aim stands on now, each to be taken away again. */
const Borne = ({
  aim,
  cited,
  onToggle,
}: {
  readonly aim: PreferenceStatement;
  readonly cited: Cited;
  readonly onToggle: (id: StatementId) => void;
}) =>
  aim.because.length === 0 ? (
    <p className="small soft">
      <em className="assumed">{WORDS.assumed}</em> {WORDS.evidenceNone}
    </p>
  ) : (
    <ul className="borne">
      {aim.because.map((id) => {
        const one = cited[id];
        return (
          <li key={id}>
            {one === undefined ? <code className="small">{id}</code> : <Citation citation={one.citation} />}{' '}
            {one !== undefined && (
              <q className="small soft" dir="auto">
                {one.quote}
              </q>
            )}{' '}
            <button
              type="button"
              className="link small"
              aria-label={WORDS.evidenceDropOf(one?.citation.label ?? id)}
              onClick={() => onToggle(id)}
            >
              {WORDS.evidenceDrop}
            </button>
          </li>
        );
      })}
    </ul>
  );

const step = (event: KeyboardEvent<HTMLElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.altKey || event.target instanceof HTMLSelectElement) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input')];
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  event.preventDefault();
  event.stopPropagation();
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
};

interface Props {
  /** Who speaks for the maker. */
  readonly actor: ActorId | undefined;
  readonly aim: PreferenceStatement;
  readonly cited: Cited;
  readonly opened: boolean;
  readonly onToggle: (id: StatementId) => void;
}

/** The statements of the dossier by words, actor and issue: those checked bear the aim. */
export const Evidence = ({ actor: own, aim, cited, opened, onToggle }: Props) => {
  const codebook = useFetched(codebookSource);
  const [words, setWords] = useState('');
  const [actor, setActor] = useState<string>(own ?? '');
  const [issue, setIssue] = useState('');
  const late = useDeferredValue(words.trim());
  const found = useLast(useFetched(evidenceFound(evidenceKey(late, actor, issue))));
  const list = useRef<HTMLFieldSetElement>(null);
  const book = codebook.kind === 'asked' ? undefined : codebook.value;
  const names = book && namesOf(book);
  return (
    <fieldset className="evidence" ref={list} onKeyDown={step}>
      <legend>{WORDS.evidence}</legend>
      <Borne aim={aim} cited={cited} onToggle={onToggle} />
      <div className="evidence-find">
        <input
          type="search"
          className="field"
          aria-label={WORDS.evidenceFind}
          placeholder={WORDS.evidenceFind}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: it opens because the reader asked for evidence
          autoFocus={opened}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <select aria-label={WORDS.evidenceActor} value={actor} onChange={(event) => setActor(event.target.value)}>
          <option value="">{WORDS.anyActor}</option>
          {book && actorChoices(book).map(({ id, name }) => <option key={id} value={id} label={name} />)}
        </select>
        <select aria-label={WORDS.evidenceIssue} value={issue} onChange={(event) => setIssue(event.target.value)}>
          <option value="">{WORDS.anyIssue}</option>
          {book && issueChoices(book).map(({ id, name }) => <option key={id} value={id} label={name} />)}
        </select>
      </div>
      <Shown fetched={found}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="small soft" role="status">
              {WORDS.evidenceNothing}
            </p>
          ) : (
            <>
              <ul className="evidence-rows">
                {rows.map(({ statement, citation }) => (
                  <li key={statement.id}>
                    <label>
                      <input
                        type="checkbox"
                        checked={aim.because.includes(statement.id)}
                        onChange={() => onToggle(statementId(statement.id))}
                      />
                      <StatementMark statement={statement} />
                      <span>
                        <span className="small">
                          {names !== undefined && <StatementWords statement={statement} names={names} />}
                        </span>
                        <q className="small soft" dir="auto">
                          {statement.passage.quote.replace(/\s+/g, ' ')}
                        </q>
                      </span>
                    </label>
                    <Citation citation={citation} />
                  </li>
                ))}
              </ul>
              <p className="small quiet" role="status">
                {WORDS.evidenceCount(rows.length, total)}
              </p>
            </>
          )
        }
      </Shown>
    </fieldset>
  );
};
