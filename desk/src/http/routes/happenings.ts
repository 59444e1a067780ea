import { readEdtf } from '@entente/core/chronicle/edtf';
import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import { placeLabel } from '@entente/core/report/sentence';
import { actorId, documentId, eventId, figureId, forecastId, type Problem } from '@entente/core/vocabulary';
import { createRoute, z } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { answer, body, found, only, Refused, told } from '../wire.ts';
import { type Done, doneOf } from './head.ts';
import { routes } from './routes.ts';

const date = z.string().max(60).optional();
const short = z.string().max(300).optional();
const place = {
  id: z.string().optional(),
  document: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
};
const QUALIFIERS = ['about', 'over', 'at-least', 'under', 'at-most', 'slightly-less-than', 'between'] as const;
const OUTCOMES = ['came-true', 'did-not', 'unclear'] as const;

/** A happening, a figure or a forecast as a person writes it down: its words are given by their place in a document. */
const Happening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), ...place, date, actors: z.array(z.string()).max(40), place: short }),
  z.object({
    kind: z.literal('figure'),
    ...place,
    value: z.number().optional(),
    upTo: z.number().optional(),
    unit: z.string().max(100),
    of: short,
    qualifier: z.enum(QUALIFIERS).optional(),
    asOf: date,
  }),
  z.object({
    kind: z.literal('forecast'),
    ...place,
    by: z.string().optional(),
    likelihood: short,
    due: date,
    outcome: z.enum(OUTCOMES).optional(),
    note: z.string().max(2000).optional(),
  }),
]);
export type Happening = z.infer<typeof Happening>;

