import { resolve } from 'node:path';
import type { Dossier } from '@entente/core/report/dossier';
import { type Report, reportOf } from '@entente/core/report/report';
import type { Problem } from '@entente/core/vocabulary';
import { changes } from '@entente/reading/derivation/change';
import type { Extension } from '@entente/reading/lexicon/extension';
import { readDocuments } from '@entente/reading/suggestion/read';
import { terminal } from '../export/text.ts';
import { englishSyntax } from '../model.ts';
import { type ConflictFile, conflictIn, openConflict } from '../store/conflict-file.ts';
import { readFolder } from '../store/folder.ts';
import { lexiconIn } from '../store/lexicon.ts';
import { isStore, openStore } from '../store/open-store.ts';
import { bar, progress } from './progress.ts';
import { type Shell, Unusable } from './shell.ts';

/** A dossier folder or a plain folder of reports, ready to be shown. */
export interface Opened {
  readonly dossier: Dossier;
  readonly conflicts: readonly ConflictFile[];
  /** Statements that had a fault and are not in the dossier. */
  readonly leftOut: number | 'all';
  /** What was wrong with single files; the rest went on. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** A report shows what can hold as soon as it is made; what takes longer is asked of `analyze`. */
const MOST_STATES = 2 ** 18;

const tooManyStates = (_: unknown, states: number): Problem | undefined =>
  states <= MOST_STATES
    ? undefined
    : {
        code: 'report/conflict-large',
        at: ['makers'],
        says: `The conflict has ${states.toLocaleString('en-US')} feasible states; a report takes at most ${MOST_STATES.toLocaleString('en-US')} and leaves it out. Run entente analyze on the file.`,
      };

/** Reports that nobody has coded, with what the reader suggests for them. */
const asRead = (dossier: Dossier, lexicon: Extension | undefined): Dossier => ({
  ...dossier,
  ...readDocuments(dossier.documents, dossier.codebook.issues.length > 0 ? dossier.codebook : undefined, {
    syntax: englishSyntax(),
    lexicon,
  }),
});

/** A dossier as it is now, beside whoever works on it. */
const openedStore = async (folder: string): Promise<Opened> => {
  const store = await openStore(folder, { readOnly: true });
  if (!store.ok) throw new Unusable(store.problems);
  try {
    const dossier = await store.value.dossier();
    const problems: Problem[] = [];
    const conflicts: ConflictFile[] = [];
    for (const { text, file } of await store.value.conflicts()) {
      const conflict = conflictIn(text, file, tooManyStates);
      if (!conflict.ok) problems.push(...conflict.problems);
      else conflicts.push(conflict.value);
    }
    const words = await lexiconIn(folder);
    problems.push(...words.problems);
    const bare = dossier.statements.length + dossier.codebook.issues.length === 0;
    return { dossier: bare ? asRead(dossier, words.extension) : dossier, conflicts, leftOut: 0, problems, notes: [] };
  } finally {
    await store.value.close();
  }
};

/** Reads a dossier, or a folder with its conflict files. @throws Unusable when there is nothing to work with */
export const opened = async (path: string, shell: Shell): Promise<Opened> => {
  const at = resolve(shell.cwd, path);
  if (await isStore(at)) return openedStore(at);
  const seen = progress(shell);
  const onFile = (done: number, all: number, file: string) => seen.say(bar('Capturing', done, all, terminal(file)));
  const folder = await readFolder(at, { onFile });
  seen.end();
  if (!folder.ok) throw new Unusable(folder.problems);
  const { notes } = folder.value;
  const words = await lexiconIn(at);
  const dossier = folder.value.coded ? folder.value.dossier : asRead(folder.value.dossier, words.extension);
  const problems: Problem[] = [...folder.value.problems, ...words.problems];
  const conflicts: ConflictFile[] = [];
  for (const file of folder.value.conflicts) {
    const conflict = await openConflict(file, tooManyStates);
    if (!conflict.ok) problems.push(...conflict.problems);
    else conflicts.push(conflict.value);
  }
  const leftOut = folder.value.coded ? folder.value.leftOut : 0;
  return { dossier, conflicts, leftOut, problems, notes };
};

export const reportFrom = ({ dossier, conflicts, leftOut, problems }: Opened): Report =>
  reportOf(dossier, { conflicts, leftOut, problems, changes: changes(dossier.derivations, dossier.documents) });
