import { edtfWords } from '@entente/core/chronicle/edtf-words';
import { glyphOfPosition, glyphText } from '@entente/core/picture/glyph';
import type { Position } from '@entente/core/position/position';
import type { Answer, AnswerParagraph, AnswerPart } from '@entente/core/report/answer';
import type { Report } from '@entente/core/report/report';
import { libraryOf, placeLabel, type Sentence, sentenceText } from '@entente/core/report/sentence';
import { takingWords } from '@entente/core/report/sources';
import { counted, quoted, STANCE_WORDS, shortened, VOICE_WORDS } from '@entente/core/report/words';

/** Control characters and direction marks do things to a terminal; a source's words must not. */
export const terminal = (text: string): string =>
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');

/** Breaks lines between words; what has no room stays whole. */
export const wrapped = (text: string, width: number, indent = '', first = indent): string => {
  const lines: string[] = [];
  let line = first;
  for (const word of terminal(text).split(/ +/)) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
    }
    line = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line].join('\n').replaceAll('\u00a0', ' ');
};

const cited = ({ citations }: Sentence): string => {
  const labels = citations.slice(0, 4).map(({ label, suggested }) => (suggested ? `⟨${label}⟩` : label));
  return labels.length === 0
    ? ''
    : `  [${labels.join(', ')}${citations.length > 4 ? `, ${citations.length - 4} more` : ''}]`;
};

const PARTS: Readonly<Record<AnswerPart, string>> = {
  finding: '',
  headline: 'A headline’s word',
  words: 'In the words of the sources',
  reasons: 'Reasons given',
  conditions: 'Further conditions',
  origins: 'Counted',
  earlier: 'Earlier',
  suggested: 'Suggested, not checked by a person',
  missing: 'Not borne out',
  others: 'The other parties',
  model: 'What can hold',
};

/** An answer for the terminal: every sentence with its “according to” and its passage. */
export const answerText = (answer: Answer, width: number): string => {
  const out = [`${answer.actor.name} on “${answer.issue.label}”`.replace(/[“”]/g, ''), ''];
  if (answer.issue.proposal !== '') out.push(wrapped(`The proposal: ${answer.issue.proposal}`, width), '');
  return `${out.join('\n')}\n${paragraphsText(answer.paragraphs, width)}`;
};

/** Paragraphs of an answer for the terminal, each under its name. */
export const paragraphsText = (paragraphs: readonly AnswerParagraph[], width: number): string => {
  const out: string[] = [];
  for (const { part, sentences } of paragraphs) {
    if (PARTS[part] !== '') out.push(PARTS[part]);
    for (const [at, sentence] of sentences.entries()) {
      const machine = sentence.citations.length > 0 && sentence.citations.every(({ suggested }) => suggested);
      const text = sentenceText(sentence, sentences[at - 1]);
      out.push(wrapped(`${machine ? `⟨${text}⟩` : text}${cited(sentence)}`, width, '  '));
    }
    out.push('');
  }
  return `${out.join('\n').trimEnd()}\n`;
};

const cellWords = (position: Position): string => {
  const [condition] = position.conditions;
  const stance =
    position.stance === 'conditional' && condition !== undefined
      ? `“${shortened(condition.passage.quote, 80)}”`
      : STANCE_WORDS[position.stance].cell.replace(' …', ' a condition holds');
  return `${stance}${position.contested ? ', ≠ contested' : ''}`;
};

/** Who stands where, one line a position, grouped by issue. */
export const positionsText = (report: Pick<Report, 'positions' | 'names' | 'dossier'>, width: number): string => {
  const labels = new Map(report.dossier.codebook.issues.map(({ id, label }) => [id, label]));
  const issues = [...new Set(report.positions.map(({ issue }) => issue))];
  const name = (position: Position): string => terminal(report.names.get(position.actor) ?? position.actor);
  const widest = Math.min(28, Math.max(0, ...report.positions.map((one) => name(one).length)));
  return issues
    .map((issue) => {
      const lines = report.positions
        .filter((one) => one.issue === issue)
        .map((one) => {
          const head = `  ${glyphText(glyphOfPosition(one)).padEnd(3)} ${name(one).padEnd(widest)} `;
          const facts = `${cellWords(one)} (${counted(one.origins.length, 'origin')}, ${VOICE_WORDS[one.voice]}${one.basis === 'suggested' ? ', not checked' : ''})`;
          return wrapped(facts, width, ' '.repeat(head.length), head);
        });
      return `${terminal(labels.get(issue) ?? issue)}\n${lines.join('\n')}\n`;
    })
    .join('\n');
};

