import type { Passage } from '../document/passage.ts';
import type { AttributionLink, Coder, Status } from '../statement/statement.ts';
import type { ActorId, Edtf, EventId, FigureId, ForecastId } from '../vocabulary.ts';

interface Coded {
  readonly passage: Passage;
  readonly attribution: readonly AttributionLink[];
  readonly coder: Coder;
  readonly status: Status;
  readonly confidence?: number;
}

/** A dated happening. */
export interface Event extends Coded {
  readonly id: EventId;
  /** Left out when the text names the event without a date. */
  readonly date?: Edtf;
  readonly actors: readonly ActorId[];
  readonly place?: string;
}

/** A quantity claimed by somebody. Rival figures stand side by side. */
export interface Figure extends Coded {
  readonly id: FigureId;
  /** One value, a range, or left out for “several”, “decades”. */
  readonly value?: number | readonly [number, number];
  readonly unit: string;
  /** What is counted. */
  readonly of?: string;
  readonly qualifier?: 'about' | 'over' | 'at-least' | 'under' | 'at-most' | 'slightly-less-than' | 'between';
  readonly asOf?: Edtf;
}

/** A claim about what will, would or might happen. */
export interface Forecast extends Coded {
  readonly id: ForecastId;
  /** Who holds it. */
  readonly by?: ActorId;
  /** How likely, in the source's own words: “is expected to”, “might”. */
  readonly likelihood?: string;
  readonly due?: Edtf;
  readonly resolution?: { readonly outcome: 'came-true' | 'did-not' | 'unclear'; readonly note: string };
}
