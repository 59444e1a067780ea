import type { Work } from 'entente/http/app';
import { asked, desk, reached, saving } from './desk.ts';
import { chordText } from './keys.ts';
import { works } from './live.ts';
import { notice } from './say.ts';
import { useCell } from './use.ts';
import { levels } from './use-keys.ts';
import { WORDS } from './words.ts';

const Going = ({ work }: { readonly work: Work }) =>
  work.ended === undefined ? (
    <>
      {work.says}
      <progress className="progress" value={work.done} max={Math.max(1, work.all)} aria-label={work.says} />
      {WORDS.of(work.done, work.all)}
      {work.now !== undefined && ` · ${work.now}`}{' '}
      <button
        type="button"
        className="link small"
        onClick={() => void asked(desk.api.works.stop.$post({ json: { id: work.id } })).catch(() => {})}
      >
        {WORDS.stop}
      </button>
    </>
  ) : work.ended === 'stopped' ? (
    WORDS.stopped
  ) : (
    `${work.says}: ${WORDS.finished}`
  );

const State = ({ readOnly }: { readonly readOnly: boolean }) => {
  const [told, saved, there, going] = [useCell(notice), useCell(saving), useCell(reached), useCell(works)];
  const work = going.at(-1);
  if (!there) return <span className="fault">{WORDS.offline}</span>;
  if (saved.kind === 'failed')
    return (
      <span className="fault">
        {WORDS.notSaved} {saved.problems.map(({ says }) => says).join(' ')}
      </span>
    );
  if (work !== undefined) return <Going work={work} />;
  const is = saved.kind === 'saving' ? WORDS.saving : readOnly ? WORDS.readOnly : WORDS.saved;
  if (told === undefined) return <>{is}</>;
  return (
    <>
      <span className={told.fault ? 'fault' : 'soft'}>
        {told.says}
        {told.undo && (
          <>
            {' '}
            <kbd>u</kbd> {WORDS.keys.undo}.
          </>
        )}
      </span>{' '}
      {is}
    </>
  );
};

/** The line at the foot: the keys of the room, what was done last, and whether all is saved. */
export const KeyLine = ({ readOnly }: { readonly readOnly: boolean }) => {
  const shown = useCell(levels)
    .flatMap(({ commands }) => commands)
    .filter(({ line }) => line)
    .slice(0, 9);
  return (
    <footer className="keys">
      <div>
        <ul aria-label={WORDS.keysOf}>
          {shown.map(({ keys, says }) => (
            <li key={`${keys[0]} ${says}`}>
              <kbd>{chordText(keys[0] ?? '')}</kbd>
              {says}
            </li>
          ))}
        </ul>
        <span className="state" role="status">
          <State readOnly={readOnly} />
        </span>
      </div>
    </footer>
  );
};
