import type { Document } from '../document/document.ts';
import { present, writeCoded } from '../statement/write-statements.ts';
import type { Chronicle } from './read-chronicle.ts';

/** Events, figures and forecasts as plain data that `readChronicle` reads back to the same. */
export const writeChronicle = (
  { events, figures, forecasts }: Chronicle,
  documents: readonly Document[],
): Record<string, unknown> => {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    events: events.map((event) => {
      const [opening, closing] = writeCoded(byId, event);
      const actors = event.actors.length > 0 ? [...event.actors] : undefined;
      return { ...opening, ...present({ date: event.date, actors, place: event.place }), ...closing };
    }),
    figures: figures.map((figure) => {
      const [opening, closing] = writeCoded(byId, figure);
      const { value, unit, of, qualifier, asOf } = figure;
      return { ...opening, ...present({ value, unit, of, qualifier, 'as-of': asOf }), ...closing };
    }),
    forecasts: forecasts.map((forecast) => {
      const [opening, closing] = writeCoded(byId, forecast);
      const { by, likelihood, due, resolution } = forecast;
      return { ...opening, ...present({ by, likelihood, due, resolution }), ...closing };
    }),
  };
};
