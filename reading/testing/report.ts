import type { Document } from '@entente/core/document/document';
import { documentId } from '@entente/core/vocabulary';

/** A document from plain text for tests: paragraphs between line breaks, lines without a stop as headings. */
export const testDocument = (text: string, published?: string, file = 'report.txt'): Document => ({
  id: documentId(file),
  file,
  text,
  sha256: '0'.repeat(64),
  blocks: [...text.matchAll(/[^\n]+/g)].map((match) => ({
    kind: /[.!?]["”]?\s*$/.test(match[0]) ? 'paragraph' : 'heading',
    start: match.index,
    end: match.index + match[0].length,
  })),
  boilerplate: [],
  ...(published === undefined ? {} : { published: { value: published, from: 'test' } }),
});
