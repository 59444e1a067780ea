import type { Mention, Reference } from '../actor/mention.ts';
import type { Sentence } from '../sentence/sentence.ts';
import { type Frame, sourceWords } from './frame.ts';

type Speaker = Pick<Frame, 'of' | 'form' | 'voice' | 'antecedent' | 'elsewhere'>;

/** Whose words are being quoted when a sentence ends, and whether its quotation is still open. */
export interface Quote {
  readonly open: boolean;
  readonly speaker?: Speaker;
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
  return [spokenBy(speaker, tokens.length)];
};

/** The frame of a sentence that is somebody's words from its first token to its last. */
export const spokenBy = ({ of, form, voice, antecedent, elsewhere }: Speaker, length: number): Frame => ({
  of,
  form,
  voice,
  ...(antecedent === undefined ? {} : { antecedent }),
  ...(elsewhere === undefined ? {} : { elsewhere }),
  sourceFirst: 0,
  sourceAfter: 0,
  cueFirst: 0,
  cueAfter: 0,
  lemma: 'say',
  contentFirst: 0,
  contentAfter: length,
  place: 'before',
});

const marksIn = ({ tokens }: Sentence): number => tokens.filter(({ text }) => MARK.test(text)).length;

/** How many sentences a quotation may go on before it says who speaks. */
const LONG = 6;

/** The report that closes a quotation which a sentence opens: “We are ready. We have been for years,” wrote the minister. */
export const closedBy = (
  sentences: readonly Sentence[],
  from: number,
  framesOf: (sentence: Sentence) => readonly Frame[],
  text: string,
): Speaker | undefined => {
  const first = sentences[from];
  if (!first || !opens(first) || marksIn(first) % 2 === 0) return undefined;
  for (let at = from + 1; at <= from + LONG; at += 1) {
    const later = sentences[at];
    if (!later || later.block !== first.block) return undefined;
    if (marksIn(later) % 2 === 0) continue;
    const close = later.tokens.findIndex(({ text }) => MARK.test(text));
    const frame = framesOf(later).find(
      ({ place, cueFirst, of }) => place === 'after' && cueFirst > close && of.length > 0,
    );
    return frame && named(text, later, frame);
  }
  return undefined;
};

/** A speaker with the words that name him and their place, for the sentences in which they do not stand. */
export const named = (text: string, { tokens }: Sentence, frame: Frame): Speaker => {
  const words = sourceWords(text, tokens, frame);
  const antecedent = frame.antecedent ?? (frame.form === 'pronoun' ? undefined : words?.name);
  const elsewhere = frame.elsewhere ?? (words && { start: words.start, end: words.end });
  return {
    of: frame.of,
    form: frame.form,
    voice: frame.voice,
    ...(antecedent === undefined ? {} : { antecedent }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
};

/** Who is quoted after a sentence has been read. */
export const quoteAfter = (quote: Quote, sentence: Sentence, all: readonly Frame[], text: string): Quote => {
  const marks = sentence.tokens.filter(({ text }) => MARK.test(text)).length;
  const open = marks % 2 === 0 ? quote.open && marks === 0 : !quote.open;
  const spoke = all.filter(({ of }) => of.length > 0).at(-1);
  const { block } = sentence;
  if (spoke) return { open, block, speaker: named(text, sentence, spoke) };
  return quote.speaker && block - quote.block <= REACH ? { ...quote, open } : { open, block };
};

const FIRST = /^(we|us|our|i|me|my)$/;

/** Pronouns that the text before does not resolve: “we” is whoever speaks, “they” in reported words as well; outside of all reports “we” is the author. */
export const voiced = (
  mentions: readonly Mention[],
  all: readonly Frame[],
  author: Reference | undefined,
  inQuotes: (place: number) => boolean = () => false,
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
    return author && FIRST.test(mention.role ?? '') && !inQuotes(mention.start)
      ? { ...mention, of: [author] }
      : mention;
  });
