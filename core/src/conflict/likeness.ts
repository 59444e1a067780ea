/** Words that carry no content of their own. */
const EMPTY = new Set(
  (
    'a an the and or of to in on at for with from by as that this these those it its is are was were be been has have had do does did ' +
    'not no nor so such any all both other than then they them their he she his her who which what will would should shall may might ' +
    'must can could unless until only if before after first while when now into over under toward towards about against'
  ).split(' '),
);

/** A word without the endings of number, tense and agent: enough to see that “withdraws” is “withdraw”. */
const stem = (word: string): string =>
  word.length <= 4
    ? word.replace(/s$/, '')
    : word.replace(/(?:isations?|izations?|ations?|ings?|ed|es|s|e)$/, '').replace(/(.)\1$/, '$1');

/** The words of a text that carry content, stemmed, each once. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !EMPTY.has(word)).map(stem),
  );

/** How much of the smaller of two sets of content words stands in the other, in [0, 1]; 0 when fewer than two are shared. */
export const likeness = (one: string, other: string): number => {
  const [few, many] = [contentWords(one), contentWords(other)].sort((a, b) => a.size - b.size);
  if (few === undefined || many === undefined || few.size === 0) return 0;
  const shared = [...few].filter((word) => many.has(word)).length;
  return shared < 2 ? 0 : shared / few.size;
};
