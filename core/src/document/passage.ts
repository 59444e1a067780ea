import type { DocumentId } from '../vocabulary.ts';
import type { Document } from './document.ts';

/**
 * A span of a frozen text with the words it holds and a little of what stands around them (W3C text quote and position selectors in one).
 *
 * Unit: offsets are UTF-16 code units into `Document.text`; `quote` equals `text.slice(start, end)`.
 */
export interface Passage {
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

const CONTEXT = 32;

/**
 * The passage of a document between two offsets.
 *
 * @throws RangeError when the span is empty or leaves the text
 */
export const passageOf = (document: Pick<Document, 'id' | 'text'>, start: number, end: number): Passage => {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= document.text.length))
    throw new RangeError(
      `Passage ${start}–${end} is not inside document ${document.id} of ${document.text.length} code units`,
    );
  return {
    document: document.id,
    start,
    end,
    quote: document.text.slice(start, end),
    prefix: document.text.slice(Math.max(0, start - CONTEXT), start),
    suffix: document.text.slice(end, end + CONTEXT),
  };
};
