import { improvements, opponentMoves, prefers } from './legal-move.ts';
import type { Answer, Stability } from './verdict.ts';

/** Whether every improvement can be answered, by one of the `responses` of the opponents, so that the maker is left no better off. */
export const answerable =
  (responses: typeof opponentMoves): Stability =>
  (model, maker, state, rule = 'legal') => {
    const because: Answer[] = [];
    for (const improvement of improvements(model, maker, state)) {
      let answer: Answer | undefined;
      for (const { state: sanction, path } of responses(model, maker, improvement, rule)) {
        if (prefers(model, maker, sanction, state)) continue;
        answer = { improvement, sanction, path };
        break;
      }
      if (answer === undefined) return { stable: false, escape: improvement };
      because.push(answer);
    }
    return { stable: true, because };
  };

/**
 * General metarationality (GMR): every improvement the maker has can be answered by moves of its opponents, at whatever cost to
 * them, that leave it no better off than where it stood.
 *
 *   s is GMR for i  <=>  for all s1 in R+_i(s) there is s2 in R_{N-i}(s1) with s2 <=_i s
 *
 * Cost:    O(|R+_i(s)| * makers * states) moves at worst
 * Source:  Howard 1971. Source: to check
 * Reading: R_{N-i} is by legal sequences unless another sanction rule is asked for; a return to s is not preferred to s
 *
 * @returns a sanction to each improvement, or the improvement that nobody can answer
 */
export const generalMetarational: Stability = answerable(opponentMoves);
