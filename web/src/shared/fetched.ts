import type { Outcome, Problem } from '@entente/core/vocabulary';
import { type Cell, cell } from './cell.ts';

/** What came of asking the desk: being asked, there, or not to be had. What was there before stays while it is asked again. */
export type Fetched<Value> =
  | { readonly kind: 'asked' }
  | { readonly kind: 'there'; readonly value: Value; readonly stale: boolean }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[]; readonly value?: Value };

export const UNREACHED: Problem = {
  code: 'desk/unreached',
  at: [],
  says: 'The program on this machine does not answer. Start it again with “entente open” or “npm start”; what was saved is safe.',
};

/** One thing to be fetched. */
export interface Source<Value> {
  readonly cell: Cell<Fetched<Value>>;
  /** Says that somebody shows it, which asks for it when it is out of date; the answer ends that. */
  readonly watch: () => () => void;
}

class Shelf<Value> implements Source<Value> {
  readonly cell: Cell<Fetched<Value>> = cell<Fetched<Value>>({ kind: 'asked' });
  readonly #ask: () => Promise<Outcome<Value>>;
  #round = 0;
  #old = true;
  #watched = 0;

  constructor(ask: () => Promise<Outcome<Value>>) {
    this.#ask = ask;
  }

  readonly watch = (): (() => void) => {
    this.#watched += 1;
    if (this.#old) void this.#fetch();
    return () => {
      this.#watched -= 1;
    };
  };

  get idle(): boolean {
    return this.#watched === 0;
  }

  changed(): void {
    this.#old = true;
    if (this.#watched > 0) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#old = false;
    this.#round += 1;
    const round = this.#round;
    const before = this.cell.now();
    const value = before.kind === 'asked' ? undefined : before.value;
    if (before.kind === 'there') this.cell.set({ ...before, stale: true });
    const answer = await this.#ask().catch(() => ({ ok: false, problems: [UNREACHED] }) as const);
    if (round !== this.#round) return;
    if (answer.ok) return this.cell.set({ kind: 'there', value: answer.value, stale: false });
    this.#old = true;
    this.cell.set({ kind: 'failed', problems: answer.problems, ...(value !== undefined && { value }) });
  }
}

/** Kept of a kind; the oldest that nobody shows go first. */
const MOST = 60;

/**
 * What was fetched, kept until the dossier changes. What is shown when a change comes is asked for again at once, the rest when somebody
 * looks at it.
 */
export class Fetching {
  readonly #kinds: { readonly reads: readonly string[]; readonly changed: () => void }[] = [];

  /**
   * Things of one kind, by a key.
   *
   * @param reads the kinds of record that it is made from; a change of others leaves it as it is. Empty: it never changes
   */
  of<Value>(reads: readonly string[], ask: (key: string) => Promise<Outcome<Value>>): (key: string) => Source<Value> {
    const shelves = new Map<string, Shelf<Value>>();
    this.#kinds.push({
      reads,
      changed: () => {
        for (const shelf of shelves.values()) shelf.changed();
      },
    });
    return (key) => {
      const known = shelves.get(key);
      if (known !== undefined) return known;
      const shelf = new Shelf(() => ask(key));
      shelves.set(key, shelf);
      for (const [other, { idle }] of shelves) {
        if (shelves.size <= MOST) break;
        if (idle && other !== key) shelves.delete(other);
      }
      return shelf;
    };
  }

  /** Records of these kinds have changed; without kinds, anything may have. */
  changed(records?: readonly string[]): void {
    for (const { reads, changed } of this.#kinds)
      if (records === undefined || reads.some((kind) => records.includes(kind))) changed();
  }
}
