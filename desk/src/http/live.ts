import type { RecordKind } from '../store/record.ts';

/** What open pages are told at once: the dossier changed, or work goes on. */
export type Happening =
  | {
      readonly kind: 'change';
      readonly version: number;
      readonly what: string;
      readonly records: readonly RecordKind[];
    }
  | ({ readonly kind: 'work' } & Work);

/** Something that takes longer than a moment. */
export interface Work {
  readonly id: string;
  /** “Reading 3 files”. */
  readonly says: string;
  readonly done: number;
  readonly all: number;
  /** What is in hand: a file's name. */
  readonly now?: string;
  /** How it ended; left out while it goes on. */
  readonly ended?: 'finished' | 'stopped' | 'failed';
}

/** Tells every open page what happens. */
export class Hub {
  readonly #listeners = new Set<(happening: Happening) => void>();
  readonly #works = new Map<string, Work>();
  readonly #stopped = new Set<string>();

  tell(happening: Happening): void {
    if (happening.kind === 'work') {
      const { kind: _, ...work } = happening;
      if (work.ended === undefined) this.#works.set(work.id, work);
      else {
        this.#works.delete(work.id);
        this.#stopped.delete(work.id);
      }
    }
    for (const listener of [...this.#listeners]) listener(happening);
  }

  listen(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    for (const work of this.#works.values()) listener({ kind: 'work', ...work });
    return () => void this.#listeners.delete(listener);
  }

  /** Asks work to stop after what is in hand. */
  stop(id: string): boolean {
    if (!this.#works.has(id)) return false;
    this.#stopped.add(id);
    return true;
  }

  isStopped(id: string): boolean {
    return this.#stopped.has(id);
  }
}
