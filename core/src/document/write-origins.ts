import type { DocumentId } from '../vocabulary.ts';
import type { Document } from './document.ts';
import type { Passage } from './passage.ts';
import { quoteOf } from './quote.ts';
import type { OriginsByHand } from './read-origins.ts';

type Data = Record<string, unknown>;

/** Corrections by hand as plain data that `readOrigins` reads back to the same. @throws RangeError when a passage is of no document at hand */
export const writeOrigins = (
  { derived, apart, own, joined }: OriginsByHand,
  documents: ReadonlyMap<DocumentId, Document>,
): Data => {
  const words = (passage: Passage) => {
    const document = documents.get(passage.document);
    if (!document) throw new RangeError(`Passage of document ${passage.document}, which is not at hand`);
    return quoteOf(document, passage);
  };
  return {
    derived: derived.map(({ kind, derived: mine, source }): Data => {
      const theirs = words(source);
      return {
        ...{ document: mine.document, ...words(mine), from: source.document, 'source-quote': theirs.quote },
        ...(theirs.occurrence !== undefined && { 'source-occurrence': theirs.occurrence }),
        kind,
      };
    }),
    apart: [
      ...apart.map((pair) => [...pair]),
      ...own.map(
        ({ passage, from }): Data => ({
          ...{ document: passage.document, ...words(passage) },
          ...(from !== undefined && { from }),
        }),
      ),
    ],
    joined: joined.map((pair) => [...pair]),
  };
};
