import { reportPage } from '../export/html/page.ts';
import { reportJson } from '../export/json.ts';
import { reportText } from '../export/text.ts';
import type { Register } from './main.ts';
import { opened, reportFrom } from './opened.ts';
import { problemLines } from './shell.ts';
import { placeFor, writeWhole } from './written.ts';

const MOST_NOTES = 12;

/** `entente report DOSSIER|FOLDER -o report.html`: the whole report as one file, a short text to stdout. */
export const report: Register = (program, shell, done) => {
  program
    .command('report')
    .description('a report on a dossier or a folder of reports: who stands where, from which words, and what can hold')
    .argument('<folder>', 'a dossier, or a folder of reports')
    .option('-o, --output <file>', 'the report as one HTML file that needs nothing else')
    .option('--json', 'the report as JSON: to stdout, or with -o to that file')
    .action(async (path: string, options: { output?: string; json?: boolean }) => {
      const output = options.output === undefined ? undefined : await placeFor(options.output, shell.cwd, path);
      const folder = await opened(path, shell);
      const made = reportFrom(folder);
      const json = (): string => `${JSON.stringify(reportJson(made), null, 2)}\n`;
      if (output !== undefined) await writeWhole(output, options.json ? json() : reportPage(made));
      if (options.json && output === undefined) shell.out(json());
      else {
        shell.out(reportText(made, shell.columns));
        if (output !== undefined) shell.out(`\nThe report is in ${options.output}\n`);
      }
      shell.err(problemLines(folder.problems));
      shell.err(problemLines(folder.notes.slice(0, MOST_NOTES)));
      if (folder.notes.length > MOST_NOTES)
        shell.err(`and ${folder.notes.length - MOST_NOTES} more notes; entente read tells them all.\n`);
      done(folder.problems.length > 0 ? 1 : 0);
    });
};
