import type { Codebook } from '@entente/core/statement/codebook';
import type { Statement, Status } from '@entente/core/statement/statement';
import type { Problem, Span } from '@entente/core/vocabulary';
import type { DocumentPage } from 'entente/http/app';
import { useEffect, useMemo, useState } from 'react';
import { cell } from '../shared/cell.ts';
import { namesOf } from '../shared/codebook.ts';
import { changing, desk, saving } from '../shared/desk.ts';
import { say, undone } from '../shared/say.ts';
import { router, useCell } from '../shared/use.ts';
import {
  coded,
  codingOf,
  type Draft,
  draftOf,
  type Field,
  following,
  missing,
  NO_STICKY,
  neighbour,
  queueOf,
  remembered,
  type Sticky,
} from './state.ts';
import { WORDS } from './words.ts';

/** What was picked last, as long as the page is open, across documents. */
export const sticky = cell<Sticky>(NO_STICKY);

const refused = (problems: readonly Problem[]): void => {
  const conflict = problems.some(({ code }) => code === 'store/conflict');
  if (conflict) saving.set({ kind: 'saved' });
  say(conflict ? WORDS.conflict : problems.map(({ says }) => says).join(' '), { fault: true });
};

/** Decisions that this page does not yet see in what it fetched. */
const pendingAt = (made: ReadonlyMap<string, Decided>, version: number): ReadonlyMap<string, Status> =>
  new Map([...made].flatMap(([id, { status, seq }]) => (seq !== undefined && seq <= version ? [] : [[id, status]])));

/** A decision made here; `seq` is the entry that it became, once the desk has it. */
interface Decided {
  readonly status: Status;
  readonly seq?: number;
}

/** Coding one document: what is shown, what is being changed, and what can be done. */
export const useCoding = (page: DocumentPage, codebook: Codebook, chosenId: string | undefined) => {
  const [made, setMade] = useState<ReadonlyMap<string, Decided>>(new Map());
  const [draft, setDraft] = useState<Draft>();
  const [field, setField] = useState<Field>();
  const [chosen, setChosen] = useState<Span>();
  const kept = useCell(sticky);
  const back = useCell(undone);
  const names = useMemo(() => namesOf(codebook), [codebook]);
  const { statements, document, version } = page;
  const decided = useMemo(() => pendingAt(made, version), [made, version]);
  const open = useMemo(() => queueOf(statements, decided), [statements, decided]);
  const all = useMemo(() => coded(statements, decided), [statements, decided]);
  const current = statements.find(({ id }) => id === chosenId) ?? open[0];
  const status = current === undefined ? undefined : (decided.get(current.id) ?? current.status);
  /** The version that this page has seen of a record: its own change counts as seen. */
  const seen = (id: string): number => Math.max(version, made.get(id)?.seq ?? 0);
  const mark = (id: string, to: Status, seq?: number): void =>
    setMade((before) => new Map(before).set(id, { status: to, ...(seq !== undefined && { seq }) }));

  const show = (statement: Statement | undefined): void => {
    setDraft(undefined);
    setField(undefined);
    router.go(
      { room: 'coding', path: [document.id], query: statement === undefined ? {} : { s: statement.id } },
      'replace',
    );
  };
  const told = (statement: { readonly actor: Statement['actor']; readonly issue: Statement['issue'] }) =>
    [names.actor(statement.actor), names.issue(statement.issue)] as const;

  const decide = async (to: 'accepted' | 'rejected' | 'suggested'): Promise<void> => {
    if (current === undefined || status === to) return;
    mark(current.id, to);
    const rest = queueOf(statements, new Map(decided).set(current.id, to));
    if (to === 'accepted') sticky.set((before) => remembered(before, draftOf(current)));
    if (to !== 'suggested') show(following(rest, current));
    const outcome = await changing(() =>
      desk.api.decisions.$post({
        json: { kind: 'statement', ids: [current.id], status: to, expect: seen(current.id) },
      }),
    );
    if (outcome.ok) {
      mark(current.id, to, outcome.value.seq);
      const [who, what] = told(current);
      say((to === 'accepted' ? WORDS.acceptSays : WORDS.rejectSays)(who, what), { undo: true });
      return;
    }
    mark(current.id, current.status, 0);
    refused(outcome.problems);
    show(current);
  };

  const save = async (ready: Draft): Promise<void> => {
    const coding = codingOf(ready, 'accepted');
    if (coding === undefined) {
      const lacking = missing(ready);
      setField(lacking[0]);
      return say(WORDS.lacks(lacking.map((name) => WORDS.fields[name])), { fault: true });
    }
    const outcome = await changing(() =>
      desk.api.statements.$post({ json: { coding, expect: ready.id === undefined ? version : seen(ready.id) } }),
    );
    if (!outcome.ok) return refused(outcome.problems);
    const { statement, entry } = outcome.value;
    sticky.set((before) => remembered(before, ready));
    setChosen(undefined);
    const [who, what] = told(statement);
    say(WORDS.codedSays(who, what), { undo: true });
    if (ready.id === undefined) show(statement);
    else {
      mark(statement.id, 'accepted', entry.seq);
      show(following(queueOf(statements, new Map(decided).set(statement.id, 'accepted')), statement));
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was just undone is shown, once
  useEffect(() => {
    const own = back.find(({ kind, id }) => kind === 'statement' && statements.some((one) => one.id === id));
    if (own === undefined) return;
    undone.set([]);
    show(statements.find(({ id }) => id === own.id));
  }, [back]);
  const list = status === 'suggested' || current === undefined ? open : all;
  return {
    ...{ page, names, open, all, current, status, draft, field, chosen, sticky: kept },
    setField,
    setChosen,
    /** Begins or goes on changing; a field that is set may lead to the next that is empty. */
    setDraft: (next: Draft | undefined, then?: Field): void => {
      setDraft(next);
      setField(then);
    },
    edit: (): Draft | undefined => draft ?? (current === undefined ? undefined : draftOf(current)),
    step: (by: 1 | -1): void => {
      const to = neighbour(list, current, by);
      if (to !== undefined) show(to);
    },
    show,
    decide,
    save,
  };
};

export type Room = ReturnType<typeof useCoding>;
