import type { Conflict } from '@entente/core/conflict/conflict';
import { conflictData } from '@entente/core/conflict/write-conflict';
import { writeGmcrPlus, writeNeutral } from '@entente/core/conflict/write-gmcr-plus';
import type { Outcome } from '@entente/core/vocabulary';
import { stringify } from 'yaml';

/** The endings that a conflict can be written under, and what each means. */
export const ENDINGS = {
  '.yaml': 'a conflict file',
  '.yml': 'a conflict file',
  '.neutral.json': 'the neutral format gmcr-neutral/1',
  '.json': 'a conflict file in JSON',
  '.gmcr': 'GMCR+',
} as const;

const json = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;

/**
 * A conflict as the text of a file, in the notation that the file's ending says.
 *
 * @returns the text, with sentences about what that notation cannot hold
 */
export const conflictText = (
  conflict: Conflict,
  file: string,
): Outcome<{ readonly text: string; readonly lost: readonly string[] }> => {
  const name = file.toLowerCase();
  if (name.endsWith('.gmcr') || name.endsWith('.neutral.json')) {
    const given = name.endsWith('.gmcr') ? writeGmcrPlus(conflict) : writeNeutral(conflict);
    return given.ok ? { ok: true, value: { text: json(given.value.data), lost: given.value.lost } } : given;
  }
  if (name.endsWith('.json')) return { ok: true, value: { text: json(conflictData(conflict)), lost: [] } };
  if (name.endsWith('.yaml') || name.endsWith('.yml'))
    return { ok: true, value: { text: stringify(conflictData(conflict), { lineWidth: 120 }), lost: [] } };
  const known = Object.entries(ENDINGS).map(([ending, what]) => `${ending} (${what})`);
  return {
    ok: false,
    problems: [
      { code: 'conflict/ending', at: [file], says: `What to write is told by the ending: ${known.join(', ')}.` },
    ],
  };
};
