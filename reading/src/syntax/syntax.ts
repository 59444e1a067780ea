import type { Span } from '@entente/core/vocabulary';

/** Universal parts of speech (Universal Dependencies, version 2). */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;

export type Upos = (typeof UPOS)[number];

/**
 * One syntactic word. Clitics and the parts of hyphenated words are tokens of their own, as in the GUM corpus:
 * `do|n't`, `Japan|'s`, `end|-|of|-|war`.
 *
 * Unit: `start` and `end` are UTF-16 code units into the text given; `text.slice(start, end) === token.text`.
 */
export interface Token extends Span {
  readonly text: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** Penn tag: `VBD`, `NNP`, `HYPH`. */
  readonly xpos: string;
  /** Index in `Sentence.tokens` of the word it depends on; -1 for the root, of which every sentence has exactly one. */
  readonly head: number;
  /** Universal relation with its subtype: `nsubj:pass`, `acl:relcl`; `root` for the root. */
  readonly deprel: string;
}

/** A sentence with its dependency tree. Never without a token. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

/** What a mention speaks of, in the types of the GUM corpus. */
export type MentionType =
  | 'person'
  | 'organization'
  | 'place'
  | 'event'
  | 'time'
  | 'object'
  | 'abstract'
  | 'substance'
  | 'animal'
  | 'plant';

/** How a mention speaks of it: by a name (`Seoul`), a pronoun, a definite description (`the proposal`, `such a step`), otherwise. */
export type MentionForm = 'name' | 'pronoun' | 'definite' | 'other';

/** A nominal phrase that speaks of something. Mentions may lie inside one another. */
export interface Mention extends Span {
  /** Index in `Analysis.sentences`. */
  readonly sentence: number;
  /** First and last token of the phrase, and its head, as indices in the sentence's tokens. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly type: MentionType;
  readonly form: MentionForm;
  /** Index of the entity: mentions with the same number are taken to speak of the same thing. */
  readonly entity: number;
  /** Index in `Analysis.mentions` of the earlier mention that this one was linked to, when it was linked to one. */
  readonly antecedent?: number;
}

/** What is found in a text: its sentences with their trees, and the mentions in order of their start, longer ones first. */
export interface Analysis {
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
}

/**
 * Whoever can analyse English text: the parser that ships with the product, or an adapter to another one.
 * The same text must give the same analysis, and any text must give one.
 */
export interface SyntaxProvider {
  /** Names the provider and its version, for the `coder` of what is suggested from its trees. */
  readonly name: string;
  readonly analyse: (text: string) => Analysis;
  /** Where words of like meaning lie near each other: the place of a word in small letters, where it has one. */
  readonly vectorOf?: (word: string) => ArrayLike<number> | undefined;
}
