import type { Actor, Issue } from '@entente/core/statement/codebook';
import type { CodebookPage, CodedUnder } from 'entente/http/app';
import { useMemo, useRef, useState } from 'react';
import { codebookSource } from '../shared/codebook.ts';
import { asked, desk, fetching } from '../shared/desk.ts';
import { Link } from '../shared/link.tsx';
import { type Column, LongTable } from '../shared/long-table.tsx';
import { matching } from '../shared/match.ts';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { Shown, Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { ActorForm, IssueForm } from './codebook-forms.tsx';
import { CODEBOOK as SAYS } from './codebook-words.ts';

export type Entry =
  | {
      readonly kind: 'actor';
      readonly id: string;
      readonly name: string;
      readonly actor: Actor;
      readonly coded: number;
    }
  | {
      readonly kind: 'issue';
      readonly id: string;
      readonly name: string;
      readonly issue: Issue;
      readonly coded: number;
    };

const NONE: CodedUnder = { actors: {}, issues: {} };

const codedSource = fetching.of(['actor', 'issue', 'statement'], () => asked(desk.api.codebook.coded.$get()))('');

const entriesOf = (page: CodebookPage, coded: CodedUnder, which: 'actors' | 'issues'): readonly Entry[] =>
  which === 'actors'
    ? page.actors.map((actor) => ({
        ...{ kind: 'actor', id: actor.id, name: actor.name, actor },
        coded: coded.actors[actor.id] ?? 0,
      }))
    : page.issues.map((issue) => ({
        ...{ kind: 'issue', id: issue.id, name: issue.label, issue },
        coded: coded.issues[issue.id] ?? 0,
      }));

const aboutOf = (entry: Entry, page: CodebookPage): string => {
  if (entry.kind === 'issue') return entry.issue.proposal;
  const { actor } = entry;
  const whole = actor.partOf.map(({ actor: id }) => page.actors.find((one) => one.id === id)?.name ?? id);
  return [SAYS.kinds[actor.kind], ...(whole.length > 0 ? [SAYS.partOf(whole.join(', '))] : []), ...actor.aliases].join(
    ' · ',
  );
};

const Table = ({ page, place }: { readonly page: CodebookPage; readonly place: Place }) => {
  const which = place.query['codebook'] === 'issues' ? 'issues' : 'actors';
  const [words, setWords] = useState('');
  const [current, setCurrent] = useState(-1);
  const [moved, setMoved] = useState(0);
  const filter = useRef<HTMLInputElement>(null);
  const counted = useFetched(codedSource);
  const coded = counted.kind === 'asked' ? NONE : (counted.value ?? NONE);
  const all = useMemo(() => entriesOf(page, coded, which), [page, coded, which]);
  const shown = useMemo(() => {
    if (words.trim() === '') return all.toSorted((a, b) => b.coded - a.coded);
    const choices = all.map((entry) => ({
      id: entry.id,
      name: entry.name,
      also: entry.kind === 'actor' ? entry.actor.aliases : [entry.issue.proposal],
    }));
    const ids = matching(choices, words, [], 500).map(({ id }) => id);
    return ids.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
  }, [all, words]);
  const openId = place.query['e'];
  const opened = openId === 'new' ? undefined : all.find(({ id }) => id === openId);
  const go = (e: string, to = which): void =>
    router.go({ room: 'coding', query: { codebook: to, ...(e !== '' && { e }) } }, 'replace');
  const move = (to: number): void => {
    if (shown.length === 0) return;
    setCurrent(Math.max(0, Math.min(shown.length - 1, to)));
    setMoved((times) => times + 1);
  };
  useKeys(SAYS.room, [
    { keys: ['j', 'ArrowDown'], says: SAYS.keys.next, run: () => move(current + 1), line: true },
    { keys: ['k', 'ArrowUp'], says: SAYS.keys.previous, run: () => move(current - 1), line: true },
    {
      keys: ['Enter', 'e'],
      says: SAYS.keys.open,
      run: () => shown[current] !== undefined && go(shown[current].id),
      line: true,
    },
    { keys: ['f'], says: SAYS.keys.filter, run: () => filter.current?.focus(), line: true },
    { keys: ['n'], says: SAYS.keys.newOne, run: () => go('new'), line: true },
    ...(opened === undefined
      ? []
      : [
          {
            keys: ['m'],
            says: SAYS.keys.merge,
            run: () => document.getElementById('merge-into')?.focus(),
            line: true,
          },
        ]),
    { keys: ['g'], says: SAYS.keys.other, run: () => go('', which === 'actors' ? 'issues' : 'actors'), line: true },
    {
      keys: ['Escape'],
      says: SAYS.keys.back,
      run: () => (openId === undefined ? router.go({ room: 'coding' }) : go('')),
      typing: true,
      line: true,
    },
  ]);
  const columns: readonly Column<Entry>[] = [
    {
      key: 'name',
      head: SAYS.columns[which],
      cell: (entry) => (
        <>
          <Link to={{ room: 'coding', query: { codebook: which, e: entry.id } }} dir="auto">
            {entry.name}
          </Link>
          <small className="quiet" dir="auto">
            {aboutOf(entry, page)}
          </small>
        </>
      ),
    },
    { key: 'coded', head: SAYS.columns.coded, className: 'num', cell: ({ coded }) => coded.toLocaleString() },
  ];
  return (
    <>
      <Head finding={SAYS.finding(page.actors.length, page.issues.length)}>
        <p>{SAYS.lead}</p>
      </Head>
      <div className="tools-line">
        <label>
          <span className="unseen">{SAYS.filter}</span>
          <input
            ref={filter}
            className="field"
            type="search"
            placeholder={SAYS.filter}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              const first = shown[0];
              if (event.key === 'Enter' && first !== undefined) {
                go(first.id);
                // also where it was open already
                requestAnimationFrame(() => document.querySelector<HTMLElement>('.codebook-form h2')?.focus());
              } else if (event.key === 'ArrowDown') move(0);
              else if (event.key === 'Escape' && words !== '') setWords('');
              else if (event.key === 'Escape') event.currentTarget.blur();
              else return;
              event.preventDefault();
            }}
          />
        </label>
        <span className="segmented">
          <button type="button" aria-pressed={which === 'actors'} onClick={() => go('', 'actors')}>
            {SAYS.columns.actors}
          </button>
          <button type="button" aria-pressed={which === 'issues'} onClick={() => go('', 'issues')}>
            {SAYS.columns.issues}
          </button>
        </span>
        <button type="button" className="button" onClick={() => go('new')}>
          {which === 'actors' ? SAYS.newActor : SAYS.newIssue} <kbd>n</kbd>
        </button>
      </div>
      <div className="codebook-grid">
        {shown.length === 0 ? (
          <Told says={words === '' ? SAYS.empty[which] : SAYS.noneFound(words)}>
            <p>{SAYS.emptyMore}</p>
          </Told>
        ) : (
          <LongTable
            caption={SAYS.room}
            rows={shown}
            columns={columns}
            keyOf={({ id }) => id}
            current={current < 0 ? shown.findIndex(({ id }) => id === openId) : current}
            moved={moved}
          />
        )}
        {(openId === 'new' || opened !== undefined) && (
          <aside className="panel" aria-label={SAYS.room}>
            {which === 'actors' ? (
              <ActorForm
                key={openId}
                page={page}
                coded={opened?.coded}
                actor={opened?.kind === 'actor' ? opened.actor : undefined}
                onDone={(id) => go(id)}
              />
            ) : (
              <IssueForm
                key={openId}
                page={page}
                coded={opened?.coded}
                issue={opened?.kind === 'issue' ? opened.issue : undefined}
                onDone={(id) => go(id)}
              />
            )}
          </aside>
        )}
      </div>
    </>
  );
};

/** The codebook: who speaks and what is asked, with other names, definitions, and the merging of two that are one. */
export const CodebookView = ({ place }: { readonly place: Place }) => (
  <Shown fetched={useFetched(codebookSource)}>{(page) => <Table page={page} place={place} />}</Shown>
);
