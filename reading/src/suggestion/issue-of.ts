import type { Issue } from '@entente/core/statement/codebook';
import type { Linker } from '../issue/linker.ts';
import { pointsBack, wordsBetween } from '../issue/matter.ts';
import type { Position } from '../stance/position.ts';
import { yearIn } from '../time/resolve.ts';
import type { ReadSentence } from './report.ts';

/** Below this likeness a clause is not said to speak of an issue. */
export const LIKE = 0.3;
/** Nouns that are as often told as meant; they need more likeness. */
const WEAK = /^(efforts?|attempts?|plans?|promise|explore|suggest|aim|bid)$/;
const WEAKLY = 0.42;
/** From this likeness on, words of their own outweigh “the proposal”. */
const CLEAR = 0.55;
/** What pointing back is worth, and over how many sentences it reaches. */
const BACK = { score: 0.5, reach: 12, fading: 0.85 };

/** So few words are read in the light of the issue last spoken of. */
const CONTEXT = { most: 6, plain: 2, like: 0.45 };

export interface IssueFound {
  readonly issue: Issue;
  readonly score: number;
  /** Named by its own words, not by “the proposal”. */
  readonly direct: boolean;
}

/** The issues spoken of in a document: how often, and in which sentence last. */
export type Memory = Map<string, { readonly issue: Issue; count: number; sentence: number }>;

/** What “the proposal” means: the issue spoken of most, the nearer the more; “this” and “such” mean the last one. */
const meant = (memory: Memory, sentence: number, last: boolean): Issue | undefined => {
  let best: Issue | undefined;
  let most = 0;
  for (const { issue, count, sentence: at } of memory.values()) {
    if (sentence - at > BACK.reach) {
      memory.delete(issue.id);
      continue;
    }
    const weight = (last ? 1 : count) * BACK.fading ** (sentence - at);
    if (weight >= most) {
      best = issue;
      most = weight;
    }
  }
  return best;
};

/** The issue that a position is on: by its own words, by what it points back to, or by a few words read in the light of what went before. */
export const issueOf = (
  one: ReadSentence,
  position: Position,
  from: number,
  link: Linker,
  memory: Memory,
  sentence: number,
): IssueFound | undefined => {
  const words = wordsBetween(one, from, position.contentAfter);
  const nearest = /^(this|such|it|that)$/.test(one.tokens[from]?.lower ?? '');
  const recent = meant(memory, sentence, nearest);
  const year = yearIn(one.now);
  const [bare] = link.rank(words, year);
  const [whole] = bare && bare.score >= LIKE ? [bare] : link.rank(wordsBetween(one, from, position.after), year);
  const best = whole && whole.score >= CLEAR ? whole : bare;
  // A heading without a matter of its own takes no position on what went before.
  if (one.sentence.heading && words.length === 0) return undefined;
  const back = recent && pointsBack(one, from, position.contentAfter);
  // “fears that such a step will …”: what is feared tells of the step, not of another issue.
  const subject = position.follow === 'c' && back && pointsBack(one, from, Math.min(from + 6, position.contentAfter));
  if (back && (subject || best === undefined || best.score < CLEAR))
    return { issue: recent, score: BACK.score, direct: false };
  // Without a tree the words before a passive are a guess.
  const guess = position.passive && !one.tree;
  if (best && best.score >= (position.asserted || guess ? CLEAR : WEAK.test(position.lemma) ? WEAKLY : LIKE))
    return { ...best, direct: true };
  const plainWords = words.filter((word) => !word.startsWith('@')).length;
  if (!recent || guess || plainWords > CONTEXT.plain || words.length > CONTEXT.most) return undefined;
  const [near] = link.rank(words, year, recent);
  return near && near.score >= CONTEXT.like ? { ...near, direct: false } : undefined;
};
