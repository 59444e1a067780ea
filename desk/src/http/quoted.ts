import { edtfWords } from '@entente/core/chronicle/edtf-words';
import type { Document } from '@entente/core/document/document';
import { type Glyph, glyphOf } from '@entente/core/picture/glyph';
import { standingOf } from '@entente/core/position/voice';
import { type Citation, cite, inItsWords, type Library, type Sentence } from '@entente/core/report/sentence';
import type { Statement } from '@entente/core/statement/statement';
import { type DocumentId, originId } from '@entente/core/vocabulary';
import type { Store } from '../store/store.ts';

/** A statement with what showing it needs: its sentence with the “according to”, its citation, its mark. */
export interface Quoted {
  readonly statement: Statement;
  readonly sentence: Sentence;
  readonly citation: Citation;
  readonly glyph: Glyph;
  readonly when?: string;
}

/** The documents that some passages stand in, and no others. */
export const libraryFor = async (store: Store, ids: Iterable<DocumentId>): Promise<Library> => {
  const library = new Map<DocumentId, Document>();
  for (const id of new Set(ids)) {
    const document = await store.document(id);
    if (document !== undefined) library.set(id, document);
  }
  return library;
};

export const quoted = (library: Library, statements: readonly Statement[]): readonly Quoted[] =>
  statements
    .filter(({ passage }) => library.has(passage.document))
    .map((statement) => ({
      statement,
      sentence: inItsWords(library, statement),
      citation: cite(library, statement),
      glyph: glyphOf(
        {
          stance: statement.stance,
          voice: standingOf(statement),
          origins: [originId(statement.passage.document)],
        },
        statement.status === 'suggested',
      ),
      ...(statement.date !== undefined && { when: edtfWords(statement.date) }),
    }));
