import type { Derivation } from './derivation.ts';
import type { Passage } from './passage.ts';

/** What happened to a report on its way from one document to another. */
export type ChangeKind =
  | 'attribution-lost'
  | 'attribution-gained'
  | 'hedge-lost'
  | 'hedge-gained'
  | 'number-changed'
  | 'stronger'
  | 'weaker';

/** One difference of weight between a passage and what was made of it. */
export interface Change {
  readonly kind: ChangeKind;
  /** The words of the source that were dropped or replaced. */
  readonly lost?: Passage;
  /** The words of the derived document that replace them or are new. */
  readonly gained?: Passage;
  /** The passages that were compared. */
  readonly derivation: Derivation;
  /** True when the gained words stand in the headline of the derived document. */
  readonly headline?: true;
}
