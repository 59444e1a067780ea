import { type Parser, parseSentences } from '../src/syntax/parse.ts';
import type { GoldDocument } from './conllu.ts';

/** Shares of words right, punctuation counted: tag, head, head and universal relation. */
export interface Attachment {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
}

export const universal = (label: string) => label.split(':')[0] ?? label;

/** Scores gold sentences and words with predicted tags. */
export const attachment = (parser: Parser, documents: readonly GoldDocument[]): Attachment => {
  const sentences = documents.flatMap((document) => document.sentences).filter(({ words }) => words.length < 256);
  const parses = parseSentences(
    parser,
    sentences.map(({ words }) => words.map(({ form }) => form)),
  );
  let [words, upos, xpos, uas, las] = [0, 0, 0, 0, 0];
  sentences.forEach((sentence, index) => {
    const parse = parses[index];
    sentence.words.forEach((word, at) => {
      words++;
      const [tag = '', penn = ''] = (parser.tagger.tags[parse?.tags[at] ?? -1] ?? '').split('|');
      if (tag === word.upos) upos++;
      if (penn === word.xpos) xpos++;
      if (parse?.heads[at] !== word.head) return;
      uas++;
      if (universal(parser.labels[parse.labels[at] ?? -1] ?? '') === universal(word.deprel)) las++;
    });
  });
  return { words, upos: upos / words, xpos: xpos / words, uas: uas / words, las: las / words };
};
