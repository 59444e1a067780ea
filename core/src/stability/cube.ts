import type { GraphModel } from './graph-model.ts';
import type { Maker } from './verdict.ts';

/**
 * A maker's options as an axis of the cube of all codes: neighbouring bits. Its fibres are the lines along the axis, the codes
 * that differ in these bits only; a place on a line is the number that these bits make.
 *
 * Shape: `base + (place << shift)` are the codes of a fibre, place in [0, length)
 */
export interface Axis {
  readonly shift: number;
  readonly bits: number;
  readonly length: number;
  /** How many settings the one-way options have: 2^(one-way options). */
  readonly settings: number;
  /** By place: the one-way moves behind it, packed. A place is reached from all whose setting is a part of its own. */
  readonly settingAt: Uint32Array;
}

/** Codes are worked on by tiles: fibres of one axis whose bases are neighbours, at most this many. */
export const TILE = 16;

/** How many fibres are in a tile of an axis. */
export const tileWidth = ({ shift }: Axis): number => Math.min(TILE, 1 << shift);

/** The axis of a maker, or undefined when its options are not neighbours. */
export const axisOf = (model: GraphModel, maker: Maker): Axis | undefined => {
  const mask = model.masks[maker] ?? 0;
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  const own = mask >>> shift;
  if ((own & (own + 1)) !== 0) return undefined;
  const length = own + 1;
  const bits = 31 - Math.clz32(length);
  const oneWay = own & ((model.forward | model.backward) >>> shift);
  const flipped = own & (model.backward >>> shift);
  let settings = 1;
  const settingAt = new Uint32Array(length);
  for (let bit = 1; bit <= oneWay; bit <<= 1) {
    if (!(oneWay & bit)) continue;
    for (let place = 0; place < length; place++)
      if ((place ^ flipped) & bit) settingAt[place] = (settingAt[place] ?? 0) | settings;
    settings *= 2;
  }
  return { shift, bits, length, settings, settingAt };
};

/** The codes at which the tiles of an axis begin: the next after `base`, tiles in ascending order. */
export const nextTile = ({ shift, bits }: Axis, base: number, width: number): number => {
  const after = base + width;
  return (after & ((1 << shift) - 1)) === 0 ? after + (((1 << bits) - 1) << shift) : after;
};
