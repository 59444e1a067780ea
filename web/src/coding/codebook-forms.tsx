import type { Actor, Issue } from '@entente/core/statement/codebook';
import type { Problem } from '@entente/core/vocabulary';
import type { CodebookPage } from 'entente/http/app';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { actorChoices, issueChoices } from '../shared/codebook.ts';
import { changing, desk } from '../shared/desk.ts';
import { say } from '../shared/say.ts';
import { Problems } from '../shared/states.tsx';
import { TypeAhead } from '../shared/type-ahead.tsx';
import { CODEBOOK as SAYS } from './codebook-words.ts';

const KINDS = ['state', 'body', 'organisation', 'person', 'medium', 'group'] as const;

type Part = Actor['partOf'][number];

/** Merging one entry into another: what it means is said before it is done, and it can be undone. */
const Merge = ({
  kind,
  id,
  name,
  page,
  onDone,
}: {
  readonly kind: 'actor' | 'issue';
  readonly id: string;
  readonly name: string;
  readonly page: CodebookPage;
  readonly onDone: (id: string) => void;
}) => {
  const [into, setInto] = useState<string>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const choices = (kind === 'actor' ? actorChoices(page) : issueChoices(page)).filter((choice) => choice.id !== id);
  const target = choices.find((choice) => choice.id === into)?.name;
  const merge = async (): Promise<void> => {
    if (into === undefined || target === undefined) return;
    const outcome = await changing(() => desk.api.merge.$post({ json: { kind, from: id, into } }));
    if (!outcome.ok) return setProblems(outcome.problems);
    say(SAYS.merged(name, target), { undo: true });
    onDone(into);
  };
  return (
    <div className="part">
      <h3>{SAYS.merge}</h3>
      <p className="small soft">{SAYS.mergeLead(name)}</p>
      <TypeAhead
        id="merge-into"
        label={SAYS.merge}
        choices={choices}
        {...(into !== undefined && { chosen: into })}
        onChoose={setInto}
      />
      {target !== undefined && (
        <p className="actions">
          {/* biome-ignore lint/a11y/noAutofocus: it appears because the reader picked the name */}
          <button type="button" className="button do" autoFocus onClick={() => void merge()}>
            {SAYS.mergeDo(target)} <kbd>Enter</kbd>
          </button>
        </p>
      )}
      <Problems problems={problems} />
    </div>
  );
};

const Form = ({
  title,
  coded,
  problems,
  onSave,
  children,
}: {
  readonly title: string;
  readonly coded: number | undefined;
  readonly problems: readonly Problem[];
  readonly onSave: (form: FormData) => void;
  readonly children: ReactNode;
}) => {
  const own = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    // a new entry begins with its name, one that is there with its heading
    if (coded === undefined) own.current?.querySelector<HTMLElement>('.field')?.focus();
    else own.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, []);
  return (
    <form
      ref={own}
      className="codebook-form"
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        onSave(new FormData(event.currentTarget));
      }}
    >
      <h2 tabIndex={-1} dir="auto">
        {title}
      </h2>
      {coded !== undefined && <p className="small quiet">{SAYS.coded(coded)}</p>}
      {children}
      <Problems problems={problems} />
      <p className="actions">
        <button type="submit" className="button do">
          {SAYS.save} <kbd>Ctrl Enter</kbd>
        </button>
      </p>
    </form>
  );
};

