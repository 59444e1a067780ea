import { resolve } from 'node:path';
import { CHANGE_KINDS } from '@entente/core/settlement/candidate-change';
import { settle as settled } from '@entente/core/settlement/settle';
import { writeSettlement } from '@entente/core/settlement/write-settlement';
import { SANCTION_RULES } from '@entente/core/vocabulary';
import { evidenceBeside } from '../settlement/beside.ts';
import { record } from '../settlement/record.ts';
import { checkedWish, type WishWords } from '../settlement/wish.ts';
import { openConflict } from '../store/conflict-file.ts';
import type { Register } from './main.ts';
import { interruption, progress, searched } from './progress.ts';
import { settleText } from './settle-text.ts';
import { problemLines } from './shell.ts';

/** `entente settle CONFLICT --state PATTERN`: what would have to change for a state to hold. */
export const settle: Register = (program, shell, done) => {
  program
    .command('settle')
    .description('what would have to change for a wanted state to hold: the smallest changes, all of them')
    .argument('<conflict>', 'a conflict file')
    .requiredOption('--state <pattern>', 'the wanted state: Y or N for each option, in file order')
    .option('--concept <concept>', 'nash, gmr, smr or seq', 'nash')
    .option('--rule <rule>', `how opponents may answer: ${SANCTION_RULES.join(', ')}`, 'legal')
    .option('--most <n>', 'the most changes tried at once, 1 to 4', '2')
    .option('--all', 'go on to --most when smaller sets were found', false)
    .option('--kinds <list>', `only these kinds of change: ${CHANGE_KINDS.join(', ')}`)
    .option('--makers <list>', 'only these decision makers may change what they want')
    .option('--json', 'the answer as JSON, with its inputs, for entente verify')
    .action(async (path: string, words: WishWords & { json?: boolean }) => {
      const at = resolve(shell.cwd, path);
      const file = await openConflict(at);
      if (!file.ok) {
        shell.err(problemLines(file.problems));
        done(2);
        return;
      }
      const { wish, problems } = checkedWish(file.value, words);
      if (problems.length > 0) {
        shell.err(problemLines(problems));
        done(2);
        return;
      }
      const { conflict, model } = file.value;
      const evidence = await evidenceBeside(at);
      const additions = evidence?.additions(conflict) ?? [];
      const [bar, interrupted] = [progress(shell), interruption()];
      const answer = await searched(
        settled(conflict, model, { ...wish, additions }),
        ({ tried, size }) =>
          bar.say(`sets of ${size}: ${tried.toLocaleString('en-US')} verdicts; Ctrl-C stops with what is known`),
        interrupted.stopped,
      );
      bar.end();
      interrupted.end();
      if (interrupted.stopped()) shell.err('Stopped: what follows is right as far as it says that it went.\n');
      if (words.json) {
        const { json: _json, ...question } = words;
        shell.out(
          `${JSON.stringify(await record('settle', at, question, writeSettlement(conflict, answer)), undefined, 2)}\n`,
        );
      } else shell.out(settleText(conflict, answer, evidence, shell.columns));
      done(answer.already || answer.sets.length > 0 ? 0 : 1);
    });
};
