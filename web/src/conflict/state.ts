import type { Conflict } from '@entente/core/conflict/conflict';
import { readConflict } from '@entente/core/conflict/read-conflict';
import { conflictData } from '@entente/core/conflict/write-conflict';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { type Cell, cell } from '../shared/cell.ts';

/** The conflict on the desk: as it is edited here, and whether that could be saved. */
export interface OnDesk {
  readonly conflict: Conflict;
  /** What stands in the way of saving: somebody changed the same conflict meanwhile, or the desk refused. */
  readonly clash: readonly Problem[];
}

type Save = (data: unknown, what: string, expect: number) => Promise<Outcome<{ readonly version: number }>>;

/**
 * A conflict that is edited: every change shows at once and is saved in its turn. What others save is taken over as soon as nothing of
 * one's own is under way; where both changed it, one's own stays in view until the reader chooses.
 */
export class Editing {
  readonly state: Cell<OnDesk | undefined> = cell<OnDesk | undefined>(undefined);
  readonly #save: Save;
  #version = 0;
  #open = 0;
  #queue: Promise<void> = Promise.resolve();
  #latest: { readonly version: number; readonly data: unknown } | undefined;

  constructor(save: Save) {
    this.#save = save;
  }

  /** Takes what the desk has. */
  take(version: number, data: unknown): void {
    this.#latest = { version, data };
    if (this.#open > 0 || version < this.#version || (this.state.now()?.clash.length ?? 0) > 0) return;
    this.#adopt();
  }

  /** Shows a change and saves it. */
  change(what: string, conflict: Conflict): void {
    this.state.set((before) => ({ conflict, clash: before?.clash ?? [] }));
    this.#open += 1;
    this.#queue = this.#queue.then(() => this.#send(what));
  }

  /** After a clash: leaves one's own change and shows what is saved. */
  takeTheirs(): void {
    this.#adopt();
  }

  /** After a clash: saves one's own over it. */
  keepMine(what: string): void {
    const now = this.state.now();
    if (now === undefined) return;
    this.#version = Math.max(this.#version, this.#latest?.version ?? 0);
    this.state.set({ conflict: now.conflict, clash: [] });
    this.change(what, now.conflict);
  }

  /** When everything under way is done. */
  settled(): Promise<void> {
    return this.#queue;
  }

  async #send(what: string): Promise<void> {
    const now = this.state.now();
    if (now !== undefined && now.clash.length === 0) {
      const saved = await this.#save(conflictData(now.conflict), what, this.#version);
      if (saved.ok) this.#version = saved.value.version;
      else this.state.set((before) => before && { ...before, clash: saved.problems });
    }
    this.#open -= 1;
    const latest = this.#latest;
    if (this.#open === 0 && latest !== undefined && latest.version >= this.#version)
      this.take(latest.version, latest.data);
  }

  #adopt(): void {
    const latest = this.#latest;
    if (latest === undefined) return;
    const read = readConflict(latest.data);
    if (!read.ok) return;
    this.#version = latest.version;
    const now = this.state.now();
    const same = now !== undefined && JSON.stringify(conflictData(now.conflict)) === JSON.stringify(latest.data);
    this.state.set(same ? { conflict: now.conflict, clash: [] } : { conflict: read.value, clash: [] });
  }
}
