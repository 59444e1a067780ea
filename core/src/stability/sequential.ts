import { answerable } from './general-metarational.ts';
import { opponentImprovements } from './legal-move.ts';
import type { Stability } from './verdict.ts';

/**
 * Sequential stability (SEQ): every improvement the maker has can be answered by credible moves of its opponents, each a gain
 * for who makes it, that leave it no better off than where it stood.
 *
 *   s is SEQ for i  <=>  for all s1 in R+_i(s) there is s2 in R+_{N-i}(s1) with s2 <=_i s
 *
 * Cost:    O(|R+_i(s)| * makers * states) moves at worst
 * Source:  Fraser and Hipel 1979, 1984. Source: to check
 * Reading: each step is an improvement of its mover from the state where it moves; by legal sequences unless another sanction
 *          rule is asked for
 *
 * @returns a sanction to each improvement, or the improvement that nobody can credibly answer
 */
export const sequential: Stability = answerable(opponentImprovements);
