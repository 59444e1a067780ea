import { edtfWords } from '@entente/core/chronicle/edtf-words';
import type { Event, Figure, Forecast } from '@entente/core/chronicle/event';
import type { Told } from '@entente/core/chronicle/repeat';
import type { Rivals } from '@entente/core/chronicle/rival';
import { type DateSign, dateSign } from '@entente/core/picture/date-sign';
import type { Report } from '@entente/core/report/report';
import { type Library, leadOf, libraryOf, placeLabel } from '@entente/core/report/sentence';
import { counted, quoted, shortened } from '@entente/core/report/words';
import type { Anchors } from './anchors.ts';
import { html, Markup } from './markup.ts';
import { quoteLink } from './sentence.ts';

const SHOWN = 40;

const SIGNS: Readonly<Record<DateSign['shape'], string>> = {
  day: '<circle cx="16" cy="8" r="4" fill="currentColor"/>',
  within: '<path d="M8 8H24" stroke="currentColor" stroke-width="5"/>',
  span: '<path d="M7 3H4V13H7M25 3H28V13H25M4 8H28" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  since:
    '<path d="M7 3H4V13H7M4 8H27M23 4.5 27.500 8 23 11.500" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  until:
    '<path d="M25 3H28V13H25M28 8H5M9 4.500 4.500 8 9 11.500" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  none: '<circle cx="16" cy="8" r="1.500" fill="currentColor"/>',
};

const sign = ({ shape, loose }: DateSign): Markup =>
  new Markup(`<svg class="sign${loose ? ' loose' : ''}" viewBox="0 0 32 16" aria-hidden="true">${SIGNS[shape]}</svg>`);

type Coded = Event | Figure | Forecast;

const source = (library: Library, anchors: Anchors, item: Coded): Markup => {
  const at = anchors.of(item.passage);
  if (item.status === 'suggested' && at.mark === 'cited') at.suggested = true;
  return html`<a class="cite" href="#${at.id}">${placeLabel(library, item.passage)}</a>`;
};

const machine = (item: Coded, words: Markup): Markup =>
  item.status === 'suggested' ? html`<span class="machine">⟨${words}⟩</span>` : words;

const event = (library: Library, anchors: Anchors, { first, repeats }: Told<Event>): Markup =>
  html`<li>${sign(dateSign(first.date))}<time>${first.date === undefined ? 'undated' : edtfWords(first.date)}</time><p>${machine(first, quoteLink(anchors, first.passage, shortened(first.passage.quote, 200)))}${first.place !== undefined && html` <small>${quoted(first.place)}</small>`}</p><p class="cites">${source(library, anchors, first)}${repeats.length > 0 && html`<small>and ${counted(repeats.length, 'repeat')}</small>`}</p></li>`;

const NUMBER = (value: number): string => value.toLocaleString('en-US');

const amount = ({ value, qualifier }: Figure): string => {
  const numbers =
    typeof value === 'object' ? `${NUMBER(value[0])}–${NUMBER(value[1])}` : value === undefined ? '' : NUMBER(value);
  return `${qualifier === undefined || qualifier === 'between' ? '' : `${qualifier.replaceAll('-', ' ')} `}${numbers}`;
};

const rivals = (library: Library, anchors: Anchors, { of, unit, figures }: Rivals): Markup =>
  html`<tr><th scope="row"><span class="contested"></span>${quoted(of)} <small>${quoted(unit)}</small></th><td><ul>${figures.map((figure) => html`<li><b class="amount">${machine(figure, html`${amount(figure)}`)}</b> ${quoteLink(anchors, figure.passage, shortened(figure.passage.quote, 90))} ${source(library, anchors, figure)}${figure.asOf !== undefined && html` <small>as of ${edtfWords(figure.asOf)}</small>`}</li>`)}</ul></td></tr>`;

const forecast = (library: Library, anchors: Anchors, names: Report['names'], { first }: Told<Forecast>): Markup => {
  const by = first.by === undefined ? '' : (names.get(first.by) ?? first.by);
  return html`<li>${sign(dateSign(first.due))}<time>${first.due === undefined ? 'no date given' : edtfWords(first.due)}</time><p>${machine(first, html`${leadOf(library, first)}${by !== '' && `, held by ${by}`}: ${quoteLink(anchors, first.passage, shortened(first.passage.quote, 200))}`)}${first.resolution !== undefined && html` <b>${first.resolution.outcome.replaceAll('-', ' ')}</b> ${quoted(first.resolution.note)}`}</p><p class="cites">${source(library, anchors, first)}</p></li>`;
};

const list = (items: readonly Markup[]): Markup => {
  const [shown, rest] = [items.slice(0, SHOWN), items.slice(SHOWN)];
  return html`<ol class="chronicle">${shown}</ol>${rest.length > 0 && html`<details><summary>and ${rest.length} more</summary><ol class="chronicle">${rest}</ol></details>`}`;
};

/** What happened, in order; counts that differ; forecasts. Left out when the dossier has none of them. */
export const chronicleSection = (report: Report, anchors: Anchors): Markup | undefined => {
  const { dated, undated, rivals: differing, forecasts } = report.chronicle;
  if (dated.length + undated.length + differing.length + forecasts.length === 0) return undefined;
  const library = libraryOf(report.dossier.documents);
  return html`<section id="chronicle"><h2>Chronicle</h2>
${dated.length > 0 && list(dated.map((one) => event(library, anchors, one)))}
${undated.length > 0 && html`<details><summary>${counted(undated.length, 'happening')} without a date</summary>${list(undated.map((one) => event(library, anchors, one)))}</details>`}
${differing.length > 0 && html`<h3>Figures that differ</h3><table class="rivals"><tbody>${differing.map((one) => rivals(library, anchors, one))}</tbody></table>`}
${forecasts.length > 0 && html`<h3>Forecasts</h3>${list(forecasts.map((one) => forecast(library, anchors, report.names, one)))}`}
</section>`;
};
