import type { Span } from '../vocabulary.ts';
import type { Block, Document } from './document.ts';

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

type Paged = Pick<Document, 'blocks' | 'boilerplate'>;

/** The paragraphs that citations count: those with words outside boilerplate, in reading order. */
export const paragraphs = (document: Paged): readonly Block[] =>
  document.blocks.filter((block) => {
    if (block.kind !== 'paragraph') return false;
    const covered = document.boilerplate
      .filter((part) => overlaps(part, block))
      .reduce((sum, part) => sum + Math.min(part.end, block.end) - Math.max(part.start, block.start), 0);
    return covered * 2 < block.end - block.start;
  });

/**
 * The number of the paragraph in which an offset stands: `¶1` is the first paragraph that is no boilerplate. A heading, and whatever else
 * stands between paragraphs, belongs to the paragraph after it; what stands after the last belongs to the last.
 *
 * @returns 1 or more, also for a document without paragraphs
 */
export const paragraphOf = (document: Paged, offset: number): number => {
  const counted = paragraphs(document);
  const index = counted.findIndex((block) => offset < block.end);
  return index < 0 ? Math.max(1, counted.length) : index + 1;
};

const AGENCY_TAIL = /[\s,]+(?:news(?: agency| service| network| wire)?|press agency|news\.com)$/i;

/** A short name of a source, for citations: its publisher or agency without “News”, “Agency” and the like, else its author, title or file. */
export const shortSource = (document: Pick<Document, 'author' | 'publisher' | 'title' | 'file' | 'kind'>): string => {
  const { author, publisher, kind, title, file } = document;
  const house = kind?.value === 'wire' ? (author ?? publisher) : (publisher ?? author);
  const name = house?.value ?? title?.value;
  if (name === undefined) return file.replace(/\.[a-z\d]+$/i, '');
  const short = house
    ? name
        .replace(/\s*[(|].*$/, '')
        .replace(/^The (?=\S+ \S)/, '')
        .replace(AGENCY_TAIL, '') || name
    : name;
  return short.length <= 28 ? short : `${short.slice(0, 27).replace(/\s+\S*$/, '')}…`;
};

/** A citation as it stands in an answer: `Kyodo ¶7`. */
export const citation = (document: Document, offset: number): string =>
  `${shortSource(document)} ¶${paragraphOf(document, offset)}`;
