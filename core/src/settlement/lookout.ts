import { codeOf, type Maker, type State, stateOf } from '../conflict/state-space.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import type { Concept, SanctionRule } from '../vocabulary.ts';

/** What can be done in a model: which ways options go, and which states there are. A model's own when left out. */
export interface Structure {
  readonly forward: number;
  readonly backward: number;
  /** 1 where a state is there, 0 where it is ruled out; all are when left out. */
  readonly alive?: Uint8Array;
}

/** Concepts that a lookout can tell. */
export type Watched = Extract<Concept, 'nash' | 'gmr' | 'smr' | 'seq'>;

/** What a sequence of moves must remember to know who may move next, as in legal-move.ts, as small numbers from 0. */
const memories: Readonly<Record<SanctionRule, (makers: number) => number>> = {
  legal: (makers) => makers + 1,
  'each-once': (makers) => 2 ** makers,
  single: () => 2,
};

/**
 * Tells, many times and quickly, whether one state is stable for a maker, while preferences change and the moves do not: the states
 * that opponents can reach from each improvement are found once, and only ranks are read after that.
 *
 * Cost: O(|R_i(s)| * states) ranks read for a verdict under GMR, times |R_i| under SMR; under SEQ a search over improvements
 */
export class Lookout {
  readonly #model: GraphModel;
  readonly #structure: Structure;
  readonly #state: State;
  readonly #rule: SanctionRule;
  readonly #moves = new Map<number, Uint32Array>();
  readonly #reached = new Map<number, Uint32Array>();
  readonly #memories: number;
  readonly #seen: Int32Array;
  readonly #queue: Int32Array;
  #turn = 0;

  constructor(model: GraphModel, state: State, rule: SanctionRule, structure: Structure = model) {
    this.#model = model;
    this.#structure = structure;
    this.#state = state;
    this.#rule = rule;
    this.#memories = memories[rule](model.makers.length);
    this.#seen = new Int32Array(model.size * this.#memories);
    this.#queue = new Int32Array(model.size * this.#memories);
  }

  /** Whether the state is stable for a maker; `ranks` by maker, of which all but SEQ read only the maker's own. */
  stable(concept: Watched, maker: Maker, ranks: readonly Uint32Array[]): boolean {
    const own = ranks[maker] ?? new Uint32Array();
    const here = own[this.#state] ?? 0;
    for (const improvement of this.#movesOf(maker, this.#state)) {
      if ((own[improvement] ?? 0) <= here) continue;
      if (concept === 'nash') return false;
      const answered =
        concept === 'seq'
          ? this.#search(maker, improvement, ranks, here)
          : this.#sanctioned(maker, improvement, own, here, concept === 'smr');
      if (!answered) return false;
    }
    return true;
  }

  #sanctioned(maker: Maker, improvement: State, own: Uint32Array, here: number, forGood: boolean): boolean {
    for (const sanction of this.#reachedFrom(maker, improvement)) {
      if ((own[sanction] ?? 0) > here) continue;
      if (!forGood || this.#movesOf(maker, sanction).every((counter) => (own[counter] ?? 0) <= here)) return true;
    }
    return false;
  }

  /** R_i(s), found once for each maker and state that is asked about. */
  #movesOf(maker: Maker, state: State): Uint32Array {
    const key = maker * this.#model.size + state;
    const known = this.#moves.get(key);
    if (known) return known;
    const found = Uint32Array.from(this.#targets(maker, state));
    this.#moves.set(key, found);
    return found;
  }

  #targets(maker: Maker, state: State): number[] {
    const { masks, listed } = this.#model;
    const { forward, backward, alive } = this.#structure;
    const list = listed[maker];
    const targets: number[] = [];
    const add = (target: State) => {
      if (target >= 0 && (alive === undefined || alive[target] === 1)) targets.push(target);
    };
    if (list) {
      for (let at = list.starts[state] ?? 0; at < (list.starts[state + 1] ?? 0); at++) add(list.targets[at] ?? -1);
      return targets;
    }
    const code = codeOf(this.#model, state);
    const open = (masks[maker] ?? 0) & ~(forward & code) & ~(backward & ~code);
    for (let change = open & -open; change !== 0; change = (change - open) & open)
      add(stateOf(this.#model, (code ^ change) >>> 0));
    return targets;
  }

  #reachedFrom(maker: Maker, from: State): Uint32Array {
    const key = maker * this.#model.size + from;
    const known = this.#reached.get(key);
    if (known) return known;
    const found = new Set<State>();
    this.#walk(maker, from, undefined, (state) => {
      found.add(state);
      return false;
    });
    const reached = Uint32Array.from(found);
    this.#reached.set(key, reached);
    return reached;
  }

  #search(maker: Maker, from: State, ranks: readonly Uint32Array[], here: number): boolean {
    const own = ranks[maker] ?? new Uint32Array();
    return this.#walk(maker, from, ranks, (state) => (own[state] ?? 0) <= here);
  }

  /**
   * Walks what the opponents of a maker can reach by the sanction rule, by improvements alone when ranks are given, until `enough` says so.
   *
   * @returns whether it did
   */
  #walk(
    maker: Maker,
    from: State,
    ranks: readonly Uint32Array[] | undefined,
    enough: (state: State) => boolean,
  ): boolean {
    const turn = ++this.#turn;
    const makers = this.#model.makers.length;
    let end = 0;
    this.#queue[end++] = from * this.#memories;
    for (let at = 0; at < end; at++) {
      const here = this.#queue[at] ?? 0;
      const memory = here % this.#memories;
      const state = (here - memory) / this.#memories;
      for (let mover = 0; mover < makers; mover++) {
        if (mover === maker) continue;
        const next = this.#next(memory, mover);
        if (next < 0) continue;
        const own = ranks?.[mover];
        for (const target of this.#movesOf(mover, state)) {
          if (own && (own[target] ?? 0) <= (own[state] ?? 0)) continue;
          const key = target * this.#memories + next;
          if (this.#seen[key] === turn) continue;
          this.#seen[key] = turn;
          if (enough(target)) return true;
          this.#queue[end++] = key;
        }
      }
    }
    return false;
  }

  #next(memory: number, mover: Maker): number {
    if (this.#rule === 'legal') return memory === mover + 1 ? -1 : mover + 1;
    if (this.#rule === 'single') return memory === 0 ? 1 : -1;
    return memory & (1 << mover) ? -1 : memory | (1 << mover);
  }
}
