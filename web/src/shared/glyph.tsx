import { glyphName, type Glyph as Mark } from '@entente/core/picture/glyph';
import {
  GLYPH_DOTS,
  GLYPH_GROUND,
  GLYPH_HATCH,
  GLYPH_SHAPES,
  type GlyphShape,
} from '@entente/core/picture/glyph-shape';
import type { Standing } from '@entente/core/position/voice';
import { STANCES } from '@entente/core/vocabulary';

const NAMES: readonly GlyphShape[] = [...STANCES, 'square'];
const VOICES: readonly Standing[] = ['named', 'anonymous', 'reading'];

const Outline = ({ shape, width = 1.6 }: { readonly shape: GlyphShape; readonly width?: number }) => (
  <path d={GLYPH_SHAPES[shape]} fill="none" stroke="currentColor" strokeWidth={width} strokeLinejoin="round" />
);

const Filled = ({ shape, voice }: { readonly shape: GlyphShape; readonly voice: Standing }) => {
  if (voice === 'named')
    return shape === 'no-position' ? (
      <Outline shape={shape} width={2.2} />
    ) : (
      <path
        d={GLYPH_SHAPES[shape]}
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    );
  return (
    <>
      <g clipPath={`url(#clip-${shape})`}>
        {voice === 'anonymous' ? (
          <path d={GLYPH_HATCH} stroke="currentColor" strokeWidth="1.7" fill="none" />
        ) : (
          <path d={GLYPH_DOTS} stroke="currentColor" strokeWidth="2" strokeLinecap="round" fill="none" />
        )}
      </g>
      <Outline shape={shape} />
    </>
  );
};

/** Every shape and fill, once in the page; glyphs refer to them. */
export const GlyphSymbols = () => (
  <svg className="defs" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      {NAMES.map((shape) => (
        <clipPath id={`clip-${shape}`} key={shape}>
          <path d={GLYPH_SHAPES[shape]} />
        </clipPath>
      ))}
    </defs>
    {NAMES.flatMap((shape) => [
      ...VOICES.map((voice) => (
        <symbol id={`glyph-${shape}-${voice}`} viewBox="0 0 20 20" overflow="visible" key={`${shape} ${voice}`}>
          <Filled shape={shape} voice={voice} />
        </symbol>
      )),
      <symbol id={`glyph-${shape}-hollow`} viewBox="0 0 20 20" overflow="visible" key={`${shape} hollow`}>
        <Outline shape={shape} />
      </symbol>,
    ])}
  </svg>
);

/** The mark of a position or a statement. With a name it is read out; without one, words must stand beside it. */
export const Glyph = ({
  glyph,
  name,
  small = false,
}: {
  readonly glyph: Mark;
  readonly name?: string;
  readonly small?: boolean;
}) => {
  const { stance, voice, line, suggested } = glyph;
  const drawn = (
    <svg
      className={`glyph ${stance}${small ? ' small-glyph' : ''}`}
      viewBox="0 0 20 25"
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': glyphName(name, glyph) })}
    >
      <use href={`#glyph-${stance}-${suggested ? 'hollow' : voice}`} width="20" height="20" />
      {line !== 'none' && (
        <path
          d={GLYPH_GROUND.path}
          stroke="currentColor"
          strokeWidth={GLYPH_GROUND.width}
          {...(line === 'broken' && { strokeDasharray: GLYPH_GROUND.dashes })}
        />
      )}
    </svg>
  );
  return suggested ? <span className="suggested">{drawn}</span> : drawn;
};

/** How evidence is known, without a stance: the same fills on a square. */
export const VoiceMark = ({ voice, suggested }: { readonly voice: Standing; readonly suggested: boolean }) => (
  <svg className="voice" viewBox="0 0 20 20" aria-hidden="true">
    <use href={`#glyph-square-${suggested ? 'hollow' : voice}`} width="20" height="20" />
  </svg>
);
