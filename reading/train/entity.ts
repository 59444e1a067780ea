import type { GoldSentence } from './conllu.ts';

/** A mention as annotated: first and last word, type, and the number of the entity in its document. */
export interface GoldMention {
  readonly first: number;
  readonly last: number;
  readonly type: string;
  readonly entity: string;
}

/** Reads the `Entity=(id-type-…)` marks of a sentence. Mentions that are never closed are dropped. */
export const mentionsOf = (sentence: GoldSentence): GoldMention[] => {
  const open: { entity: string; type: string; first: number }[] = [];
  const mentions: GoldMention[] = [];
  sentence.words.forEach((word, at) => {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(word.misc)?.[1] ?? '';
    for (const mark of marks.match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
      if (mark.startsWith('(')) {
        const [entity = '', type = ''] = mark.slice(1).replace(/\)$/, '').split('-');
        if (mark.endsWith(')')) mentions.push({ first: at, last: at, type, entity });
        else open.push({ entity, type, first: at });
        continue;
      }
      const entity = mark.slice(0, -1).split('-')[0] ?? '';
      const index = open.findLastIndex((begun) => begun.entity === entity);
      const begun = open[index];
      if (!begun) continue;
      open.splice(index, 1);
      mentions.push({ ...begun, last: at });
    }
  });
  return mentions;
};

/** The word of a span that hangs on a word outside it: the first, where there are several. */
export const headOf = (sentence: GoldSentence, first: number, last: number): number => {
  for (let at = first; at <= last; at++) {
    const head = sentence.words[at]?.head ?? -1;
    if (head < first || head > last) return at;
  }
  return first;
};

/** For each word the type of the shortest mention that it heads, or `none`. */
export const kindsOf = (sentence: GoldSentence): string[] => {
  const kinds = sentence.words.map(() => 'none');
  const longestFirst = mentionsOf(sentence).sort((a, b) => b.last - b.first - (a.last - a.first));
  for (const mention of longestFirst) kinds[headOf(sentence, mention.first, mention.last)] = mention.type;
  return kinds;
};
