import './coding.css';
import '../shared/sheet.css';
import { useEffect } from 'react';
import { codebookSource } from '../shared/codebook.ts';
import { documentList, documentPage } from '../shared/documents.ts';
import { Link } from '../shared/link.tsx';
import { Head } from '../shared/page.tsx';
import type { Place } from '../shared/router.ts';
import { isAbsent, Shown, Told } from '../shared/states.tsx';
import { router, useFetched } from '../shared/use.ts';
import { CodebookView } from './codebook.tsx';
import { DocumentCoding } from './document.tsx';
import { WORDS } from './words.ts';

/** Goes to the first document with something to decide; says so where there is none. */
const First = () => {
  const fetched = useFetched(documentList);
  const next =
    fetched.kind === 'there' ? fetched.value.rows.find(({ statements }) => statements.suggested > 0) : undefined;
  const id = next?.document.id;
  useEffect(() => {
    if (id !== undefined) router.go({ room: 'coding', path: [id] }, 'replace');
  }, [id]);
  return (
    <Shown fetched={fetched}>
      {({ rows }) =>
        id !== undefined ? null : (
          <>
            <Head finding={rows.length === 0 ? WORDS.noDocuments : WORDS.allDone}>
              <p>{rows.length === 0 ? WORDS.noDocumentsMore : WORDS.allDoneMore}</p>
            </Head>
            <p className="actions">
              <Link className="button do" to={{ room: rows.length === 0 ? 'sources' : 'positions' }}>
                {rows.length === 0 ? WORDS.toSources : WORDS.toPositions}
              </Link>
              <Link className="button" to={{ room: 'coding', query: { codebook: 'actors' } }}>
                {WORDS.codebook}
              </Link>
            </p>
          </>
        )
      }
    </Shown>
  );
};

const One = ({ id, place }: { readonly id: string; readonly place: Place }) => {
  const codebook = useFetched(codebookSource);
  const document = useFetched(documentPage(id));
  if (isAbsent(document))
    return (
      <Told says={WORDS.absent}>
        <Link to={{ room: 'coding' }}>{WORDS.toCoding}</Link>
      </Told>
    );
  return (
    <Shown fetched={document}>
      {(page) => (
        <Shown fetched={codebook}>
          {(own) => <DocumentCoding page={page} codebook={own} place={place} key={page.document.id} />}
        </Shown>
      )}
    </Shown>
  );
};

/** The room Coding: suggestion by suggestion beside the text, and the codebook. */
export default function Coding({ place }: { readonly place: Place }) {
  const [id] = place.path;
  if (place.query['codebook'] !== undefined) return <CodebookView place={place} />;
  return id === undefined ? <First /> : <One id={id} place={place} />;
}
