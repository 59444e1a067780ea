import { glyphOf, glyphOfPosition } from '@entente/core/picture/glyph';
import type { Position } from '@entente/core/position/position';
import type { ActorEntry, IssueEntry } from '@entente/core/report/entries';
import type { Report } from '@entente/core/report/report';
import { counted, STANCE_WORDS, shortened, VOICE_WORDS } from '@entente/core/report/words';
import { glyphMark } from './glyph.ts';
import { html, type Markup } from './markup.ts';

const COLUMNS = 6;
const ROWS = 12;

/** The place where a position's statements are listed. */
export const positionAnchor = (issue: number, actor: number): string => `i${issue + 1}a${actor + 1}`;

const stanceWord = ({ stance, conditions }: Position): string => {
  const [condition] = conditions;
  return stance === 'conditional' && condition !== undefined
    ? shortened(condition.passage.quote, 56)
    : STANCE_WORDS[stance].cell;
};

const cell = (entry: ActorEntry | undefined, anchor: string, label: string): Markup => {
  if (entry === undefined) return html`<td class="empty"><span class="vh">nothing reported</span></td>`;
  const { position } = entry;
  const condition = position.stance === 'conditional' && position.conditions.length > 0;
  return html`<td><a href="#${anchor}" data-issue="${label}">${glyphMark(glyphOfPosition(position), { small: true })}<span><b${position.basis === 'suggested' && html` class="machine"`}>${condition ? html`<q>${stanceWord(position)}</q>` : stanceWord(position)}</b><small>${counted(position.origins.length, 'origin')}, ${VOICE_WORDS[position.voice]}</small>${position.contested && html`<small class="contested">contested</small>`}${position.suggested !== undefined && html`<small class="machine">⟨${counted(position.counts.suggested, 'suggestion')}⟩</small>`}</span></a></td>`;
};

interface Row {
  readonly actor: Position['actor'];
  readonly name: string;
}

const table = (
  report: Report,
  rows: readonly Row[],
  columns: readonly IssueEntry[],
): Markup => html`<table class="matrix">
<caption class="vh">Positions by party and issue</caption>
<colgroup><col class="who"></colgroup>
<thead><tr><td></td>${columns.map(({ issue }) => html`<th scope="col">${issue.label}</th>`)}</tr></thead>
<tbody>${rows.map(
  ({ actor, name }) =>
    html`<tr><th scope="row">${name}</th>${columns.map((entry) => {
      const at = entry.actors.findIndex((one) => one.actor === actor);
      return cell(entry.actors[at], positionAnchor(report.issues.indexOf(entry), at), entry.issue.label);
    })}</tr>`,
)}</tbody></table>`;

const rowsFor = (report: Report, columns: readonly IssueEntry[]): readonly Row[] => {
  const kinds = new Map(report.dossier.codebook.actors.map(({ id, kind }) => [id, kind]));
  const found = new Map<Position['actor'], { row: Row; weight: number }>();
  columns.forEach(({ actors }, column) => {
    for (const { actor, name, position } of actors) {
      const known = found.get(actor) ?? { row: { actor, name }, weight: kinds.get(actor) === 'state' ? 100 : 0 };
      known.weight += 2 + (column === 0 ? 50 : 0) + (position.basis === 'accepted' ? 10 : 0);
      found.set(actor, known);
    }
  });
  return [...found.values()].sort((a, b) => b.weight - a.weight).map(({ row }) => row);
};

/** The main issue first, then those on which most parties are reported to say something. */
export const columnOrder = (report: Report): readonly IssueEntry[] => {
  const weight = ({ issue, actors }: IssueEntry): number =>
    (issue.id === report.finding.issue?.id ? 1e6 : 0) +
    actors.reduce((sum, { position }) => sum + (position.basis === 'accepted' ? 10 : 1), 0);
  return [...report.issues].sort((a, b) => weight(b) - weight(a));
};

const part = (report: Report, columns: readonly IssueEntry[]): Markup => {
  const rows = rowsFor(report, columns);
  const [shown, rest] = [rows.slice(0, ROWS), rows.slice(ROWS)];
  return html`${table(report, shown, columns)}${rest.length > 0 && html`<details><summary>and ${rest.length} more ${rest.length === 1 ? 'party' : 'parties'}</summary>${table(report, rest, columns)}</details>`}`;
};

const legend = (): Markup => {
  const mark = (stance: Position['stance'], voice: Position['voice'] = 'named', origins = 2, suggested = false) =>
    glyphMark(
      { ...glyphOf({ stance, voice, origins: [] }, suggested), line: origins > 1 ? 'solid' : 'broken' },
      { small: true },
    );
  return html`<p class="legend"><span>${mark('support')}supports</span><span>${mark('oppose')}opposes</span><span>${mark('conditional')}only if</span><span>${mark('neutral')}weighs</span><span>${mark('no-position')}takes no position</span><span>${mark('oppose', 'anonymous')}hatched: anonymous</span><span>${mark('oppose', 'reading')}dotted: the writer’s account</span><span>${mark('oppose', 'named', 1)}broken line: one origin</span><span><b class="contested">contested</b> origins differ</span><span>${mark('oppose', 'named', 1, true)}<span class="machine">suggested, not checked</span></span></p>`;
};

/** Who stands where: parties by issues, each cell a link to the statements behind it. */
export const matrixSection = (report: Report): Markup => {
  if (report.issues.length === 0)
    return html`<section id="positions"><h2>Who stands where</h2><p class="big">No position yet.</p><p>No document of the dossier has a statement on an issue. Code one, or run entente read on the reports.</p></section>`;
  const columns = columnOrder(report);
  const parts: (readonly IssueEntry[])[] = [];
  for (let at = 0; at < columns.length; at += COLUMNS) parts.push(columns.slice(at, at + COLUMNS));
  const [first = [], ...rest] = parts;
  return html`<section id="positions"><h2>Who stands where</h2>
${part(report, first)}
${rest.length > 0 && html`<details><summary>${columns.length - COLUMNS} more ${columns.length - COLUMNS === 1 ? 'issue' : 'issues'}</summary>${rest.map((columns) => part(report, columns))}</details>`}
${legend()}
<p class="note">Counted by origin, not by article. An empty cell: nothing is reported. Every mark leads to the words behind it.</p>
</section>`;
};
