import type { Maker, State } from '../conflict/state-space.ts';
import type { GraphModel } from './graph-model.ts';
import { improvements, moves, opponentMoves, prefers } from './legal-move.ts';
import type { Answer, Stability } from './verdict.ts';

/** A state better than `state` that the maker reaches in one move from where its opponents have put it. */
export const wayOut = (model: GraphModel, maker: Maker, sanction: State, state: State): State | undefined => {
  for (const counter of moves(model, maker, sanction)) if (prefers(model, maker, counter, state)) return counter;
  return undefined;
};

/** Whether every improvement can be answered for good, by one of the `responses` of the opponents: the maker finds no way out of it. */
export const answerableForGood =
  (responses: typeof opponentMoves): Stability =>
  (model, maker, state, rule = 'legal') => {
    const because: Answer[] = [];
    for (const improvement of improvements(model, maker, state)) {
      let answer: Answer | undefined;
      let evaded: (Answer & { readonly counter: State }) | undefined;
      for (const { state: sanction, path } of responses(model, maker, improvement, rule)) {
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

/**
 * Symmetric metarationality (SMR): every improvement the maker has can be answered by moves of its opponents that leave it no
 * better off than where it stood, and out of which it finds no way.
 *
 *   s is SMR for i  <=>  for all s1 in R+_i(s) there is s2 in R_{N-i}(s1) with s2 <=_i s and s3 <=_i s for all s3 in R_i(s2)
 *
 * Cost:   O(|R+_i(s)| * (makers + |R_i|) * states) moves at worst
 * Source: Howard 1971. Source: to check
 *
 * @returns a sanction to each improvement, or the improvement that nobody can answer for good
 */
export const symmetricMetarational: Stability = answerableForGood(opponentMoves);
