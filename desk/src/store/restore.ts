import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Outcome } from '@entente/core/vocabulary';
import { copyDatabase } from './backup.ts';
import { failed, problem, Refused } from './fault.ts';
import { ORIGINALS, originalsIn, settleFolder } from './keep-original.ts';
import { lookingAt } from './looking.ts';
import { isStore } from './open-store.ts';
import { DATABASE, seal } from './seal.ts';
import { type Verified, verifyStore } from './verify-store.ts';

/**
 * Makes a dossier in a new folder from a backup, or from another dossier, once all of it is found sound. The folder appears under its name
 * when everything is on the disk.
 */
export const restore = async (from: string, to: string): Promise<Outcome<Verified>> => {
  const [source, target] = [resolve(from), resolve(to)];
  const making = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  try {
    if (!(await isStore(source)))
      throw new Refused([
        problem('absent', [from], 'There is no backup in this folder: it holds no dossier.sqlite. Check the name.'),
      ]);
    if (
      (await stat(target).catch(() => undefined)) !== undefined &&
      (await readdir(target).catch(() => ['file'])).length > 0
    )
      throw new Refused([
        problem(
          'restore-exists',
          [to],
          'There is something under this name already. A backup is restored into a new folder only; name one.',
        ),
      ]);
    const found = await verifyStore(source);
    if (found.problems.length > 0) throw new Refused(found.problems);
    await mkdir(join(making, ORIGINALS), { recursive: true });
    const db = lookingAt(source);
    try {
      copyDatabase(db, join(making, DATABASE));
    } finally {
      db.close();
    }
    for (const name of (await originalsIn(source)).kept)
      await copyFile(join(source, ORIGINALS, name), join(making, ORIGINALS, name));
    await seal(making);
    const made = await verifyStore(making);
    if (made.problems.length > 0) throw new Refused(made.problems);
    for (const name of [ORIGINALS, '.']) await settleFolder(join(making, name));
    await rename(making, target);
    await settleFolder(dirname(target));
    return { ok: true, value: made };
  } catch (fault) {
    await rm(making, { recursive: true, force: true }).catch(() => undefined);
    return failed(fault, to);
  }
};
