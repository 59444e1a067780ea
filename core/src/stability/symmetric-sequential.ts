import { improvements, opponentImprovements, prefers } from './legal-move.ts';
import { wayOut } from './symmetric-metarational.ts';
import type { Answer, Stability } from './verdict.ts';

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
export const symmetricSequential: Stability = (model, maker, state, rule = 'legal') => {
  const because: Answer[] = [];
  for (const improvement of improvements(model, maker, state)) {
    let answer: Answer | undefined;
    let evaded: (Answer & { readonly counter: number }) | undefined;
    for (const { state: sanction, path } of opponentImprovements(model, maker, improvement, rule)) {
      if (prefers(model, maker, sanction, state)) continue;
      const counter = wayOut(model, maker, sanction, state);
      if (counter === undefined) {
        answer = { improvement, sanction, path };
        break;
      }
      evaded ??= { improvement, sanction, path, counter };
    }
    if (answer === undefined) return { stable: false, escape: improvement, ...(evaded && { evaded }) };
    because.push(answer);
  }
  return { stable: true, because };
};
