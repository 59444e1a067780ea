import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import type { OriginsByHand } from '@entente/core/document/read-origins';
import { derivationsIn, indexOf } from './index.ts';

/**
 * Passages that documents took from one another, or that a document says twice, verbatim or paraphrased, with likeness and direction.
 *
 * Two documents are compared only if they share runs of words; sentences are alike by the cosine of their runs of four letters, weighed by
 * rarity in the two documents and in a background. Documents that merely report the same facts, or quote the same words, are left apart.
 *
 * Cost: linear in the words to find candidates, then sentences × sentences for each candidate pair
 *
 * @param hand what a person ruled out, so that the next nearest source of a passage can come in its place
 */
export const derivations = (documents: readonly Document[], hand?: OriginsByHand): Derivation[] =>
  derivationsIn(indexOf(documents), hand);
