/** A word as it is looked up: lower case, plain quotes and dashes, every digit a 0. */
export const lookupForm = (word: string): string => {
  if (/^[a-z]+$/i.test(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[0-9]/g, '0');
};

export const SHAPES = 10;

/** How a word is written: 0 lower case, 1 capitalised, 2 capitals, 3 one capital letter, 4 mixed, 5 digits, 6 with digits, 7 punctuation, 8 no Latin letters, 9 the root. */
export const shapeOf = (word: string): number => {
  if (/^[a-z]+$/.test(word)) return 0;
  if (/^[A-Z][a-z]+$/.test(word)) return 1;
  if (/^[A-Z]$/.test(word)) return 3;
  if (/^[A-Z][A-Z.]+$/.test(word)) return 2;
  if (/^[0-9][0-9.,:]*$/.test(word)) return 5;
  if (/[0-9]/.test(word)) return 6;
  if (/[A-Za-z]/.test(word)) return 4;
  return /\p{L}/u.test(word) ? 8 : 7;
};

/** A 32-bit mark of a text (Fowler, Noll and Vo); `before` is the mark of what stands before it, so that texts need not be joined. */
export const hashOf = (text: string, from = 0, to = text.length, before = 0x811c9dc5): number => {
  let hash = before;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};
