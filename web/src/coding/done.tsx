import type { DocumentPage } from 'entente/http/app';
import { asked, desk } from '../shared/desk.ts';
import { documentList } from '../shared/documents.ts';
import { Link } from '../shared/link.tsx';
import { say } from '../shared/say.ts';
import { Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { useKeys } from '../shared/use-keys.ts';
import { WORDS } from './words.ts';

const read = async (id: string): Promise<void> => {
  const outcome = await asked(desk.api.documents[':id'].suggestions.$post({ param: { id } }));
  if (!outcome.ok) say(outcome.problems.map(({ says }) => says).join(' '), { fault: true });
};

/** Nothing is left to decide in this document: what was done, and where to go on. */
export const Done = ({ page, chosen }: { readonly page: DocumentPage; readonly chosen: boolean }) => {
  const list = useFetched(documentList);
  const rows = list.kind === 'there' ? list.value.rows : [];
  const next = rows.find(({ document, statements }) => statements.suggested > 0 && document.id !== page.document.id);
  const accepted = page.statements.filter(({ status }) => status === 'accepted').length;
  useKeys(
    WORDS.doneMore,
    next === undefined || chosen // chosen words are coded first
      ? []
      : [
          {
            keys: ['Enter', 'j'],
            says: WORDS.keys.document,
            run: () => router.go({ room: 'coding', path: [next.document.id] }),
            line: true,
          },
        ],
  );
  return (
    <Told says={WORDS.doneHere(accepted)}>
      <p>{WORDS.doneMore}</p>
      <p className="actions">
        {next !== undefined && (
          <Link className="button do" to={{ room: 'coding', path: [next.document.id] }}>
            {WORDS.nextDocument(next.document.title?.value ?? next.document.file)} <kbd>Enter</kbd>
          </Link>
        )}
        {page.statements.length === 0 && (
          <button type="button" className="button" onClick={() => void read(page.document.id)}>
            {WORDS.readAll}
          </button>
        )}
        <Link className="button" to={{ room: 'positions' }}>
          {WORDS.toPositions}
        </Link>
      </p>
    </Told>
  );
};
