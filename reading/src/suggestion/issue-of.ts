import type { Issue } from '@entente/core/statement/codebook';
import { kindsIn } from '../issue/kind.ts';
import { contentBetween, pointsBack } from '../issue/matter.ts';
import { FEATURES, type Ranker, type Ranking, type Spoken } from '../issue/ranking.ts';
import type { Position } from '../stance/position.ts';
import { yearIn } from '../time/resolve.ts';
import type { ReadSentence } from './report.ts';

/** Below this likelihood that a position is on one of the issues none is said to be the one that is meant. */
export const LIKE = 0.45;
/** Nouns that are as often told as meant. */
export const WEAK = /^(efforts?|attempts?|plans?|promise|explore|suggest|aim|bid)$/;
/** How much of having been spoken of is left a sentence later. */
const FADING = 0.75;

export interface IssueFound {
  readonly issue: Issue;
  /** Likely enough to be said for a position that words of stance give. */
  readonly likely: boolean;
  readonly score: number;
  /** Named by its own words, not by “the proposal”. */
  readonly direct: boolean;
  readonly features: readonly number[];
  /** How much likelier it is than the next, in [0, 1]. */
  readonly margin: number;
}

/** The issues spoken of in a document: how often, in which sentence last, and as the how-manieth of all. */
export type Memory = Map<
  string,
  { readonly issue: Issue; readonly count: number; readonly sentence: number; readonly turn: number }
>;

/** Enters an issue as the one spoken of last. */
export const remember = (memory: Memory, issue: Issue, sentence: number): void => {
  let turn = 0;
  for (const one of memory.values()) turn = Math.max(turn, one.turn);
  memory.set(issue.id, { issue, count: (memory.get(issue.id)?.count ?? 0) + 1, sentence, turn: turn + 1 });
};

/** Tells of every issue weighed for a position, for those who fit the weights. */
export type Observe = (one: ReadSentence, position: Position, ranking: Ranking, chosen: string | undefined) => void;

export interface Whereabouts {
  readonly memory: Memory;
  readonly sentence: number;
  /** The sentences before, the last one first. */
  readonly before: readonly ReadSentence[];
  readonly observe?: Observe | undefined;
}

/** How many sentences before are looked at. */
export const REACH = 3;

/** Where among the features stands how much of an issue the words name. */
const DIRECT = FEATURES.indexOf('words of the issue that are there');

const yes = (is: boolean): number => (is ? 1 : 0);

/** The issue that a position is on: by its words, by what stands around them, and by what was spoken of before. */
export const issueOf = (
  one: ReadSentence,
  position: Position,
  from: number,
  link: Ranker,
  { memory, sentence, before, observe }: Whereabouts,
): IssueFound | undefined => {
  const words = contentBetween(one, from, position.contentAfter);
  // A heading without a matter of its own takes no position on what went before.
  if (one.sentence.heading && words.length === 0) return undefined;
  const back = pointsBack(one, from, position.contentAfter);
  let turns = 0;
  for (const { turn } of memory.values()) turns = Math.max(turns, turn);
  const spoken = (id: string): Spoken | undefined => {
    const known = memory.get(id);
    return (
      known && {
        lately: FADING ** (sentence - known.sentence) * (known.count > 2 ? 1 : 0.85),
        last: known.turn === turns,
        here: known.sentence === sentence,
      }
    );
  };
  const first = Math.min(position.cueFirst, from);
  const after = Math.max(position.after, position.contentAfter);
  const ranking = link.rank({
    words,
    clause: contentBetween(one, first, after),
    sentence: contentBetween(one, 0, one.tokens.length),
    earlier: before.slice(0, REACH).map((other) => contentBetween(other, 0, other.tokens.length)),
    kinds: kindsIn(one.tokens.slice(first, after)),
    holders: new Set(position.of.flatMap(({ actor, state }) => (state === undefined ? [actor] : [actor, state]))),
    own: position.follow === 't',
    year: yearIn(one.now),
    spoken,
    back,
    doubts: [
      position.asserted,
      position.passive && !one.tree,
      WEAK.test(position.lemma),
      back,
      one.sentence.heading,
      position.rule.startsWith('act'),
    ].map(yes),
  });
  const [best, next] = ranking.issues;
  // What points back to an issue spoken of is on one.
  const likely = best !== undefined && (1 - ranking.none >= LIKE || (back && memory.size > 0));
  observe?.(one, position, ranking, likely ? best.issue.id : undefined);
  const margin = (best?.score ?? 0) - (next?.score ?? 0);
  return best && { ...best, likely, margin, direct: (best.features[DIRECT] ?? 0) > 0.2 };
};
