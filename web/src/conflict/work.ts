import type { SettlementSaid } from '@entente/core/report/settlement-said';
import type { SurenessSaid } from '@entente/core/report/sureness-said';
import type { Problem } from '@entente/core/vocabulary';
import {
  type Asides,
  analysed,
  asides,
  type Examined,
  type Explained,
  examined,
  explained,
  MOST_FOR_SURE,
  type SettleWish,
  type Stage,
  type Subject,
  type SureWish,
  settled,
  sure,
} from './examine.ts';
import { type StatesPage, type StatesWish, statesListed } from './list.ts';

/** What the page asks of the worker. `job` comes back with every answer. */
export type Ask =
  | { readonly kind: 'examine'; readonly job: number; readonly data: unknown }
  | { readonly kind: 'explain'; readonly job: number; readonly pattern: string }
  | { readonly kind: 'list'; readonly job: number; readonly wish: StatesWish }
  | { readonly kind: 'asides'; readonly job: number }
  | { readonly kind: 'settle'; readonly job: number; readonly data: unknown; readonly wish: SettleWish }
  | { readonly kind: 'sure'; readonly job: number; readonly data: unknown; readonly wish: SureWish };

export type Answer =
  | { readonly kind: 'stage'; readonly job: number; readonly stage: Stage }
  | { readonly kind: 'tried'; readonly job: number; readonly tried: number }
  | { readonly kind: 'problems'; readonly job: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'examined'; readonly job: number; readonly examined: Examined }
  | { readonly kind: 'explained'; readonly job: number; readonly explained?: Explained }
  | { readonly kind: 'listed'; readonly job: number; readonly page: StatesPage }
  | { readonly kind: 'asides'; readonly job: number; readonly asides: Asides }
  | { readonly kind: 'settled'; readonly job: number; readonly said?: SettlementSaid }
  | { readonly kind: 'tried-readings'; readonly job: number; readonly done: number }
  | { readonly kind: 'sure'; readonly job: number; readonly said: SurenessSaid };

const TOO_MANY: Problem = {
  code: 'conflict/too-many-readings',
  at: [],
  says: `Each reading is analysed anew, so this is worked out for at most ${MOST_FOR_SURE.toLocaleString('en-US')} states. Rule combinations out, or leave options out.`,
};

/** Milliseconds between two words on how far it is. */
const BEAT = 100;

/**
 * The worker's side, one at a time: what stops it is that the page ends the worker.
 *
 * @param clock milliseconds, only ever rising
 */
export const workerOn = (say: (answer: Answer) => void, clock: () => number): ((ask: Ask) => void) => {
  let subject: Subject | undefined;
  /** Runs to the end, with a word now and then on how far it is. */
  const beaten = <Step, End>(run: Generator<Step, End>, beat: (step: Step) => void): End => {
    let next = 0;
    let step = run.next();
    for (; !step.done; step = run.next()) {
      if (clock() < next) continue;
      next = clock() + BEAT;
      beat(step.value);
    }
    return step.value;
  };
  const subjectOf = (job: number, data: unknown): Subject | undefined => {
    const found = beaten(analysed(data), (stage) => say({ kind: 'stage', job, stage }));
    if (found.ok) return found.value;
    say({ kind: 'problems', job, problems: found.problems });
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
    } else if (ask.kind === 'list') {
      if (subject !== undefined) say({ kind: 'listed', job, page: statesListed(subject, ask.wish) });
    } else if (ask.kind === 'asides') {
      if (subject !== undefined) say({ kind: 'asides', job, asides: asides(subject) });
    } else {
      const own = subjectOf(job, ask.data);
      if (own === undefined) return;
      if (ask.kind === 'settle') {
        const said = beaten(settled(own, ask.wish), ({ tried }) => say({ kind: 'tried', job, tried }));
        say({ kind: 'settled', job, ...(said !== undefined && { said }) });
      } else {
        const said = beaten(sure(own, ask.wish), ({ done }) => say({ kind: 'tried-readings', job, done }));
        say(said === undefined ? { kind: 'problems', job, problems: [TOO_MANY] } : { kind: 'sure', job, said });
      }
    }
  };
};
