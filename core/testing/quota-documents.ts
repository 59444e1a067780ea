import type { Block, Document } from '../src/document/document.ts';
import { documentId } from '../src/vocabulary.ts';

// An invented dispute about a cod quota between Norland and Vestria, with Hamar as the third coast state: three documents, two origins.

const WIRE = `Vestria cool on halving cod quota

Vestria is reluctant to back a Norlandic proposal to halve the cod quota in the Grey Strait, officials close to the talks said on Tuesday.

The cut would hit small harbours before the winter, the officials said. Some 14,000 jobs depend on the catch.

Norland’s Fisheries Minister Ane Lund told parliament on 3 March that her country would halve its own catch whatever the others do.

Hamar will accept the cut only if Vestria lifts its landing ban, its state radio said.

The Council of the Strait has not taken a position, the officials said.`;

const REWRITE = `Why does Vestria block the cod deal?

Vestria is reluctant to back a Norlandic proposal to halve the cod quota in the Grey Strait.

The cut would hit small harbours before the winter. Around 20,000 jobs depend on the catch.

Hamar will accept the cut only if Vestria lifts its landing ban, its state radio said.`;

const STUDY = `Cod and the coast states: a background note

In 2019 Vestria had supported a smaller cut, this author finds, because its own fleet was being rebuilt.

Norland supports halving the quota, its ministry’s white paper states. Stocks fell by 40 per cent between 2015 and 2020.

The talks are expected to fail before summer, the author writes.`;

const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    blocks.push({ start, end: start + part.length, kind: start === 0 ? 'heading' : 'paragraph' });
    start += part.length + 2;
  }
  return blocks;
};

const document = (id: string, text: string, more: Partial<Document>): Document => ({
  id: documentId(id),
  file: `${id}.txt`,
  text,
  sha256: id
    .padEnd(64, '0')
    .replace(/[^0-9a-f]/g, 'a')
    .slice(0, 64),
  blocks: blocksOf(text),
  boilerplate: [],
  title: { value: text.split('\n')[0] ?? '', from: 'first line' },
  ...more,
});

export const wire = document('wire', WIRE, {
  publisher: { value: 'Strait Press', from: 'by hand' },
  published: { value: '2024-03-05', from: 'by hand' },
  kind: { value: 'wire', from: 'by hand' },
  grade: 'B',
});
export const rewrite = document('rewrite', REWRITE, { publisher: { value: 'Harbour Mail', from: 'by hand' } });
export const study = document('study', STUDY, {
  publisher: { value: 'Institute for Seas', from: 'by hand' },
  published: { value: '2023-11', from: 'by hand' },
  kind: { value: 'analysis', from: 'by hand' },
});
