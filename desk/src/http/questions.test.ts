import { fileURLToPath } from 'node:url';
import { positionsOver } from '@entente/core/position/position';
import { readQuestion, type Stand } from '@entente/core/report/question';
import type { Actor, Codebook } from '@entente/core/statement/codebook';
import { harbour, korea, type Row, river } from '@entente/core/testing/question-table';
import { expect, test } from 'vitest';
import { alsoCalled } from '../cli/called.ts';
import { readFolder } from '../store/folder.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/end-of-war-declaration', import.meta.url));

const exampleStands = async (): Promise<{ readonly codebook: Codebook; readonly stands: readonly Stand[] }> => {
  const read = await readFolder(EXAMPLE);
  if (!read.ok) throw new RangeError('no example');
  const { dossier } = read.value;
  const stands = positionsOver(dossier).map(({ actor, issue, stance, counts }) => ({
    actor,
    issue,
    stance,
    statements: counts.accepted + counts.suggested,
  }));
  return { codebook: dossier.codebook, stands };
};

/** Questions that are read as they should be, and how the others are. */
const score = (
  { codebook, stands }: { readonly codebook: Codebook; readonly stands: readonly Stand[] },
  rows: readonly Row[],
  called?: (actor: Actor) => readonly string[],
): readonly string[] =>
  rows.flatMap(([text, kind, actor, issue]) => {
    const read = readQuestion(codebook, stands, text, called);
    const got = [read.kind, read.actor?.id ?? '', read.issue?.id ?? ''];
    return got.join() === [kind, actor, issue].join() ? [] : [`${text} → ${got.join(', ')}`];
  });

/** The share stands in docs/workbench.md; it may rise, not fall. */
const AT_LEAST = 0.94;

test('nearly all of the questions in the table are read as a person reads them', async () => {
  const wrong = [
    ...score(await exampleStands(), korea, alsoCalled),
    ...score(harbour, harbour.rows),
    ...score(river, river.rows),
  ];
  const all = korea.length + harbour.rows.length + river.rows.length;
  expect(all).toBeGreaterThanOrEqual(140);
  expect((all - wrong.length) / all, wrong.join('\n')).toBeGreaterThanOrEqual(AT_LEAST);
});
