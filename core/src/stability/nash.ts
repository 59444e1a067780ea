import { improvements } from './legal-move.ts';
import type { Stability } from './verdict.ts';

/**
 * Nash stability: the maker has no improvement to move to.
 *
 *   s is Nash for i  <=>  R+_i(s) is empty
 *
 * Cost:   O(|R_i(s)|)
 * Source: Nash 1950, 1951; in the Graph Model Fang, Hipel and Kilgour 1993. Source: to check
 *
 * @returns no answers, for none is needed, or the first improvement
 */
export const nash: Stability = (model, maker, state) => {
  for (const improvement of improvements(model, maker, state)) return { stable: false, escape: improvement };
  return { stable: true, because: [] };
};
