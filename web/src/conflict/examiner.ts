import type { ReversalEntry } from '@entente/core/report/model';
import type { SettlementSaid } from '@entente/core/report/settlement-said';
import type { Problem } from '@entente/core/vocabulary';
import { type Cell, cell } from '../shared/cell.ts';
import type { Examined, Explained, SettleConcept, Stage } from './examine.ts';
import type { Answer, Ask } from './work.ts';

/** What is known of a conflict while it changes: what was found last, and what goes on now. */
export interface Examination {
  readonly found?: Examined;
  /** True when `found` is of an earlier state of the conflict. */
  readonly old: boolean;
  readonly problems: readonly Problem[];
  readonly stopped: boolean;
  readonly explained?: Explained;
  readonly asked?: string;
  readonly reversals?: readonly ReversalEntry[];
}

/** What goes on now. */
export type Going = Stage | { readonly kind: 'starting' };

export type Settling =
  | { readonly kind: 'none' }
  | { readonly kind: 'going'; readonly tried: number }
  | { readonly kind: 'there'; readonly said: SettlementSaid }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** A worker: it answers what it is asked until it is ended. */
export interface Helper {
  readonly ask: (ask: Ask) => void;
  readonly end: () => void;
}

/** Takes on a worker, with what hears its answers and its fault. */
export type Hire = (hear: (answer: Answer) => void, failed: (message: string) => void) => Helper;

const NOTHING: Examination = { old: false, problems: [], stopped: false };

/**
 * Examines a conflict again whenever it changes, in a worker: a change ends the worker that is at work on the conflict as it was before
 * and starts another, so nothing waits for what nobody needs any more.
 */
export class Examiner {
  readonly state: Cell<Examination> = cell<Examination>(NOTHING);
  /** Apart from the rest, so that a word on how far it is makes nothing else be drawn anew. */
  readonly going: Cell<Going | undefined> = cell<Going | undefined>(undefined);
  readonly settling: Cell<Settling> = cell<Settling>({ kind: 'none' });
  readonly #hire: Hire;
  #helper: Helper | undefined;
  #settler: Helper | undefined;
  #job = 0;
  #data: unknown;
  #busy = false;

  constructor(hire: Hire) {
    this.#hire = hire;
  }

  #change(change: Partial<Examination>): void {
    this.state.set((before) => ({ ...before, ...change }));
  }

  #without(...names: readonly (keyof Examination)[]): void {
    this.state.set((before) => {
      const after: { -readonly [Key in keyof Examination]: Examination[Key] } = { ...before };
      for (const name of names) delete after[name];
      return after;
    });
  }

  /** Takes the conflict as it is now. */
  examine(data: unknown): void {
    this.#data = data;
    if (this.#busy) this.#dismiss();
    this.#helper ??= this.#newHelper();
    this.#busy = true;
    const job = ++this.#job;
    this.#change({ old: this.state.now().found !== undefined, stopped: false, problems: [] });
    this.going.set({ kind: 'starting' });
    this.endSettling();
    this.#helper.ask({ kind: 'examine', job, data });
  }

  /** Explains a state as soon as the conflict is examined. */
  explain(pattern: string | undefined): void {
    if (pattern === this.state.now().asked) return;
    if (pattern === undefined) this.#without('asked');
    else this.#change({ asked: pattern });
    if (pattern !== undefined && !this.#busy) this.#helper?.ask({ kind: 'explain', job: this.#job, pattern });
  }

  /** Stops what goes on; what was found before stays. */
  stop(): void {
    if (this.#busy) this.#dismiss();
    this.going.set(undefined);
    this.#change({ stopped: true });
  }

  settle(pattern: string, concept: SettleConcept, most: number): void {
    this.endSettling();
    this.settling.set({ kind: 'going', tried: 0 });
    const settler = this.#hire(
      (answer) => {
        if (this.#settler !== settler) return;
        if (answer.kind === 'tried') this.settling.set({ kind: 'going', tried: answer.tried });
        else if (answer.kind === 'problems') this.settling.set({ kind: 'failed', problems: answer.problems });
        else if (answer.kind === 'settled')
          this.settling.set(answer.said === undefined ? { kind: 'none' } : { kind: 'there', said: answer.said });
        if (answer.kind !== 'tried' && answer.kind !== 'stage') settler.end();
      },
      (message) => this.settling.set({ kind: 'failed', problems: [broken(message)] }),
    );
    this.#settler = settler;
    settler.ask({ kind: 'settle', job: 0, data: this.#data, pattern, concept, most });
  }

  endSettling(): void {
    this.#settler?.end();
    this.#settler = undefined;
    this.settling.set({ kind: 'none' });
  }

  /** Ends everything: the room is left. */
  end(): void {
    this.#dismiss();
    this.endSettling();
  }

  #dismiss(): void {
    this.#helper?.end();
    this.#helper = undefined;
    this.#busy = false;
  }

  #newHelper(): Helper {
    return this.#hire(
      (answer) => this.#hear(answer),
      (message) => {
        this.#dismiss();
        this.going.set(undefined);
        this.#change({ problems: [broken(message)] });
      },
    );
  }

  #hear(answer: Answer): void {
    if (answer.job !== this.#job) return;
    if (answer.kind === 'stage') this.going.set(answer.stage);
    else if (answer.kind === 'reversals') this.#change({ reversals: answer.reversals });
    else if (answer.kind === 'problems') {
      this.#busy = false;
      this.going.set(undefined);
      this.#change({ problems: answer.problems });
    } else if (answer.kind === 'examined') {
      this.#busy = false;
      this.going.set(undefined);
      this.#change({ found: answer.examined, old: false, problems: [] });
      const pattern = this.state.now().asked ?? answer.examined.statusQuo ?? answer.examined.states[0]?.pattern;
      if (pattern !== undefined) this.#helper?.ask({ kind: 'explain', job: this.#job, pattern });
      this.#helper?.ask({ kind: 'reversals', job: this.#job });
    } else if (answer.kind === 'explained') {
      if (answer.explained === undefined) this.#without('explained');
      else this.#change({ explained: answer.explained });
    }
  }
}

const broken = (message: string): Problem => ({
  code: 'conflict/worker',
  at: [],
  says: `The analysis ended with a fault: ${message || 'no more memory'}. Leave options out, or load the page again.`,
});
