import { fastAnalysis } from '@entente/core/stability/fast-analysis';
import { random, randomModel } from '@entente/core/testing/random-model';
import { expect, test } from 'vitest';
import { runAnalysis } from './run-analysis.ts';
import { type Shell, Unusable } from './shell.ts';

const model = randomModel({ options: [2, 1, 2], infeasible: 0.2, oneWay: 0.2, listed: 0, tiers: 9 }, random(3));

const quiet: Shell = { out: () => {}, err: () => {}, terminal: true, outTerminal: false, columns: 80, cwd: '.' };

test('it gives the analysis', () => {
  expect(runAnalysis(model, {}, quiet)).toEqual(fastAnalysis(model));
});

test('it says how much memory is missing in place of running out of it', () => {
  expect(() => runAnalysis(model, {}, quiet, 100)).toThrow(Unusable);
  expect(() => runAnalysis(model, {}, quiet, 100)).toThrow(/states for 3 makers takes about .* GiB/);
});
