import type { MakerEntry, ModelEntry, StateEntry } from '@entente/core/report/model';
import { conceptList } from '@entente/core/report/verdict-summary';
import { CONCEPT_NAMES } from '@entente/core/report/verdict-words';
import { counted, quoted } from '@entente/core/report/words';
import type { Anchors } from './anchors.ts';
import { html, type Markup } from './markup.ts';
import { citationLink } from './sentence.ts';

const box = (taken: boolean): Markup => html`<i class="box${taken && ' y'}"></i>`;

/** The options of a state as squares in file order, apart by maker; the pattern stands beside it in letters. */
const squares = (makers: readonly MakerEntry[], pattern: string): Markup => {
  let at = 0;
  return html`<span class="state" aria-hidden="true">${makers.map(({ options }) => html`<span>${options.map(() => box(pattern[at++] === 'Y'))}</span>`)}</span>`;
};

const maker = (anchors: Anchors, entry: MakerEntry): Markup => html`<article class="maker"><h4>${entry.name}</h4>
<ul class="options">${entry.options.map(({ id, name, taken }) => html`<li>${box(taken)}<span>${name} <code>${id}</code></span></li>`)}</ul>
${entry.aims.length > 0 && html`<ol class="aims">${entry.aims.map((group) => html`<li>${group.map((aim) => html`<div><code>${aim.text}</code><p class="cites">${aim.citations.slice(0, 4).map((one) => citationLink(anchors, one))}${aim.citations.length > 4 && html`<small>${aim.citations.length - 4} more</small>`}${aim.assumed && html`<em class="assumed">assumed</em>`}</p>${aim.note !== undefined && html`<small class="why">${quoted(aim.note)}</small>`}</div>`)}</li>`)}</ol>`}
${entry.otherwise !== undefined && html`<p class="note">${entry.otherwise}</p>`}
${entry.statusQuo !== undefined && html`<p class="note">Status quo: rank ${entry.statusQuo.place} of ${entry.statusQuo.of}</p>`}</article>`;

const strokes = ({ makers, holds }: StateEntry['stable'][number], names: readonly string[]): Markup => {
  const stays = names.filter((_, at) => makers[at]);
  const words = holds
    ? 'holds: all stay'
    : stays.length === 0
      ? 'nobody stays'
      : `${stays.join(', ')} ${stays.length === 1 ? 'stays' : 'stay'}`;
  return html`<span class="mk${holds && ' eq'}" role="img" aria-label="${words}">${makers.map((stable) => html`<i${stable && html` class="y"`}></i>`)}</span>`;
};

const stateRow = (model: ModelEntry, state: StateEntry): Markup => {
  const names = model.makers.map(({ name }) => name);
  return html`<tr${state.statusQuo && html` class="quo"`}><th scope="row">${squares(model.makers, state.pattern)} <code>${state.pattern}</code>${state.statusQuo && html` <small>status quo</small>`}</th><td class="taken">${state.taken.length === 0 ? 'none taken' : state.taken.join(', ')}</td>${state.stable.map((one) => html`<td>${strokes(one, names)}</td>`)}${state.places.map(({ place }) => html`<td class="num place">${place}</td>`)}</tr>`;
};

const statesTable = (model: ModelEntry): Markup => {
  const { concepts } = model.analysis;
  return html`<div class="wide"><table class="states"><thead><tr><th scope="col">State</th><th scope="col" class="taken">Taken</th>${concepts.map((concept) => html`<th scope="col">${CONCEPT_NAMES[concept]}</th>`)}${model.makers.map(({ name }) => html`<th scope="col" class="num place">${name}</th>`)}</tr></thead><tbody>${model.states.map((state) => stateRow(model, state))}</tbody></table></div>
<p class="note">${counted(model.makers.length, 'stroke')} for ${model.makers.map(({ name }) => name).join(', ')}: tall where the state is stable for that maker, <b class="hand">one green bar</b> where it is for all, so that it holds. Numbers are ranks, 1 best.${model.others > 0 && ` ${counted(model.others, 'more state')} ${model.others === 1 ? 'holds' : 'hold'} under no concept.`}</p>`;
};

const whyHeading = ({ states }: ModelEntry): string => {
  const stable = states.find(({ statusQuo }) => statusQuo)?.stable ?? [];
  if (stable.every(({ holds }) => holds)) return 'Why the status quo holds';
  return stable.some(({ holds }) => holds)
    ? 'Who would leave the status quo, and who would not'
    : 'Why the status quo does not hold';
};

const why = (model: ModelEntry): Markup | undefined =>
  model.statusQuo.length === 0
    ? undefined
    : html`<h3>${whyHeading(model)}</h3><dl class="why">${model.statusQuo.map(
        ({ name, place, of, verdicts }) =>
          html`<dt>${name}<small>rank ${place} of ${of}</small></dt><dd>${verdicts.map(({ concepts, stable, why: reasons }) => html`<p><b>${stable ? 'stays' : 'leaves'}</b> <span class="soft">(${conceptList(concepts)})</span> ${reasons.join(' ')}</p>`)}</dd>`,
      )}</dl>`;

const reversals = (model: ModelEntry): Markup | undefined => {
  const { reversals: found } = model;
  if (found.length === 0) return undefined;
  return html`<h3>What would end that</h3><p class="note">Reversing one aim of one maker, and nothing else, moves what nobody gains by leaving alone:</p><ul class="reversals">${found.map(
    ({ maker: name, aim, assumed, holds }) =>
      html`<li><span><b>${name}</b>: the opposite of <code>${aim}</code>${assumed && html` <em class="assumed">assumed</em>`}</span><span>${
        holds.length === 0
          ? 'no state holds'
          : html`${holds.slice(0, 4).map((pattern) => html`${squares(model.makers, pattern)} <code>${pattern}</code> `)}${holds.length > 4 && `and ${holds.length - 4} more `}${holds.length === 1 ? 'holds' : 'hold'}`
      }</span></li>`,
  )}</ul>`;
};

const sureness = ({ sureness: readings, rests }: ModelEntry): Markup | undefined =>
  readings.length + rests.length === 0
    ? undefined
    : html`<h3>How sure that is</h3><ul class="sureness">${readings.map((line) => html`<li>${line}</li>`)}</ul>
<h3>What it rests on</h3><ul class="sureness">${rests.map((line) => html`<li>${line}</li>`)}</ul>`;

/** What can hold, given what the parties are taken to want, and what that rests on. */
export const conflictSection = (
  model: ModelEntry,
  anchors: Anchors,
  number: number,
): Markup => html`<section id="conflict${number > 1 && `-${number}`}" class="conflict"><h2>${model.finding}</h2>
<p class="note">${model.conflict.title}. ${model.summary}</p>
<div class="makers">${model.makers.map((one) => maker(anchors, one))}</div>
${why(model)}
${sureness(model)}
${reversals(model)}
<h3>States</h3>${statesTable(model)}
${model.rules.length > 0 && html`<p class="note">${model.rules.join(' ')}</p>`}
</section>`;
