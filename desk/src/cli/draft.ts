import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { draftConflict } from '@entente/core/conflict/draft';
import { issueId } from '@entente/core/vocabulary';
import { conflictText } from '../store/write-conflict-file.ts';
import type { Register } from './main.ts';
import { opened } from './opened.ts';
import { Unusable } from './shell.ts';

/** `entente draft DOSSIER -o conflict.yaml`: a conflict put forward from what the parties say. */
export const draft: Register = (program, shell, done) => {
  program
    .command('draft')
    .description('a conflict put forward from positions and conditions, each part with the statements that bear it')
    .argument('<folder>', 'a dossier folder, or a folder of reports')
    .option('-o, --output <file>', 'where to write it; to stdout when left out')
    .option('--issue <id>', 'the issue that the conflict turns on; the one on which most parties stand when left out')
    .action(async (folder: string, options: { output?: string; issue?: string }) => {
      const { dossier } = await opened(folder, shell);
      const { title, asOf, codebook } = dossier;
      if (options.issue !== undefined && !codebook.issues.some(({ id }) => id === options.issue)) {
        const says = `“${options.issue}” is no issue here. Known: ${codebook.issues.map(({ id }) => id).join(', ') || 'none'}.`;
        throw new Unusable([{ code: 'draft/issue', at: ['--issue'], says }]);
      }
      const drafted = draftConflict(dossier, {
        title,
        ...(asOf !== undefined && { asOf }),
        ...(options.issue !== undefined && { focal: issueId(options.issue) }),
      });
      if (!drafted.ok) {
        for (const { says } of drafted.problems) shell.err(`${says}\n`);
        done(1);
        return;
      }
      const { conflict, leftOut } = drafted.value;
      const text = conflictText(conflict, options.output ?? 'conflict.yaml');
      if (!text.ok) throw new Unusable(text.problems);
      if (options.output === undefined) shell.out(text.value.text);
      else {
        await writeNew(resolve(shell.cwd, options.output), text.value.text, options.output);
        shell.err(
          `Written to ${options.output}. It is a proposal: no source ranks the aims, so each party’s stand in one group, in no order.\n`,
        );
      }
      for (const line of leftOutLines(leftOut)) shell.err(`${line}\n`);
      done(0);
    });
};

/** What was left out, the reasons once each. */
const leftOutLines = (leftOut: readonly { readonly what: string; readonly why: string }[]): string[] =>
  [...new Set(leftOut.map(({ why }) => why))].map((why) => {
    const what = leftOut.filter((one) => one.why === why).map((one) => one.what.replace(/\s+/g, ' '));
    return `Left out: ${what.join('; ')}. ${why}`;
  });

const writeNew = async (path: string, text: string, name: string): Promise<void> => {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (fault) {
    const there = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST';
    const says = there
      ? 'The file is there already and is left as it is. Choose another name.'
      : 'It cannot be written there. Choose another place.';
    throw new Unusable([{ code: 'draft/write', at: [name], says }]);
  }
};
