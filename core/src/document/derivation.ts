import type { DocumentId, OriginId } from '../vocabulary.ts';
import type { Passage } from './passage.ts';

/**
 * A passage of one document taken from a passage of another (or of the same one).
 *
 * Unit: `score` is a likeness in [0, 1], 1 for the same words.
 */
export interface Derivation {
  readonly kind: 'verbatim' | 'paraphrase';
  /** The passage that was taken. */
  readonly source: Passage;
  /** The passage that repeats it. */
  readonly derived: Passage;
  readonly score: number;
  /**
   * How sure the direction is and why: `date`, `credit`, `named` (“as per Kyodo”), `lost` (the derived one lost attributions), `shortened`,
   * `length`, `order` (no ground at all), `by hand`.
   */
  readonly direction: { readonly by: readonly string[]; readonly sure: boolean };
}

/**
 * The words of one hand, wherever they stand: those of the document that is named first, and the passages of others that were taken from
 * it. Counted once.
 */
export interface Origin {
  /** The same text as the id of its first document. */
  readonly id: OriginId;
  /** The document whose words they are, first; then those that are taken from it for the most part, by id. */
  readonly documents: readonly DocumentId[];
  /** The passages of other documents that are of this origin, headings over them included, in order of document and place. */
  readonly passages: readonly Passage[];
  /** Documents that a person counted with it as a whole, whatever their words. */
  readonly joined: readonly DocumentId[];
}
