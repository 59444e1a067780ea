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
  /** How sure the direction is and why: `date`, `credit`, `named` (“as per Kyodo”), `lost` (the derived one lost attributions), `length`. */
  readonly direction: { readonly by: readonly string[]; readonly sure: boolean };
}

/** Documents joined by derivation, counted once. */
export interface Origin {
  readonly id: OriginId;
  /** The document that the others derive from, first; then the others by id. */
  readonly documents: readonly DocumentId[];
}
