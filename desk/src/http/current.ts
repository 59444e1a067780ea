import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '@entente/core/report/report';
import type { Outcome } from '@entente/core/vocabulary';

/** Names, sizes and times of the files below a folder: it changes when any of them does. */
const fingerprint = async (folder: string): Promise<string> => {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const found = await stat(file).catch(() => undefined);
    hash.update(`${file}\0${found?.size}\0${found?.mtimeMs}\0`);
  }
  return hash.digest('hex');
};

/**
 * The report as the files are now: made again when one of them has changed, else the one made before. Requests that come while it is
 * being made wait for the same one.
 */
export const rereadOn = (
  folder: string,
  make: () => Promise<Outcome<Report>>,
  again: (report: Outcome<Report>) => void = () => {},
): (() => Promise<Outcome<Report>>) => {
  let known = '';
  let made: Promise<Outcome<Report>> | undefined;
  let looking: Promise<Outcome<Report>> | undefined;
  const look = async (): Promise<Outcome<Report>> => {
    const now = await fingerprint(folder);
    if (made !== undefined && now === known) return made;
    const first = made === undefined;
    known = now;
    made = make();
    const report = await made.catch((fault: unknown) => {
      made = undefined;
      throw fault;
    });
    if (!first) again(report);
    return report;
  };
  return () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
};
