import type { Document } from '@entente/core/document/document';
import { type DocumentId, documentId } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { sqlFor, TEXT_OF_RECORD } from './database.ts';
import type { DocumentRecord } from './record.ts';
import { recordIn } from './shape.ts';

const withText = sqlFor
  .selectFrom('record')
  .innerJoin('text', (join) => join.on('text.sha256', '=', TEXT_OF_RECORD))
  .select(['record.body as body', 'text.body as text'])
  .where('record.kind', '=', 'document');

export const documentIn = (db: Database, id: DocumentId): (DocumentRecord & Document) | undefined => {
  const found = db.first(withText.where('record.id', '=', id));
  return found && { ...recordIn('document', found.body ?? ''), text: found.text };
};

/** A document as the core knows it. */
export const plainDocument = (record: DocumentRecord, text: string): Document => {
  const { original: _, revisionOf: __, asRead: ___, id, file, ...rest } = record;
  return { id, file, text, ...rest };
};

export const plainDocuments = (db: Database): Document[] =>
  db
    .all(withText.where('record.body', 'is not', null).orderBy('record.key'))
    .map(({ body, text }) => plainDocument(recordIn('document', body ?? ''), text));

const there = sqlFor.selectFrom('record').where('kind', '=', 'document').where('body', 'is not', null).orderBy('key');

export const documentIds = (db: Database): DocumentId[] => db.all(there.select('id')).map(({ id }) => documentId(id));
