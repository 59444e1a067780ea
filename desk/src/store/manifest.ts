import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Problem } from '@entente/core/vocabulary';
import { problem } from './fault.ts';
import { ORIGINALS } from './keep-original.ts';
import { DATABASE, fileHash } from './seal.ts';

/** The list of the files of a backup with their hashes. */
export const MANIFEST = 'manifest.json';

export interface Manifest {
  readonly format: 'entente-backup/1';
  /** The last entry of the log that the backup holds. */
  readonly version: number;
  /** SHA-256 by name. */
  readonly files: Readonly<Record<string, string>>;
}

const filesIn = (text: string): ReadonlyMap<string, string> | undefined => {
  try {
    const { format, files } = Object(JSON.parse(text));
    if (format !== 'entente-backup/1' || typeof files !== 'object' || files === null) return undefined;
    return new Map(Object.entries(files).map(([name, hash]) => [name, String(hash)]));
  } catch {
    return undefined;
  }
};

/** Files of a backup that are not, to the byte, what was backed up; nothing for a folder that is no backup. */
export const checkManifest = async (folder: string): Promise<readonly Problem[]> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const files = filesIn(text);
  if (files === undefined)
    return [problem('manifest', [MANIFEST], 'The list of the backup cannot be read. Take another backup.')];
  const problems: Problem[] = [];
  for (const [name, hash] of files) {
    const path = resolve(folder, name);
    const found = path.startsWith(folder + sep) ? await fileHash(path).catch(() => undefined) : undefined;
    if (found === hash) continue;
    const says = found === undefined ? 'It is missing from the backup.' : 'It is not, to the byte, what was backed up.';
    problems.push(problem('backup-file', [name], `${says} Take another backup.`));
  }
  const originals = await readdir(join(folder, ORIGINALS)).catch(() => []);
  for (const name of [...originals.map((one) => `${ORIGINALS}/${one}`), DATABASE])
    if (!files.has(name)) problems.push(problem('backup-unlisted', [name], 'It is not in the list of the backup.'));
  return problems;
};
