import './conflict.css';
import { useEffect } from 'react';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { dossierHead } from '../shared/shell.tsx';
import { isAbsent, Shown, Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { ConflictDesk } from './desk.tsx';
import { conflictPage, conflictRows } from './fetched.ts';
import { NewConflict } from './new.tsx';
import { WORDS } from './words.ts';

const NEW = { room: 'conflict', path: ['new'] } as const;

/** Which of several conflicts is on the desk, and the way to a new one. */
const Chooser = ({ id, readOnly }: { readonly id: string; readonly readOnly: boolean }) => {
  const rows = useFetched(conflictRows);
  const all = rows.kind === 'asked' ? [] : (rows.value ?? []);
  return (
    <p className="chooser">
      {all.length > 1 && (
        <select
          aria-label={WORDS.choose}
          value={id}
          onChange={(event) => router.go({ room: 'conflict', path: [event.target.value] })}
        >
          {all.map((row) => (
            <option key={row.id} value={row.id}>
              {row.title}
            </option>
          ))}
        </select>
      )}{' '}
      {!readOnly && <Link to={NEW}>{WORDS.new}</Link>}
    </p>
  );
};

const First = () => {
  const rows = useFetched(conflictRows);
  const first = rows.kind === 'there' ? rows.value[0]?.id : undefined;
  useKeys(WORDS.keysOf, [{ keys: ['n'], says: WORDS.keys.new, run: () => router.go(NEW), line: true }]);
  useEffect(() => {
    if (first !== undefined) router.go({ room: 'conflict', path: [first] }, 'replace');
  }, [first]);
  return (
    <Shown fetched={rows}>
      {(all) =>
        all.length > 0 ? null : (
          <>
            <Head finding={WORDS.none}>
              <p>{WORDS.noneMore}</p>
            </Head>
            <p className="actions">
              <Link className="button do" to={NEW}>
                {WORDS.draftOne} <kbd>n</kbd>
              </Link>
            </p>
          </>
        )
      }
    </Shown>
  );
};

const One = ({ id, place }: { readonly id: string; readonly place: Place }) => {
  const head = useFetched(dossierHead);
  const readOnly = head.kind === 'there' && head.value.readOnly;
  const fetched = useFetched(conflictPage(id));
  const absent = isAbsent(fetched);
  const gone = absent && fetched.kind === 'failed' && fetched.value !== undefined;
  useEffect(() => {
    if (gone) router.go({ room: 'conflict' }, 'replace'); // removed, or its making undone
  }, [gone]);
  if (absent)
    return gone ? null : (
      <Told says={WORDS.absent}>
        <p>
          <Link to={{ room: 'conflict' }}>{WORDS.toAll}</Link>
        </p>
      </Told>
    );
  return (
    <Shown fetched={fetched}>
      {(page) => (
        <ConflictDesk page={page} place={place} readOnly={readOnly} chooser={<Chooser id={id} readOnly={readOnly} />} />
      )}
    </Shown>
  );
};

export default function View({ place }: { readonly place: Place }) {
  const [id] = place.path;
  if (id === undefined) return <First />;
  if (id === 'new') return <NewConflict place={place} />;
  return <One id={id} place={place} />;
}
