import { dayRange } from '../chronicle/edtf.ts';
import { edtfWords } from '../chronicle/edtf-words.ts';
import { type Position, positionsOver } from '../position/position.ts';
import type { Actor, Issue } from '../statement/codebook.ts';
import type { Stance } from '../vocabulary.ts';
import { type AnswerParagraph, answerOn } from './answer.ts';
import type { Dossier } from './dossier.ts';
import type { ModelEntry } from './model.ts';
import type { Question, Stand } from './question.ts';
import { countSentence, type Library, libraryOf, type Sentence } from './sentence.ts';
import { standingSentence } from './standing.ts';
import { counted, withArticle } from './words.ts';

/** What is known of each actor on each issue, as a question needs it. */
export const standsOf = (positions: readonly Position[]): readonly Stand[] =>
  positions.map(({ actor, issue, stance, counts }) => ({
    actor,
    issue,
    stance,
    statements: counts.accepted + counts.suggested,
  }));

const FOR: ReadonlySet<Stance> = new Set(['support']);
const AGAINST: ReadonlySet<Stance> = new Set(['oppose']);

const nameIn = (dossier: Dossier, position: Position): string =>
  dossier.codebook.actors.find(({ id }) => id === position.actor)?.name ?? position.actor;

const sentenceOf = (dossier: Dossier, library: Library, position: Position): Sentence =>
  standingSentence(dossier, library, nameIn(dossier, position), position);

const filled = (paragraphs: readonly AnswerParagraph[]): readonly AnswerParagraph[] =>
  paragraphs.filter(({ sentences }) => sentences.length > 0);

/** Who supports or opposes an issue, as is reported; then where the others stand. */
const who = (dossier: Dossier, issue: Issue, asked: Question['stance']): readonly AnswerParagraph[] => {
  const library = libraryOf(dossier.documents);
  const here = positionsOver(dossier, dossier.asOf === undefined ? {} : { asOf: dossier.asOf }).filter(
    (one) => one.issue === issue.id,
  );
  const wanted = asked === 'oppose' ? AGAINST : asked === 'support' ? FOR : undefined;
  const fit = wanted === undefined ? here : here.filter(({ stance }) => wanted.has(stance));
  const rest = here.filter((one) => !fit.includes(one));
  const none =
    here.length === 0
      ? `Nobody is reported to take a position on this among the ${counted(dossier.statements.length, 'statement')} of ${counted(dossier.documents.length, 'document')}.`
      : `Nobody is reported to ${asked ?? 'take a position on'} it.`;
  return filled([
    { part: 'finding', sentences: fit.length === 0 ? [countSentence(none)] : [] },
    { part: 'words', sentences: fit.map((one) => sentenceOf(dossier, library, one)) },
    { part: 'others', sentences: rest.map((one) => sentenceOf(dossier, library, one)) },
  ]);
};

/** What moved since a date: positions whose stance is another, and those of whom nothing was said before. */
const changed = (dossier: Dossier, { actor, issue, since }: Question): readonly AnswerParagraph[] => {
  const library = libraryOf(dossier.documents);
  const fits = (one: Position): boolean =>
    (actor === undefined || one.actor === actor.id) && (issue === undefined || one.issue === issue.id);
  const now = positionsOver(dossier, dossier.asOf === undefined ? {} : { asOf: dossier.asOf }).filter(fits);
  const first = dayRange(since).first;
  if (since === undefined || first === undefined) {
    const moved = now.filter(({ history }) => history.length > 1);
    return filled([
      {
        part: 'finding',
        sentences: [
          countSentence(
            moved.length === 0
              ? 'No movement is reported.'
              : `${counted(moved.length, 'position')} moved, as reported; the newest words:`,
          ),
        ],
      },
      { part: 'words', sentences: moved.map((one) => aboutIssue(dossier, library, one)) },
    ]);
  }
  const before = new Map(
    positionsOver(dossier, { asOf: first })
      .filter(fits)
      .map((one) => [`${one.actor} ${one.issue}`, one] as const),
  );
  const was = (one: Position) => before.get(`${one.actor} ${one.issue}`);
  const other = now.filter((one) => was(one) !== undefined && was(one)?.stance !== one.stance);
  const fresh = now.filter((one) => was(one) === undefined);
  const when = edtfWords(since);
  return filled([
    {
      part: 'finding',
      sentences: [
        countSentence(
          other.length + fresh.length === 0
            ? `No position is reported to have moved since ${when}.`
            : `Since ${when}, ${counted(other.length, 'position')} ${other.length === 1 ? 'is' : 'are'} another than before, and of ${counted(fresh.length, 'position')} nothing was reported before.`,
        ),
      ],
    },
    { part: 'words', sentences: other.map((one) => aboutIssue(dossier, library, one)) },
    { part: 'others', sentences: fresh.map((one) => aboutIssue(dossier, library, one)) },
  ]);
};

/** Where an actor stands, with the name of the issue in place of “it”. */
const aboutIssue = (dossier: Dossier, library: Library, position: Position): Sentence => {
  const label = dossier.codebook.issues.find(({ id }) => id === position.issue)?.label ?? position.issue;
  const said = sentenceOf(dossier, library, position);
  return { ...said, runs: [...said.runs, { kind: 'ours', text: ` (${label})` }] };
};

/** Under which condition an actor would accept: the conditions that it is reported to set lead; without one, that is said first. */
const condition = (
  actor: Actor,
  issue: Issue,
  paragraphs: readonly AnswerParagraph[],
  position: Position | undefined,
): readonly AnswerParagraph[] => {
  if (position === undefined || position.conditions.length > 0) return paragraphs;
  const says = `No condition of ${withArticle(actor.name)} is put in words on this: ${issue.label}.`;
  return [{ part: 'conditions', sentences: [countSentence(says)] }, ...paragraphs];
};

/** The answer to a question from statements alone: where no actor or issue was made out, only that is said. */
export interface Reply {
  readonly question: Question;
  readonly paragraphs: readonly AnswerParagraph[];
  readonly position?: Position;
}

/**
 * Answers a question as it was read. What happens if somebody acts is no matter of evidence but of a model: there, what is said on it is told,
 * and the rest left to the conflicts.
 */
export const replyTo = (
  dossier: Dossier,
  question: Question,
  { models = [] }: { readonly models?: readonly ModelEntry[] } = {},
): Reply => {
  const { kind, actor, issue, text } = question;
  if (kind === 'changed') return { question, paragraphs: changed(dossier, question) };
  if (issue === undefined) return { question, paragraphs: [] };
  if (actor === undefined)
    return {
      question,
      paragraphs:
        question.unknown === undefined ? who(dossier, issue, kind === 'who' ? question.stance : undefined) : [],
    };
  const { paragraphs, position } = answerOn(dossier, actor, issue, { ...(text !== '' && { question: text }), models });
  return {
    question,
    ...(position !== undefined && { position }),
    paragraphs: kind === 'condition' ? condition(actor, issue, paragraphs, position) : paragraphs,
  };
};
