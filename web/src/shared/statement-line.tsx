import { glyphOf } from '@entente/core/picture/glyph';
import { standingOf } from '@entente/core/position/voice';
import { STANCE_WORDS } from '@entente/core/report/words';
import type { Statement } from '@entente/core/statement/statement';
import { originId } from '@entente/core/vocabulary';
import type { Names } from './codebook.ts';
import { Glyph } from './glyph.tsx';

/** The mark of one statement: one document, so one origin. */
export const markOf = (statement: Statement) =>
  glyphOf(
    {
      stance: statement.stance,
      voice: standingOf(statement),
      origins: [originId(statement.passage.document)],
    },
    statement.status !== 'accepted',
  );

/** “Japan opposes declaring now”, in short: who, and which way, on what. */
export const StatementWords = ({ statement, names }: { readonly statement: Statement; readonly names: Names }) => {
  const speaker =
    statement.speaker !== undefined && statement.speaker !== statement.actor
      ? names.actor(statement.speaker)
      : undefined;
  return (
    <>
      <b>
        <bdi>{names.actor(statement.actor)}</bdi>
      </b>
      {speaker !== undefined && (
        <>
          {' '}
          (<bdi>{speaker}</bdi>)
        </>
      )}{' '}
      {STANCE_WORDS[statement.stance].cell.replace(' …', '')}: <bdi>{names.issue(statement.issue)}</bdi>
    </>
  );
};

export const StatementMark = ({ statement }: { readonly statement: Statement }) => (
  <Glyph glyph={markOf(statement)} small />
);
