import { chronicleOf } from '@entente/core/chronicle/chronicle';
import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import { standingOf } from '@entente/core/position/voice';
import { chronicleFinding } from '@entente/core/report/chronicle-finding';
import { type Citation, type Library, leadOf, placeLabel } from '@entente/core/report/sentence';
import { quoted } from '@entente/core/report/words';
import type { Status } from '@entente/core/statement/statement';
import type { Edtf } from '@entente/core/vocabulary';
import { createRoute } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { libraryFor } from '../quoted.ts';
import { answer, told } from '../wire.ts';
import { routes } from './routes.ts';

/** What a line of a chronicle shows of something coded. */
export interface ToldLine {
  readonly id: string;
  readonly quote: string;
  /** Who tells it. */
  readonly lead: string;
  readonly citation: Citation;
  readonly status: Status;
  /** How many passages only repeat it. */
  readonly repeats: number;
}

export interface EventLine extends ToldLine {
  readonly date?: Edtf;
  readonly actors: readonly string[];
  readonly place?: string;
}

export interface FigureLine extends ToldLine {
  readonly value?: Figure['value'];
  readonly qualifier?: Figure['qualifier'];
  readonly asOf?: Edtf;
}

export interface ForecastLine extends ToldLine {
  readonly due?: Edtf;
  readonly by?: string;
  readonly likelihood?: string;
  readonly outcome?: string;
}

/** What happened, what was counted differently, what was foretold. */
export interface ChroniclePage {
  readonly version: number;
  readonly finding?: string;
  readonly dated: readonly EventLine[];
  readonly undated: readonly EventLine[];
  readonly rivals: readonly { readonly of: string; readonly unit: string; readonly figures: readonly FigureLine[] }[];
  readonly forecasts: readonly ForecastLine[];
}

const read = createRoute({
  method: 'get',
  path: '/api/chronicle',
  responses: { 200: answer<ChroniclePage>('ChroniclePage', 'Events, rival figures and forecasts') },
});

const lineOf = (library: Library, one: Event | Figure | Forecast, repeats: number): ToldLine => ({
  id: one.id,
  quote: quoted(one.passage.quote),
  lead: leadOf(library, one),
  citation: {
    passage: one.passage,
    label: placeLabel(library, one.passage),
    voice: standingOf(one),
    suggested: one.status === 'suggested',
  },
  status: one.status,
  repeats,
});

const pageOf = async (desk: Desk): Promise<ChroniclePage> => {
  const version = desk.store.version();
  const { store } = desk;
  const [events, figures, forecasts] = await Promise.all([store.events(), store.figures(), store.forecasts()]);
  const [derivations, { actors }] = await Promise.all([store.derivations(), store.codebook()]);
  const chronicle = chronicleOf({ derivations, events: events.rows, figures: figures.rows, forecasts: forecasts.rows });
  const shown = [...events.rows, ...figures.rows, ...forecasts.rows];
  const library = await libraryFor(store, new Set(shown.map(({ passage }) => passage.document)));
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const eventLine = ({ first, repeats }: (typeof chronicle.dated)[number]): EventLine => ({
    ...lineOf(library, first, repeats.length),
    ...(first.date !== undefined && { date: first.date }),
    actors: first.actors.map((id) => names.get(id) ?? id),
    ...(first.place !== undefined && { place: first.place }),
  });
  const finding = chronicleFinding(chronicle);
  return {
    version,
    ...(finding !== undefined && { finding }),
    dated: chronicle.dated.map(eventLine),
    undated: chronicle.undated.map(eventLine),
    rivals: chronicle.rivals.map(({ of, unit, figures }) => ({
      of,
      unit,
      figures: figures.map((figure) => ({
        ...lineOf(library, figure, 0),
        ...(figure.value !== undefined && { value: figure.value }),
        ...(figure.qualifier !== undefined && { qualifier: figure.qualifier }),
        ...(figure.asOf !== undefined && { asOf: figure.asOf }),
      })),
    })),
    forecasts: chronicle.forecasts.map(({ first, repeats }) => ({
      ...lineOf(library, first, repeats.length),
      ...(first.due !== undefined && { due: first.due }),
      ...(first.by !== undefined && { by: names.get(first.by) ?? first.by }),
      ...(first.likelihood !== undefined && { likelihood: first.likelihood }),
      ...(first.resolution !== undefined && { outcome: first.resolution.outcome }),
    })),
  };
};

export const chronicle = (desk: Desk) =>
  routes().openapi(read, async (context) => context.json(told<ChroniclePage>(await pageOf(desk)), 200));