/** The chronicle, one line a happening. */
export const chronicleText = (report: Pick<Report, 'chronicle' | 'dossier' | 'names'>, width: number): string => {
  const library = libraryOf(report.dossier.documents);
  const { dated, undated, rivals, forecasts } = report.chronicle;
  const lines: string[] = [];
  const line = (head: string, words: string, passage: Parameters<typeof placeLabel>[1], suggested: boolean) => {
    const text = suggested ? `⟨“${words}”⟩` : `“${words}”`;
    lines.push(
      wrapped(`${text}  [${placeLabel(library, passage)}]`, width, ' '.repeat(26), `  ${terminal(head).padEnd(24)}`),
    );
  };
  for (const { first } of [...dated, ...undated])
    line(
      first.date === undefined ? 'undated' : edtfWords(first.date),
      shortened(first.passage.quote, 160),
      first.passage,
      first.status === 'suggested',
    );
  if (rivals.length > 0) lines.push('', 'Figures that differ');
  for (const { of, unit, figures } of rivals) {
    lines.push(`  ${terminal(quoted(`${of} (${unit})`))}`);
    for (const figure of figures) {
      const amount = [figure.value]
        .flat()
        .map((value) => value?.toLocaleString('en-US'))
        .join('–');
      line(
        `  ${(figure.qualifier ?? '').replaceAll('-', ' ')} ${amount}`,
        shortened(figure.passage.quote, 120),
        figure.passage,
        figure.status === 'suggested',
      );
    }
  }
  if (forecasts.length > 0) lines.push('', 'Forecasts');
  for (const { first } of forecasts)
    line(
      first.due === undefined ? '' : edtfWords(first.due),
      shortened(first.passage.quote, 160),
      first.passage,
      first.status === 'suggested',
    );
  return lines.length === 0 ? 'The dossier has no dated happening, figure or forecast.\n' : `${lines.join('\n')}\n`;
};

const MOST_POSITIONS = 24;

/** The report in short: the finding, who stands where on the main issue, origins, what can hold. */
export const reportText = (report: Report, width: number): string => {
  const { finding, summary, models } = report;
  const main = finding.issue;
  const here =
    main === undefined ? [] : report.positions.filter(({ issue }) => issue === main.id).slice(0, MOST_POSITIONS);
  const others = new Set(report.positions.map(({ issue }) => issue)).size - (main === undefined ? 0 : 1);
  const out = [wrapped(finding.suggested ? `⟨${finding.text}⟩` : finding.text, width), wrapped(summary, width)];
  if (report.leftOut !== undefined) out.push(wrapped(report.leftOut, width));
  out.push('');
  if (here.length > 0) {
    out.push(positionsText({ ...report, positions: here }, width).trimEnd());
    if (others > 0) out.push(`  and ${counted(others, 'more issue')}`);
    out.push('');
  }
  for (const entry of report.derivations) out.push(wrapped(`${takingWords(entry)}.`, width));
  if (report.derivations.length > 0) out.push('');
  for (const { finding: holds, conflict, analysis } of models) {
    out.push(wrapped(`${conflict.title}: ${holds}.`, width));
    out.push(
      ...analysis.concepts.map(
        (concept) =>
          `  ${concept.toUpperCase().padEnd(5)} ${counted(analysis.equilibria[concept]?.size ?? 0, 'equilibrium', 'equilibria')}`,
      ),
      '',
    );
  }
  return `${out.join('\n').trimEnd()}\n`;
};
