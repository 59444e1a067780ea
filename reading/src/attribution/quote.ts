import type { Mention, Reference } from '../actor/mention.ts';
import type { Sentence } from '../sentence/sentence.ts';
import type { Frame } from './frame.ts';

/** Whose words are being quoted when a sentence ends, and whether its quotation is still open. */
export interface Quote {
  readonly open: boolean;
  readonly speaker?: Pick<Frame, 'of' | 'form' | 'voice'>;
  /** Place of the last sentence in which somebody was quoted. */
  readonly block: number;
}

export const SILENCE: Quote = { open: false, block: -1 };

const MARK = /^"$/;

const opens = ({ tokens }: Sentence): boolean => MARK.test(tokens[0]?.text ?? '');

/** How many paragraphs later a quotation without a speaker of its own is still his. */
const REACH = 1;

/**
 * The frames of a sentence; one that is all quotation and names no speaker is spoken by whoever was quoted last:
 * “…,” she said. “We will not accept it.”
 */
export const quoted = (all: readonly Frame[], sentence: Sentence, quote: Quote): readonly Frame[] => {
  const { speaker } = quote;
  if (all.length > 0 || !speaker || sentence.block - quote.block > REACH || !(quote.open || opens(sentence)))
    return all;
  const { tokens } = sentence;
  return [
    {
      ...speaker,
      sourceFirst: 0,
      sourceAfter: 0,
      cueFirst: 0,
      cueAfter: 0,
      lemma: 'say',
      contentFirst: 0,
      contentAfter: tokens.length,
      place: 'before',
    },
  ];
};

/** Who is quoted after a sentence has been read. */
export const quoteAfter = (quote: Quote, sentence: Sentence, all: readonly Frame[]): Quote => {
  const marks = sentence.tokens.filter(({ text }) => MARK.test(text)).length;
  const open = marks % 2 === 0 ? quote.open && marks === 0 : !quote.open;
  const spoke = all.filter(({ of }) => of.length > 0).at(-1);
  const { block } = sentence;
  if (spoke) return { open, block, speaker: { of: spoke.of, form: spoke.form, voice: spoke.voice } };
  return quote.speaker && block - quote.block <= REACH ? { ...quote, open } : { open, block };
};

const FIRST = /^(we|us|our|i|me|my)$/;

/** Pronouns that the text before does not resolve: “we” is whoever speaks, “they” in reported words as well; outside of all reports “we” is the author. */
export const voiced = (
  mentions: readonly Mention[],
  all: readonly Frame[],
  author: Reference | undefined,
): readonly Mention[] =>
  mentions.map((mention) => {
    if (mention.form !== 'pronoun' || mention.of.length > 0) return mention;
    const inner = all
      .filter(
        ({ contentFirst, contentAfter, of }) =>
          of.length > 0 && contentFirst <= mention.first && mention.first < contentAfter,
      )
      .at(-1);
    if (inner) return { ...mention, of: inner.of };
    return author && FIRST.test(mention.role ?? '') ? { ...mention, of: [author] } : mention;
  });
