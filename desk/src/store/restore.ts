import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Outcome } from '@entente/core/vocabulary';
import { copyDatabase } from './backup.ts';
import { problem, Refused } from './fault.ts';
import { ORIGINALS, originalsIn, settleFolder } from './keep-original.ts';
import { lookingAt } from './looking.ts';
import { newFolder } from './new-folder.ts';
import { isStore } from './open-store.ts';
import { DATABASE, seal } from './seal.ts';
import type { Told } from './told.ts';
import { type Verified, verifyStore } from './verify-store.ts';

/** Makes a dossier in a new folder from a backup, or from another dossier, once all of it is found sound. */
export const restore = async (from: string, to: string, told?: Told): Promise<Outcome<Verified>> => {
  const source = resolve(from);
  const taken = 'There is something under this name already. A backup is restored into a new folder only; name one.';
  const absent = 'There is no backup in this folder: it holds no dossier.sqlite. Check the name.';
  if (!(await isStore(source))) return { ok: false, problems: [problem('absent', [from], absent)] };
  return newFolder(to, problem('restore-exists', [to], taken), async (making) => {
    const found = await verifyStore(source, told);
    if (found.problems.length > 0) throw new Refused(found.problems);
    await mkdir(join(making, ORIGINALS));
    const db = lookingAt(source);
    try {
      copyDatabase(db, join(making, DATABASE));
    } finally {
      db.close();
    }
    for (const name of (await originalsIn(source)).kept)
      await copyFile(join(source, ORIGINALS, name), join(making, ORIGINALS, name));
    await seal(making);
    const made = await verifyStore(making, told);
    if (made.problems.length > 0) throw new Refused(made.problems);
    await settleFolder(join(making, ORIGINALS));
    return made;
  });
};
