import type { Event, Figure, Forecast } from '../chronicle/event.ts';
import type { Derivation, Origin } from '../document/derivation.ts';
import type { Document } from '../document/document.ts';
import type { Codebook } from '../statement/codebook.ts';
import type { Statement } from '../statement/statement.ts';
import type { Edtf } from '../vocabulary.ts';

/** One negotiation or conflict as plain data: what a shell hands to the pictures and the report. */
export interface Dossier {
  readonly title: string;
  /** The question that the dossier is read for, where one is asked. */
  readonly question?: string;
  readonly asOf?: Edtf;
  readonly documents: readonly Document[];
  readonly derivations: readonly Derivation[];
  readonly origins: readonly Origin[];
  readonly codebook: Codebook;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly forecasts: readonly Forecast[];
}
