import type { ReversalEntry } from '@entente/core/report/model';
import type { SettlementSaid } from '@entente/core/report/settlement-said';
import type { Problem } from '@entente/core/vocabulary';
import {
  analysed,
  type Examined,
  type Explained,
  examined,
  explained,
  reversals,
  type SettleConcept,
  type Stage,
  type Subject,
  settled,
} from './examine.ts';

/** What the page asks of the worker. `job` comes back with every answer. */
export type Ask =
  | { readonly kind: 'examine'; readonly job: number; readonly data: unknown }
  | { readonly kind: 'explain'; readonly job: number; readonly pattern: string }
  | { readonly kind: 'reversals'; readonly job: number }
  | {
      readonly kind: 'settle';
      readonly job: number;
      readonly data: unknown;
      readonly pattern: string;
      readonly concept: SettleConcept;
      readonly most: number;
    };

export type Answer =
  | { readonly kind: 'stage'; readonly job: number; readonly stage: Stage }
  | { readonly kind: 'tried'; readonly job: number; readonly tried: number }
  | { readonly kind: 'problems'; readonly job: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'examined'; readonly job: number; readonly examined: Examined }
  | { readonly kind: 'explained'; readonly job: number; readonly explained?: Explained }
  | { readonly kind: 'reversals'; readonly job: number; readonly reversals: readonly ReversalEntry[] }
  | { readonly kind: 'settled'; readonly job: number; readonly said?: SettlementSaid };

/** Milliseconds between two words on how far it is. */
const BEAT = 100;

/**
 * The worker's side, one at a time: what stops it is that the page ends the worker.
 *
 * @param clock milliseconds, only ever rising
 */
export const workerOn = (say: (answer: Answer) => void, clock: () => number): ((ask: Ask) => void) => {
  let subject: Subject | undefined;
  const subjectOf = (job: number, data: unknown): Subject | undefined => {
    const run = analysed(data);
    let next = 0;
    let step = run.next();
    for (; !step.done; step = run.next()) {
      if (clock() < next) continue;
      next = clock() + BEAT;
      say({ kind: 'stage', job, stage: step.value });
    }
    if (step.value.ok) return step.value.value;
    say({ kind: 'problems', job, problems: step.value.problems });
    return undefined;
  };
  return (ask) => {
    const { job } = ask;
    if (ask.kind === 'examine') {
      subject = subjectOf(job, ask.data);
      if (subject !== undefined) say({ kind: 'examined', job, examined: examined(subject) });
    } else if (ask.kind === 'explain') {
      const found = subject && explained(subject, ask.pattern);
      say({ kind: 'explained', job, ...(found !== undefined && { explained: found }) });
    } else if (ask.kind === 'reversals') {
      say({ kind: 'reversals', job, reversals: subject === undefined ? [] : reversals(subject) });
    } else {
      const own = subjectOf(job, ask.data);
      if (own === undefined) return;
      const run = settled(own, ask);
      let next = 0;
      let step = run.next();
      for (; !step.done; step = run.next()) {
        if (clock() < next) continue;
        next = clock() + BEAT;
        say({ kind: 'tried', job, tried: step.value.tried });
      }
      say({ kind: 'settled', job, ...(step.value !== undefined && { said: step.value }) });
    }
  };
};
