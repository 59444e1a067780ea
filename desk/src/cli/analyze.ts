import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Conflict } from '@entente/core/conflict/conflict';
import { stateData } from '@entente/core/report/verdict-data';
import { ruleDifferences } from '@entente/core/stability/sanction-rules';
import { writeAnalysis } from '@entente/core/stability/write-analysis';
import { ALL_CONCEPTS, CONCEPTS, SANCTION_RULES } from '@entente/core/vocabulary';
import { inputsOf } from '../settlement/record.ts';
import { openConflict } from '../store/conflict-file.ts';
import { conflictText } from '../store/write-conflict-file.ts';
import { analysisText } from './analysis-text.ts';
import { coalitionIn, conceptsIn, ruleIn, stateIn } from './analyze-options.ts';
import { announced } from './announce.ts';
import type { Register } from './main.ts';
import { runAnalysis } from './run-analysis.ts';
import { problemLines, type Shell, Unusable } from './shell.ts';
import { checkedSure, notForSure, type SureWords, sureAnswer, withoutSure } from './sure.ts';

const written = async (conflict: Conflict, file: string, shell: Shell): Promise<void> => {
  const text = conflictText(conflict, file);
  if (!text.ok) throw new Unusable(text.problems);
  try {
    await writeFile(resolve(shell.cwd, file), text.value.text, { flag: 'wx' });
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : '';
    const says =
      code === 'EEXIST'
        ? 'The file is there already and is left as it is. Choose another name.'
        : 'It cannot be written there. Choose another place.';
    throw new Unusable([{ code: 'analyze/write', at: [file], says }]);
  }
  shell.err(`Written to ${file}.${text.value.lost.length > 0 ? ' Left out:' : ''}\n`);
  for (const sentence of text.value.lost) shell.err(`  ${sentence}\n`);
};

interface AnalyzeOptions extends SureWords {
  readonly json?: boolean;
  readonly sure?: boolean;
  readonly concepts: string;
  readonly rule: string;
  readonly state?: string;
  readonly coalition?: string;
  readonly write?: string;
}

/** `entente analyze CONFLICT`: which states hold, and why. */
export const analyze: Register = (program, shell, done) => {
  program
    .command('analyze')
    .description('which states of a conflict hold, under which solution concepts, and why')
    .argument('<conflict>', 'a conflict file: YAML or JSON, GMCR+, or the neutral format')
    .option('--json', 'the states, ranks, stable states and equilibria as JSON')
    .option('--concepts <list>', `which of ${ALL_CONCEPTS.join(', ')}, or all`, CONCEPTS.join(','))
    .option('--rule <rule>', `how opponents may answer: ${SANCTION_RULES.join(', ')}`, 'legal')
    .option('--state <pattern>', 'explain this state instead of the status quo, and how it comes about')
    .option('--coalition <ids>', 'makers who act as one, such as a,b; or all: whichever may form')
    .option('--write <file>', 'write the conflict too: .yaml, .json, .gmcr (GMCR+) or .neutral.json')
    .option('--sure', 'in what share of the admissible readings each state holds, and what that rests on')
    .option(
      '--orders <which>',
      'with --sure, orders of aims left open: none, groups (of equal priority; the default) or all',
    )
    .option('--samples <n>', 'with --sure, readings sampled where they cannot be counted (2000)')
    .option('--seed <n>', 'with --sure, the seed of the samples (1)')
    .action(async (path: string, options: AnalyzeOptions) => {
      const question = { concepts: conceptsIn(options.concepts), rule: ruleIn(options.rule) };
      const sure = options.sure ? checkedSure(options) : withoutSure(options);
      const file = await openConflict(resolve(shell.cwd, path), (conflict, states) =>
        sure ? notForSure(conflict, states) : announced(conflict, states, question, shell),
      );
      if (!file.ok) {
        shell.err(problemLines(file.problems));
        done(2);
        return;
      }
      const { conflict, model, lost } = file.value;
      for (const sentence of lost) shell.err(`Not taken over: ${sentence}\n`);
      const state = options.state === undefined ? undefined : stateIn(model, options.state);
      const coalition =
        options.coalition === undefined ? undefined : coalitionIn(model, options.coalition, question.rule);
      if (options.write !== undefined) await written(conflict, options.write, shell);
      if (sure) {
        const asked = { ...sure, json: options.json === true };
        shell.out(await sureAnswer(file.value, resolve(shell.cwd, path), asked, question, shell));
        done(0);
        return;
      }
      const result = runAnalysis(model, question, shell);
      const differences = ruleDifferences(result);
      if (options.json) {
        const asked = {
          concepts: question.concepts.join(','),
          rule: question.rule,
          ...(options.state !== undefined && { state: options.state }),
          ...(options.coalition !== undefined && { coalition: options.coalition }),
        };
        const more = {
          ...(state !== undefined && { state: stateData(result, state) }),
          ...(coalition && { coalition: coalition.data }),
          record: await inputsOf('analyze', resolve(shell.cwd, path), asked),
        };
        for (const piece of writeAnalysis(conflict.title, result, differences, more)) shell.out(piece);
      } else {
        const asked = { ...(state !== undefined && { state }), ...(coalition && { coalition: coalition.words }) };
        shell.out(analysisText(conflict, result, differences, shell.columns, asked));
      }
      done(0);
    });
};
