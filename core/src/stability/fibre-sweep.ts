import type { Axis } from './cube.ts';
import type { FibreOrder } from './fibre-order.ts';

/** The value of a code that is not feasible: nothing is brought about there, and nothing goes through it. */
export const NOWHERE = 0x7fffffff;

/**
 * Lowers values in some neighbouring fibres, and says whether any has changed.
 *
 * Shape: place p of fibre c is at `from + (p << step) + c`, c below `width`; the first fibre begins at the code `base`
 */
export type Sweep = (values: Int32Array, from: number, step: number, width: number, base: number) => boolean;

/** The lesser of two numbers of at most 31 bits, without a branch: which it is cannot be foreseen. */
const lesser = (one: number, other: number): number => {
  const difference = (one - other) | 0;
  return (other + (difference & (difference >> 31))) | 0;
};

/** All ones for a code that is not feasible, else 0. */
const isNowhere = (value: number): number => ((value + 1) | 0) >> 31;

/** Lowers each value to the least in its fibre. */
const sweepBothWays =
  ({ length }: Axis): Sweep =>
  (values, from, step, width) => {
    let changed = 0;
    for (let fibre = from; fibre < from + width; fibre++) {
      let least = NOWHERE;
      for (let place = 0; place < length; place++) least = lesser(values[fibre + (place << step)] ?? 0, least);
      for (let place = 0; place < length; place++) {
        const at = fibre + (place << step);
        const value = values[at] ?? 0;
        const lowered = least | (isNowhere(value) & NOWHERE);
        changed |= value ^ lowered;
        values[at] = lowered;
      }
    }
    return changed !== 0;
  };

/** The same under one one-way option: those who have not yet moved it go anywhere, those who have to each other. */
const sweepTwoSettings = ({ length, settingAt }: Axis): Sweep => {
  const unmoved = Int32Array.from(settingAt, (setting) => (setting === 0 ? NOWHERE : 0));
  return (values, from, step, width) => {
    let changed = 0;
    for (let fibre = from; fibre < from + width; fibre++) {
      let leastOfAll = NOWHERE;
      let leastOfMoved = NOWHERE;
      for (let place = 0; place < length; place++) {
        const value = values[fibre + (place << step)] ?? 0;
        leastOfAll = lesser(value, leastOfAll);
        leastOfMoved = lesser(value | (unmoved[place] ?? 0), leastOfMoved);
      }
      for (let place = 0; place < length; place++) {
        const at = fibre + (place << step);
        const value = values[at] ?? 0;
        const least = unmoved[place] === 0 ? leastOfMoved : leastOfAll;
        const lowered = least | (isNowhere(value) & NOWHERE);
        changed |= value ^ lowered;
        values[at] = lowered;
      }
    }
    return changed !== 0;
  };
};

/** The same under any one-way options: the least of the settings that contain its own, bit by bit. */
const sweepOneWay = ({ length, settings, settingAt }: Axis): Sweep => {
  const lowest = new Int32Array(settings);
  return (values, from, step, width) => {
    let changed = 0;
    for (let fibre = from; fibre < from + width; fibre++) {
      lowest.fill(NOWHERE);
      for (let place = 0; place < length; place++) {
        const setting = settingAt[place] ?? 0;
        const value = values[fibre + (place << step)] ?? 0;
        if (value < (lowest[setting] ?? 0)) lowest[setting] = value;
      }
      for (let bit = 1; bit < settings; bit <<= 1)
        for (let setting = 0; setting < settings; setting++)
          if (!(setting & bit)) lowest[setting] = Math.min(lowest[setting] ?? 0, lowest[setting | bit] ?? 0);
      for (let place = 0; place < length; place++) {
        const at = fibre + (place << step);
        const value = values[at] ?? 0;
        if (value === NOWHERE) continue;
        const least = lowest[settingAt[place] ?? 0] ?? 0;
        changed |= value ^ least;
        values[at] = least;
      }
    }
    return changed !== 0;
  };
};

