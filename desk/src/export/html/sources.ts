import type { Change, ChangeKind } from '@entente/core/document/change';
import type { Piece } from '@entente/core/report/difference';
import type { Report } from '@entente/core/report/report';
import { type AlignedPair, type DerivationEntry, type DocumentEntry, takingWords } from '@entente/core/report/sources';
import { counted, listed } from '@entente/core/report/words';
import type { Anchors } from './anchors.ts';
import { html, type Markup } from './markup.ts';

const SHOWN = 12;

const GROUNDS: Readonly<Record<string, string>> = {
  date: 'the dates',
  credit: 'its credit line',
  named: 'it names its source',
  lost: 'attributions were lost on the way',
  shortened: 'its sentences are longer',
  length: 'the length of the passages',
  order: 'nothing but the order of the documents',
};

const row = (report: Report, entry: DocumentEntry, at: number): Markup => {
  const { document, name, date, origin, takesFrom, accepted, suggested } = entry;
  const from = takesFrom.map((id) => {
    const index = report.documents.findIndex((one) => one.document.id === id);
    return html`<a href="#d${index + 1}">${report.documents[index]?.name ?? ''}</a> `;
  });
  const facts = [document.author?.value, document.kind?.value, document.file].filter(
    (fact) => fact !== undefined && fact !== name,
  );
  return html`<tr><th scope="row"><a href="#d${at + 1}">${name}</a><small>${document.title?.value ?? 'no title given'}</small><small>${facts.join(' · ')}${document.summarises !== undefined && html` · summarises ${document.summarises.value}`}</small></th>
<td>${date}</td><td class="num">${origin}${takesFrom.length > 0 && html`<small>takes from ${from}</small>`}</td><td class="num">${document.grade ?? '–'}</td><td class="num">${accepted}${suggested > 0 && html` <span class="machine">⟨${suggested}⟩</span>`}</td><td><code title="SHA-256 of the frozen text">${document.sha256.slice(0, 12)}…</code></td></tr>`;
};

const side = (pieces: readonly Piece[], tag: 'del' | 'ins', rewritten: boolean): readonly Markup[] =>
  pieces.map(({ text, kept }) => {
    const space = /\s+$/.exec(text)?.[0] ?? '';
    const words = text.slice(0, text.length - space.length);
    if (rewritten)
      return kept && /\S\s+\S/.test(words) ? html`<span class="kept">${words}</span>${space}` : html`${words}${space}`;
    if (kept) return html`${words}${space}`;
    return tag === 'del' ? html`<del>${words}</del>${space}` : html`<ins>${words}</ins>${space}`;
  });

const KINDS: Readonly<Record<ChangeKind, string>> = {
  'attribution-lost': 'attribution lost',
  'attribution-gained': 'attribution added',
  'hedge-lost': 'hedge lost',
  'hedge-gained': 'hedge added',
  'number-changed': 'number changed',
  stronger: 'a stronger word',
  weaker: 'a weaker word',
};

const changeLine = ({ kind, lost, gained, headline }: Change): Markup => {
  const words = [lost, gained].flatMap((passage) => (passage === undefined ? [] : [`“${passage.quote}”`]));
  return html`<small>${headline === true && 'in the headline '}${KINDS[kind]}: ${words.join(' → ')}</small>`;
};

/** Whether those who said it are no longer named. */
const lost = (changes: readonly Change[]): boolean => changes.some(({ kind }) => kind === 'attribution-lost');

const pair = (
  anchors: Anchors,
  { derivation, difference, sourceLabel, derivedLabel, change, changes }: AlignedPair,
): Markup => {
  const byHand = derivation.direction.by.includes('by hand');
  const likeness = byHand ? 'by hand' : `likeness ${derivation.score.toFixed(2).replace(/^0/, '')}`;
  return html`<li class="pair${lost(changes) && ' dropped'}"><div><a class="cite" href="${anchors.href(derivation.source)}">${sourceLabel}</a><p>${side(difference.source, 'del', difference.rewritten)}</p></div><div class="join" data-likeness="${byHand ? 'hand' : Math.round(derivation.score * 4)}"><b>${change}</b><small>${likeness}</small>${changes.map(changeLine)}</div><div><a class="cite" href="${anchors.href(derivation.derived)}">${derivedLabel}</a><p>${side(difference.derived, 'ins', difference.rewritten)}</p></div></li>`;
};

const derivation = (anchors: Anchors, entry: DerivationEntry): Markup => {
  const { pairs, sourceName, derivedName, by, sure } = entry;
  const dropped = pairs.filter(({ changes }) => lost(changes)).length;
  const grounds = listed(by.map((ground) => GROUNDS[ground] ?? ground));
  const [shown, rest] = [pairs.slice(0, SHOWN), pairs.slice(SHOWN)];
  return html`<section class="derivation"><h3>${takingWords(entry)}${dropped > 0 && `, and ${counted(dropped, 'attribution')} lost on the way`}</h3>
<p class="note">${entry.share !== 'itself' && html`${sure ? 'Direction' : 'Probable direction'}${grounds !== '' && `: ${grounds}`}. `}<del>Struck</del>: lost from ${sourceName}. <ins>Doubly underlined</ins>: only in ${derivedName}. Where most is rewritten, what was <span class="kept">kept</span> is underlined instead.</p>
<ol class="pairs">${shown.map((one) => pair(anchors, one))}</ol>
${rest.length > 0 && html`<details><summary>and ${counted(rest.length, 'more pair')}</summary><ol class="pairs">${rest.map((one) => pair(anchors, one))}</ol></details>`}
</section>`;
};

/** The documents, their origins, and what one takes from another. */
export const sourcesSection = (report: Report, anchors: Anchors): Markup => html`<section id="sources"><h2>Sources</h2>
<div class="wide"><table class="documents"><thead><tr><th scope="col">Document</th><th scope="col">Published</th><th scope="col" class="num">Origin</th><th scope="col" class="num">Grade</th><th scope="col" class="num">Statements</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${report.documents.map((entry, at) => row(report, entry, at))}</tbody></table></div>
${report.derivations.map((entry) => derivation(anchors, entry))}
</section>`;
