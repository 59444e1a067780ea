import type { Stance } from '../vocabulary.ts';

/** What a glyph is drawn as: the shape of a stance, or a square for evidence without one. */
export type GlyphShape = Stance | 'square';

/** Width of the box; the shape stands in a square of it, the ground line below. */
export const GLYPH_BOX = { width: 20, height: 25 } as const;

/** Outlines as SVG paths in the box. */
export const GLYPH_SHAPES: Readonly<Record<GlyphShape, string>> = {
  support: 'M10 2.4 18.4 17.4H1.6Z',
  oppose: 'M10 17.6 1.6 2.6H18.4Z',
  conditional: 'M10 .9 19 10 10 19.1 1 10Z',
  neutral: 'M1.5 6.6H18.5V13.4H1.5Z',
  'no-position': 'M10 2.6a7.4 7.4 0 1 0 .01 0Z',
  square: 'M3 3.5H17V17.5H3Z',
};

/** Lines at 45° over the box, to be clipped by a shape: an anonymous voice. */
export const GLYPH_HATCH = Array.from({ length: 8 }, (_, at) => `M${(at * 4.4 - 18).toFixed(1)} 21 l22 -22`).join('');

/** Dots over the box, to be clipped by a shape: the writer's own account. */
export const GLYPH_DOTS = Array.from({ length: 6 }, (_, row) =>
  Array.from({ length: 6 }, (_, at) => `M${at * 4 + (row % 2) * 2} ${2 + row * 3.4}h.01`).join(''),
).join('');

/** The line under a shape, and its dashes where one origin bears it. */
export const GLYPH_GROUND = { path: 'M1 23.4H19', width: 2.2, dashes: '4 3' } as const;
