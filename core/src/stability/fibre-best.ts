import { type Axis, nextTile } from './cube.ts';

/** Fibres side by side that are worked on at once. */
const WIDTH = 1024;

/**
 * The best that a maker can make of each code in at most one move: the largest value of its fibre, or under one-way options of
 * those of its fibre whose setting contains its own.
 *
 * Shape: values of codes, 0 where not feasible; both may be the same array
 * Cost:  O(codes), times the one-way options
 */
export const fibreBest = (axis: Axis): ((values: Uint32Array, best: Uint32Array) => void) => {
  const { shift, length, settings, settingAt } = axis;
  const width = Math.min(WIDTH, 2 ** shift);
  const most = new Uint32Array(settings * width);

  const oneTile = (values: Uint32Array, best: Uint32Array, base: number): void => {
    most.fill(0);
    for (let place = 0; place < length; place++) {
      const from = base + (place << shift);
      const into = (settingAt[place] ?? 0) * width;
      for (let column = 0; column < width; column++) {
        const value = values[from + column] ?? 0;
        if (value > (most[into + column] ?? 0)) most[into + column] = value;
      }
    }
    for (let bit = 1; bit < settings; bit <<= 1)
      for (let setting = 0; setting < settings; setting++)
        if (!(setting & bit))
          for (let column = 0; column < width; column++)
            most[setting * width + column] = Math.max(
              most[setting * width + column] ?? 0,
              most[(setting | bit) * width + column] ?? 0,
            );
    for (let place = 0; place < length; place++) {
      const to = base + (place << shift);
      const from = (settingAt[place] ?? 0) * width;
      for (let column = 0; column < width; column++) best[to + column] = most[from + column] ?? 0;
    }
  };

  const oneFibre = (values: Uint32Array, best: Uint32Array, base: number): void => {
    let highest = 0;
    for (let at = base; at < base + length; at++) if ((values[at] ?? 0) > highest) highest = values[at] ?? 0;
    best.fill(highest, base, base + length);
  };

  return (values, best) => {
    const one = width === 1 && settings === 1 ? oneFibre : oneTile;
    for (let base = 0; base < values.length; base = nextTile(axis, base, width)) one(values, best, base);
  };
};
