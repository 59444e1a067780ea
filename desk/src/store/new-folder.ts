import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { failed, Refused } from './fault.ts';
import { renamed, settleFolder } from './keep-original.ts';

/** Whether there is nothing under a name yet, or an empty folder. */
const isFree = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined)) === undefined || (await readdir(path).catch(() => ['file'])).length === 0;

/**
 * Makes a folder beside its place; it appears under its name when all of it is on the disk, and where that fails nothing is left.
 *
 * @param taken what to say where something is under the name already; that is left as it is
 */
export const newFolder = async <Value>(
  to: string,
  taken: Problem,
  make: (folder: string) => Promise<Value>,
): Promise<Outcome<Value>> => {
  const target = resolve(to);
  const making = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  try {
    if (!(await isFree(target))) throw new Refused([taken]);
    await mkdir(making, { recursive: true });
    const value = await make(making);
    await settleFolder(making);
    await renamed(making, target);
    await settleFolder(dirname(target));
    return { ok: true, value };
  } catch (fault) {
    return failed(fault, to);
  } finally {
    await rm(making, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
};
