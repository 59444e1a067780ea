import type { Statement } from '../statement/statement.ts';

/**
 * How a position is known: `named` (on record, an office, a document, a state organ), `anonymous` (sources without a name), `reading`
 * (the writer's or outlet's own account).
 */
export type Standing = 'named' | 'anonymous' | 'reading';

/** An official medium speaks for its state; “media reports” stand for nobody. */
const OFFICIAL_MEDIA = /\b(state|official|government|party|central news agency|KCNA)\b/i;

/**
 * How one statement is known: its chain is as strong as its weakest link.
 *
 * One anonymous link makes it anonymous (“Takehiro Funakoshi said, the sources said”); the author's own inference is a reading; a chain
 * of outlets and agencies alone is their account, hence a reading; an empty chain is the document's own account, on record only if it
 * names who spoke.
 */
export const standingOf = (
  statement: Pick<Statement, 'attribution'> & Partial<Pick<Statement, 'speaker' | 'level'>>,
): Standing => {
  const links = statement.attribution;
  if (links.some(({ voice }) => voice === 'anonymous')) return 'anonymous';
  if (links.some(({ voice }) => voice === 'author')) return 'reading';
  const onRecord = links.some(
    ({ voice, name }) =>
      voice === 'named' ||
      voice === 'office' ||
      voice === 'document' ||
      (voice === 'media' && OFFICIAL_MEDIA.test(name)),
  );
  if (onRecord) return 'named';
  return statement.speaker !== undefined && statement.level === 'explicit' ? 'named' : 'reading';
};

/** How a position is known through several statements: named as soon as one is, else anonymous, a reading only if all are. */
export const standingOfAll = (statements: readonly Statement[]): Standing => {
  const voices = new Set(statements.map(standingOf));
  return voices.has('named') ? 'named' : voices.has('anonymous') ? 'anonymous' : 'reading';
};
