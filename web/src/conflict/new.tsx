import { readConflict } from '@entente/core/conflict/read-conflict';
import { useState } from 'react';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import { Problems, Shown, Told } from '../shared/states.tsx';
import { TypeAhead } from '../shared/type-ahead.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { Chips, type Cited } from './chips.tsx';
import { aimsOf } from './edit.ts';
import { codebookPage, draftPage, newConflict } from './fetched.ts';
import { WORDS } from './words.ts';

const keep = async (data: unknown): Promise<void> => {
  const saved = await newConflict(data);
  if (!saved.ok) return;
  say(WORDS.draftKept, { undo: true });
  router.go({ room: 'conflict', path: [saved.value.id] });
};

const Drafted = ({ data, cited }: { readonly data: unknown; readonly cited: Cited }) => {
  const read = readConflict(data);
  if (!read.ok) return <Problems problems={read.problems} />;
  const { makers, infeasible } = read.value;
  return (
    <>
      <div className="makers">
        {makers.map((maker) => (
          <section className="maker" key={maker.id} aria-label={maker.name}>
            <h2>{maker.name}</h2>
            <ul className="options">
              {maker.options.map(({ id, name, because }) => (
                <li key={id}>
                  <span className="option">
                    {name} <code className="quiet">{id}</code>
                  </span>
                  <Chips ids={because} cited={cited} />
                </li>
              ))}
            </ul>
            {aimsOf(maker).length === 0 && <p className="small soft">{WORDS.noAims}</p>}
            <ul className="aims">
              {aimsOf(maker).map(({ aim }) => (
                <li className="aim" key={aim.text}>
                  <span className="place">·</span>
                  <div>
                    <code>{aim.text}</code>
                    <div className="bears">
                      <Chips ids={aim.because} cited={cited} />
                      {aim.assumed && <em className="assumed">{WORDS.assumed}</em>}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {infeasible.map(({ text, why }) => (
        <p key={text} className="small">
          <b>{WORDS.cannotBe}</b> <code>{text}</code> <span className="soft">{why}</span>
        </p>
      ))}
    </>
  );
};

const Empty = () => {
  const [title, setTitle] = useState('');
  const { maker, option } = WORDS.empty;
  return (
    <details className="option-editor empty-one">
      <summary>{WORDS.draftEmpty}</summary>
      <form
        className="formula"
        onSubmit={(event) => {
          event.preventDefault();
          const makers = ['a', 'b'].map((id) => ({
            id,
            name: `${maker} ${id.toUpperCase()}`,
            options: [{ id: `act-${id}`, name: `${option} ${id.toUpperCase()}` }],
          }));
          void keep({ conflict: title.trim(), makers, 'status-quo': 'NN' });
        }}
      >
        <input
          className="field"
          aria-label={WORDS.emptyTitle}
          placeholder={WORDS.emptyTitle}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <button type="submit" className="button" disabled={title.trim() === ''}>
          {WORDS.emptyGo}
        </button>
      </form>
    </details>
  );
};

/** The road from positions to a conflict: drafted on an issue, looked at, kept. */
export const NewConflict = ({ place }: { readonly place: Place }) => {
  const issue = place.query['issue'] ?? '';
  const codebook = useFetched(codebookPage);
  const draft = useFetched(draftPage(issue));
  const data = draft.kind === 'there' ? draft.value.data : undefined;
  useKeys(WORDS.keysOf, [
    ...(data === undefined
      ? []
      : [{ keys: ['Mod+Enter'], says: WORDS.draftKeep, run: () => void keep(data), line: true, typing: true }]),
    { keys: ['Escape'], says: 'back', run: () => router.go({ room: 'conflict' }) },
  ]);
  const issues = codebook.kind === 'there' ? codebook.value.issues : [];
  const chosen = issue === '' && draft.kind === 'there' ? draft.value.focal : issue;
  return (
    <>
      <Head finding={WORDS.draft}>
        <p>{WORDS.draftLead}</p>
      </Head>
      <div className="draft-issue">
        <span className="small soft">{WORDS.draftIssue}</span>
        <TypeAhead
          label={WORDS.draftIssue}
          choices={issues.map(({ id, label, proposal }) => ({ id, name: label, note: proposal }))}
          chosen={chosen}
          onChoose={(id) => router.go({ room: 'conflict', path: ['new'], query: { issue: id } }, 'replace')}
        />
      </div>
      {draft.kind === 'failed' && draft.value === undefined ? (
        <Told says={WORDS.draftFailed}>
          <Problems problems={draft.problems} />
        </Told>
      ) : (
        <Shown fetched={draft}>
          {(page) => (
            <section className="drafted">
              <Drafted data={page.data} cited={page.cited} />
              {page.leftOut.length > 0 && (
                <details className="small left-out">
                  <summary>
                    {WORDS.draftLeft} ({page.leftOut.length})
                  </summary>
                  <ul>
                    {page.leftOut.map(({ what, why }) => (
                      <li key={`${what} ${why}`}>
                        <b>{what}</b> <span className="soft">{why}</span>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              <p className="actions">
                <button type="button" className="button do" onClick={() => void keep(page.data)}>
                  {WORDS.draftKeep}
                </button>
              </p>
            </section>
          )}
        </Shown>
      )}
      <Empty />
    </>
  );
};
