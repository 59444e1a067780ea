import type { Statement } from '@entente/core/statement/statement';
import type { DocumentId, Span } from '@entente/core/vocabulary';
import type { DocumentPage } from 'entente/http/app';
import { useEffect, useMemo, useState } from 'react';
import { codebookSource, type Names, namesOf } from '../shared/codebook.ts';
import { dateText } from '../shared/dates.ts';
import { asked, desk } from '../shared/desk.ts';
import { documentList, documentPage } from '../shared/documents.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { say } from '../shared/say.ts';
import type { Mark } from '../shared/segments.ts';
import { Sheet, showPlace } from '../shared/sheet.tsx';
import { StatementMark, StatementWords } from '../shared/statement-line.tsx';
import { isAbsent, Shown } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { Correction } from './correction.tsx';
import { sourceOf, spanIn } from './state.ts';
import { WORDS } from './words.ts';

const SAYS = WORDS.document;
const IN_MARGIN = 3;

/** What the head says of a document: who printed and wrote it, when, and whom it takes from. */
const Facts = ({ page }: { readonly page: DocumentPage }) => {
  const { document, takesFrom, givesTo } = page;
  const list = useFetched(documentList);
  const rows = list.kind === 'there' ? list.value.rows : [];
  const name = (id: DocumentId): string => {
    const row = rows.find((one) => one.document.id === id);
    return row === undefined ? id : sourceOf(row);
  };
  const who = [document.publisher?.value, document.author?.value].filter((one) => one !== undefined);
  return (
    <p>
      {who.length > 0 && <bdi>{[...new Set(who)].join(`, ${SAYS.by} `)}, </bdi>}
      {document.published === undefined ? WORDS.undated : dateText(document.published.value)}.{' '}
      {document.kind !== undefined && `${SAYS.kinds[document.kind.value]}. `}
      {document.grade === undefined ? SAYS.ungraded : `${SAYS.graded} ${document.grade}`}.{' '}
      {takesFrom.map(({ document: other, passages }) => (
        <span key={other}>
          <Link to={{ room: 'sources', path: [other, document.id] }}>{SAYS.takes(passages, name(other))}</Link>.{' '}
        </span>
      ))}
      {givesTo.map(({ document: other, passages }) => (
        <span key={other}>
          <Link to={{ room: 'sources', path: [document.id, other] }}>{SAYS.gives(passages, name(other))}</Link>.{' '}
        </span>
      ))}
      <span className="quiet">{SAYS.frozen(document.text.length)}</span>
    </p>
  );
};

/** The statements that begin in a row, in its margin; more than a few fold. */
const Margin = ({ statements, names }: { readonly statements: readonly Statement[]; readonly names: Names }) => {
  const [all, setAll] = useState(false);
  const shown = all ? statements : statements.slice(0, IN_MARGIN);
  return (
    <ul>
      {shown.map((statement) => (
        <li key={statement.id}>
          <StatementMark statement={statement} />
          <span>
            <Link to={{ room: 'coding', path: [statement.passage.document], query: { s: statement.id } }}>
              <StatementWords statement={statement} names={names} />
            </Link>
          </span>
        </li>
      ))}
      {shown.length < statements.length && (
        <li>
          <span />
          <button type="button" className="link small" onClick={() => setAll(true)}>
            {SAYS.more(statements.length - shown.length)}
          </button>
        </li>
      )}
    </ul>
  );
};

const marksOf = (statements: readonly Statement[], at: Span | undefined): readonly Mark[] => [
  ...statements.map(
    ({ id, passage, stance, status }): Mark => ({
      ...{ id, kind: 'statement', start: passage.start, end: passage.end, stance },
      pending: status !== 'accepted',
    }),
  ),
  ...(at === undefined ? [] : [{ id: 'at', kind: 'found', ...at } as const]),
];

const readAgain = async (id: string): Promise<void> => {
  const outcome = await asked(desk.api.documents[':id'].suggestions.$post({ param: { id } }));
  if (outcome.ok) say(SAYS.readAgainDone(outcome.value.suggested));
  else say(outcome.problems.map(({ says }) => says).join(' '), { fault: true });
};

