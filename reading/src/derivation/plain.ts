import type { Document } from '@entente/core/document/document';
import { type Passage, passageOf } from '@entente/core/document/passage';
import { alike } from '@entente/core/document/quote';
import type { DocumentId, Span } from '@entente/core/vocabulary';

export type Documents = ReadonlyMap<DocumentId, Document>;

/** A passage in lower case with quotes, dashes and spaces alike, letter for letter. */
export const plain = (passage: Pick<Passage, 'quote'>): string => {
  const text = alike(passage.quote);
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
};

/** Words between quotation marks are their speaker's; they are blanked, letter for letter. */
export const unquoted = (text: string) => text.replace(/"[^"]*"/g, (quote) => ' '.repeat(quote.length));

/** Some words inside a passage, as a passage. */
export const inside = (documents: Documents, passage: Passage, { start, end }: Span): Passage => {
  const document = documents.get(passage.document);
  if (!document) throw new RangeError(`Passage of document ${passage.document}, which is not at hand`);
  return passageOf(document, passage.start + start, passage.start + end);
};
