import { type Glyph, glyphName } from '@entente/core/picture/glyph';
import type { Standing } from '@entente/core/position/position';
import type { Stance } from '@entente/core/vocabulary';
import { html, Markup } from './markup.ts';

const SHAPES: Readonly<Record<Stance | 'square', string>> = {
  support: 'M10 2.4 18.4 17.4H1.6Z',
  oppose: 'M10 17.6 1.6 2.6H18.4Z',
  conditional: 'M10 .9 19 10 10 19.1 1 10Z',
  neutral: 'M1.5 6.6H18.5V13.4H1.5Z',
  'no-position': 'M10 2.6a7.4 7.4 0 1 0 .01 0Z',
  square: 'M3 3.5H17V17.5H3Z',
};

const HATCH = Array.from({ length: 8 }, (_, at) => `M${(at * 4.4 - 18).toFixed(1)} 21 l22 -22`).join('');
const DOTS = Array.from({ length: 6 }, (_, row) =>
  Array.from({ length: 6 }, (_, at) => `M${at * 4 + (row % 2) * 2} ${2 + row * 3.4}h.01`).join(''),
).join('');

const outline = (shape: string, width = 1.6): string =>
  `<path d="${shape}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linejoin="round"/>`;

const filled = (name: Stance | 'square', voice: Standing): string => {
  const shape = SHAPES[name];
  if (voice === 'named')
    return name === 'no-position'
      ? outline(shape, 2.2)
      : `<path d="${shape}" fill="currentColor" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/>`;
  const inside =
    voice === 'anonymous'
      ? `<path d="${HATCH}" stroke="currentColor" stroke-width="1.7" fill="none"/>`
      : `<path d="${DOTS}" stroke="currentColor" stroke-width="2" stroke-linecap="round" fill="none"/>`;
  return `<g clip-path="url(#c-${name})">${inside}</g>${outline(shape)}`;
};

const NAMES: readonly (Stance | 'square')[] = ['support', 'oppose', 'conditional', 'neutral', 'no-position', 'square'];
const VOICES: readonly Standing[] = ['named', 'anonymous', 'reading'];

/** One symbol for each shape and fill, to stand once in a page. */
export const glyphSymbols = (): Markup => {
  const clips = NAMES.map((name) => `<clipPath id="c-${name}"><path d="${SHAPES[name]}"/></clipPath>`).join('');
  const symbols = NAMES.flatMap((name) => [
    ...VOICES.map(
      (voice) =>
        `<symbol id="g-${name}-${voice}" viewBox="0 0 20 20" overflow="visible">${filled(name, voice)}</symbol>`,
    ),
    `<symbol id="g-${name}-hollow" viewBox="0 0 20 20" overflow="visible">${outline(SHAPES[name])}</symbol>`,
  ]).join('');
  return new Markup(
    `<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>${clips}</defs>${symbols}</svg>`,
  );
};

const LINES: Readonly<Record<Glyph['line'], Markup>> = {
  none: new Markup(''),
  broken: new Markup('<path d="M1 23.4H19" stroke="currentColor" stroke-width="2.2" stroke-dasharray="4 3"/>'),
  solid: new Markup('<path d="M1 23.4H19" stroke="currentColor" stroke-width="2.2"/>'),
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
