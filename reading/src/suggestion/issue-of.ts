import type { Issue } from '@entente/core/statement/codebook';
import type { Linked, Ranker } from '../issue/linker.ts';
import { contentBetween, pointsBack } from '../issue/matter.ts';
import type { Position } from '../stance/position.ts';
import { yearIn } from '../time/resolve.ts';
import type { ReadSentence } from './report.ts';

/** Below this likelihood an issue is not said to be the one that is meant. */
export const LIKE = 0.06;
/** Nouns that are as often told as meant, and acts and claims, need more. */
export const WEAK = /^(efforts?|attempts?|plans?|promise|explore|suggest|aim|bid)$/;
const WEAKLY = 0.3;
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

/** The issues spoken of in a document: how often, and in which sentence last. */
export type Memory = Map<string, { readonly issue: Issue; count: number; sentence: number }>;

/** Tells of every issue weighed for a position, for those who fit the weights. */
export type Observe = (
  one: ReadSentence,
  position: Position,
  ranked: readonly Linked[],
  chosen: string | undefined,
) => void;

export interface Whereabouts {
  readonly memory: Memory;
  readonly sentence: number;
  readonly before: ReadSentence | undefined;
  readonly observe?: Observe | undefined;
}

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
  const lately = (id: string): number => {
    const known = memory.get(id);
    return known ? FADING ** (sentence - known.sentence) * (known.count > 2 ? 1 : 0.85) : 0;
  };
  const ranked = link.rank({
    words,
    sentence: contentBetween(one, Math.min(position.first, from), Math.max(position.after, position.contentAfter)),
    ...(before ? { before: contentBetween(before, 0, before.tokens.length) } : {}),
    year: yearIn(one.now),
    lately,
    back,
  });
  const [best] = ranked;
  const guess = position.passive && !one.tree;
  const least = position.asserted || guess || WEAK.test(position.lemma) ? WEAKLY : LIKE;
  const likely = best !== undefined && best.score >= least;
  if (position.loose === undefined) observe?.(one, position, ranked, likely ? best.issue.id : undefined);
  const margin = (best?.score ?? 0) - (ranked[1]?.score ?? 0);
  return best && { ...best, likely, margin, direct: (best.features[2] ?? 0) > 0.2 };
};
