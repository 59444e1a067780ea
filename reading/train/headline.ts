import type { GoldSentence, GoldWord } from './conllu.ts';

/** The sentence in other letters, without its closing stop: what headlines look like. */
const rewritten = (sentence: GoldSentence, form: (word: GoldWord, at: number) => string): GoldSentence => {
  const last = sentence.words.length - 1;
  const closed =
    sentence.words[last]?.upos === 'PUNCT' && !sentence.words.some(({ head }) => head === last) && last > 0;
  const words = (closed ? sentence.words.slice(0, -1) : sentence.words).map((word, at) => ({
    ...word,
    form: form(word, at),
  }));
  return { ...sentence, words };
};

const SMALL = /^(?:ADP|CCONJ|DET|PART|SCONJ|PUNCT|SYM)$/;

const titled = ({ form, upos }: GoldWord, at: number) =>
  at > 0 && SMALL.test(upos) && form.length < 5 ? form : form.charAt(0).toUpperCase() + form.slice(1);

/** A few sentences again as headlines: one in twenty with capital initials, one in thirty in capitals. */
export const headlines = (sentences: readonly GoldSentence[]): GoldSentence[] =>
  sentences.flatMap((sentence, at) => {
    if (sentence.words.length < 4 || sentence.words.length > 40) return [];
    if (at % 20 === 7) return [rewritten(sentence, titled)];
    return at % 30 === 13 ? [rewritten(sentence, ({ form }) => form.toUpperCase())] : [];
  });
