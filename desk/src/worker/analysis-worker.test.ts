import { fastAnalysis, type Progress } from '@entente/core/stability/fast-analysis';
import { type Likeness, random, randomModel } from '@entente/core/testing/random-model';
import { afterAll, expect, test } from 'vitest';
import { analysisFrom, serveAnalyses } from './analysis-worker.ts';

const { port1: page, port2: worker } = new MessageChannel();
serveAnalyses(worker, 2 ** 26);
worker.start();
page.start();
afterAll(() => {
  page.close();
  worker.close();
});

const like: Likeness = { options: [2, 2, 2], infeasible: 0.2, oneWay: 0.2, listed: 0, tiers: 30 };
const small = randomModel(like, random(1));
const large = randomModel({ ...like, options: [5, 5, 5] }, random(2));

test('a worker gives what the analysis gives, and as state sets again', async () => {
  expect(await analysisFrom(page, small)).toEqual({ ok: true, value: fastAnalysis(small) });
});

test('a worker says how far it is', async () => {
  const heard: Progress[] = [];
  const found = await analysisFrom(page, large, { rule: 'each-once' }, (progress) => heard.push(progress));
  expect(found.ok).toBe(true);
  expect(heard.every(({ done }) => done >= 0 && done < 1)).toBe(true);
});

test('a worker that is told to stop stops, and goes on with the next', async () => {
  const control = new AbortController();
  const waiting = analysisFrom(page, large, { concepts: ['simultaneous'] }, () => control.abort(), control.signal);
  await expect(waiting).rejects.toThrow('aborted');
  expect((await analysisFrom(page, small)).ok).toBe(true);
});

test('a worker refuses what would not fit', async () => {
  const { port1, port2 } = new MessageChannel();
  serveAnalyses(port2, 1000);
  port2.start();
  port1.start();
  expect(await analysisFrom(port1, small)).toMatchObject({ ok: false, problems: [{ code: 'stability/too-large' }] });
  port1.close();
  port2.close();
});
