import type { Axis } from './cube.ts';
import type { FibreOrder } from './fibre-order.ts';

/** The value of a code that is not feasible: nothing is brought about there, and nothing goes through it. */
export const NOWHERE = 0x7fffffff;

/**
 * Changes the values of one fibre, the place p at `from + (p << step)`, and says whether any has changed; `base` is the code
 * at which the fibre begins.
 */
export type Sweep = (values: Int32Array, from: number, step: number, base: number) => boolean;

/** Lowers each value to the least in its fibre. */
const sweepBothWays =
  ({ length }: Axis): Sweep =>
  (values, from, step) => {
    let least = NOWHERE;
    for (let place = 0; place < length; place++) {
      const value = values[from + (place << step)] ?? 0;
      if (value < least) least = value;
    }
    let changed = 0;
    for (let place = 0; place < length; place++) {
      const at = from + (place << step);
      const value = values[at] ?? 0;
      if (value === NOWHERE) continue;
      changed |= value ^ least;
      values[at] = least;
    }
    return changed !== 0;
  };

/** The same under one-way options: the least of the settings that contain its own, bit by bit. */
const sweepOneWay = ({ length, settings, settingAt }: Axis): Sweep => {
  const lowest = new Int32Array(settings);
  return (values, from, step) => {
    lowest.fill(NOWHERE);
    for (let place = 0; place < length; place++) {
      const setting = settingAt[place] ?? 0;
      lowest[setting] = Math.min(lowest[setting] ?? 0, values[from + (place << step)] ?? 0);
    }
    for (let bit = 1; bit < settings; bit <<= 1)
      for (let setting = 0; setting < settings; setting++)
        if (!(setting & bit)) lowest[setting] = Math.min(lowest[setting] ?? 0, lowest[setting | bit] ?? 0);
    let changed = 0;
    for (let place = 0; place < length; place++) {
      const at = from + (place << step);
      const value = values[at] ?? 0;
      if (value === NOWHERE) continue;
      const least = lowest[settingAt[place] ?? 0] ?? 0;
      changed |= value ^ least;
      values[at] = least;
    }
    return changed !== 0;
  };
};

/** Lowers each value to the least of those that rank above it in its fibre: from the best down. */
const sweepUp = ({ length, shift }: Axis, { places, tie }: FibreOrder): Sweep => {
  const placeBits = tie - 1;
  return (values, from, step, base) => {
    let changed = false;
    let least = NOWHERE;
    let above = NOWHERE;
    for (let rank = length - 1; rank >= 0; rank--) {
      const entry = places[base + (rank << shift)] ?? 0;
      const at = from + ((entry & placeBits) << step);
      const value = values[at] ?? 0;
      if (value === NOWHERE) break;
      if ((entry & tie) === 0) above = least;
      if (value < least) least = value;
      if (above < value) {
        values[at] = above;
        changed = true;
      }
    }
    return changed;
  };
};

/** The same under one-way options: what ranks above is kept by setting, and each value counts for all parts of its own. */
const sweepUpOneWay = ({ length, shift, settings, settingAt }: Axis, { places, tie }: FibreOrder): Sweep => {
  const placeBits = tie - 1;
  const lowest = new Int32Array(settings);
  return (values, from, step, base) => {
    let changed = false;
    lowest.fill(NOWHERE);
    for (let rank = length - 1; rank >= 0; ) {
      const first = rank;
      for (let tied = true; rank >= 0 && tied; rank--) {
        const entry = places[base + (rank << shift)] ?? 0;
        const place = entry & placeBits;
        const at = from + (place << step);
        const value = values[at] ?? 0;
        if (value === NOWHERE) return changed;
        const above = lowest[settingAt[place] ?? 0] ?? 0;
        if (above < value) {
          values[at] = above;
          changed = true;
        }
        tied = rank > 0 && ((places[base + ((rank - 1) << shift)] ?? 0) & tie) !== 0;
      }
      for (let same = first; same > rank; same--) {
        const place = (places[base + (same << shift)] ?? 0) & placeBits;
        const value = values[from + (place << step)] ?? 0;
        const setting = settingAt[place] ?? 0;
        for (let part = setting; ; part = (part - 1) & setting) {
          if (value < (lowest[part] ?? 0)) lowest[part] = value;
          if (part === 0) break;
        }
      }
    }
    return changed;
  };
};

/** One maker's part in a search for the least value: of all that it moves to, or, with an order, of what it prefers. */
export const sweep = (axis: Axis, order?: FibreOrder): Sweep => {
  if (order === undefined) return axis.settings === 1 ? sweepBothWays(axis) : sweepOneWay(axis);
  return axis.settings === 1 ? sweepUp(axis, order) : sweepUpOneWay(axis, order);
};
