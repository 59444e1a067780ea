import type { ByMaker } from '../vocabulary.ts';
import type { OwnMoves } from './own-reach.ts';
import type { Maker } from './verdict.ts';

/** How far into each block of a maker a search has come, the rank up to which it has taken it, and 1 + whom it left out. */
interface Reach {
  readonly upTo: Uint32Array;
  readonly rank: Uint32Array;
  readonly leftOut: Uint32Array;
}

/** What a search needs to know of the conflict, and the arrays that one search after the other can use. */
export interface SearchSpace {
  readonly size: number;
  /** How each maker moves; members of blocks in rising order of the maker's ranks. */
  readonly moves: ByMaker<OwnMoves>;
  readonly ranks: ByMaker<Uint32Array>;
  readonly reached: ByMaker<Reach>;
  /** Per state: 0 not entered, 1 + j entered by a move of j only, `ANY_WAY` entered in several ways. */
  readonly entered: Uint8Array;
  readonly stack: Uint32Array;
  readonly turns: Int16Array;
}

const ANY_WAY = 255;
const BEST = 0xffffffff;

/** The most makers that `entered` can tell apart. */
export const MOST_MAKERS = 200;

export const searchSpace = (size: number, moves: ByMaker<OwnMoves>, ranks: ByMaker<Uint32Array>): SearchSpace => {
  if (moves.length > MOST_MAKERS)
    throw new RangeError(`${moves.length} makers, at most ${MOST_MAKERS} can be searched`);
  const depth = moves.some(({ kind }) => kind === 'listed') ? 2 * size : size;
  return {
    size,
    moves,
    ranks,
    reached: moves.map((own) => {
      const count = own.kind === 'blocks' ? own.blocks.count : 0;
      return { upTo: new Uint32Array(count), rank: new Uint32Array(count), leftOut: new Uint32Array(count) };
    }),
    entered: new Uint8Array(size),
    stack: new Uint32Array(depth),
    turns: new Int16Array(depth),
  };
};

/**
 * The least value that the opponents of a maker can bring about from each state by a legal sequence of moves, or of improvements,
 * or by staying.
 *
 *   least(s) = min of value over R_{N-i}(s) and s        improving: over R+_{N-i}(s) and s
 *
 * States are taken in rising order of their value, and from each the search goes against the moves to all states not met before:
 * the value at which a state is first met is its least. Where a maker's options imply its moves, the states from which it comes
 * to a state are whole blocks, or those with a lower rank at the front of blocks; how far each block has been taken is kept, so
 * that no member is met twice. A maker never moves twice in a row, which matters only when moves are listed: moves implied by
 * options lead nowhere in two steps where they do not lead in one. Then a state counts as met for arrivals by every maker but
 * the one whose move goes on from it, until another's does.
 *
 * Shape: `order` holds all states in rising order of their value
 * Cost:  O(states * makers), times the blocks of a fibre under one-way options; O(moves) where listed
 *
 * @yields after every million states or so
 */
export function* leastReached(
  space: SearchSpace,
  maker: Maker,
  values: Uint32Array,
  order: Uint32Array,
  improving: boolean,
  least: Uint32Array,
): Generator<void> {
  const { size, moves, ranks, reached, entered, stack, turns } = space;
  const opponents = moves.map((_, other) => other).filter((other) => other !== maker);
  const passing = opponents.every((other) => moves[other]?.kind === 'blocks');
  let top = 0;
  let label = 0;

  entered.fill(0);
  for (const other of opponents) {
    const own = moves[other];
    const far = reached[other];
    if (own?.kind !== 'blocks' || far === undefined) continue;
    far.upTo.set(own.blocks.starts.subarray(0, own.blocks.count));
    far.rank.fill(0);
    far.leftOut.fill(0);
  }

  const enter = (state: number, by: Maker): void => {
    const before = entered[state] ?? 0;
    if (before === ANY_WAY || before === by + 1) return;
    if (before === 0) least[state] = label;
    entered[state] = before === 0 && !passing ? by + 1 : ANY_WAY;
    turns[top] = passing ? 0 : before === 0 ? by + 1 : -before;
    stack[top++] = state;
  };

  const againstBlocks = (state: number, by: Maker, { blocks }: OwnMoves & { kind: 'blocks' }): void => {
    const far = reached[by];
    const rank = ranks[by];
    if (far === undefined || rank === undefined) return;
    const { blockOf, starts, members, settings, fibres } = blocks;
    const block = blockOf[state] ?? 0;
    const below = improving ? (rank[state] ?? 0) : BEST;
    if (passing && (far.rank[block] ?? 0) >= below) return;
    const setting = settings[block] ?? 0;
    for (let from = fibres[block] ?? 0; from <= block; from++) {
      if (((settings[from] ?? 0) & ~setting) !== 0) continue;
      const left = far.leftOut[from] ?? 0;
      if (left !== 0 && left !== state + 1) {
        far.leftOut[from] = 0;
        enter(left - 1, by);
      }
      if ((far.rank[from] ?? 0) >= below) continue;
      far.rank[from] = below;
      const end = starts[from + 1] ?? 0;
      let at = far.upTo[from] ?? 0;
      for (; at < end; at++) {
        const source = members[at] ?? 0;
        if ((rank[source] ?? 0) >= below) break;
        if (source !== state) enter(source, by);
        else far.leftOut[from] = state + 1;
      }
      far.upTo[from] = at;
    }
  };

  const againstListed = (state: number, by: Maker, { reverse }: OwnMoves & { kind: 'listed' }): void => {
    const rank = ranks[by];
    const below = improving ? (rank?.[state] ?? 0) : BEST;
    for (let at = reverse.starts[state] ?? 0; at < (reverse.starts[state + 1] ?? 0); at++) {
      const source = reverse.targets[at] ?? 0;
      if ((rank?.[source] ?? 0) < below) enter(source, by);
    }
  };

  for (let at = 0; at < size; at++) {
    if ((at & 0xfffff) === 0xfffff) yield;
    const start = order[at] ?? 0;
    const before = entered[start] ?? 0;
    if (before === ANY_WAY) continue;
    label = values[start] ?? 0;
    if (before === 0) least[start] = label;
    entered[start] = ANY_WAY;
    turns[top] = -before;
    stack[top++] = start;
    while (top > 0) {
      const state = stack[--top] ?? 0;
      const turn = turns[top] ?? 0;
      for (const other of opponents) {
        if (turn < 0 ? other !== -turn - 1 : other === turn - 1) continue;
        const own = moves[other];
        if (own?.kind === 'blocks') againstBlocks(state, other, own);
        else if (own?.kind === 'listed') againstListed(state, other, own);
      }
    }
  }
}
