import type { Stance } from '@entente/core/vocabulary';

/** A stance as words alone give it: what is conditional, a condition says. */
export type Sign = Exclude<Stance, 'conditional'>;

const OPENS = new Set(['rule out', 'dismiss', 'preclude']);

/** What a denial makes of a stance: not to rule out is to leave open, not to oppose is to support. */
export const deny = (stance: Sign, lemma: string): Sign => {
  if (stance === 'support' || stance === 'neutral') return 'oppose';
  if (stance === 'oppose') return OPENS.has(lemma) ? 'neutral' : 'support';
  return stance;
};
