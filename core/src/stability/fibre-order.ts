import { type Axis, nextTile, TILE, tileWidth } from './cube.ts';

/**
 * The places of each fibre of an axis in rising order of a maker's ranks.
 *
 * Shape: entry `base + (p << shift)` is for the p-th from below of the fibre at `base`: its place, with the bit `tie` set when
 *        its rank is that of the next
 */
export interface FibreOrder {
  readonly places: Places;
  readonly tie: number;
}

type Places = Uint8Array | Uint16Array | Uint32Array;

const placesFor = (bits: number, count: number): Places => {
  if (bits <= 7) return new Uint8Array(count);
  return bits <= 15 ? new Uint16Array(count) : new Uint32Array(count);
};

export const fibreOrder = ({ bits }: Axis, codes: number): FibreOrder => {
  const places = placesFor(bits, codes);
  return { places, tie: 2 ** (8 * places.BYTES_PER_ELEMENT - 1) };
};

/** Fibres up to this length are sorted by insertion, longer ones digit by digit. */
const SHORT = 32;

/** Sorts the `length` ranks at `from`, `from + step` and so on; writes their places, lowest rank first, to the same places of `into`. */
type FibreSort = (ranks: Uint32Array, from: number, step: number, into: Places, to: number, by: number) => void;

/** Writes sorted places, and marks ties. */
const writePlaces = (
  keys: Uint32Array,
  places: Uint32Array,
  tie: number,
  into: Places,
  to: number,
  by: number,
): void => {
  const last = keys.length - 1;
  let key = keys[0] ?? 0;
  for (let at = 0, here = to; at < last; at++, here += by) {
    const next = keys[at + 1] ?? 0;
    into[here] = (places[at] ?? 0) | (key === next ? tie : 0);
    key = next;
  }
  into[to + last * by] = places[last] ?? 0;
};

const byInsertion = (length: number, tie: number): FibreSort => {
  const keys = new Uint32Array(length);
  const places = new Uint32Array(length);
  return (ranks, from, step, into, to, by) => {
    for (let place = 0, at = from; place < length; place++, at += step) {
      const key = ranks[at] ?? 0;
      let slot = place;
      for (; slot > 0; slot--) {
        const before = keys[slot - 1] ?? 0;
        if (before <= key) break;
        keys[slot] = before;
        places[slot] = places[slot - 1] ?? 0;
      }
      keys[slot] = key;
      places[slot] = place;
    }
    writePlaces(keys, places, tie, into, to, by);
  };
};

/** Puts keys and places in the order of one digit of the keys. */
const byOneDigit = (
  keys: Uint32Array,
  places: Uint32Array,
  shift: number,
  counts: Uint32Array,
  sortedKeys: Uint32Array,
  sortedPlaces: Uint32Array,
): void => {
  const last = counts.length - 1;
  counts.fill(0);
  for (let at = 0; at < keys.length; at++) {
    const value = ((keys[at] ?? 0) >>> shift) & last;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  let before = 0;
  for (let value = 0; value <= last; value++) {
    const here = counts[value] ?? 0;
    counts[value] = before;
    before += here;
  }
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    const value = (key >>> shift) & last;
    const slot = counts[value] ?? 0;
    counts[value] = slot + 1;
    sortedKeys[slot] = key;
    sortedPlaces[slot] = places[at] ?? 0;
  }
};

const byDigits = (length: number, bits: number, top: number, tie: number): FibreSort => {
  const some = { keys: new Uint32Array(length), places: new Uint32Array(length) };
  const others = { keys: new Uint32Array(length), places: new Uint32Array(length) };
  const width = Math.min(11, bits);
  const counts = new Uint32Array(2 ** width);
  const digits = Math.ceil((32 - Math.clz32(top)) / width);
  return (ranks, from, step, into, to, by) => {
    const { keys, places } = some;
    for (let place = 0, at = from; place < length; place++, at += step) {
      keys[place] = ranks[at] ?? 0;
      places[place] = place;
    }
    for (let digit = 0; digit < digits; digit++) {
      const here = digit & 1 ? others : some;
      const there = digit & 1 ? some : others;
      byOneDigit(here.keys, here.places, digit * width, counts, there.keys, there.places);
    }
    const last = digits & 1 ? others : some;
    writePlaces(last.keys, last.places, tie, into, to, by);
  };
};

/**
 * Sorts every fibre of an axis by rank.
 *
 * Cost: O(codes), by tiles, so that far apart codes of a fibre are fetched and put back for many fibres at once
 */
export const sortFibres = (axis: Axis, ranks: Uint32Array, top: number, { places, tie }: FibreOrder): void => {
  const { shift, length, bits } = axis;
  const width = tileWidth(axis);
  const sort = length <= SHORT ? byInsertion(length, tie) : byDigits(length, bits, top, tie);
  if (width < TILE) {
    for (let base = 0; base < ranks.length; base = nextTile(axis, base, width))
      for (let column = 0; column < width; column++)
        sort(ranks, base + column, 1 << shift, places, base + column, 1 << shift);
    return;
  }
  const tile = new Uint32Array(length * TILE);
  const sorted = placesFor(bits, length * TILE);
  for (let base = 0; base < ranks.length; base = nextTile(axis, base, TILE)) {
    for (let place = 0; place < length; place++) {
      const from = base + (place << shift);
      for (let column = 0; column < TILE; column++) tile[place * TILE + column] = ranks[from + column] ?? 0;
    }
    for (let column = 0; column < TILE; column++) sort(tile, column, TILE, sorted, column, TILE);
    for (let place = 0; place < length; place++) {
      const to = base + (place << shift);
      for (let column = 0; column < TILE; column++) places[to + column] = sorted[place * TILE + column] ?? 0;
    }
  }
};
