import type { Position, Stand, Standing } from '../position/position.ts';
import type { Stance } from '../vocabulary.ts';

/**
 * One mark for a position in three channels: its shape is the stance, its fill the voice, the line under it the number of independent
 * origins. A suggestion is hollow and stands in ⟨ ⟩.
 */
export interface Glyph {
  readonly stance: Stance;
  readonly voice: Standing;
  readonly line: 'none' | 'broken' | 'solid';
  readonly suggested: boolean;
}

const lineOf = (origins: number): Glyph['line'] => (origins === 0 ? 'none' : origins === 1 ? 'broken' : 'solid');

/** The mark of a stand. */
export const glyphOf = (stand: Pick<Stand, 'stance' | 'voice' | 'origins'>, suggested: boolean): Glyph => ({
  stance: stand.stance,
  voice: stand.voice,
  line: lineOf(stand.origins.length),
  suggested,
});

export const glyphOfPosition = (position: Position): Glyph => glyphOf(position, position.basis === 'suggested');

const DOES: Readonly<Record<Stance, string>> = {
  support: 'supports',
  oppose: 'opposes',
  conditional: 'sets a condition',
  neutral: 'weighs',
  'no-position': 'takes no position',
};
const VOICE: Readonly<Record<Standing, string>> = {
  named: 'on record',
  anonymous: 'anonymous',
  reading: 'the writer’s account',
};

/** The mark in words: “Japan opposes: one origin, anonymous”. Its text twin wherever it is drawn. */
export const glyphName = (name: string, { stance, voice, line, suggested }: Glyph): string => {
  const origins = line === 'none' ? 'no origin' : line === 'broken' ? 'one origin' : 'two origins or more';
  return `${name} ${DOES[stance]}: ${origins}, ${VOICE[voice]}${suggested ? ', suggested, not accepted' : ''}`;
};

/** The mark in characters, for a terminal: `▲`, `▼`, `◆`, `▬`, `○`, a suggestion in ⟨ ⟩. */
export const glyphText = ({ stance, suggested }: Pick<Glyph, 'stance' | 'suggested'>): string => {
  const [solid, hollow] = (
    {
      support: ['▲', '△'],
      oppose: ['▼', '▽'],
      conditional: ['◆', '◇'],
      neutral: ['▬', '▭'],
      'no-position': ['○', '○'],
    } as const
  )[stance];
  return suggested ? `⟨${hollow}⟩` : solid;
};