/** Lowers each value to the least of those that rank above it in its fibre: from the best down. */
const sweepUp = ({ length, shift }: Axis, { places, tie }: FibreOrder): Sweep => {
  const placeBits = tie - 1;
  const best = (length - 1) << shift;
  const one = 1 << shift;
  return (values, from, step, width, base) => {
    let changed = 0;
    for (let fibre = 0; fibre < width; fibre++) {
      const first = base + fibre;
      const start = from + fibre;
      let least = NOWHERE;
      let above = NOWHERE;
      for (let rank = first + best; rank >= first; rank -= one) {
        const entry = places[rank] ?? 0;
        const at = start + ((entry & placeBits) << step);
        const value = values[at] ?? 0;
        if (value === NOWHERE) break;
        if ((entry & tie) === 0) above = least;
        least = lesser(value, least);
        const lowered = lesser(value, above);
        changed |= value ^ lowered;
        values[at] = lowered;
      }
    }
    return changed !== 0;
  };
};

/** The same under one one-way option: those who have not yet moved it look at all, those who have at each other. */
const sweepUpTwoSettings = ({ length, shift, settingAt }: Axis, { places, tie }: FibreOrder): Sweep => {
  const placeBits = tie - 1;
  const best = (length - 1) << shift;
  const one = 1 << shift;
  const unmoved = Int32Array.from(settingAt, (setting) => (setting === 0 ? NOWHERE : 0));
  return (values, from, step, width, base) => {
    let changed = 0;
    for (let fibre = 0; fibre < width; fibre++) {
      const first = base + fibre;
      const start = from + fibre;
      let leastOfAll = NOWHERE;
      let aboveOfAll = NOWHERE;
      let leastOfMoved = NOWHERE;
      let aboveOfMoved = NOWHERE;
      for (let rank = first + best; rank >= first; rank -= one) {
        const entry = places[rank] ?? 0;
        const place = entry & placeBits;
        const at = start + (place << step);
        const value = values[at] ?? 0;
        if (value === NOWHERE) break;
        if ((entry & tie) === 0) {
          aboveOfAll = leastOfAll;
          aboveOfMoved = leastOfMoved;
        }
        const still = unmoved[place] ?? 0;
        leastOfAll = lesser(value, leastOfAll);
        leastOfMoved = lesser(value | still, leastOfMoved);
        const lowered = lesser(value, still === 0 ? aboveOfMoved : aboveOfAll);
        changed |= value ^ lowered;
        values[at] = lowered;
      }
    }
    return changed !== 0;
  };
};

/** The same under any one-way options: what ranks above is kept by setting, and each value counts for all parts of its own. */
const sweepUpSettings = ({ length, shift, settings, settingAt }: Axis, { places, tie }: FibreOrder): Sweep => {
  const placeBits = tie - 1;
  const lowest = new Int32Array(settings);

  const lower = (values: Int32Array, from: number, step: number, base: number): boolean => {
    let changed = false;
    lowest.fill(NOWHERE);
    for (let rank = length - 1; rank >= 0; ) {
      const first = rank;
      for (let tied = true; rank >= 0 && tied; rank--) {
        const place = (places[base + (rank << shift)] ?? 0) & placeBits;
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

  return (values, from, step, width, base) => {
    let changed = false;
    for (let fibre = 0; fibre < width; fibre++) changed = lower(values, from + fibre, step, base + fibre) || changed;
    return changed;
  };
};

/** One maker's part in a search for the least value: of all that it moves to, or, with an order, of what it prefers. */
export const sweep = (axis: Axis, order?: FibreOrder): Sweep => {
  if (order === undefined) {
    if (axis.settings === 1) return sweepBothWays(axis);
    return axis.settings === 2 ? sweepTwoSettings(axis) : sweepOneWay(axis);
  }
  if (axis.settings === 1) return sweepUp(axis, order);
  return axis.settings === 2 ? sweepUpTwoSettings(axis, order) : sweepUpSettings(axis, order);
};
