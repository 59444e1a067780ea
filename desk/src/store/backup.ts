import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { problem, Refused } from './fault.ts';
import { hashOf, ORIGINALS, pathOfOriginal, settleFolder, writeSettled } from './keep-original.ts';
import { lookingAt } from './looking.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { newFolder } from './new-folder.ts';
import { DATABASE, fileHash } from './seal.ts';

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A copy of the database as it is at one moment, while it is in use. */
export const copyDatabase = (db: Database, to: string): void => {
  const looking = db.pragma('query_only');
  db.script('PRAGMA query_only = OFF');
  try {
    db.script(`VACUUM INTO ${sqlText(to)}`);
  } finally {
    db.script(`PRAGMA query_only = ${looking}`);
  }
};

/** What the copy holds: the original may have gone on since. */
const contentsOf = (folder: string) => {
  const copy = lookingAt(folder);
  try {
    const originals = copy.ask('SELECT sha256, extension, bytes FROM original ORDER BY sha256');
    return { originals, version: Number(copy.ask('SELECT coalesce(max(seq), 0) AS seq FROM entry')[0]?.['seq']) };
  } finally {
    copy.close();
  }
};

/**
 * Copies a dossier that is in use: the database at one moment, every original that it names, and a list of all files with their hashes. The
 * folder appears under its name when everything is on the disk.
 */
export const backup = async ({
  db,
  folder,
  to,
  told = () => {},
}: {
  readonly db: Database;
  readonly folder: string;
  readonly to: string;
  /** Says how many of the originals are copied. */
  readonly told?: (copied: number, of: number) => void;
}): Promise<Outcome<{ readonly files: number; readonly bytes: number }>> => {
  const taken = 'There is something under this name already. Name a folder that does not exist yet.';
  return newFolder(to, problem('backup-exists', [to], taken), async (making) => {
    await mkdir(join(making, ORIGINALS));
    copyDatabase(db, join(making, DATABASE));
    const files: Record<string, string> = {};
    const { originals, version } = contentsOf(making);
    const problems: Problem[] = [];
    let bytes = 0;
    for (const { sha256, extension, bytes: size } of originals) {
      const original = { sha256: String(sha256), extension: String(extension), bytes: Number(size) };
      const copy = pathOfOriginal(making, original);
      const content = await readFile(pathOfOriginal(folder, original)).catch(() => undefined);
      const hash = content && hashOf(content);
      const name = `${ORIGINALS}/${basename(copy)}`;
      if (hash === original.sha256) {
        await writeFile(copy, content ?? '', { flush: true });
        files[name] = hash;
        bytes += original.bytes;
        told(Object.keys(files).length, originals.length);
      } else {
        const says = `${hash === undefined ? 'The original cannot be read' : 'The original is not what was captured'}; a backup of it would be worth nothing. Run entente verify, and restore the file.`;
        problems.push(problem('original', [name], says));
      }
    }
    if (problems.length > 0) throw new Refused(problems);
    const database = join(making, DATABASE);
    files[DATABASE] = await fileHash(database);
    bytes += (await stat(database)).size;
    const manifest: Manifest = { format: 'entente-backup/1', version, files };
    await writeSettled(join(making, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, making);
    await settleFolder(join(making, ORIGINALS));
    return { files: Object.keys(files).length, bytes };
  });
};
