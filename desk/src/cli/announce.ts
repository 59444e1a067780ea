import type { Conflict } from '@entente/core/conflict/conflict';
import { memoryFor } from '@entente/core/conflict/space';
import type { Question } from '@entente/core/stability/analysis';
import { analysisBytes, analysisSeconds, tooLargeToAnalyse } from '@entente/core/stability/analysis-size';
import { outline } from '@entente/core/stability/compile';
import type { Problem } from '@entente/core/vocabulary';
import type { Shell } from './shell.ts';

/** What takes longer, in seconds, is announced before it begins. */
const LONG = 5;

const MIB = 2 ** 20;

const memoryWords = (bytes: number): string =>
  bytes < 1024 * MIB ? `${Math.ceil(bytes / MIB)} MiB` : `${(bytes / 1024 / MIB).toFixed(1)} GiB`;

const durationWords = (seconds: number): string =>
  seconds < 50
    ? `${Math.ceil(seconds / 5) * 5} seconds`
    : seconds < 90
      ? 'a minute'
      : seconds < 5400
        ? `${Math.round(seconds / 60)} minutes`
        : `${Math.round(seconds / 3600)} hours`;

/**
 * Before anything long begins: one line on stderr with its size, also where no terminal shows progress.
 *
 * @returns the problem when it does not fit in memory; then nothing should begin
 */
export const announced = (
  conflict: Conflict,
  states: number,
  question: Question,
  shell: Shell,
  available = process.availableMemory(),
): Problem | undefined => {
  const model = outline(conflict, states);
  const compiled = memoryFor(states, model.optionCount, model.makers.length);
  const problem = tooLargeToAnalyse(model, question, available - compiled);
  if (problem) return problem;
  const seconds = analysisSeconds(model);
  if (seconds < LONG) return undefined;
  const bytes = compiled + analysisBytes(model, question);
  shell.err(
    `${states.toLocaleString('en-US')} states for ${model.makers.length} makers: about ${memoryWords(bytes)} of memory and ${durationWords(seconds)}, ` +
      'by a rate measured on one machine.\n',
  );
  return undefined;
};
