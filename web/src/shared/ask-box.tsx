import type { SearchHit } from 'entente/http/app';
import { Fragment, type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { asked, desk, fetching } from './desk.ts';
import { Link } from './link.tsx';
import type { Place } from './router.ts';
import { Shown } from './states.tsx';
import { router, useFetched } from './use.ts';
import { useKeys } from './use-keys.ts';
import { WORDS } from './words.ts';

const search = fetching.of(['document', 'statement'], (words) => asked(desk.api.search.$get({ query: { words } })));

const placeOfHit = ({ document, statement, spans }: SearchHit): Partial<Place> & Pick<Place, 'room'> => {
  const [first] = spans;
  if (statement !== undefined) return { room: 'coding', path: [document], query: { s: statement } };
  return { room: 'sources', path: [document], query: first === undefined ? {} : { at: `${first.start}-${first.end}` } };
};

const Snippet = ({ hit }: { readonly hit: SearchHit }) => {
  let at = 0;
  const pieces = hit.marks.map(({ start, end }) => {
    const piece = [hit.snippet.slice(at, start), hit.snippet.slice(start, end)] as const;
    at = end;
    return piece;
  });
  return (
    <span dir="auto">
      {pieces.map(([before, word], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a snippet do not move
        <Fragment key={index}>
          {before}
          <mark>{word}</mark>
        </Fragment>
      ))}
      {hit.snippet.slice(at)}
    </span>
  );
};

const Hits = ({ words }: { readonly words: string }) => (
  <Shown fetched={useFetched(search(words))}>
    {({ hits, total }) =>
      total === 0 ? (
        <p className="soft">
          {WORDS.foundNone(words)} {WORDS.foundNoneMore}
        </p>
      ) : (
        <>
          <p className="small quiet" role="status">
            {WORDS.found(total)}
          </p>
          <ul className="found">
            {hits.map((hit) => (
              <li key={`${hit.document} ${hit.statement ?? ''} ${hit.snippet}`}>
                <Link to={placeOfHit(hit)}>
                  <b>
                    <bdi>{hit.title}</bdi>
                  </b>{' '}
                  <span className="small quiet">
                    {hit.statement === undefined ? WORDS.inDocument : WORDS.inStatement}
                  </span>
                  <br />
                  <span className="soft">
                    <Snippet hit={hit} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )
    }
  </Shown>
);

/** Where one asks a question, which the Brief answers from evidence, or finds words in documents and statements. */
export const AskBox = ({ onClose }: { readonly onClose: () => void }) => {
  const [words, setWords] = useState('');
  const late = useDeferredValue(words.trim());
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => input.current?.focus(), []);
  useKeys(WORDS.askLabel, [{ keys: ['Escape'], says: WORDS.close, run: onClose, typing: true }]);
  const links = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
  const move = (event: KeyboardEvent, by: number): void => {
    const all = [...(input.current ? [input.current] : []), ...links()];
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') move(event, 1);
    else if (event.key === 'ArrowUp') move(event, -1);
  };
  const answer = (): void => {
    if (words.trim() === '') return;
    onClose();
    router.go({ room: 'brief', query: { question: words.trim() } });
  };
  return (
    <search className="overlay" aria-label={WORDS.askLabel} onKeyDown={press}>
      <div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            answer();
          }}
        >
          <label className="ask">
            <kbd>/</kbd>
            <span className="unseen">{WORDS.askLabel}</span>
            <input
              ref={input}
              type="search"
              value={words}
              placeholder={WORDS.askHint}
              autoComplete="off"
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </form>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a link followed closes the box */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
        <div ref={list} onClick={(event) => event.target instanceof Element && event.target.closest('a') && onClose()}>
          {late !== '' && (
            <>
              <p className="answer-line">
                <Link to={{ room: 'brief', query: { question: late } }}>{WORDS.askAnswer(late)}</Link> <kbd>Enter</kbd>
              </p>
              <Hits words={late} />
            </>
          )}
        </div>
      </div>
    </search>
  );
};
