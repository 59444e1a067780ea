import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { problem } from './fault.ts';
import { hashOf, originalsIn, pathOfOriginal } from './keep-original.ts';
import { DATABASE, fileHash, sealHolds } from './seal.ts';
import { counter, type Told } from './told.ts';

/** Small files are read at once: there are thousands of them. */
const hashOfFile = (path: string, size: number): Promise<string> =>
  (size < 2 ** 25 ? readFile(path).then(hashOf) : fileHash(path)).catch(() => '');

/** Originals that are missing, are other than they were captured, or that nothing names. */
export const originalProblems = async (
  db: Database,
  folder: string,
  told: Told,
): Promise<{ readonly count: number; readonly problems: Problem[] }> => {
  const problems: Problem[] = [];
  const known = db.all(sqlFor.selectFrom('original').selectAll().orderBy('sha256'));
  const used = new Map(
    db
      .ask(
        `SELECT id, json_extract(after, '$.original.sha256') AS sha256 FROM change WHERE kind = 'document' AND after IS NOT NULL`,
      )
      .map(({ id, sha256 }) => [String(sha256), String(id)]),
  );
  const listed = new Set(known.map(({ sha256 }) => sha256));
  const names = new Set<string>();
  const one = counter(told, 'originals', known.length);
  for (const original of known) {
    one();
    const path = pathOfOriginal(folder, original);
    const name = `originals/${basename(path)}`;
    names.add(basename(path));
    const whose = `the original of “${used.get(original.sha256) ?? 'no document'}”`;
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile())
      problems.push(problem('original-lost', [name], `It is missing: ${whose}. Put it back from a backup.`));
    else if (found.size !== original.bytes || (await hashOfFile(path, found.size)) !== original.sha256)
      problems.push(
        problem('original', [name], `It was changed: ${whose} is not what was captured. Put it back from a backup.`),
      );
    if (!used.has(original.sha256))
      problems.push(problem('original-orphan', [name], 'No document was ever captured from it.'));
  }
  const { kept, other } = await originalsIn(folder);
  const closed = (await sealHolds(folder)) !== undefined; // else a capture may be under way, or was cut off
  for (const name of [...(closed ? kept.filter((one) => !names.has(one)) : []), ...other])
    problems.push(
      problem('original-unknown', [`originals/${name}`], 'The dossier knows nothing of this file. Move it away.'),
    );
  for (const [sha256, id] of used)
    if (sha256 !== 'null' && !listed.has(sha256))
      problems.push(
        problem(
          'original-lost',
          [DATABASE, `document ${id}`],
          'Its original is not listed. Restore the dossier from a backup.',
        ),
      );
  return { count: known.length, problems };
};
