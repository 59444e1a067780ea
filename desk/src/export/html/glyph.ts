import { type Glyph, glyphName } from '@entente/core/picture/glyph';
import {
  GLYPH_DOTS,
  GLYPH_GROUND,
  GLYPH_HATCH,
  GLYPH_SHAPES,
  type GlyphShape,
} from '@entente/core/picture/glyph-shape';
import type { Standing } from '@entente/core/position/position';
import { html, Markup } from './markup.ts';

const outline = (shape: string, width = 1.6): string =>
  `<path d="${shape}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linejoin="round"/>`;

const filled = (name: GlyphShape, voice: Standing): string => {
  const shape = GLYPH_SHAPES[name];
  if (voice === 'named')
    return name === 'no-position'
      ? outline(shape, 2.2)
      : `<path d="${shape}" fill="currentColor" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/>`;
  const inside =
    voice === 'anonymous'
      ? `<path d="${GLYPH_HATCH}" stroke="currentColor" stroke-width="1.7" fill="none"/>`
      : `<path d="${GLYPH_DOTS}" stroke="currentColor" stroke-width="2" stroke-linecap="round" fill="none"/>`;
  return `<g clip-path="url(#c-${name})">${inside}</g>${outline(shape)}`;
};

const NAMES: readonly GlyphShape[] = ['support', 'oppose', 'conditional', 'neutral', 'no-position', 'square'];
const VOICES: readonly Standing[] = ['named', 'anonymous', 'reading'];

/** One symbol for each shape and fill, to stand once in a page. */
export const glyphSymbols = (): Markup => {
  const clips = NAMES.map((name) => `<clipPath id="c-${name}"><path d="${GLYPH_SHAPES[name]}"/></clipPath>`).join('');
  const symbols = NAMES.flatMap((name) => [
    ...VOICES.map(
      (voice) =>
        `<symbol id="g-${name}-${voice}" viewBox="0 0 20 20" overflow="visible">${filled(name, voice)}</symbol>`,
    ),
    `<symbol id="g-${name}-hollow" viewBox="0 0 20 20" overflow="visible">${outline(GLYPH_SHAPES[name])}</symbol>`,
  ]).join('');
  return new Markup(
    `<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>${clips}</defs>${symbols}</svg>`,
  );
};

const ground = (dashes = ''): Markup =>
  new Markup(`<path d="${GLYPH_GROUND.path}" stroke="currentColor" stroke-width="${GLYPH_GROUND.width}"${dashes}/>`);

const LINES: Readonly<Record<Glyph['line'], Markup>> = {
  none: new Markup(''),
  broken: ground(` stroke-dasharray="${GLYPH_GROUND.dashes}"`),
  solid: ground(),
};

/** The mark of a position. With a name it is read out; without, words must stand beside it. */
export const glyphMark = (glyph: Glyph, options: { readonly name?: string; readonly small?: boolean } = {}): Markup => {
  const fill = glyph.suggested ? 'hollow' : glyph.voice;
  const size = options.small === true ? ' sm' : '';
  const drawn =
    options.name === undefined
      ? html`<svg class="g ${glyph.stance}${size}" viewBox="0 0 20 25" aria-hidden="true"><use href="#g-${glyph.stance}-${fill}" width="20" height="20"/>${LINES[glyph.line]}</svg>`
      : html`<svg class="g ${glyph.stance}${size}" viewBox="0 0 20 25" role="img" aria-label="${glyphName(options.name, glyph)}"><use href="#g-${glyph.stance}-${fill}" width="20" height="20"/>${LINES[glyph.line]}</svg>`;
  return glyph.suggested ? html`<span class="sug">${drawn}</span>` : drawn;
};

/** Evidence without a stance: the same fills on a square. */
export const voiceMark = (voice: Standing, suggested: boolean): Markup =>
  html`<svg class="e" viewBox="0 0 20 20" aria-hidden="true"><use href="#g-square-${suggested ? 'hollow' : voice}" width="20" height="20"/></svg>`;
