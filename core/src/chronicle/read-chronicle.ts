import type { Document } from '../document/document.ts';
import { Fields, type Kept, type Path, unrepeated } from '../document/fields.ts';
import type { Codebook } from '../statement/codebook.ts';
import { CODED_FIELDS, type Coded, type Context, contextOf, readCoded } from '../statement/read-coded.ts';
import { eventId, figureId, forecastId, type Problem } from '../vocabulary.ts';
import type { Event, Figure, Forecast } from './event.ts';

/** What happened, what was counted and what was foretold. */
export interface Chronicle {
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly forecasts: readonly Forecast[];
}

export const QUALIFIERS = [
  'about',
  'over',
  'at-least',
  'under',
  'at-most',
  'slightly-less-than',
  'between',
] as const satisfies readonly Figure['qualifier'][];

export const OUTCOMES = ['came-true', 'did-not', 'unclear'] as const;

const common = ({ passage, attribution, coder, status, confidence }: Coded) => ({
  ...{ passage, attribution, coder, status },
  ...(confidence === undefined ? {} : { confidence }),
});

const readEvent = (fields: Fields, context: Context): Event | undefined => {
  const coded = readCoded(fields, 'event', context);
  const [date, place] = [fields.date('date'), fields.optionalText('place')];
  const actors = fields.texts('actors').flatMap((name, index) => {
    const inner = new Fields(
      { value: { actor: name }, at: [...fields.at, 'actors', index] },
      'event',
      ['actor'],
      fields.problems,
    );
    const id = inner.reference('actor', 'actor', context.actors);
    if (!inner.sound) fields.sound = false;
    return id ? [id] : [];
  });
  if (!coded || !fields.sound) return undefined;
  return {
    ...{ id: eventId(coded.id), ...common(coded), actors },
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
  };
};

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const readValue = (fields: Fields): Figure['value'] => {
  if (!fields.has('value')) return undefined;
  const { value } = fields.entry('value');
  if (isNumber(value)) return value;
  if (Array.isArray(value) && value.length === 2) {
    const [from, to]: unknown[] = value;
    if (isNumber(from) && isNumber(to) && from <= to) return [from, to];
  }
  fields.fault(
    'value',
    'value',
    '“value” must be a number, or a range as [from, to]. Leave it out for “several”, “decades”.',
  );
  return undefined;
};

const readFigure = (fields: Fields, context: Context): Figure | undefined => {
  const coded = readCoded(fields, 'figure', context);
  const [value, unit, of] = [readValue(fields), fields.text('unit'), fields.optionalText('of')];
  const qualifier = fields.optionalOneOf('qualifier', QUALIFIERS);
  const asOf = fields.date('as-of');
  if (!coded || !fields.sound) return undefined;
  return {
    ...{ id: figureId(coded.id), ...common(coded), unit },
    ...(value === undefined ? {} : { value }),
    ...(of === undefined ? {} : { of }),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(asOf === undefined ? {} : { asOf }),
  };
};

const readForecast = (fields: Fields, context: Context): Forecast | undefined => {
  const coded = readCoded(fields, 'forecast', context);
  const by = fields.reference('by', 'actor', context.actors);
  const [likelihood, due] = [fields.optionalText('likelihood'), fields.date('due')];
  const inner = fields.has('resolution')
    ? new Fields(fields.entry('resolution'), 'forecast', ['outcome', 'note'], fields.problems)
    : undefined;
  const outcome = inner?.oneOf('outcome', OUTCOMES);
  const note = inner?.text('note');
  if (!coded || !fields.sound || inner?.sound === false) return undefined;
  return {
    ...{ id: forecastId(coded.id), ...common(coded) },
    ...(by === undefined ? {} : { by }),
    ...(likelihood === undefined ? {} : { likelihood }),
    ...(due === undefined ? {} : { due }),
    ...(outcome && note !== undefined ? { resolution: { outcome, note } } : {}),
  };
};

const FIELDS = {
  events: [...CODED_FIELDS, 'date', 'actors', 'place'],
  figures: [...CODED_FIELDS, 'value', 'unit', 'of', 'qualifier', 'as-of'],
  forecasts: [...CODED_FIELDS, 'by', 'likelihood', 'due', 'resolution'],
};

/** Events, figures and forecasts from plain data: three lists, each of which may be left out. What has a fault is left out and the fault told. */
export const readChronicle = (data: unknown, documents: readonly Document[], codebook: Codebook): Kept<Chronicle> => {
  const problems: Problem[] = [];
  if (data === undefined || data === null) return { value: { events: [], figures: [], forecasts: [] }, problems };
  const context = contextOf(documents, codebook);
  const top = new Fields({ value: data, at: [] }, 'chronicle', Object.keys(FIELDS), problems);
  const all = <Value extends { readonly id: string }>(
    name: keyof typeof FIELDS,
    topic: string,
    read: (fields: Fields, context: Context) => Value | undefined,
  ): Value[] => {
    const items = top.list(name).flatMap((entry): { value: Value; at: Path }[] => {
      const value = read(new Fields(entry, topic, FIELDS[name], problems), context);
      return value ? [{ value, at: entry.at }] : [];
    });
    return unrepeated(items, topic, problems);
  };
  const events = all('events', 'event', readEvent);
  const figures = all('figures', 'figure', readFigure);
  const forecasts = all('forecasts', 'forecast', readForecast);
  return { value: { events, figures, forecasts }, problems };
};