/** Where words stand in a document. */
export interface WordsPlace {
  readonly document: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

const add = createRoute({
  method: 'post',
  path: '/api/happenings',
  request: { body: body(z.object({ happening: Happening, expect: z.number().int().optional() })) },
  responses: {
    200: answer<Done>('HappeningKept', 'An event, a figure or a forecast written down or changed by a person'),
  },
});

const one = createRoute({
  method: 'get',
  path: '/api/happenings/{kind}/{id}',
  request: { params: z.object({ kind: z.enum(['event', 'figure', 'forecast']), id: z.string() }) },
  responses: { 200: answer<Happening>('Happening', 'One of them, as it can be changed') },
});

const words = createRoute({
  method: 'get',
  path: '/api/words',
  request: { query: z.object({ words: z.string().max(600) }) },
  responses: { 200: answer<readonly WordsPlace[]>('WordsPlaces', 'Where some words stand, letter by letter') },
});

const dated = (value: string | undefined, at: string): string | undefined => {
  if (value === undefined || value === '') return undefined;
  if (readEdtf(value) !== undefined) return value;
  const problem: Problem = { code: 'happening/date', at: [at], says: `“${value}” is no date of EDTF levels 0 and 1.` };
  throw new Refused([problem]);
};

const passageIn = (document: Document, { start, end }: Happening) => {
  if (start < end && end <= document.text.length) return passageOf(document, start, end);
  const says = `The words from ${start} to ${end} do not lie in the text, which has ${document.text.length} characters.`;
  throw new Refused([{ code: 'happening/place', at: [document.id, start, end], says }]);
};

type Record = Event | Figure | Forecast;

const recordOf = (
  { by }: Desk,
  document: Document,
  happening: Happening,
  id: string,
  known: Record | undefined,
): Record => {
  const passage = passageIn(document, happening);
  const common = { passage, attribution: known?.attribution ?? [], coder: by, status: 'accepted' as const };
  if (happening.kind === 'event') {
    const when = dated(happening.date, 'date');
    return {
      ...{ id: eventId(id), ...common, actors: happening.actors.map(actorId) },
      ...(when !== undefined && { date: when }),
      ...(happening.place !== undefined && happening.place !== '' && { place: happening.place }),
    };
  }
  if (happening.kind === 'figure') {
    const { value, upTo, unit, of, qualifier } = happening;
    const asOf = dated(happening.asOf, 'asOf');
    const amount = value !== undefined && upTo !== undefined ? ([value, upTo] as const) : value;
    return {
      ...{ id: figureId(id), ...common, unit },
      ...(amount !== undefined && { value: amount }),
      ...(of !== undefined && of !== '' && { of }),
      ...(qualifier !== undefined && { qualifier }),
      ...(asOf !== undefined && { asOf }),
    };
  }
  const due = dated(happening.due, 'due');
  const { likelihood, outcome, note = '' } = happening;
  return {
    ...{ id: forecastId(id), ...common },
    ...(happening.by !== undefined && happening.by !== '' && { by: actorId(happening.by) }),
    ...(likelihood !== undefined && likelihood !== '' && { likelihood }),
    ...(due !== undefined && { due }),
    ...(outcome !== undefined && { resolution: { outcome, note } }),
  };
};

const writtenDown = (kind: Happening['kind'], record: Record): Happening => {
  const { id, passage } = record;
  const where = { id, document: passage.document, start: passage.start, end: passage.end };
  if (kind === 'event' && 'actors' in record)
    return { kind, ...where, date: record.date, actors: [...record.actors], place: record.place };
  if (kind === 'figure' && 'unit' in record) {
    const [value, upTo] = [record.value ?? []].flat();
    return {
      kind,
      ...where,
      value,
      upTo,
      unit: record.unit,
      of: record.of,
      qualifier: record.qualifier,
      asOf: record.asOf,
    };
  }
  const { by, likelihood, due, resolution } = 'actors' in record || 'unit' in record ? {} : record;
  return { kind: 'forecast', ...where, by, likelihood, due, outcome: resolution?.outcome, note: resolution?.note };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const PLACES = 12;
const AROUND = 60;

export const happenings = (desk: Desk) =>
  routes()
    .openapi(add, async (context) => {
      const { happening, expect } = context.req.valid('json');
      const { store, by } = desk;
      const { kind, document: where } = happening;
      const document = found(await store.document(documentId(where)), where, 'There is no such document here.');
      const known = happening.id === undefined ? undefined : await store.record(kind, happening.id);
      const id = happening.id ?? `${kind.slice(0, 2)}-${crypto.randomUUID().slice(0, 13)}`;
      const after = recordOf(desk, document, happening, id, known);
      const wish =
        'actors' in after
          ? { kind: 'event' as const, id, after }
          : 'unit' in after
            ? { kind: 'figure' as const, id, after }
            : { kind: 'forecast' as const, id, after };
      const entry = await store.write(
        by,
        `${known === undefined ? 'write down' : 'change'} ${kind}`,
        [wish],
        expect === undefined ? {} : { expect },
      );
      return context.json(told<Done>(doneOf(only(entry))), 200);
    })
    .openapi(one, async (context) => {
      const { kind, id } = context.req.valid('param');
      const record = found(await desk.store.record(kind, id), id, `There is no such ${kind}.`);
      return context.json(told<Happening>(writtenDown(kind, record)), 200);
    })
    .openapi(words, async (context) => {
      const typed = context.req.valid('query').words.trim();
      const pieces = typed.split(/\s+/).filter(Boolean);
      if (pieces.length === 0) return context.json(told<readonly WordsPlace[]>([]), 200);
      const { rows } = await desk.store.search(pieces.map((word) => word.replace(/[-"*]/g, ' ')).join(' '), {
        in: 'documents',
        limit: PLACES,
      });
      const pattern = new RegExp(pieces.map(escaped).join('\\s+'), 'giu');
      const places: WordsPlace[] = [];
      for (const { document: id } of rows) {
        const document = await desk.store.document(id);
        if (document === undefined) continue;
        for (const { 0: quote, index: start } of document.text.matchAll(pattern)) {
          const end = start + quote.length;
          const label = placeLabel(new Map([[id, document]]), passageOf(document, start, end));
          const before = document.text.slice(Math.max(0, start - AROUND), start);
          const after = document.text.slice(end, end + AROUND);
          places.push({ document: id, label, start, end, before, quote, after });
          if (places.length >= PLACES) return context.json(told<readonly WordsPlace[]>(places), 200);
        }
      }
      return context.json(told<readonly WordsPlace[]>(places), 200);
    });
