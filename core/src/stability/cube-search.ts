import { type Axis, nextTile, TILE, tileWidth } from './cube.ts';
import type { Sweep } from './fibre-sweep.ts';

/** Stamps are kept for cells of this many neighbouring codes. */
const CELL_BITS = 4;

/** One maker's sweep, and when it last went over the cube. */
export interface Sweeper {
  readonly axis: Axis;
  readonly sweep: Sweep;
}

/** Says of each cell of codes in which pass a value of it last changed. */
export interface Stamps {
  readonly changed: Uint16Array;
  readonly tile: Int32Array;
}

export const stampsFor = (codes: number, axes: readonly Axis[]): Stamps => ({
  changed: new Uint16Array(Math.max(1, codes >>> CELL_BITS)),
  tile: new Int32Array(TILE * axes.reduce((most, { length }) => Math.max(most, length), 1)),
});

/** So many far apart rows of a tile stay in the cache beside each other; of more, a copy is worked on. */
const MOST_ROWS = 8;

const copyIn = (values: Int32Array, base: number, { shift, length }: Axis, tile: Int32Array): void => {
  for (let place = 0; place < length; place++) {
    const from = base + (place << shift);
    for (let column = 0; column < TILE; column++) tile[place * TILE + column] = values[from + column] ?? 0;
  }
};

const copyOut = (tile: Int32Array, values: Int32Array, base: number, { shift, length }: Axis): void => {
  for (let place = 0; place < length; place++) {
    const to = base + (place << shift);
    for (let column = 0; column < TILE; column++) values[to + column] = tile[place * TILE + column] ?? 0;
  }
};

/** Goes once over all tiles of an axis in which anything has changed since pass `since`. Returns how many codes it went over. */
const pass = (
  { axis, sweep }: Sweeper,
  values: Int32Array,
  { changed, tile }: Stamps,
  since: number,
  now: number,
): number => {
  const { shift, length } = axis;
  const width = tileWidth(axis);
  const codes = values.length;
  let covered = 0;
  if (width < TILE) {
    // The tile is one stretch of neighbouring codes.
    const stretch = width * length;
    for (let base = 0; base < codes; base += stretch) {
      const [first, end] = [base >>> CELL_BITS, (base + stretch + TILE - 1) >>> CELL_BITS];
      let stale = false;
      for (let cell = first; cell < end && !stale; cell++) stale = (changed[cell] ?? 0) > since;
      if (!stale) continue;
      covered += stretch;
      if (sweep(values, base, shift, width, base)) changed.fill(now, first, end);
    }
    return covered;
  }
  const near = length <= MOST_ROWS;
  for (let base = 0; base < codes; base = nextTile(axis, base, TILE)) {
    let stale = false;
    for (let place = 0; place < length && !stale; place++)
      stale = (changed[(base + (place << shift)) >>> CELL_BITS] ?? 0) > since;
    if (!stale) continue;
    covered += length * TILE;
    if (!near) copyIn(values, base, axis, tile);
    if (!(near ? sweep(values, base, shift, TILE, base) : sweep(tile, 0, CELL_BITS, TILE, base))) continue;
    if (!near) copyOut(tile, values, base, axis);
    for (let place = 0; place < length; place++) changed[(base + (place << shift)) >>> CELL_BITS] = now;
  }
  return covered;
};

/** Sweeps over the whole cube that are worth more than a search state by state, which meets each state once a maker. */
export const MOST_SWEEPS = 48;

/**
 * Lets makers sweep in turn until no value changes: then each value is the least that they bring about together.
 *
 * A code is looked at again only when something in its tile has changed since the same maker's last pass, so that passes become
 * short soon. Where all codes are feasible and moves need not be improvements, makers do not hinder each other: what all reach
 * together is what they reach one after the other, and one pass each is enough.
 *
 * Cost: O(codes) a pass; as many passes as makers must take turns, never more than `mostSweeps` times the makers
 *
 * @yields after each pass
 * @returns false when it was given up, because so many turns are needed that a search state by state is better
 */
export function* lowerInTurn(
  sweepers: readonly Sweeper[],
  values: Int32Array,
  stamps: Stamps,
  onceEach: boolean,
  mostSweeps: number,
): Generator<void, boolean> {
  const last = sweepers.map(() => 0);
  stamps.changed.fill(1);
  let now = 1;
  let left = mostSweeps * sweepers.length * values.length;
  for (let turn = 0, quiet = 0; quiet < sweepers.length; turn++) {
    const at = turn % sweepers.length;
    const sweeper = sweepers[at];
    if (sweeper === undefined || (onceEach && turn >= sweepers.length)) break;
    now++;
    const covered = pass(sweeper, values, stamps, last[at] ?? 0, now);
    last[at] = now;
    left -= covered;
    if (left < 0) return false;
    quiet = covered === 0 ? quiet + 1 : 0;
    yield;
  }
  return true;
}
