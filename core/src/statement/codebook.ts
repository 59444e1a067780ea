import type { ActorId, Edtf, IssueId } from '../vocabulary.ts';

/** From–to (EDTF; open when left out) during which a person or body belongs to another. */
export interface PartOf {
  readonly actor: ActorId;
  readonly from?: Edtf;
  readonly to?: Edtf;
}

/** A state, body, organisation, person or medium that speaks, or is spoken for, in documents. */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: 'state' | 'body' | 'organisation' | 'person' | 'medium' | 'group';
  readonly aliases: readonly string[];
  readonly partOf: readonly PartOf[];
}

/** A question with a proposal that one can be for or against. */
export interface Issue {
  readonly id: IssueId;
  readonly label: string;
  /** A sentence: “The parties should now declare a formal end to the Korean War.” */
  readonly proposal: string;
}

/** A dossier's actors, issues and definitions. */
export interface Codebook {
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
}
