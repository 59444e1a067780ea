import { edtfWords } from '../chronicle/edtf-words.ts';
import type { Position } from '../position/position.ts';
import type { AnswerPart } from './answer.ts';
import type { Report } from './report.ts';
import { libraryOf, placeLabel, type Sentence, sentenceText } from './sentence.ts';
import type { MakerWords } from './verdict-summary.ts';
import { conceptList } from './verdict-summary.ts';
import { counted, quoted, STANCE_WORDS, shortened, VOICE_WORDS } from './words.ts';

/** The parts of a report that one may choose. */
export const REPORT_PARTS = ['answer', 'positions', 'chronicle', 'conflict', 'methods'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** A stretch of a report in the order in which it is read, for a notation that knows headings, paragraphs, lists, tables and notes. */
export type OutlineBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly notes: readonly number[] }
  | { readonly kind: 'item'; readonly text: string; readonly notes: readonly number[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A report as one reads it from top to bottom, its claims with the numbers of their notes. */
export interface Outline {
  readonly title: string;
  readonly blocks: readonly OutlineBlock[];
  /** In the order of their numbers, 1 first: where the words stand, and the words. */
  readonly notes: readonly string[];
}

/** How each part of an answer is headed. */
export const ANSWER_HEADINGS: Readonly<Record<AnswerPart, string>> = {
  finding: 'As reported',
  headline: 'A headline’s word',
  words: 'In the words of the sources',
  reasons: 'Reasons given',
  conditions: 'Further conditions',
  origins: 'Counted',
  earlier: 'Earlier',
  suggested: 'Suggested, not checked',
  missing: 'Not borne out',
  others: 'The other parties',
  model: 'What can hold',
};

const MOST_EVENTS = 200;
const MOST_STATES = 40;

const standing = (position: Position): string => {
  const [condition] = position.conditions;
  const words = STANCE_WORDS[position.stance].cell;
  const said =
    position.stance === 'conditional' && condition !== undefined
      ? `only if: “${shortened(condition.passage.quote, 90)}”`
      : words;
  return position.basis === 'suggested' ? `⟨${said}⟩` : `${said}${position.contested ? ' ≠ contested' : ''}`;
};

const verdicts = ({ name, verdicts: all }: MakerWords): readonly string[] =>
  all.map(
    ({ concepts, stable, why }) =>
      `${name} ${stable ? 'stays' : 'leaves'} (${conceptList(concepts)}): ${why.join(' ')}`,
  );

/**
 * A report as an outline: what is chosen of it, each sentence with its “according to” and its notes. It says nothing that the report
 * does not say.
 */
export const outlineOf = (report: Report, parts: readonly ReportPart[] = REPORT_PARTS): Outline => {
  const library = libraryOf(report.dossier.documents);
  const notes: string[] = [];
  const numbers = new Map<string, number>();
  const note = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    notes.push(text);
    numbers.set(text, notes.length);
    return notes.length;
  };
  const notesOf = ({ citations }: Pick<Sentence, 'citations'>): readonly number[] =>
    citations.map(({ label, passage, voice, suggested }) =>
      note(
        `${label}, ${VOICE_WORDS[voice]}${suggested ? ', suggested, not checked' : ''}: “${shortened(passage.quote, 200)}”`,
      ),
    );
  const blocks: OutlineBlock[] = [];
  const heading = (level: 1 | 2 | 3, text: string): void => void blocks.push({ kind: 'heading', level, text });
  const paragraph = (text: string, own: readonly number[] = []): void =>
    void blocks.push({ kind: 'paragraph', text, notes: own });
  const item = (text: string, own: readonly number[] = []): void =>
    void blocks.push({ kind: 'item', text, notes: own });
  const { finding, answer, question } = report;

  heading(1, finding.suggested ? `⟨${finding.text}⟩` : finding.text);
  paragraph(
    `${report.title}${report.asOf === undefined ? '' : `, as of ${report.asOf}`}. ${report.summary}`,
    notesOf(finding),
  );
  if (report.leftOut !== undefined) paragraph(report.leftOut);

  const answerPart = (): void => {
    if (answer === undefined) return;
    heading(2, answer.question ?? question ?? `${answer.actor.name} on: ${answer.issue.label}`);
    for (const { part, sentences } of answer.paragraphs) {
      heading(3, ANSWER_HEADINGS[part]);
      sentences.forEach((sentence, at) => {
        paragraph(sentenceText(sentence, sentences[at - 1]), notesOf(sentence));
      });
    }
  };
  const positionsPart = (): void => {
    if (report.issues.length === 0) return;
    heading(2, 'Who stands where');
    for (const { issue, actors } of report.issues) {
      heading(3, issue.label);
      blocks.push({
        kind: 'table',
        head: ['Party', 'Position', 'Origins', 'Known'],
        rows: actors.map(({ name, position }) => [
          name,
          standing(position),
          String(position.origins.length),
          VOICE_WORDS[position.voice],
        ]),
      });
      for (const { statements } of actors)
        for (const { sentence } of statements.slice(0, 2)) item(sentenceText(sentence), notesOf(sentence));
    }
  };
  const chroniclePart = (): void => {
    if (report.chronicle.dated.length === 0) return;
    heading(2, 'Chronicle');
    for (const { first } of report.chronicle.dated.slice(0, MOST_EVENTS)) {
      const words = `${first.date === undefined ? '' : `${edtfWords(first.date)}: `}“${shortened(first.passage.quote, 200)}”`;
      const own = note(`${placeLabel(library, first.passage)}: “${shortened(first.passage.quote, 200)}”`);
      item(first.status === 'suggested' ? `⟨${words}⟩` : words, [own]);
    }
    const rest = report.chronicle.dated.length - MOST_EVENTS;
    if (rest > 0) paragraph(`And ${counted(rest, 'more happening')}.`);
  };
  const conflictPart = (): void => {
    for (const model of report.models) {
      heading(2, model.finding);
      paragraph(`${model.conflict.title}. ${model.summary}`);
      for (const { name, aims, otherwise } of model.makers) {
        heading(3, `What ${name} is taken to want`);
        if (otherwise !== undefined) paragraph(otherwise);
        aims.forEach((group, at) => {
          for (const aim of group)
            item(
              `${at + 1}. ${aim.text}${aim.assumed ? ' (assumed)' : ''}${aim.note === undefined ? '' : `. ${quoted(aim.note)}`}`,
              notesOf(aim),
            );
        });
      }
      if (model.statusQuo.length > 0) heading(3, 'The status quo');
      for (const one of model.statusQuo) for (const words of verdicts(one)) paragraph(words);
      heading(3, 'States');
      blocks.push({
        kind: 'table',
        head: ['State', 'Taken', 'Holds under', ...model.makers.map(({ name }) => name)],
        rows: model.states
          .slice(0, MOST_STATES)
          .map((state) => [
            `${state.pattern}${state.statusQuo ? ' (status quo)' : ''}`,
            state.taken.join(', '),
            conceptList(state.stable.filter(({ holds }) => holds).map(({ concept }) => concept)),
            ...state.places.map(({ place }) => String(place)),
          ]),
      });
      for (const line of [...model.sureness, ...model.rests, ...model.rules]) paragraph(line);
    }
  };
  const methodsPart = (): void => {
    heading(2, 'Methods');
    for (const line of report.methods) item(line);
    heading(3, 'Documents');
    for (const { name, document } of report.documents) item(`${name}. SHA-256 of its text: ${document.sha256}`);
  };
  const made: Readonly<Record<ReportPart, () => void>> = {
    answer: answerPart,
    positions: positionsPart,
    chronicle: chroniclePart,
    conflict: conflictPart,
    methods: methodsPart,
  };
  for (const part of parts) made[part]();
  return { title: report.title, blocks, notes };
};
