import { readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '@entente/core/vocabulary';
import { type Database, openDatabase } from './database.ts';
import { problem, storageProblem } from './fault.ts';
import { writeSettled } from './keep-original.ts';

/** Who has a dossier open, in words; the file beside it is what holds others off. */
const LOCK = 'lock';
/** A tiny database with a transaction that stays open: the system itself ends it with its process, so a lock never goes stale. */
const HELD = 'lock.held';

export interface Lock {
  /** Whether whoever had it open before did not close it. */
  readonly takenOver: boolean;
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

const holderIn = (text: string): Holder | undefined => {
  try {
    const { pid, host, since } = Object(JSON.parse(text));
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string'
      ? { pid, host, since }
      : undefined;
  } catch {
    return undefined;
  }
};

const busyWords = (holder: Holder | undefined): string => {
  if (holder === undefined) return 'It is open already. Close it there first.';
  const { pid, host, since } = holder;
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  const when = `${since.slice(0, 10)} ${since.slice(11, 16)} UTC`;
  return `It is open already: ${where}, since ${when}. Close it there first, or end that process: what it wrote stays; reports that it has not read yet stay in the dossier without suggestions, and entente open reads them only if nothing is coded yet.`;
};

/** Takes a dossier for writing. Refused while another has it, in this process or any other; released by the system if we are killed. */
export const takeLock = async (folder: string, now: string): Promise<Outcome<Lock>> => {
  const path = join(folder, LOCK);
  let held: Database | undefined;
  try {
    held = openDatabase(join(folder, HELD));
    held.script('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (fault) {
    held?.close();
    const told = storageProblem(fault, folder);
    if (told === undefined) throw fault;
    if (told.code !== 'store/busy') return { ok: false, problems: [told] };
    const holder = holderIn(await readFile(path, 'utf8').catch(() => ''));
    return { ok: false, problems: [problem('open-already', [folder], busyWords(holder))] };
  }
  const database = held;
  const left = await readFile(path, 'utf8').catch(() => undefined);
  try {
    await writeSettled(path, `${JSON.stringify({ pid: process.pid, host: hostname(), since: now })}\n`, folder);
  } catch (fault) {
    database.close();
    const told = storageProblem(fault, folder);
    if (told === undefined) throw fault;
    return { ok: false, problems: [told] };
  }
  return {
    ok: true,
    value: {
      takenOver: left !== undefined,
      release: async () => {
        await rm(path, { force: true });
        database.script('ROLLBACK');
        database.close();
      },
    },
  };
};
