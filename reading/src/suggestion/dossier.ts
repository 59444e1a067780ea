import type { Document } from '@entente/core/document/document';
import { origins } from '@entente/core/document/origin';
import type { Dossier } from '@entente/core/report/dossier';
import type { Codebook } from '@entente/core/statement/codebook';
import type { Edtf } from '@entente/core/vocabulary';
import { derivations } from '../derivation/derivation.ts';
import { readDocuments } from './read.ts';

export interface DossierRequest {
  readonly title: string;
  readonly documents: readonly Document[];
  /** Issues and actors to link to; issues are put forward where it is left out. */
  readonly codebook?: Codebook | undefined;
  readonly asOf?: Edtf | undefined;
}

/** A dossier of documents alone: all that is coded in it is suggested. */
export const suggestedDossier = ({ title, documents, codebook, asOf }: DossierRequest): Dossier => {
  const taken = derivations(documents);
  return {
    title,
    ...(asOf === undefined ? {} : { asOf }),
    documents,
    derivations: taken,
    origins: origins(documents, taken),
    ...readDocuments(documents, codebook),
  };
};
