import type { Question } from '@entente/core/stability/analysis';
import { tooLargeToAnalyse } from '@entente/core/stability/analysis-size';
import { analyser } from '@entente/core/stability/fast-analysis';
import type { GraphModel } from '@entente/core/stability/graph-model';
import type { Analysis } from '@entente/core/stability/verdict';
import { type Shell, Unusable } from './shell.ts';

/** Milliseconds before the first word on progress, and between two. */
const SILENCE = 1000;
const PACE = 100;

/**
 * The analysis of a conflict, with its progress on a terminal when it takes more than a second.
 *
 * @throws Unusable when it needs more memory than there is, before it takes any
 */
export const runAnalysis = (
  model: GraphModel,
  question: Question,
  shell: Shell,
  available = process.availableMemory(),
): Analysis => {
  const problem = tooLargeToAnalyse(model, question, available);
  if (problem) throw new Unusable([problem]);
  const run = analyser(model, question).steps(model.ranks);
  let next = performance.now() + SILENCE;
  let said = false;
  let step = run.next();
  for (; !step.done; step = run.next()) {
    if (!shell.terminal || performance.now() < next) continue;
    const { done, maker, concept } = step.value;
    const line = `Analysing … ${Math.round(100 * done)} %  ${concept}, ${model.makers[maker]?.name ?? ''}`;
    shell.err(`\r${line.slice(0, shell.columns - 1).padEnd(shell.columns - 1)}`);
    said = true;
    next = performance.now() + PACE;
  }
  if (said) shell.err(`\r${' '.repeat(shell.columns - 1)}\r`);
  return step.value;
};
