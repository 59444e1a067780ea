import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from './database.ts';
import { refuse, storageProblem } from './fault.ts';
import { DATABASE } from './seal.ts';

/**
 * A connection for looking: beside whoever writes, or on a disk that cannot be written at all. SQLite would make a file that is not there.
 *
 * @throws Refused when there is no database in the folder
 */
export const lookingAt = (folder: string): Database => {
  const path = join(folder, DATABASE);
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    refuse('absent', [DATABASE], 'There is no database in the folder. Restore the dossier from a backup.');
  try {
    const db = openDatabase(path);
    db.pragma('busy_timeout = 5000');
    db.ask('SELECT count(*) AS n FROM sqlite_schema');
    db.pragma('query_only = ON');
    return db;
  } catch (fault) {
    const told = storageProblem(fault, folder);
    if (told === undefined || !/read-only|cannot-open/.test(told.code)) throw fault;
    return openDatabase(path, { immutable: true });
  }
};
