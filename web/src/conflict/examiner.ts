import type { SettlementSaid } from '@entente/core/report/settlement-said';
import type { SurenessSaid } from '@entente/core/report/sureness-said';
import type { Problem } from '@entente/core/vocabulary';
import { type Cell, cell } from '../shared/cell.ts';
import type { Asides, Examined, Explained, SettleWish, Stage, SureWish } from './examine.ts';
import type { StatesPage, StatesWish } from './list.ts';
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
  readonly page?: StatesPage;
  readonly asides?: Asides;
}

/** What goes on now. */
export type Going = Stage | { readonly kind: 'starting' };

export type Settling =
  | { readonly kind: 'none' }
  | { readonly kind: 'going'; readonly tried: number }
  | { readonly kind: 'there'; readonly said: SettlementSaid }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** How far it is with how sure that is. */
export type Assuring =
  | { readonly kind: 'none' }
  | { readonly kind: 'going'; readonly done: number }
  | { readonly kind: 'there'; readonly said: SurenessSaid }
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
  readonly assuring: Cell<Assuring> = cell<Assuring>({ kind: 'none' });
  readonly #hire: Hire;
  #wish: StatesWish = { all: false, where: '', from: 0 };
  #helper: Helper | undefined;
  #settler: Helper | undefined;
  #assurer: Helper | undefined;
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
    this.endAssuring();
    this.#helper.ask({ kind: 'examine', job, data });
  }

  /** Asks for other states; of the conflict as it will be, where that is still examined. */
  list(wish: StatesWish): void {
    if (JSON.stringify(wish) === JSON.stringify(this.#wish)) return;
    this.#wish = wish;
    if (!this.#busy) this.#helper?.ask({ kind: 'list', job: this.#job, wish });
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

  settle(wish: SettleWish): void {
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
    settler.ask({ kind: 'settle', job: 0, data: this.#data, wish });
  }

  endSettling(): void {
    this.#settler?.end();
    this.#settler = undefined;
    this.settling.set({ kind: 'none' });
  }

  assure(wish: SureWish): void {
    this.endAssuring();
    this.assuring.set({ kind: 'going', done: 0 });
    const assurer = this.#hire(
      (answer) => {
        if (this.#assurer !== assurer) return;
        if (answer.kind === 'tried-readings') this.assuring.set({ kind: 'going', done: answer.done });
        else if (answer.kind === 'problems') this.assuring.set({ kind: 'failed', problems: answer.problems });
        else if (answer.kind === 'sure') this.assuring.set({ kind: 'there', said: answer.said });
        if (answer.kind !== 'tried-readings' && answer.kind !== 'stage') assurer.end();
      },
      (message) => this.assuring.set({ kind: 'failed', problems: [broken(message)] }),
    );
    this.#assurer = assurer;
    assurer.ask({ kind: 'sure', job: 0, data: this.#data, wish });
  }

  endAssuring(): void {
    this.#assurer?.end();
    this.#assurer = undefined;
    this.assuring.set({ kind: 'none' });
  }

  /** Ends everything: the room is left. */
  end(): void {
    this.#dismiss();
    this.endSettling();
    this.endAssuring();
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
    else if (answer.kind === 'asides') this.#change({ asides: answer.asides });
    else if (answer.kind === 'listed') this.#change({ page: answer.page });
    else if (answer.kind === 'problems') {
      this.#busy = false;
      this.going.set(undefined);
      this.#change({ problems: answer.problems });
    } else if (answer.kind === 'examined') {
      this.#busy = false;
      this.going.set(undefined);
      this.#change({ found: answer.examined, old: false, problems: [] });
      const pattern = this.state.now().asked ?? answer.examined.first;
      const job = this.#job;
      this.#wish = { ...this.#wish, from: 0 };
      this.#helper?.ask({ kind: 'list', job, wish: this.#wish });
      if (pattern !== undefined) this.#helper?.ask({ kind: 'explain', job, pattern });
      this.#helper?.ask({ kind: 'asides', job });
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
