import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Coder } from '@entente/core/statement/statement';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { checkCoder } from './act.ts';
import { copyDatabase } from './backup.ts';
import { type Database, openDatabase } from './database.ts';
import { failed, problem, Refused } from './fault.ts';
import { LEFT_BY_SYSTEM, ORIGINALS, settleFolder, sweepOriginals } from './keep-original.ts';
import { type Lock, takeLock } from './lock.ts';
import { lookingAt } from './looking.ts';
import type { Head } from './record.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { BROKEN, breakSeal, brokenSince, brokenWords, DATABASE, heedSeal, seal, sealed } from './seal.ts';
import { shapeProblems } from './shape.ts';
import { sqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';
import { writerOn } from './writer.ts';

export interface OpenOptions {
  /** For looking only: another may have it open, and nothing is written. */
  readonly readOnly?: boolean;
  /** ISO time in UTC. */
  readonly now?: () => string;
  /** The steps of the format, as this version of Entente knows them. */
  readonly steps?: readonly string[];
  /** Bytes up to which a database is compared with its seal before the opening is done; a larger one meanwhile. */
  readonly sealedAtOnce?: number;
}

/** What is hashed in about a tenth of a second. */
const SEALED_AT_ONCE = 64 * 2 ** 20;

export const BACKUPS = 'backups';
/** What may lie in a folder of which the making was cut off before anything was in it. */
const OWN = new Set([
  DATABASE,
  `${DATABASE}-wal`,
  `${DATABASE}-shm`,
  'lock',
  'lock.held',
  'lock.held-journal',
  'seal',
  BROKEN,
  ORIGINALS,
]);

const clock = (): string => new Date().toISOString();

/** Whether a folder is a dossier that the store keeps. */
export const isStore = async (folder: string): Promise<boolean> =>
  (await stat(join(folder, DATABASE)).catch(() => undefined))?.isFile() === true;

/** Why there is no dossier where one was looked for. */
const absent = async (folder: string, path: string): Promise<Problem> => {
  const fault: unknown = await stat(join(folder, DATABASE)).catch((error: unknown) => error);
  const closed = fault instanceof Error && 'code' in fault && (fault.code === 'EACCES' || fault.code === 'EPERM');
  return closed
    ? problem('no-access', [path], 'The folder may not be looked into. Change its permissions.')
    : problem('absent', [path], 'There is no dossier in this folder. Check the name, or make one with entente open.');
};

const configure = (db: Database): void => {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('cache_size = -65536');
};

const versionOf = (db: Database): number => Number(db.pragma('user_version'));

/** Refuses a database that is not ours or that a later Entente made. */
const checkVersion = (db: Database, folder: string, steps: readonly string[]): void => {
  const version = versionOf(db);
  if (db.pragma('application_id') !== APPLICATION_ID) {
    const says = 'dossier.sqlite was not made by Entente. Name the folder of a dossier.';
    throw new Refused([problem('not-a-dossier', [folder], says)]);
  }
  if (version <= steps.length) return;
  const says = `The dossier was written by a later version of Entente (format ${version}; this one knows ${steps.length}). Open it with that version; nothing was changed.`;
  throw new Refused([problem('newer', [folder], says)]);
};

/** Takes the steps from the version of the file to ours; inside a transaction. */
const migrate = (db: Database, steps: readonly string[]): void => {
  for (const step of steps.slice(versionOf(db))) db.script(step);
  db.script(`PRAGMA user_version = ${steps.length}; PRAGMA application_id = ${APPLICATION_ID};`);
};

const migrated = async (
  db: Database,
  folder: string,
  now: string,
  steps: readonly string[],
): Promise<readonly Problem[]> => {
  const version = versionOf(db);
  if (version === steps.length) return [];
  await mkdir(join(folder, BACKUPS), { recursive: true });
  const name = `before-format-${steps.length}-${now.replace(/[:.]/g, '-')}.sqlite`;
  copyDatabase(db, join(folder, BACKUPS, name));
  await settleFolder(join(folder, BACKUPS));
  db.transaction(() => migrate(db, steps));
  const says = `It was brought from format ${version} to ${steps.length}. What it was before lies in ${BACKUPS}/${name}.`;
  return [problem('migrated', [folder], says)];
};

const openedWith = async (
  db: Database,
  lock: Lock | undefined,
  folder: string,
  notes: readonly Problem[],
  now: () => string,
  comparing: Promise<void> = Promise.resolve(),
): Promise<Store> =>
  sqliteStore({
    ...{ folder, db, notes, now, readOnly: lock === undefined },
    onClose: async () => {
      await comparing;
      if (lock !== undefined) db.ask('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
      if (lock === undefined) return;
      await seal(folder).catch(() => undefined); // without a seal verify still has the log
      await lock.release();
    },
  });

const looked = async (folder: string, now: () => string, steps: readonly string[]): Promise<Outcome<Store>> => {
  let db: Database | undefined;
  try {
    db = lookingAt(folder);
    checkVersion(db, folder, steps);
    if (versionOf(db) < steps.length) {
      const says =
        'It is of an earlier format. Open it once for work with entente open; it is then brought up to date, with a backup.';
      throw new Refused([problem('older', [folder], says)]);
    }
    return { ok: true, value: await openedWith(db, undefined, folder, [], now) };
  } catch (fault) {
    db?.close();
    return failed(fault, folder);
  }
};

const TAKEN_OVER =
  'It was not closed the last time: the power went, or the program was ended. Everything that was acknowledged is there.';

/** Compares the database with its seal, and lets it be changed then: what is written until that is done waits in the file beside it. */
const heeded = async (db: Database, folder: string, written: string | undefined, now: string): Promise<void> => {
  await heedSeal(folder, written, now).catch(() => undefined); // a finding that cannot be kept stops no work
  db.pragma('wal_autocheckpoint = 1000');
};

/** Opens a dossier: for work, unless it is open already; or for looking, at any time. */
export const openStore = async (
  path: string,
  { readOnly = false, now = clock, steps = MIGRATIONS, sealedAtOnce = SEALED_AT_ONCE }: OpenOptions = {},
): Promise<Outcome<Store>> => {
  const folder = resolve(path);
  if (!(await isStore(folder))) return { ok: false, problems: [await absent(folder, path)] };
  if (readOnly) return looked(folder, now, steps);
  const lock = await takeLock(folder, now());
  if (!lock.ok) return lock;
  let db: Database | undefined;
  try {
    const opened = openDatabase(join(folder, DATABASE));
    db = opened;
    checkVersion(opened, folder, steps);
    configure(opened);
    opened.script(`BEGIN IMMEDIATE; PRAGMA user_version = ${versionOf(opened)}; ROLLBACK;`); // a file that may not be written says so now
    opened.pragma('wal_autocheckpoint = 0');
    const written = await sealed(folder);
    await breakSeal(folder);
    const notes = [...(await migrated(opened, folder, now(), steps))];
    if (lock.value.takenOver) {
      const known = new Set(opened.ask('SELECT sha256 FROM original').map(({ sha256 }) => sha256));
      await sweepOriginals(folder, (sha256) => known.has(sha256));
      notes.push(problem('taken-over', [folder], TAKEN_OVER));
    }
    await mkdir(join(folder, ORIGINALS), { recursive: true });
    const { size } = await stat(join(folder, DATABASE));
    const comparing = heeded(opened, folder, written, now());
    if (size <= sealedAtOnce) await comparing;
    const broken = await brokenSince(folder);
    if (broken !== undefined) notes.push(problem('byte', [folder], brokenWords(broken)));
    return { ok: true, value: await openedWith(opened, lock.value, folder, notes, now, comparing) };
  } catch (fault) {
    db?.close();
    await lock.value.release().catch(() => undefined);
    return failed(fault, folder);
  }
};

const makeRoom = async (folder: string): Promise<void> => {
  const found = await stat(folder).catch(() => undefined);
  if (found !== undefined && !found.isDirectory())
    throw new Refused([
      problem('not-a-folder', [folder], 'There is a file under this name. Name a folder, or a new one.'),
    ]);
  const there = await readdir(folder).catch(() => []);
  const foreign = there.filter(
    (name) => !OWN.has(name) && !LEFT_BY_SYSTEM.test(name) && !/^\.[0-9a-f-]{36}\.part$/.test(name),
  );
  if (foreign.length > 0) {
    const says = `The folder holds other things already (${foreign.slice(0, 3).join(', ')}). Name an empty folder, or a new one.`;
    throw new Refused([problem('not-empty', [folder], says)]);
  }
  await mkdir(join(folder, ORIGINALS), { recursive: true });
};

/** Makes a new dossier in a folder that is empty or not there yet. */
export const createStore = async (
  path: string,
  head: Head,
  by: Coder,
  { now = clock }: OpenOptions = {},
): Promise<Outcome<Store>> => {
  const folder = resolve(path);
  let lock: Lock | undefined;
  let db: Database | undefined;
  try {
    checkCoder(by);
    const problems = shapeProblems('head', 'head', head);
    if (problems.length > 0) return { ok: false, problems };
    await makeRoom(folder);
    const taken = await takeLock(folder, now());
    if (!taken.ok) return taken;
    lock = taken.value;
    const made = openDatabase(join(folder, DATABASE));
    db = made;
    if (versionOf(made) > 0) {
      const says = 'There is a dossier in this folder already. Open it, or name another folder.';
      throw new Refused([problem('exists', [folder], says)]);
    }
    configure(made);
    const body = JSON.stringify(head);
    made.transaction(() => {
      migrate(made, MIGRATIONS);
      writerOn(made, now).append({ by, what: 'create' }, [{ kind: 'head', id: 'head', body, held: true }]);
    });
    await settleFolder(folder);
    return { ok: true, value: await openedWith(made, lock, folder, [], now) };
  } catch (fault) {
    db?.close();
    await lock?.release().catch(() => undefined);
    return failed(fault, folder);
  }
};

/** The title that a dossier has for a start: the name of its folder. */
export const titleFor = (path: string): string =>
  basename(resolve(path))
    .replace(/\.entente$/, '')
    .replace(/[-_]+/g, ' ') || 'Dossier';
