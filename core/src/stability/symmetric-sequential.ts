import { opponentImprovements } from './legal-move.ts';
import { answerableForGood } from './symmetric-metarational.ts';
import type { Stability } from './verdict.ts';

/**
 * Symmetric sequential stability: every improvement the maker has can be answered by credible moves of its opponents that leave
 * it no better off than where it stood, and out of which it finds no way. To SEQ what SMR is to GMR.
 *
 *   s is stable for i  <=>  for all s1 in R+_i(s) there is s2 in R+_{N-i}(s1) with s2 <=_i s and s3 <=_i s for all s3 in R_i(s2)
 *
 * Cost:   O(|R+_i(s)| * (makers + |R_i|) * states) moves at worst
 * Source: Rego and Vieira 2017. Source: to check
 *
 * @returns a sanction to each improvement, or the improvement that nobody can credibly answer for good
 */
export const symmetricSequential: Stability = answerableForGood(opponentImprovements);
