import { codeOf, type Maker, type State, stateOf } from '../conflict/state-space.ts';
import type { SanctionRule } from '../vocabulary.ts';
import type { GraphModel } from './graph-model.ts';
import { improvements, opponentImprovements, prefers } from './legal-move.ts';
import { sequential } from './sequential.ts';
import type { Answer, Stability, Step } from './verdict.ts';

/** What several makers bring about who move from the same state at the same moment. */
interface Joint {
  /** The options that have changed. */
  readonly change: number;
  readonly movers: readonly Step[];
}

/**
 * The joint changes of an improvement and of improvements that opponents make at the same moment. Moves that would change the
 * same option cannot be joined.
 */
const joined = (model: GraphModel, state: State, improvement: State, movers: readonly Maker[]): Iterable<Joint> => {
  const code = codeOf(model, state);
  const found = new Map<number, Joint>([
    [code ^ codeOf(model, improvement), { change: code ^ codeOf(model, improvement), movers: [] }],
  ]);
  for (const maker of movers)
    for (const before of [...found.values()])
      for (const to of improvements(model, maker, state)) {
        const own = code ^ codeOf(model, to);
        const change = before.change | own;
        if ((before.change & own) === 0 && !found.has(change))
          found.set(change, { change, movers: [...before.movers, { maker, to }] });
      }
  return found.values();
};

const collision = (
  model: GraphModel,
  maker: Maker,
  state: State,
  improvement: State,
  movers: readonly Maker[],
): Answer | undefined => {
  for (const { change, movers: path } of joined(model, state, improvement, movers)) {
    const sanction = stateOf(model, (codeOf(model, state) ^ change) >>> 0);
    if (path.length > 0 && sanction >= 0 && !prefers(model, maker, sanction, state))
      return { improvement, sanction, path, atOnce: true };
  }
  return undefined;
};

const credibleAnswer = (
  model: GraphModel,
  maker: Maker,
  state: State,
  improvement: State,
  rule: SanctionRule,
): Answer | undefined => {
  for (const { state: sanction, path } of opponentImprovements(model, maker, improvement, rule))
    if (!prefers(model, maker, sanction, state)) return { improvement, sanction, path };
  return undefined;
};

/**
 * Stability by simultaneous sanctioning: every improvement the maker has can be answered as under SEQ, or comes to nothing when
 * others move too at the same moment, each to an improvement of its own.
 *
 *   s is stable for i  <=>  for all s1 in R+_i(s): some s2 in R+_{N-i}(s1) has s2 <=_i s, or for some group H of opponents for
 *                           whom s is not SEQ and some s_j in R+_j(s), the joint change s + (s1 - s) + sum over H of (s_j - s)
 *                           is a feasible state that is <=_i s
 *
 * Cost:    O(|R+_i(s)| * states) joint changes at worst, beside SEQ for every maker
 * Source:  Fraser and Hipel 1984. Source: to check
 * Reading: only who would move moves: an opponent for whom s is SEQ takes no part (cases/rapoport1966/game-39)
 *
 * @returns a sanction to each improvement, or the improvement that nobody answers or crosses
 */
export const simultaneous: Stability = (model, maker, state, rule = 'legal') => {
  const because: Answer[] = [];
  let movers: readonly Maker[] | undefined;
  for (const improvement of improvements(model, maker, state)) {
    let answer = credibleAnswer(model, maker, state, improvement, rule);
    if (answer === undefined) {
      movers ??= model.makers.flatMap((_, other) =>
        other !== maker && !sequential(model, other, state, rule).stable ? [other] : [],
      );
      answer = collision(model, maker, state, improvement, movers);
    }
    if (answer === undefined) return { stable: false, escape: improvement };
    because.push(answer);
  }
  return { stable: true, because };
};
