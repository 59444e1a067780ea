import { edtfWords } from '../chronicle/edtf-words.ts';
import { folded, repeatsBy } from '../chronicle/repeat.ts';
import type { Passage } from '../document/passage.ts';
import { type Glyph, glyphOf } from '../picture/glyph.ts';
import type { Position } from '../position/position.ts';
import { standingOf } from '../position/voice.ts';
import type { Issue } from '../statement/codebook.ts';
import type { Statement } from '../statement/statement.ts';
import { type ActorId, originId } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';
import { type Citation, cite, inItsWords, type Library, type Sentence } from './sentence.ts';

/** One statement as the report lists it, with what only repeats it. */
export interface StatementEntry {
  /** Counts through the report; an anchor is made of it, never of an id from outside. */
  readonly number: number;
  readonly statement: Statement;
  readonly sentence: Sentence;
  readonly citation: Citation;
  readonly glyph: Glyph;
  readonly speaker?: string;
  readonly date?: string;
  readonly condition?: Passage;
  readonly reason?: Passage;
  readonly coder: string;
  readonly repeats: readonly { readonly number: number; readonly statement: Statement; readonly citation: Citation }[];
}

/** What one actor is reported to say on an issue. */
export interface ActorEntry {
  readonly actor: ActorId;
  readonly name: string;
  readonly position: Position;
  readonly statements: readonly StatementEntry[];
}

/** All that is said on one issue. */
export interface IssueEntry {
  readonly issue: Issue;
  readonly actors: readonly ActorEntry[];
}

const coderWords = ({ coder, status, confidence }: Statement): string => {
  if (status === 'accepted')
    return coder.kind === 'person' ? `coded by ${coder.name}` : `suggested by ${coder.name}, accepted`;
  const sure = confidence === undefined ? '' : `, ${confidence.toFixed(2)}`;
  return `suggested by ${coder.kind} ${coder.name}${sure}`;
};

const allOf = (position: Position): readonly Statement[] => [
  ...position.history.flatMap(({ statements }) => statements),
  ...(position.suggested?.history.flatMap(({ statements }) => statements) ?? []),
];

/** Every statement behind the positions, grouped by issue and actor, in order of time, numbered through. */
export const issueEntries = (
  dossier: Dossier,
  library: Library,
  positions: readonly Position[],
): readonly IssueEntry[] => {
  const names = new Map(dossier.codebook.actors.map((one) => [one.id, one.name]));
  const repeats = repeatsBy(dossier.derivations);
  let number = 0;
  const entry = (statement: Statement, again: readonly Statement[]): StatementEntry => {
    const speaker = statement.speaker === undefined ? undefined : (names.get(statement.speaker) ?? statement.speaker);
    const own = ++number;
    return {
      number: own,
      statement,
      sentence: inItsWords(library, statement),
      citation: cite(library, statement),
      glyph: glyphOf(
        { stance: statement.stance, voice: standingOf(statement), origins: [originId(statement.passage.document)] },
        statement.status === 'suggested',
      ),
      ...(speaker !== undefined && { speaker }),
      ...(statement.date !== undefined && { date: edtfWords(statement.date) }),
      ...(statement.condition !== undefined && { condition: statement.condition.passage }),
      ...(statement.reason !== undefined && { reason: statement.reason }),
      coder: coderWords(statement),
      repeats: again.map((one) => ({ number: ++number, statement: one, citation: cite(library, one) })),
    };
  };
  const issues = [
    ...dossier.codebook.issues,
    ...[...new Set(positions.map(({ issue }) => issue))]
      .filter((id) => !dossier.codebook.issues.some((issue) => issue.id === id))
      .map((id) => ({ id, label: id, proposal: '' })),
  ];
  return issues
    .map((issue) => ({
      issue,
      actors: positions
        .filter((position) => position.issue === issue.id)
        .map((position) => ({
          actor: position.actor,
          name: names.get(position.actor) ?? position.actor,
          position,
          statements: folded(allOf(position), repeats, ({ stance, status }) => `${stance} ${status}`).map(
            ({ first, repeats: again }) => entry(first, again),
          ),
        })),
    }))
    .filter(({ actors }) => actors.length > 0);
};
