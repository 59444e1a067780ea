import { lowestBit, population } from '../conflict/bits.ts';
import type { State } from '../conflict/state-space.ts';

/**
 * A set of states. The only place where sets are bits: state s is bit s % 32 of word s >> 5.
 *
 * Shape: `words` has ceil(capacity / 32) entries; bits at and above `capacity` are 0.
 */
export class StateSet implements Iterable<State> {
  readonly capacity: number;
  readonly words: Uint32Array;

  constructor(capacity: number, words: Uint32Array = new Uint32Array((capacity + 31) >>> 5)) {
    if (words.length !== (capacity + 31) >>> 5)
      throw new RangeError(`A set of ${capacity} states needs ${(capacity + 31) >>> 5} words, not ${words.length}`);
    this.capacity = capacity;
    this.words = words;
  }

  static of(capacity: number, states: Iterable<State>): StateSet {
    const set = new StateSet(capacity);
    for (const state of states) set.add(state);
    return set;
  }

  has(state: State): boolean {
    return (((this.words[state >>> 5] ?? 0) >>> (state & 31)) & 1) === 1;
  }

  add(state: State): this {
    if (!(state >= 0 && state < this.capacity))
      throw new RangeError(`State ${state} is outside of a set of ${this.capacity}`);
    this.words[state >>> 5] = (this.words[state >>> 5] ?? 0) | (1 << (state & 31));
    return this;
  }

  /** How many states are in it. */
  get size(): number {
    let size = 0;
    for (const word of this.words) size += population(word);
    return size;
  }

  intersect(other: StateSet): StateSet {
    return new StateSet(
      this.capacity,
      this.words.map((word, at) => word & (other.words[at] ?? 0)),
    );
  }

  union(other: StateSet): StateSet {
    return new StateSet(
      this.capacity,
      this.words.map((word, at) => word | (other.words[at] ?? 0)),
    );
  }

  minus(other: StateSet): StateSet {
    return new StateSet(
      this.capacity,
      this.words.map((word, at) => word & ~(other.words[at] ?? 0)),
    );
  }

  equals(other: StateSet): boolean {
    return this.capacity === other.capacity && this.words.every((word, at) => word === other.words[at]);
  }

  first(): State | undefined {
    for (const state of this) return state;
    return undefined;
  }

  *[Symbol.iterator](): Generator<State> {
    for (let at = 0; at < this.words.length; at++)
      for (let word = this.words[at] ?? 0; word !== 0; word &= word - 1) yield at * 32 + lowestBit(word);
  }
}