const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** An actor: its name, kind, other names, and what it is part of from when to when. */
export const ActorForm = ({
  page,
  coded,
  actor,
  onDone,
}: {
  readonly page: CodebookPage;
  readonly coded: number | undefined;
  readonly actor: Actor | undefined;
  readonly onDone: (id: string) => void;
}) => {
  const [parts, setParts] = useState<readonly Part[]>(actor?.partOf ?? []);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const save = async (form: FormData): Promise<void> => {
    const name = textIn(form, 'name');
    const kind = KINDS.find((one) => one === textIn(form, 'kind')) ?? 'group';
    const aliases = textIn(form, 'aliases')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const partOf = parts.map((part) => ({
      actor: part.actor,
      ...(part.from !== undefined && part.from !== '' && { from: part.from }),
      ...(part.to !== undefined && part.to !== '' && { to: part.to }),
    }));
    const own = { ...(actor !== undefined && { id: actor.id }), name, kind, aliases, partOf };
    const outcome = await changing(() => desk.api.actors.$post({ json: { actor: own, expect: page.version } }));
    if (!outcome.ok) return setProblems(outcome.problems);
    setProblems([]);
    say(SAYS.saved(name), { undo: true });
    onDone(outcome.value.id);
  };
  const change = (at: number, to: Partial<Part>): void =>
    setParts((before) => before.map((part, index) => (index === at ? { ...part, ...to } : part)));
  const wholes = actorChoices(page).filter(({ id }) => id !== actor?.id);
  return (
    <>
      <Form title={actor?.name ?? SAYS.newActor} coded={coded} problems={problems} onSave={(form) => void save(form)}>
        <label>
          <span>{SAYS.fields.name}</span>
          <input className="field" name="name" required defaultValue={actor?.name ?? ''} dir="auto" />
        </label>
        <label>
          <span>{SAYS.fields.kind}</span>
          <select className="field" name="kind" defaultValue={actor?.kind ?? 'state'}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {SAYS.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{SAYS.fields.aliases}</span>
          <textarea className="field" name="aliases" defaultValue={actor?.aliases.join('\n') ?? ''} dir="auto" />
        </label>
        <fieldset>
          <legend>
            <b>{SAYS.fields.partOf}</b>
          </legend>
          <p className="small quiet">{SAYS.fields.partOfHint}</p>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an actor may be part of another at two times
            <div className="part-of" key={`${part.actor} ${at}`}>
              <bdi>{page.actors.find(({ id }) => id === part.actor)?.name ?? part.actor}</bdi>
              {(['from', 'to'] as const).map((end) => (
                <input
                  key={end}
                  className="field"
                  aria-label={`${SAYS.fields.partOf}, ${SAYS.fields[end]}`}
                  placeholder={SAYS.fields[end]}
                  value={part[end] ?? ''}
                  onChange={(event) => change(at, { [end]: event.target.value.trim() })}
                />
              ))}
              <button
                type="button"
                className="link small"
                onClick={() => setParts((before) => before.filter((_, index) => index !== at))}
              >
                {SAYS.fields.removePart}
              </button>
            </div>
          ))}
          <TypeAhead
            label={SAYS.fields.partOf}
            choices={wholes}
            onChoose={(id) => {
              const whole = page.actors.find((one) => one.id === id);
              if (whole !== undefined) setParts((before) => [...before, { actor: whole.id }]);
            }}
          />
        </fieldset>
      </Form>
      {actor !== undefined && <Merge kind="actor" id={actor.id} name={actor.name} page={page} onDone={onDone} />}
    </>
  );
};

/** An issue: its question in short, and the proposal that one can be for or against. */
export const IssueForm = ({
  page,
  coded,
  issue,
  onDone,
}: {
  readonly page: CodebookPage;
  readonly coded: number | undefined;
  readonly issue: Issue | undefined;
  readonly onDone: (id: string) => void;
}) => {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const save = async (form: FormData): Promise<void> => {
    const own = {
      ...(issue !== undefined && { id: issue.id }),
      label: textIn(form, 'label'),
      proposal: textIn(form, 'proposal'),
    };
    const outcome = await changing(() => desk.api.issues.$post({ json: { issue: own, expect: page.version } }));
    if (!outcome.ok) return setProblems(outcome.problems);
    setProblems([]);
    say(SAYS.saved(own.label), { undo: true });
    onDone(outcome.value.id);
  };
  return (
    <>
      <Form title={issue?.label ?? SAYS.newIssue} coded={coded} problems={problems} onSave={(form) => void save(form)}>
        <label>
          <span>{SAYS.fields.label}</span>
          <input className="field" name="label" required defaultValue={issue?.label ?? ''} dir="auto" />
        </label>
        <label>
          <span>{SAYS.fields.proposal}</span>
          <textarea className="field" name="proposal" defaultValue={issue?.proposal ?? ''} dir="auto" />
          <small className="quiet">{SAYS.fields.proposalHint}</small>
        </label>
      </Form>
      {issue !== undefined && <Merge kind="issue" id={issue.id} name={issue.label} page={page} onDone={onDone} />}
    </>
  );
};
