import { type Axis, nextTile, TILE, tileWidth } from './cube.ts';

/**
 * The places of each fibre of an axis in rising order of a maker's ranks.
 *
 * Shape: entry `base + (p << shift)` is for the p-th from below of the fibre at `base`: its place, with the bit `tie` set when
 *        its rank is that of the next
 */
export interface FibreOrder {
  readonly places: Uint8Array | Uint16Array | Uint32Array;
  readonly tie: number;
}

export const fibreOrder = ({ bits }: Axis, codes: number): FibreOrder => {
  if (bits <= 7) return { places: new Uint8Array(codes), tie: 2 ** 7 };
  if (bits <= 15) return { places: new Uint16Array(codes), tie: 2 ** 15 };
  return { places: new Uint32Array(codes), tie: 2 ** 31 };
};

/** Fibres up to this length are sorted by insertion, longer ones digit by digit. */
const SHORT = 32;

/** Sorts `keys` with the places that they are at. Returns where the sorted ones are. */
const fibreSorter = ({ bits, length }: Axis, top: number) => {
  let keys = new Uint32Array(length);
  let places = new Uint32Array(length);
  let otherKeys = new Uint32Array(length);
  let otherPlaces = new Uint32Array(length);
  const digit = Math.min(11, bits);
  const last = 2 ** digit - 1;
  const counts = new Uint32Array(last + 1);

  const byInsertion = (ranks: Uint32Array, from: number, step: number): void => {
    for (let place = 0, at = from; place < length; place++, at += step) {
      const key = ranks[at] ?? 0;
      let to = place;
      for (; to > 0 && (keys[to - 1] ?? 0) > key; to--) {
        keys[to] = keys[to - 1] ?? 0;
        places[to] = places[to - 1] ?? 0;
      }
      keys[to] = key;
      places[to] = place;
    }
  };

  const byDigits = (ranks: Uint32Array, from: number, step: number): void => {
    for (let place = 0, at = from; place < length; place++, at += step) {
      keys[place] = ranks[at] ?? 0;
      places[place] = place;
    }
    for (let shift = 0; top >>> shift !== 0; shift += digit) {
      counts.fill(0);
      for (let at = 0; at < length; at++) {
        const value = ((keys[at] ?? 0) >>> shift) & last;
        counts[value] = (counts[value] ?? 0) + 1;
      }
      let before = 0;
      for (let value = 0; value <= last; value++) {
        const here = counts[value] ?? 0;
        counts[value] = before;
        before += here;
      }
      for (let at = 0; at < length; at++) {
        const key = keys[at] ?? 0;
        const value = (key >>> shift) & last;
        const to = counts[value] ?? 0;
        counts[value] = to + 1;
        otherKeys[to] = key;
        otherPlaces[to] = places[at] ?? 0;
      }
      [keys, otherKeys, places, otherPlaces] = [otherKeys, keys, otherPlaces, places];
      if (shift + digit > 31) break;
    }
  };

  return (ranks: Uint32Array, from: number, step: number, order: FibreOrder, to: number, shift: number): void => {
    if (length <= SHORT) byInsertion(ranks, from, step);
    else byDigits(ranks, from, step);
    const { places: into, tie } = order;
    for (let at = 0; at < length; at++) {
      const tied = at + 1 < length && keys[at] === keys[at + 1];
      into[to + (at << shift)] = (places[at] ?? 0) | (tied ? tie : 0);
    }
  };
};

/**
 * Sorts every fibre of an axis by rank.
 *
 * Cost: O(codes), by tiles, so that far apart codes of a fibre are fetched and put back for many fibres at once
 */
export const sortFibres = (axis: Axis, ranks: Uint32Array, top: number, order: FibreOrder): void => {
  const { shift, length } = axis;
  const width = tileWidth(axis);
  const sort = fibreSorter(axis, top);
  if (width < TILE) {
    for (let base = 0; base < ranks.length; base = nextTile(axis, base, width))
      for (let column = 0; column < width; column++)
        sort(ranks, base + column, 2 ** shift, order, base + column, shift);
    return;
  }
  const tile = new Uint32Array(length * TILE);
  for (let base = 0; base < ranks.length; base = nextTile(axis, base, TILE)) {
    for (let place = 0; place < length; place++) {
      const from = base + (place << shift);
      for (let column = 0; column < TILE; column++) tile[place * TILE + column] = ranks[from + column] ?? 0;
    }
    for (let column = 0; column < TILE; column++) sort(tile, column, TILE, order, base + column, shift);
  }
};
