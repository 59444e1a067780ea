import type { Problem } from '@entente/core/vocabulary';

/** Thrown inside a transaction so that all of it is taken back; answered as its problems. */
export class Refused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ says }) => says).join('\n'));
    this.problems = problems;
  }
}

export const problem = (code: string, at: Problem['at'], says: string): Problem => ({
  code: `store/${code}`,
  at,
  says,
});

export const refuse = (code: string, at: Problem['at'], says: string): never => {
  throw new Refused([problem(code, at, says)]);
};

/** SQLite's result codes by their lowest byte: the driver names few of the extended ones. */
const RESULT: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

const codeOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return '';
  const code = 'code' in fault ? String(fault.code) : '';
  const raw = 'rawCode' in fault ? Number(fault.rawCode) : 0;
  if (code === '' || code.startsWith('UNKNOWN')) return RESULT[raw % 256] ?? fault.message;
  return code;
};

const WORDS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    'disk-full',
    'The disk is full; nothing of this was written. Make room and do it again.',
  ],
  [
    /^EFBIG/,
    'file-too-large',
    'The file may not grow further here; nothing of this was written. Lift the limit or move the dossier.',
  ],
  [
    /^(?:SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    'read-only',
    'It may not be written here. Change the permissions of the folder, or copy the dossier to another place.',
  ],
  [/^(?:SQLITE_BUSY|SQLITE_LOCKED)/, 'busy', 'Something else is writing into it. Wait a moment and do it again.'],
  [/^SQLITE_NOTADB/, 'not-a-dossier', 'dossier.sqlite is no database. Restore it from a backup with entente restore.'],
  [
    /^SQLITE_CORRUPT/,
    'damaged',
    'dossier.sqlite is damaged. Run entente verify to see where, and restore it from a backup with entente restore.',
  ],
  [
    /^SQLITE_IOERR/,
    'disk',
    'The disk did not take or give the data; nothing of this was written. Check the disk, then run entente verify.',
  ],
  [
    /unable to open|SQLITE_CANTOPEN|: 14\b/i,
    'cannot-open',
    'dossier.sqlite cannot be opened. Check that the folder may be read and written.',
  ],
];

/** What a fault of the disk or the database means for a person; undefined for a fault of our own, which is thrown on. */
export const storageProblem = (fault: unknown, folder: string): Problem | undefined => {
  const code = codeOf(fault);
  const found = WORDS.find(([pattern]) => pattern.test(code));
  return found && problem(found[1], [folder], found[2]);
};

/** The problems of a refusal or of the disk as an outcome; anything else is thrown on. */
export const failed = (
  fault: unknown,
  folder: string,
): { readonly ok: false; readonly problems: readonly Problem[] } => {
  if (fault instanceof Refused) return { ok: false, problems: fault.problems };
  const known = storageProblem(fault, folder);
  if (known === undefined) throw fault;
  return { ok: false, problems: [known] };
};
