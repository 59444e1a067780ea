import { resolve } from 'node:path';
import { exportFolder } from '../store/export-folder.ts';
import { isStore, openStore } from '../store/open-store.ts';
import { restore as restored } from '../store/restore.ts';
import type { Store } from '../store/store.ts';
import { verifyStore } from '../store/verify-store.ts';
import type { Register } from './main.ts';
import { progress } from './progress.ts';
import { type ExitCode, problemLines, type Shell, Unusable } from './shell.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const size = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** Looks at a dossier beside whoever works on it. @throws Unusable when it cannot be opened */
const lookedAt = async <Value>(path: string, shell: Shell, act: (store: Store) => Promise<Value>): Promise<Value> => {
  const store = await openStore(resolve(shell.cwd, path), { readOnly: true });
  if (!store.ok) throw new Unusable(store.problems);
  try {
    return await act(store.value);
  } finally {
    await store.value.close();
  }
};

/** `entente backup DOSSIER FOLDER`: a whole copy, also while somebody works on the dossier. */
export const backup: Register = (program, shell, done) => {
  program
    .command('backup')
    .description('copy a dossier with its originals, also while it is in use, into a new folder')
    .argument('<dossier>', 'the dossier')
    .argument('<folder>', 'a folder that does not exist yet')
    .action(async (dossier: string, folder: string) => {
      const seen = progress(shell);
      const told = (copied: number, of: number) =>
        seen.say(`copying ${copied.toLocaleString('en-US')} of ${counted(of, 'original', 'originals')}`);
      const found = await lookedAt(dossier, shell, (store) => store.backup(resolve(shell.cwd, folder), told));
      seen.end();
      if (!found.ok) throw new Unusable(found.problems);
      const { files, bytes } = found.value;
      shell.out(
        `${counted(files, 'file', 'files')}, ${size(bytes)}, in ${folder}. entente verify ${folder} looks at it.\n`,
      );
      done(0);
    });
};

/** `entente restore BACKUP FOLDER`: a dossier from a backup that is found sound. */
export const restore: Register = (program, shell, done) => {
  program
    .command('restore')
    .description('make a dossier from a backup, in a new folder, once all of the backup is found sound')
    .argument('<backup>', 'the folder of a backup')
    .argument('<folder>', 'a folder that does not exist yet')
    .action(async (from: string, to: string) => {
      const seen = progress(shell);
      const made = await restored(resolve(shell.cwd, from), resolve(shell.cwd, to), (words) =>
        seen.say(`looking at ${words}`),
      );
      seen.end();
      if (!made.ok) throw new Unusable(made.problems);
      const { documents, entries } = made.value;
      shell.out(
        `${counted(documents, 'document', 'documents')}, ${counted(entries, 'entry', 'entries')} of the log, in ${to}.\n`,
      );
      done(0);
    });
};

/** Looks at everything that a dossier or a backup holds. */
export const verifyDossier = async (path: string, json: boolean, shell: Shell): Promise<ExitCode> => {
  const at = resolve(shell.cwd, path);
  if (!(await isStore(at)))
    throw new Unusable([
      {
        code: 'verify/no-dossier',
        at: [path],
        says: 'There is no dossier.sqlite in this folder: it is no dossier and no backup. Check the name.',
      },
    ]);
  const seen = progress(shell);
  const { problems, ...totals } = await verifyStore(at, (words) => seen.say(`looking at ${words}`));
  seen.end();
  if (json) shell.out(`${JSON.stringify({ ...totals, problems }, null, 2)}\n`);
  else {
    shell.err(problemLines(problems));
    const looked = [
      counted(totals.entries, 'entry', 'entries'),
      counted(totals.records, 'record', 'records'),
      counted(totals.documents, 'document', 'documents'),
      counted(totals.originals, 'original', 'originals'),
    ].join(', ');
    shell.out(
      problems.length === 0
        ? `All is as it was written: ${looked}.\n`
        : `${counted(problems.length, 'thing is', 'things are')} wrong: ${looked}.\n`,
    );
  }
  return problems.length === 0 ? 0 : 1;
};

/** `entente export DOSSIER --to folder -o FOLDER`: the dossier as a folder of text. */
export const exported: Register = (program, shell, done) => {
  program
    .command('export')
    .description('write a dossier as a folder of text (YAML and the originals), for exchange and version control')
    .argument('<dossier>', 'the dossier')
    .option('--to <form>', 'the form: folder', 'folder')
    .requiredOption('-o, --output <folder>', 'a folder that does not exist yet')
    .action(async (dossier: string, options: { to: string; output: string }) => {
      if (options.to !== 'folder')
        throw new Unusable([
          { code: 'export/form', at: ['--to'], says: `“${options.to}” is no form that is written. Known: folder.` },
        ]);
      const found = await lookedAt(dossier, shell, (store) => exportFolder(store, resolve(shell.cwd, options.output)));
      if (!found.ok) throw new Unusable(found.problems);
      const { documents, files } = found.value;
      shell.out(
        `${counted(documents, 'document', 'documents')}, ${counted(files, 'file', 'files')}, in ${options.output}.\n`,
      );
      done(0);
    });
};
