import type { Derivation } from '../document/derivation.ts';
import { compareEdtf } from './edtf.ts';
import type { Event, Figure, Forecast } from './event.ts';
import { folded, repeatsBy, type Told } from './repeat.ts';
import { type Rivals, rivalFigures } from './rival.ts';

/** What happened, in order; what was counted, where the counts differ; what was foretold. */
export interface Chronicle {
  readonly dated: readonly Told<Event>[];
  /** Happenings that the text names without a date, in the order of the documents. */
  readonly undated: readonly Told<Event>[];
  readonly rivals: readonly Rivals[];
  readonly forecasts: readonly Told<Forecast>[];
}

interface Recorded {
  readonly derivations: readonly Derivation[];
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly forecasts: readonly Forecast[];
}

/**
 * A dossier's happenings in order of time, earlier and closer dated first; an event that a derived passage only repeats is folded under
 * the one it repeats. What was rejected is left out.
 */
export const chronicleOf = (dossier: Recorded): Chronicle => {
  const repeats = repeatsBy(dossier.derivations);
  const told = folded(
    dossier.events.filter(({ status }) => status !== 'rejected'),
    repeats,
    ({ date, status }) => `${date ?? ''} ${status}`,
  );
  return {
    dated: told
      .filter(({ first }) => first.date !== undefined)
      .map((one, at) => ({ one, at }))
      .sort((a, b) => compareEdtf(a.one.first.date, b.one.first.date) || a.at - b.at)
      .map(({ one }) => one),
    undated: told.filter(({ first }) => first.date === undefined),
    rivals: rivalFigures(dossier.figures.filter(({ status }) => status !== 'rejected')),
    forecasts: folded(
      dossier.forecasts.filter(({ status }) => status !== 'rejected'),
      repeats,
      ({ status }) => status,
    ),
  };
};
