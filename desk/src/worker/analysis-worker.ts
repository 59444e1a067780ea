import type { Question } from '@entente/core/stability/analysis';
import { tooLargeToAnalyse } from '@entente/core/stability/analysis-size';
import { analyser, type Progress } from '@entente/core/stability/fast-analysis';
import type { GraphModel } from '@entente/core/stability/graph-model';
import { StateSet } from '@entente/core/stability/state-set';
import type { Analysis } from '@entente/core/stability/verdict';
import { CONCEPTS, type Concept, type Outcome, type Problem } from '@entente/core/vocabulary';

/** Where messages go out and come in: a `Worker`, what a worker is given to talk with, or a `MessagePort` once started. */
export interface Port<In, Out> {
  postMessage(message: Out): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: In }) => void): void;
  removeEventListener(kind: 'message', listener: (event: { readonly data: In }) => void): void;
}

type Words = Readonly<Partial<Record<Concept, readonly Uint32Array[]>>>;

export type Ask =
  | { readonly kind: 'analyse'; readonly job: number; readonly model: GraphModel; readonly question: Question }
  | { readonly kind: 'stop'; readonly job: number };

export type Answer =
  | { readonly kind: 'progress'; readonly job: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly job: number; readonly stable: Words; readonly equilibria: Words }
  | { readonly kind: 'problem'; readonly job: number; readonly problem: Problem };

/** Milliseconds of work between two looks at the messages: short enough to stop at once, long enough to cost nothing. */
const SLICE = 40;

const wordsOf = (sets: Readonly<Partial<Record<Concept, readonly StateSet[]>>>): Words =>
  Object.fromEntries(Object.entries(sets).map(([concept, all]) => [concept, all.map(({ words }) => words)]));

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 0));

/**
 * The worker's side: analyses what it is asked for, slice by slice, reports how far it is, and stops when told to.
 *
 * @param available bytes that one analysis may take
 */
export const serveAnalyses = (port: Port<Ask, Answer>, available: number): void => {
  const stopped = new Set<number>();
  const say = (answer: Answer) => port.postMessage(answer);

  const work = async ({ job, model, question }: Ask & { kind: 'analyse' }): Promise<void> => {
    const problem = tooLargeToAnalyse(model, question, available);
    if (problem) {
      say({ kind: 'problem', job, problem });
      return;
    }
    const run = analyser(model, question).steps(model.ranks);
    let until = performance.now() + SLICE;
    let step = run.next();
    for (; !step.done; step = run.next()) {
      if (performance.now() < until) continue;
      say({ kind: 'progress', job, progress: step.value });
      await pause();
      if (stopped.delete(job)) return;
      until = performance.now() + SLICE;
    }
    const { stable, equilibria } = step.value;
    const single = Object.fromEntries(Object.entries(equilibria).map(([concept, set]) => [concept, [set]]));
    say({ kind: 'done', job, stable: wordsOf(stable), equilibria: wordsOf(single) });
  };

  port.addEventListener('message', ({ data: ask }) => {
    if (ask.kind === 'stop') stopped.add(ask.job);
    else void work(ask);
  });
};

const setsOf = (size: number, all: Words): Partial<Record<Concept, StateSet[]>> =>
  Object.fromEntries(
    Object.entries(all).map(([concept, sets]) => [concept, sets.map((words) => new StateSet(size, words))]),
  );

let jobs = 0;

/**
 * The page's side: asks a worker for an analysis. When `signal` is aborted the worker is told to stop, and the promise is rejected
 * with the reason of the signal.
 */
export const analysisFrom = (
  worker: Port<Answer, Ask>,
  model: GraphModel,
  question: Question = {},
  report: (progress: Progress) => void = () => {},
  signal?: AbortSignal,
): Promise<Outcome<Analysis>> =>
  new Promise((resolve, reject) => {
    const job = ++jobs;
    const end = (): void => {
      worker.removeEventListener('message', hear);
      signal?.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      worker.postMessage({ kind: 'stop', job });
      reject(signal?.reason);
    };
    const hear = ({ data: answer }: { readonly data: Answer }): void => {
      if (answer.job !== job) return;
      if (answer.kind === 'progress') {
        report(answer.progress);
        return;
      }
      end();
      if (answer.kind === 'problem') {
        resolve({ ok: false, problems: [answer.problem] });
        return;
      }
      const { concepts = CONCEPTS, rule = 'legal' } = question;
      const equilibria = Object.fromEntries(
        Object.entries(setsOf(model.size, answer.equilibria)).map(([concept, [set]]) => [concept, set]),
      );
      resolve({ ok: true, value: { model, concepts, rule, stable: setsOf(model.size, answer.stable), equilibria } });
    };
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', hear);
    worker.postMessage({ kind: 'analyse', job, model, question });
  });
