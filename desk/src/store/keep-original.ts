import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Original } from './record.ts';

export const ORIGINALS = 'originals';

const NAME = /^[0-9a-f]{64}(?:\.[a-z0-9]{1,8})?$/;
const UNFINISHED = /^\.[0-9a-f-]{36}\.part$/;

/** Names that systems leave in folders that a person looked into. */
export const LEFT_BY_SYSTEM = /^(?:\.DS_Store|\._.*|\.localized|Thumbs\.db|desktop\.ini|Icon\r)$/i;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is known of some bytes that came under a name. */
export const originalOf = (bytes: Uint8Array, file: string, address?: string): Original => {
  const extension = extname(file).toLowerCase();
  return {
    sha256: hashOf(bytes),
    extension: /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '',
    bytes: bytes.length,
    ...(address !== undefined && { address }),
  };
};

export const pathOfOriginal = (folder: string, { sha256, extension }: Pick<Original, 'sha256' | 'extension'>): string =>
  join(folder, ORIGINALS, `${sha256}${extension}`);

/** Waits until the names in a folder are on the disk. Some systems cannot; there the names are as safe as they make them. */
export const settleFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** Programs that look at every new file, as on Windows, hold it for a moment; then a name cannot be given yet. */
const HELD = /^(?:EPERM|EACCES|EBUSY)$/;
const TRIES = process.platform === 'win32' ? 10 : 1;

/** Gives a file or folder its name, in some tries where another program may hold it. */
export const renamed = async (from: string, to: string, tries = TRIES): Promise<void> => {
  for (let left = tries; ; left--)
    try {
      await rename(from, to);
      return;
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
      if (left <= 1 || !HELD.test(code)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
};

/** Writes bytes beside the place, waits for the disk, and moves them there: nobody ever finds half of them under the name. */
export const writeSettled = async (path: string, bytes: Uint8Array | string, folder: string): Promise<void> => {
  const beside = join(folder, `.${randomUUID()}.part`);
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamed(beside, path);
  } catch (fault) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw fault;
  }
};

/** Keeps the bytes of a source under their hash; those that are kept already are left as they are. */
export const keepOriginal = async (folder: string, original: Original, bytes: Uint8Array): Promise<void> => {
  const path = pathOfOriginal(folder, original);
  const there = await stat(path).catch(() => undefined);
  if (there?.isFile() && there.size === bytes.length) return;
  await writeSettled(path, bytes, join(folder, ORIGINALS));
};

export const readOriginal = async (
  folder: string,
  original: Pick<Original, 'sha256' | 'extension'>,
): Promise<Uint8Array | undefined> => readFile(pathOfOriginal(folder, original)).catch(() => undefined);

/** The files in `originals/`: those under a name of ours, and those of which the writing was cut off. */
export const originalsIn = async (
  folder: string,
): Promise<{
  readonly kept: readonly string[];
  readonly unfinished: readonly string[];
  readonly other: readonly string[];
}> => {
  const names = (await readdir(join(folder, ORIGINALS)).catch(() => [])).filter((name) => !LEFT_BY_SYSTEM.test(name));
  const kept = names.filter((name) => NAME.test(name));
  const unfinished = names.filter((name) => UNFINISHED.test(name));
  return { kept, unfinished, other: names.filter((name) => !NAME.test(name) && !UNFINISHED.test(name)) };
};

/** Takes away what a cut-off capture left behind: half-written files, and originals that no capture ever recorded. */
export const sweepOriginals = async (folder: string, isKnown: (sha256: string) => boolean): Promise<number> => {
  const { kept, unfinished } = await originalsIn(folder);
  const left = [...unfinished, ...kept.filter((name) => !isKnown(name.slice(0, 64)))];
  for (const name of left) await rm(join(folder, ORIGINALS, name), { force: true });
  return left.length;
};
