import type { ByMaker, SanctionRule } from '../vocabulary.ts';
import type { Maker } from './verdict.ts';

/**
 * A way of computing the two things from which all verdicts on a maker follow, for all states at once. Prepared for the moves of
 * a conflict; the ranks can be changed as often as one likes.
 */
export interface Form {
  /** Takes the makers' ranks into use. */
  readonly rank: (ranks: ByMaker<Uint32Array>) => void;
  /** best(s) = max of value over R_i(s) and s, written into `best`. */
  readonly best: (maker: Maker, values: Uint32Array, best: Uint32Array) => void;
  /**
   * least(s) = min of value over R_{N-i}(s) and s, or over R+_{N-i}(s) and s when improving, written into `least`.
   *
   * @yields now and then, so that whoever runs it can say how far it is, or stop
   */
  readonly least: (
    maker: Maker,
    values: Uint32Array,
    improving: boolean,
    rule: SanctionRule,
    least: Uint32Array,
  ) => Generator<void>;
  /**
   * Where one rank tells which states are stable: under GMR and SMR, when all combinations are feasible and all moves go both
   * ways, those are the states of at least this rank. `best` is the best that the maker makes of its ranks.
   */
  readonly threshold: (
    concept: 'gmr' | 'smr',
    maker: Maker,
    ranks: Uint32Array,
    best: Uint32Array,
    rule: SanctionRule,
  ) => number | undefined;
}
