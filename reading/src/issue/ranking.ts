import type { Issue } from '@entente/core/statement/codebook';
import type { TermKind } from './kind.ts';
import type { Word } from './words.ts';

export interface Linked {
  readonly issue: Issue;
  /** How likely it is the one that is meant, in [0, 1]; all of them and “none of these” are 1 together. */
  readonly score: number;
  /** What speaks for it, in the order of `FEATURES`. */
  readonly features: readonly number[];
}

/** What is asked of the linker: words, and where they stand. */
export interface Asked {
  /** What a position is on. */
  readonly words: readonly Word[];
  /** The clause with the verb that takes the position. */
  readonly clause: readonly Word[];
  /** The whole sentence. */
  readonly sentence: readonly Word[];
  /** The sentences before, the last one first. */
  readonly earlier?: readonly (readonly Word[])[];
  /** Terms of order, exchange, delay and the like in the clause. */
  readonly kinds?: ReadonlySet<TermKind>;
  /** Who holds the position, as ids. */
  readonly holders?: ReadonlySet<string>;
  /** The holders speak of what they do themselves: “will not sign”. */
  readonly own?: boolean;
  readonly year?: number | undefined;
  /** What is remembered of an issue. */
  readonly spoken?: (issue: string) => Spoken | undefined;
  /** The words point back to what was spoken of: “the proposal”, “it”. */
  readonly back?: boolean;
  /** What speaks against all of the issues, in the order of `DOUBTS` behind those that the linker sees for itself. */
  readonly doubts?: readonly number[];
}

/** What was said of an issue before. */
export interface Spoken {
  /** How lately, in [0, 1]: 1 in this very sentence. */
  readonly lately: number;
  /** It is the one spoken of last. */
  readonly last: boolean;
  /** It was spoken of in this sentence. */
  readonly here: boolean;
}

/** What speaks for an issue; the weights were fitted to coded reports. */
export const FEATURES = [
  'cosine of the words',
  'words that the issue knows',
  'how much the issue knows',
  'words of the issue that are there',
  'words of the label that are there',
  'words of the issue in the clause',
  'words of the label in the clause',
  'clause that the issue knows',
  'how much of the clause the issue knows',
  'how much of the issue is in the clause',
  'words that speak for it alone',
  'words of the clause that speak for it alone',
  'the word of the clause that speaks most for it alone',
  'words of the issue in the sentence',
  'words of the issue lately',
  'words of the issue in the document',
  'names of the issue in the document',
  'words of the issue in one sentence of the document',
  'meant in other sentences of the document',
  'its neighbours in the list are meant in the document',
  'likeness of the whole',
  'likeness of the whole clause',
  'its act is said',
  'its theme is said',
  'its theme and act are said',
  'spoken of lately',
  'spoken of lately, few words',
  'pointed back to',
  'spoken of last',
  'spoken of last, few words',
  'spoken of in this sentence',
  'the holder has to act, of its own',
  'the holder has to act',
  'who has to act is named',
  'terms shared',
  'terms of the issue missing',
  'of its year',
  'of another time',
] as const;

/** What speaks for “none of these”. */
export const DOUBTS = [
  'nothing',
  'few words',
  'no word speaks for one alone',
  'the document speaks of none',
  'only told',
  'a guess',
  'a weak noun or verb',
  'pointed back',
  'a heading',
  'an act',
] as const;

/** The issues of a codebook in the order of how likely each is meant, and how likely it is that none of them is. */
export interface Ranking {
  /** The likeliest first. */
  readonly issues: readonly Linked[];
  readonly none: number;
  /** What speaks for none of them, in the order of `DOUBTS`. */
  readonly doubts: readonly number[];
}

/** Finds the issue of a codebook that words of one document speak of. */
export interface Ranker {
  readonly rank: (asked: Asked) => Ranking;
}

/** The issues of a codebook. */
export interface Linker {
  readonly issues: readonly Issue[];
  /**
   * The ranker for a document, by the words that each of its sentences holds. Among the issues that it can speak of at all, a word that many share
   * tells little, and so does one that stands in every other sentence.
   */
  readonly within: (sentences: readonly (readonly Word[])[]) => Ranker;
}
