import { createHash } from 'node:crypto';
import { createReadStream, openSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSettled } from './keep-original.ts';

export const DATABASE = 'dossier.sqlite';
/** The hash of the database as it was when the dossier was closed; there only while it is closed. */
const SEAL = 'seal';
/** When it was found at an opening that the seal did not hold; there until a person removes it, so that no later seal hides it. */
export const BROKEN = 'seal.broken';

/** SHA-256 of a file, read piece by piece. */
export const fileHash = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece);
  return hash.digest('hex');
};

/** Descriptors of databases, by device and inode; open until the process ends. */
const kept = new Map<string, number>();

/**
 * SHA-256 of a database. POSIX takes all locks of a process on a file away when it closes any descriptor of it, so one that was opened past
 * SQLite is never closed: else another process could take this one's log away while it writes.
 */
const databaseHash = async (folder: string): Promise<string> => {
  const path = join(folder, DATABASE);
  if (process.platform === 'win32') return fileHash(path);
  const { dev, ino } = statSync(path, { bigint: true });
  const key = `${dev} ${ino}`;
  const fd = kept.get(key) ?? openSync(path, 'r');
  kept.set(key, fd);
  const hash = createHash('sha256');
  for await (const piece of createReadStream('', { fd, autoClose: false, start: 0, highWaterMark: 1 << 20 }))
    hash.update(piece);
  return hash.digest('hex');
};

export const seal = async (folder: string): Promise<void> =>
  writeSettled(join(folder, SEAL), `${await databaseHash(folder)}\n`, folder);

export const breakSeal = async (folder: string): Promise<void> => rm(join(folder, SEAL), { force: true });

/** The hash that was written when the dossier was closed; undefined when it was not closed. */
export const sealed = async (folder: string): Promise<string | undefined> =>
  (await readFile(join(folder, SEAL), 'utf8').catch(() => undefined))?.trim();

/** Whether the database is to the byte as it was when the dossier was closed; undefined when it was not closed. */
export const sealHolds = async (folder: string): Promise<boolean | undefined> => {
  const written = await sealed(folder);
  return written === undefined ? undefined : written === (await databaseHash(folder).catch(() => ''));
};

/** When it was found at an opening that the seal did not hold; undefined if it never was, or a person removed the word of it. */
export const brokenSince = async (folder: string): Promise<string | undefined> =>
  (await readFile(join(folder, BROKEN), 'utf8').catch(() => undefined))?.trim();

/** Compares the database with the hash of its last closing, before anything changes it, and keeps it for good when the two do not fit. */
export const heedSeal = async (folder: string, written: string | undefined, now: string): Promise<void> => {
  if (written === undefined || (await brokenSince(folder)) !== undefined) return;
  if ((await databaseHash(folder)) !== written) await writeSettled(join(folder, BROKEN), `${now}\n`, folder);
};

/** What is told of a seal that did not hold, for as long as it is kept. */
export const brokenWords = (at: string): string =>
  `When it was opened at ${at.slice(0, 10)} ${at.slice(11, 16)} UTC, the database or its seal was not, to the byte, what was closed before. entente verify says what it finds wrong; compare with a backup. Who takes it as it is removes the file ${BROKEN}.`;
