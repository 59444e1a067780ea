import './brief.css';
import type { BriefPage, DossierHead } from 'entente/http/app';
import { useRef, useState } from 'react';
import { asOfIn } from '../shared/as-of.ts';
import { dateText } from '../shared/dates.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { dossierHead } from '../shared/shell.tsx';
import { NoDate, Shown, Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { AnswerTo } from './answer.tsx';
import { briefAt } from './fetched.ts';
import { Changed, Conditions, Holds, Thin } from './lists.tsx';
import { SmallMatrix } from './matrix.tsx';
import { askable, isDate, monthsOn } from './state.ts';
import { WORDS } from './words.ts';

const goTo = (place: Place, change: Readonly<Record<string, string>>): void =>
  router.go({ room: 'brief', query: { ...place.query, ...change } }, 'replace');

const Ask = ({ question, place }: { readonly question: string; readonly place: Place }) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      const asked = new FormData(event.currentTarget).get('question');
      if (typeof asked === 'string' && asked.trim() !== '')
        router.go({
          room: 'brief',
          query: {
            ...(place.query['as-of'] !== undefined && { 'as-of': place.query['as-of'] }),
            question: asked.trim(),
          },
        });
    }}
  >
    <label className="ask">
      <span className="unseen">{WORDS.askHint}</span>
      <input key={question} name="question" defaultValue={question} placeholder={WORDS.askHint} autoComplete="off" />
      <span className="small quiet hide-small">{WORDS.askNote}</span>
      <button type="submit" className="link small">
        {WORDS.ask}
      </button>
    </label>
  </form>
);

/** Where nothing is asked: questions made of what is coded, so that the first answer is one key away. */
const Offered = ({ page, asOf }: { readonly page: BriefPage; readonly asOf: string | undefined }) => {
  const cells = askable(page.cells);
  if (cells.length === 0) return null;
  return (
    <section aria-labelledby="offered">
      <h2 id="offered" className="offered">
        {WORDS.offered}
      </h2>
      <ul className="offered-questions">
        {cells.map(({ actor, issue, stance }) => {
          const who = page.actors.find(({ id }) => id === actor)?.name ?? actor;
          const what = page.issues.find(({ id }) => id === issue)?.label ?? issue;
          const question = WORDS.why(who, stance, what);
          const query = { question, actor, issue, ...(asOf !== undefined && { 'as-of': asOf }) };
          return (
            <li key={`${actor} ${issue}`}>
              <Link className="line" to={{ room: 'brief', query }}>
                <bdi>{question}</bdi>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const AsOf = ({ place, asOf }: { readonly place: Place; readonly asOf: string | undefined }) => {
  const [wrong, setWrong] = useState('');
  return (
    <div>
      <label className="as-of small">
        {WORDS.asOfLabel}{' '}
        <input
          key={asOf}
          className="field"
          defaultValue={asOf ?? ''}
          placeholder={WORDS.asOfHint}
          aria-invalid={wrong !== ''}
          size={12}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            const typed = event.currentTarget.value.trim();
            setWrong(isDate(typed) ? '' : typed);
            if (isDate(typed)) goTo(place, { 'as-of': typed });
          }}
          onBlur={({ currentTarget }) => setWrong(isDate(currentTarget.value.trim()) ? '' : currentTarget.value.trim())}
        />
      </label>
      {wrong !== '' && (
        <p className="fault small" role="alert">
          {WORDS.noDate(wrong)}
        </p>
      )}
    </div>
  );
};

const Lead = ({ head, asOf }: { readonly head: DossierHead | undefined; readonly asOf: string | undefined }) => (
  <p>
    {asOf === undefined ? WORDS.today : WORDS.asOf(dateText(asOf))}.{' '}
    {head !== undefined && WORDS.from(head.counts.documents, head.counts.accepted, asOf !== undefined)}{' '}
    {head !== undefined && head.counts.suggested > 0 && (
      <>
        <Link to={{ room: 'coding' }}>{WORDS.waiting(head.counts.suggested)}</Link>.
      </>
    )}
  </p>
);

const Page = ({
  page,
  head,
  place,
  wrong,
}: {
  readonly page: BriefPage;
  readonly head: DossierHead | undefined;
  readonly place: Place;
  readonly wrong: string | undefined;
}) => {
  const { asOf } = page;
  const lines = useRef<HTMLDivElement>(null);
  const links = (): readonly HTMLElement[] => [
    ...(lines.current?.querySelectorAll<HTMLElement>('a.line, .mini a.cell') ?? []),
  ];
  const move = (by: 1 | -1): void => {
    const all = links();
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  const shift = (by: 1 | -1): void => {
    const to = monthsOn(asOf ?? new Date().toISOString().slice(0, 7), by);
    if (to !== undefined) goTo(place, { 'as-of': to });
  };
  const empty = head?.counts.documents === 0;
  useKeys(
    WORDS.room,
    empty
      ? [{ keys: ['o', 'Enter'], says: WORDS.toSources, run: () => router.go({ room: 'sources' }), line: true }]
      : [
          { keys: ['j', 'ArrowDown'], says: WORDS.keys.next, run: () => move(1), line: true },
          { keys: ['k', 'ArrowUp'], says: WORDS.keys.previous, run: () => move(-1), line: true },
          { keys: ['['], says: WORDS.keys.earlier, run: () => shift(-1), line: true },
          { keys: [']'], says: WORDS.keys.later, run: () => shift(1), line: true },
        ],
  );
  const question = place.query['question'] ?? page.question ?? '';
  if (empty)
    return (
      <>
        <Head finding={WORDS.empty}>
          <p>{WORDS.emptyMore}</p>
        </Head>
        <Link className="button do" to={{ room: 'sources' }}>
          {WORDS.toSources} <kbd>o</kbd>
        </Link>
      </>
    );
  return (
    <>
      <Head finding={page.finding.text} side={<AsOf place={place} asOf={asOf} />}>
        <NoDate wrong={wrong} />
        <Lead head={head} asOf={asOf} />
      </Head>
      <div ref={lines}>
        <div className="brief">
          <div>
            <Ask question={question} place={place} />
            {question === '' ? (
              <Offered page={page} asOf={place.query['as-of']} />
            ) : (
              <AnswerTo
                question={question}
                actor={place.query['actor']}
                issue={place.query['issue']}
                asOf={place.query['as-of']}
              />
            )}
          </div>
          <div>
            {page.cells.length === 0 ? (
              <Told says={WORDS.nothingCoded}>
                <p>
                  <Link to={{ room: 'coding' }}>{WORDS.toCoding}</Link>
                </p>
              </Told>
            ) : (
              <SmallMatrix page={page} asOf={place.query['as-of']} />
            )}
          </div>
        </div>
        <div className="four">
          <Holds page={page} />
          <Thin page={page} />
          <Conditions page={page} />
          <Changed page={page} />
        </div>
      </div>
    </>
  );
};

/** The state of things as of a day: the answer to the question asked, who stands where, what can hold, what is thin, open or new. */
export default function BriefRoom({ place: given }: { readonly place: Place }) {
  const { place, asOf = '', wrong } = asOfIn(given);
  const fetched = useFetched(briefAt(asOf));
  const head = useFetched(dossierHead);
  const known = head.kind === 'asked' ? undefined : head.value;
  return <Shown fetched={fetched}>{(page) => <Page page={page} head={known} place={place} wrong={wrong} />}</Shown>;
}
