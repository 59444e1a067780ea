import './report.css';
import type { Outline, OutlineBlock, ReportPart } from '@entente/core/report/outline';
import type { ReportView } from 'entente/http/app';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { Problems, Shown } from '../shared/states.tsx';
import { router, useFetched, useLast } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { reportView } from './fetched.ts';
import { listedParts, movedPart, partsIn, toggled, wordsOf } from './state.ts';
import { PART_NAMES, WORDS } from './words.ts';

const Notes = ({ numbers }: { readonly numbers: readonly number[] }) => (
  <>
    {[...new Set(numbers)].map((number) => (
      <sup key={number}>
        <a href={`#note-${number}`} aria-label={`${WORDS.notes} ${number}`}>
          {number}
        </a>{' '}
      </sup>
    ))}
  </>
);

const Block = ({ block }: { readonly block: OutlineBlock }) => {
  if (block.kind === 'heading') {
    if (block.level === 2) return <h2>{block.text}</h2>;
    return <h3>{block.text}</h3>;
  }
  if (block.kind === 'table')
    return (
      <div className="table-of">
        <table>
          <thead>
            <tr>
              {block.head.map((text) => (
                <th scope="col" key={text}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((cells) => (
              <tr key={cells.join()}>
                {cells.map((text, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells do not change places
                  <td key={at}>
                    <bdi>{text}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  return (
    <p className={block.kind === 'item' ? 'item' : undefined} dir="auto">
      {block.text}
      <Notes numbers={block.notes} />
    </p>
  );
};

const Sheet = ({ outline }: { readonly outline: Outline }) => {
  const [first, ...rest] = outline.blocks;
  return (
    <article className="report-sheet">
      <Head finding={first?.kind === 'heading' ? first.text : outline.title} />
      {rest.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report stand in their order
        <Block key={at} block={block} />
      ))}
      {outline.notes.length > 0 && (
        <>
          <h2>{WORDS.notes}</h2>
          <ol className="notes">
            {outline.notes.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a note is its number
              <li key={at} id={`note-${at + 1}`} dir="auto">
                {text}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
};

/** The report: its parts chosen, seen as it will be, printed or saved. */
export default function View({ place }: { readonly place: Place }) {
  const parts = partsIn(place.query['parts']);
  const words = wordsOf(parts);
  const fetched = useLast(useFetched(reportView(words === '' ? 'all' : words)));
  const file = (ending: string): string => `/api/report.${ending}${words === '' ? '' : `?parts=${words}`}`;
  const choose = (next: readonly ReportPart[]): void =>
    router.go({ room: 'report', query: { parts: wordsOf(next) } }, 'replace');
  const move = (part: ReportPart, by: 1 | -1): void => {
    choose(movedPart(parts, part, by));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-part="${part}"] input`)?.focus());
  };
  const save = (ending: string) => () => location.assign(file(ending));
  useKeys(WORDS.keysOf, [
    {
      keys: ['Space'],
      says: WORDS.keys.part,
      run: () => document.querySelector<HTMLElement>('.parts input')?.focus(),
      line: true,
    },
    {
      keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
      says: WORDS.keys.order,
      run: () => document.querySelector<HTMLElement>('.parts input')?.focus(),
      line: true,
    },
    { keys: ['p'], says: WORDS.keys.print, run: () => print(), line: true },
    { keys: ['h'], says: WORDS.keys.html, run: save('html'), line: true },
    { keys: ['w'], says: WORDS.keys.word, run: save('docx'), line: true },
    { keys: ['m'], says: WORDS.keys.markdown, run: save('md'), line: true },
  ]);
  return (
    <Shown fetched={fetched}>
      {(page: ReportView) => (
        <div className="report">
          <aside aria-label={WORDS.title}>
            <h2>{WORDS.title}</h2>
            <p className="small soft">{WORDS.lead}</p>
            <fieldset className="parts">
              <legend className="unseen">{WORDS.parts}</legend>
              {listedParts(parts).map((part) => {
                const at = parts.indexOf(part);
                return (
                  <div className="part-row" key={part} data-part={part}>
                    <label>
                      <input
                        type="checkbox"
                        checked={at >= 0 && page.parts.includes(part)}
                        disabled={!page.parts.includes(part)}
                        onChange={() => choose(toggled(parts, part))}
                        onKeyDown={(event) => {
                          if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
                          event.preventDefault();
                          move(part, event.key === 'ArrowUp' ? -1 : 1);
                        }}
                      />{' '}
                      {PART_NAMES[part]}
                      {!page.parts.includes(part) && <small className="quiet"> {WORDS.nothing}</small>}
                    </label>
                    {at >= 0 && page.parts.includes(part) && (
                      <span className="order">
                        <button
                          type="button"
                          className="link small"
                          disabled={at === 0}
                          aria-label={WORDS.up(PART_NAMES[part])}
                          onClick={() => move(part, -1)}
                        >
                          ↑
                        </button>
                        <button
                          type="button"
                          className="link small"
                          disabled={at === parts.length - 1}
                          aria-label={WORDS.down(PART_NAMES[part])}
                          onClick={() => move(part, 1)}
                        >
                          ↓
                        </button>
                      </span>
                    )}
                  </div>
                );
              })}
            </fieldset>
            <p className="saving">
              <button type="button" className="button do" onClick={() => print()}>
                {WORDS.print} <kbd>p</kbd>
              </button>
              <a className="button" href={file('html')} download title={WORDS.htmlMore}>
                {WORDS.html} <kbd>h</kbd>
              </a>
              <a className="button" href={file('docx')} download>
                {WORDS.word} <kbd>w</kbd>
              </a>
              <a className="button" href={file('md')} download>
                {WORDS.markdown} <kbd>m</kbd>
              </a>
            </p>
            {page.problems.length > 0 && (
              <>
                <h3>{WORDS.problems}</h3>
                <Problems problems={page.problems} />
              </>
            )}
          </aside>
          <Sheet outline={page.outline} />
        </div>
      )}
    </Shown>
  );
}
