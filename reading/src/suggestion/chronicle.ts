import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import { passageOf } from '@entente/core/document/passage';
import type { AttributionLink } from '@entente/core/statement/statement';
import { type ActorId, eventId, figureId, forecastId } from '@entente/core/vocabulary';
import { chainOf, type Link } from '../attribution/chain.ts';
import { framesAround } from '../attribution/frame.ts';
import { datelineOf } from '../time/dateline.ts';
import type { Happening } from '../time/event.ts';
import type { Cast } from './cast.ts';
import type { ReadReport, ReadSentence } from './report.ts';

const coder = (name: string) => ({ kind: 'rule', name }) as const;

export const linksOf = (report: ReadReport, links: readonly Link[]): AttributionLink[] =>
  links.map(({ name, voice, start, end }) => ({ name, voice, passage: passageOf(report.document, start, end) }));

/** How often an event of each kind was right in coded reports, roughly. */
const CONFIDENCE: Readonly<Record<Happening['by'], number>> = {
  date: 0.85,
  'end of a stretch': 0.75,
  'time told before': 0.6,
  'happening told before': 0.65,
  'after a happening': 0.6,
};

/** Where something happened: the name after “in”, “at” or “near” that is no date. */
const placeIn = (text: string, { tokens, dated }: ReadSentence, start: number, end: number): string | undefined => {
  for (let index = 1; index < tokens.length; index += 1) {
    const [before, first] = [tokens[index - 1], tokens[index]];
    if (!before || !first || first.start < start || first.end > end) continue;
    if (!/^(in|at|near|off|outside)$/.test(before.lower) || !first.capital) continue;
    if (dated.some(({ expression }) => expression.start < first.end && first.start < expression.end)) continue;
    let last = index;
    while (tokens[last + 1]?.capital && tokens[last + 1]?.kind === 'word' && (tokens[last + 1]?.end ?? end) <= end)
      last += 1;
    // “in Egypt's view” is no place, nor is a body: “at the Security Council” has its article.
    if (tokens[last + 1]?.text === "'s") continue;
    return text.slice(first.start, tokens[last]?.end ?? first.end);
  }
  return undefined;
};

const placeOf = ({ tokens }: ReadSentence, start: number): number =>
  Math.max(
    0,
    tokens.findIndex((token) => token.start >= start),
  );

/** Events, figures and forecasts of the reports, each with its words. */
export const chronicle = (
  reports: readonly ReadReport[],
  cast: Cast,
): { events: Event[]; figures: Figure[]; forecasts: Forecast[] } => {
  const events: Event[] = [];
  const figures: Figure[] = [];
  const forecasts: Forecast[] = [];
  for (const report of reports) {
    const { document } = report;
    const dateline = datelineOf(document.text);
    if (
      dateline &&
      dateline.date === document.published?.value &&
      !report.sentences.some(({ happenings }) =>
        happenings.some(({ start, end }) => start < dateline.end && dateline.start < end),
      )
    )
      events.push({
        id: eventId(`${document.id}-e${dateline.start}-${dateline.end}`),
        passage: passageOf(document, dateline.start, dateline.end),
        date: dateline.date,
        actors: [],
        attribution: [],
        coder: coder('event: dateline'),
        status: 'suggested',
        confidence: 0.9,
      });
    for (const one of report.sentences) {
      const links = (start: number) =>
        linksOf(
          report,
          chainOf(document.text, one.tokens, framesAround(one.frames, placeOf(one, start)), [], (id) => cast.name(id)),
        );
      const actorsIn = (start: number, end: number): ActorId[] => [
        ...new Set(
          one.mentions
            .filter(
              (mention) =>
                mention.start >= start &&
                mention.end <= end &&
                mention.form !== 'adjective' &&
                mention.form !== 'pronoun' &&
                mention.form !== 'medium',
            )
            .flatMap((mention) => mention.of.map((of) => cast.enter(of).id)),
        ),
      ];
      for (const { start, end, date, by } of one.happenings) {
        const place = placeIn(document.text, one, start, end);
        events.push({
          id: eventId(`${document.id}-e${start}-${end}-${events.length}`),
          passage: passageOf(document, start, end),
          ...(date === undefined ? {} : { date }),
          actors: actorsIn(start, end),
          ...(place === undefined ? {} : { place }),
          attribution: links(start),
          coder: coder(`event: ${by}`),
          status: 'suggested',
          confidence: CONFIDENCE[by] - (date === undefined ? 0.2 : 0),
        });
      }
      for (const { start, end, value, unit, of, qualifier } of one.quantities) {
        const asOf = one.happenings.find((event) => event.start <= start && end <= event.end)?.date ?? one.told;
        figures.push({
          id: figureId(`${document.id}-f${start}-${end}`),
          passage: passageOf(document, start, end),
          ...(value === undefined ? {} : { value }),
          unit,
          ...(of === undefined ? {} : { of }),
          ...(qualifier === undefined ? {} : { qualifier }),
          ...(asOf === undefined ? {} : { asOf }),
          attribution: links(start),
          coder: coder('figure: number and noun'),
          status: 'suggested',
          confidence: 0.8,
        });
      }
      for (const { start, end, likelihood, by, due } of one.expectations) {
        const [first] = by;
        const source = first === undefined ? links(start).at(-1)?.name : undefined;
        const holder = first ? cast.answerable(first) : source === undefined ? undefined : cast.source(source);
        forecasts.push({
          id: forecastId(`${document.id}-p${start}-${end}`),
          passage: passageOf(document, start, end),
          ...(holder === undefined ? {} : { by: holder.id }),
          likelihood,
          ...(due === undefined ? {} : { due }),
          attribution: links(start),
          coder: coder(`forecast: ${likelihood}`),
          status: 'suggested',
          confidence: 0.5,
        });
      }
    }
  }
  return { events, figures, forecasts };
};
