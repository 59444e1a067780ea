import { randomUUID } from 'node:crypto';
import { lstat, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { reportPage } from '../export/html/page.ts';
import { reportJson } from '../export/json.ts';
import { reportText } from '../export/text.ts';
import type { Register } from './main.ts';
import { opened, reportFrom } from './opened.ts';
import { problemLines, Unusable } from './shell.ts';

const unwritable = (path: string, says: string): Unusable =>
  new Unusable([{ code: 'report/unwritable', at: [path], says }]);

/** Writes beside the place and moves it there, so that nobody ever sees half a file; a link is replaced, never followed. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const found = await lstat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile() && !found.isSymbolicLink())
    throw unwritable(path, 'There is something here that is no file. Give another name with -o.');
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, path);
  } catch (fault) {
    await rm(beside, { force: true }).catch(() => undefined);
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw unwritable(path, 'Its folder does not exist. Make it first.');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw unwritable(path, 'It may not be written there. Give another place with -o.');
    if (code === 'ENOSPC') throw unwritable(path, 'The disk is full.');
    throw fault;
  }
};

/** `entente report DOSSIER|FOLDER -o report.html`: the whole report as one file, a short text to stdout. */
export const report: Register = (program, shell, done) => {
  program
    .command('report')
    .description('a report on a dossier or a folder of reports: who stands where, from which words, and what can hold')
    .argument('<folder>', 'a dossier, or a folder of reports')
    .option('-o, --output <file>', 'the report as one HTML file that needs nothing else')
    .option('--json', 'the report as JSON: to stdout, or with -o to that file')
    .action(async (path: string, options: { output?: string; json?: boolean }) => {
      const folder = await opened(path, shell);
      const made = reportFrom(folder);
      const output = options.output === undefined ? undefined : resolve(shell.cwd, options.output);
      const json = (): string => `${JSON.stringify(reportJson(made), null, 2)}\n`;
      if (output !== undefined) await writeWhole(output, options.json ? json() : reportPage(made));
      if (options.json && output === undefined) shell.out(json());
      else {
        shell.out(reportText(made, shell.columns));
        if (output !== undefined) shell.out(`\nThe report is in ${options.output}\n`);
      }
      shell.err(problemLines(folder.problems));
      done(folder.problems.length > 0 ? 1 : 0);
    });
};