const Page = ({
  page,
  names,
  place,
}: {
  readonly page: DocumentPage;
  readonly names: Names;
  readonly place: Place;
}) => {
  const { document } = page;
  const statements = useMemo(
    () =>
      page.statements
        .filter(({ status }) => status !== 'rejected')
        .toSorted((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end),
    [page.statements],
  );
  const at = spanIn(place.query['at']);
  const [start, end] = [at?.start, at?.end];
  const marks = useMemo(
    () => marksOf(statements, start === undefined || end === undefined ? undefined : { start, end }),
    [statements, start, end],
  );
  const [folded, setFolded] = useState(true);
  const correcting = place.query['correct'] !== undefined;
  useEffect(() => {
    if (start !== undefined) showPlace(start);
  }, [start]);
  const move = (by: number): void => {
    const from = start ?? -1;
    const next =
      by > 0
        ? statements.find(({ passage }) => passage.start > from)
        : statements.findLast(({ passage }) => passage.start < from);
    if (next === undefined) return;
    const { passage } = next;
    router.go({ room: 'sources', path: [document.id], query: { at: `${passage.start}-${passage.end}` } }, 'replace');
  };
  const beside = page.takesFrom[0]?.document ?? page.givesTo[0]?.document;
  const open = (query: Readonly<Record<string, string>>): void =>
    router.go({ room: 'sources', path: [document.id], query }, 'replace');
  useKeys(WORDS.room, [
    { keys: ['j', 'ArrowDown'], says: SAYS.keys.next, run: () => move(1), line: true },
    { keys: ['k', 'ArrowUp'], says: SAYS.keys.previous, run: () => move(-1), line: true },
    {
      keys: ['c', 'Enter'],
      says: SAYS.keys.code,
      run: () => router.go({ room: 'coding', path: [document.id] }),
      line: true,
    },
    { keys: ['e'], says: SAYS.keys.correct, run: () => open({ correct: '1' }), line: true },
    { keys: ['f'], says: SAYS.keys.fold, run: () => setFolded((now) => !now), line: true },
    ...(beside === undefined
      ? []
      : [
          {
            keys: ['b'],
            says: SAYS.keys.beside,
            run: () =>
              router.go({
                room: 'sources',
                path: page.takesFrom.length > 0 ? [beside, document.id] : [document.id, beside],
              }),
            line: true,
          },
        ]),
    {
      keys: ['Escape'],
      says: SAYS.keys.back,
      run: () => (correcting ? open({}) : router.go({ room: 'sources' })),
      line: true,
    },
  ]);
  const count = (status: Statement['status']): number => page.statements.filter((one) => one.status === status).length;
  return (
    <>
      <Head
        finding={document.title?.value ?? document.file}
        side={<p>{SAYS.counts(count('accepted'), count('suggested'), count('rejected'))}</p>}
      >
        <Facts page={page} />
        <p className="document-acts">
          <Link className="button do" to={{ room: 'coding', path: [document.id] }}>
            {SAYS.code} <kbd>c</kbd>
          </Link>
          <button type="button" className="button" aria-expanded={correcting} onClick={() => open({ correct: '1' })}>
            {SAYS.correct} <kbd>e</kbd>
          </button>
          <button type="button" className="plain" onClick={() => void readAgain(document.id)}>
            {SAYS.readAgain}
          </button>
        </p>
      </Head>
      {correcting && <Correction page={page} onClose={() => open({})} />}
      <Sheet
        document={document}
        marks={marks}
        label={SAYS.statements}
        folded={folded}
        current={at}
        margin={(_, span) => {
          const here = statements.filter(({ passage }) => span.start <= passage.start && passage.start < span.end);
          return here.length === 0 ? undefined : <Margin statements={here} names={names} />;
        }}
      />
    </>
  );
};

/** A document: its text in a readable measure, its statements in the margin, what it is and whom it takes from. */
export const DocumentView = ({ id, place }: { readonly id: string; readonly place: Place }) => {
  const fetched = useFetched(documentPage(id));
  const codebook = useFetched(codebookSource);
  const names = useMemo(
    () =>
      namesOf(codebook.kind === 'asked' ? { actors: [], issues: [] } : (codebook.value ?? { actors: [], issues: [] })),
    [codebook],
  );
  if (isAbsent(fetched))
    return (
      <>
        <Head finding={SAYS.absent} />
        <Link to={{ room: 'sources' }}>{SAYS.keys.back}</Link>
      </>
    );
  return <Shown fetched={fetched}>{(page) => <Page page={page} names={names} place={place} />}</Shown>;
};
