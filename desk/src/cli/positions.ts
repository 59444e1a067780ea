import { readEdtf } from '@entente/core/chronicle/edtf';
import { edtfWords } from '@entente/core/chronicle/edtf-words';
import { type Position, positionsOver } from '@entente/core/position/position';
import { csv } from '../export/csv.ts';
import { positionJson } from '../export/json.ts';
import { positionsText } from '../export/text.ts';
import type { Register } from './main.ts';
import { opened } from './opened.ts';
import { problemLines, Unusable } from './shell.ts';

const HEADER = [
  'actor',
  'issue',
  'stance',
  'contested',
  'basis',
  'voice',
  'origins',
  'accepted',
  'suggested',
  'interval',
  'condition',
  'reason',
  'statements',
] as const;

const row = (position: Position, names: ReadonlyMap<string, string>, labels: ReadonlyMap<string, string>) => [
  names.get(position.actor) ?? position.actor,
  labels.get(position.issue) ?? position.issue,
  position.stance,
  position.contested ? 'contested' : '',
  position.basis,
  position.voice,
  position.origins.length,
  position.counts.accepted,
  position.counts.suggested,
  position.interval,
  position.conditions.map(({ passage }) => passage.quote).join(' | '),
  position.reasons.map(({ quote }) => quote).join(' | '),
  position.statements.map(({ id }) => id).join(' '),
];

/** `entente positions DOSSIER`: who stands where. */
export const positions: Register = (program, shell, done) => {
  program
    .command('positions')
    .description('who stands where on what, counted by origin')
    .argument('<folder>', 'a dossier, or a folder of reports')
    .option('--as-of <date>', 'leaves out what was said later: 2021-10, 2021-10-19')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV, formulas defused')
    .action(async (path: string, options: { asOf?: string; json?: boolean; csv?: boolean }) => {
      if (options.json && options.csv)
        throw new Unusable([
          { code: 'positions/both', at: ['--csv'], says: 'Give --json or --csv, not both: one answer is written.' },
        ]);
      if (options.asOf !== undefined && readEdtf(options.asOf) === undefined)
        throw new Unusable([
          {
            code: 'positions/date',
            at: ['--as-of'],
            says: `“${options.asOf}” is no date. Write a year, a month or a day: 2021, 2021-10, 2021-10-19.`,
          },
        ]);
      const folder = await opened(path, shell);
      const { dossier } = folder;
      shell.err(problemLines(folder.problems));
      const asOf = options.asOf ?? dossier.asOf;
      const found = positionsOver(dossier, asOf === undefined ? {} : { asOf });
      const names = new Map(dossier.codebook.actors.map(({ id, name }) => [id, name]));
      const labels = new Map(dossier.codebook.issues.map(({ id, label }) => [id, label]));
      if (options.json)
        shell.out(
          `${JSON.stringify({ ...(asOf !== undefined && { asOf }), positions: found.map(positionJson) }, null, 2)}\n`,
        );
      else if (options.csv)
        shell.out(
          csv(
            HEADER,
            found.map((one) => row(one, names, labels)),
          ),
        );
      else if (found.length === 0) shell.out('No position: no document has a statement on an issue.\n');
      else {
        if (asOf !== undefined) shell.out(`As of ${edtfWords(asOf)}\n\n`);
        shell.out(positionsText({ positions: found, names, dossier }, shell.columns));
      }
      done(folder.problems.length > 0 || found.length === 0 ? 1 : 0);
    });
};
