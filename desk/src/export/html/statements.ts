import { edtfWords } from '@entente/core/chronicle/edtf-words';
import { glyphOfPosition } from '@entente/core/picture/glyph';
import type { ActorEntry, IssueEntry, StatementEntry } from '@entente/core/report/entries';
import type { Report } from '@entente/core/report/report';
import { counted, quoted, STANCE_WORDS } from '@entente/core/report/words';
import type { Anchors } from './anchors.ts';
import { glyphMark } from './glyph.ts';
import { html, type Markup } from './markup.ts';
import { columnOrder, positionAnchor } from './matrix.ts';
import { citationLink, quoteLink } from './sentence.ts';

const SHOWN = 8;
const ISSUES_SHOWN = 6;

/** Marks a statement's words in the full text and says there what points to them. */
const registered = (anchors: Anchors, entry: StatementEntry, actor: string, issue: string): void => {
  const mark = (statement: StatementEntry['statement'], number: number): void => {
    const at = anchors.of(statement.passage);
    if (at.mark === 'cited' || at.suggested) at.suggested = statement.status === 'suggested';
    at.mark = statement.stance;
    at.backs.push({ href: `#s${number}`, words: `${actor} ${STANCE_WORDS[statement.stance].cell}: ${issue}` });
    for (const [passage, kind] of [
      [statement.reason, 'reason'],
      [statement.condition?.passage, 'condition'],
    ] as const) {
      if (passage === undefined) continue;
      const inner = anchors.of(passage);
      if (inner.mark === 'cited') inner.mark = kind;
    }
  };
  mark(entry.statement, entry.number);
  for (const { statement, number } of entry.repeats) mark(statement, number);
};

const statementItem = (anchors: Anchors, entry: StatementEntry, oneCoder: boolean): Markup => {
  const { statement, number, sentence, speaker, condition, reason, repeats } = entry;
  const suggested = statement.status === 'suggested';
  const coded = [
    ...(oneCoder && !suggested ? [] : [entry.coder]),
    ...(statement.note === undefined ? [] : [quoted(statement.note)]),
  ].join('. ');
  const facts = [
    sentence.when === undefined ? sentence.lead : `${sentence.lead}, ${sentence.when}`,
    ...(speaker !== undefined && !sentence.lead.includes(speaker) ? [`voiced by ${speaker}`] : []),
    ...(statement.level === 'implied' ? ['implied'] : []),
  ];
  return html`<li id="s${number}" class="statement${suggested && ' suggested'}">${glyphMark(entry.glyph, { small: true })}<div>
<p class="said">${suggested && '⟨'}${quoteLink(anchors, statement.passage)}${suggested && '⟩'}</p>
<p class="facts"><span>${STANCE_WORDS[statement.stance].cell.replace(' …', '')}</span> · ${facts.join(' · ')} ${citationLink(anchors, entry.citation)}</p>
${condition !== undefined && html`<p class="facts"><span class="key">condition</span> ${quoteLink(anchors, condition)}</p>`}
${reason !== undefined && html`<p class="facts"><span class="key">reason</span> ${quoteLink(anchors, reason)}</p>`}
${repeats.length > 0 && html`<p class="facts"><span class="key">repeated</span> ${repeats.map(({ number: again, citation }) => html`<span id="s${again}">${citationLink(anchors, citation)}</span> `)}</p>`}
${coded !== '' && html`<p class="facts coder">${coded}</p>`}
</div></li>`;
};

const history = ({ position }: ActorEntry): Markup | undefined => {
  if (position.history.length < 2) return undefined;
  return html`<p class="facts"><span class="key">moved</span> ${position.history
    .map(
      ({ stance, when }) =>
        `${STANCE_WORDS[stance].cell.replace(' …', '')}${when === undefined ? '' : ` (${edtfWords(when)})`}`,
    )
    .join(' → ')}</p>`;
};

const actorBlock = (anchors: Anchors, entry: ActorEntry, anchor: string, issue: string, oneCoder: boolean): Markup => {
  for (const one of entry.statements) registered(anchors, one, entry.name, issue);
  const { position, statements } = entry;
  const [shown, rest] = [statements.slice(0, SHOWN), statements.slice(SHOWN)];
  const item = (one: StatementEntry) => statementItem(anchors, one, oneCoder);
  return html`<article id="${anchor}" class="party">
<h4>${glyphMark(glyphOfPosition(position), { name: entry.name })} ${entry.name} <span class="soft">${STANCE_WORDS[position.stance].cell.replace(' …', ' a condition holds')}, ${counted(position.origins.length, 'origin')}</span>${position.contested && html` <span class="contested">contested</span>`}</h4>
${history(entry)}
<ol class="statements">${shown.map(item)}</ol>
${rest.length > 0 && html`<details><summary>and ${counted(rest.length, 'more statement')}</summary><ol class="statements">${rest.map(item)}</ol></details>`}
</article>`;
};

/** Every statement behind the positions, with its exact words, place, chain, condition, reason and date. */
export const statementsSection = (report: Report, anchors: Anchors): Markup | undefined => {
  if (report.issues.length === 0) return undefined;
  const people = report.dossier.statements.filter(({ status }) => status === 'accepted').map(({ coder }) => coder.name);
  const oneCoder = new Set(people).size === 1;
  const block = (entry: IssueEntry): Markup => {
    const at = report.issues.indexOf(entry);
    return html`<section class="issue" id="i${at + 1}"><h3>${entry.issue.label}</h3>
${entry.issue.proposal !== '' && html`<p class="note">${entry.issue.proposal}</p>`}
<div class="parties">${entry.actors.map((actor, row) => actorBlock(anchors, actor, positionAnchor(at, row), entry.issue.label, oneCoder))}</div></section>`;
  };
  const blocks = columnOrder(report).map(block);
  const [first, rest] = [blocks.slice(0, ISSUES_SHOWN), blocks.slice(ISSUES_SHOWN)];
  return html`<section id="statements"><h2>What was said</h2>${first}${rest.length > 0 && html`<details><summary>on ${rest.length} more ${rest.length === 1 ? 'issue' : 'issues'}</summary>${rest}</details>`}</section>`;
};
