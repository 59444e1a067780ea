import type { Document } from '@entente/core/document/document';
import { documentId } from '@entente/core/vocabulary';

/** A made-up document: its first line is the headline, every other line a paragraph. */
export const printed = (id: string, text: string, facts: Partial<Document> = {}): Document => ({
  ...{ id: documentId(id), file: `${id}.txt`, text, sha256: '', boilerplate: [] },
  blocks: [...text.matchAll(/[^\n]+/g)].map((line, at) => ({
    kind: at === 0 ? 'heading' : 'paragraph',
    start: line.index,
    end: line.index + line[0].length,
  })),
  title: { value: text.split('\n')[0] ?? '', from: 'first line' },
  ...facts,
});
