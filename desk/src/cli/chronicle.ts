import { chronicleJson } from '../export/json.ts';
import { chronicleText } from '../export/text.ts';
import type { Register } from './main.ts';
import { opened, reportFrom } from './opened.ts';
import { problemLines } from './shell.ts';

/** `entente chronicle DOSSIER`: what happened, in order; figures that differ; forecasts. */
export const chronicle: Register = (program, shell, done) => {
  program
    .command('chronicle')
    .description('what happened, in order; figures that differ; forecasts')
    .argument('<folder>', 'a dossier, or a folder of reports')
    .option('--json', 'as JSON')
    .action(async (path: string, options: { json?: boolean }) => {
      const folder = await opened(path, shell);
      shell.err(problemLines(folder.problems));
      const report = reportFrom(folder);
      if (options.json) shell.out(`${JSON.stringify(chronicleJson(report), null, 2)}\n`);
      else shell.out(chronicleText(report, shell.columns));
      done(folder.problems.length > 0 ? 1 : 0);
    });
};
