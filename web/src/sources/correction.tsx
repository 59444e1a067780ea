import type { DocumentPage } from 'entente/http/app';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { changing, desk } from '../shared/desk.ts';
import { say } from '../shared/say.ts';
import { Problems } from '../shared/states.tsx';
import { WORDS } from './words.ts';

const SAYS = WORDS.correction;
const KINDS = ['', 'wire', 'article', 'brief', 'encyclopedia', 'analysis', 'official', 'other'] as const;
const GRADES = ['', 'A', 'B', 'C', 'D', 'E', 'F'] as const;
const TEXTS = ['title', 'publisher', 'author', 'published', 'language'] as const;

type Field = (typeof TEXTS)[number] | 'kind';

/** On what a field stands; what was read there once a person has set it. */
const ground = ({ document }: DocumentPage, name: Field): string => {
  const before = document.asRead?.[name];
  if (before !== undefined) return before === false ? SAYS.handAlone : SAYS.handFor(before.value);
  const read = document[name];
  return read === undefined ? SAYS.none : read.from === 'by hand' ? SAYS.hand : SAYS.from(read.from);
};

/** What was read off a document, field by field with its ground, to be set right. */
export const Correction = ({ page, onClose }: { readonly page: DocumentPage; readonly onClose: () => void }) => {
  const { document, version } = page;
  const first = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<Parameters<typeof Problems>[0]['problems']>([]);
  useEffect(() => first.current?.focus(), []);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const kind = KINDS.find((one) => one === text('kind')) ?? '';
    const grade = GRADES.find((one) => one === text('grade')) ?? '';
    const outcome = await changing(() =>
      desk.api.documents[':id'].$post({
        param: { id: document.id },
        json: {
          ...{ title: text('title'), publisher: text('publisher'), author: text('author') },
          ...{ published: text('published'), language: text('language'), kind, grade, expect: version },
        },
      }),
    );
    if (!outcome.ok) return setProblems(outcome.problems);
    say(SAYS.done, { undo: true });
    onClose();
  };
  return (
    <form className="correction part" aria-labelledby="correction" onSubmit={(event) => void save(event)}>
      <h2 id="correction">{SAYS.heading}</h2>
      <p className="soft">{SAYS.lead}</p>
      <div className="correction-fields">
        {TEXTS.map((name, at) => (
          <label key={name}>
            <span>{SAYS.fields[name]}</span>
            <input
              ref={at === 0 ? first : undefined}
              className="field"
              name={name}
              defaultValue={document[name]?.value ?? ''}
              dir="auto"
              autoComplete="off"
            />
            <small className="quiet">{ground(page, name)}</small>
          </label>
        ))}
        <label>
          <span>{SAYS.fields.kind}</span>
          <select className="field" name="kind" defaultValue={document.kind?.value ?? ''}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kind === '' ? SAYS.kindNone : WORDS.document.kinds[kind]}
              </option>
            ))}
          </select>
          <small className="quiet">{ground(page, 'kind')}</small>
        </label>
        <label>
          <span>{SAYS.fields.grade}</span>
          <select className="field" name="grade" defaultValue={document.grade ?? ''}>
            {GRADES.map((grade) => (
              <option key={grade} value={grade}>
                {grade === '' ? SAYS.kindNone : SAYS.grades[grade]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {problems.length > 0 && <Problems problems={problems} />}
      <p className="actions">
        <button type="submit" className="button do">
          {SAYS.save} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button" onClick={onClose}>
          {SAYS.cancel} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
};
