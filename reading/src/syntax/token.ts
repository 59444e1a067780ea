import type { Span } from '@entente/core/vocabulary';
import { keepsStop } from './abbreviation.ts';

const set = (words: string) => new Set(words.split(' '));

/** Word beginnings that stay with the word after their hyphen (`non-aligned`, `pro-Beijing`); other hyphens are tokens. */
const BOUND = set(
  'anti ante bi co counter cross de e ex extra hyper infra inter intra mega micro mid mini mis multi neo non pan para post pre pro proto pseudo quasi re semi sub super trans ultra un uni',
);

/** What may follow the hyphen after a capital without being the second half of a given name. */
const NOT_A_NAME = set(
  'led run wide based made era born style like free only held owned off to and of type day age side level class time term ranked backed built area north south east west',
);

/** Words without an apostrophe that are two tokens, and where they are cut. */
const CUTS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['lemme', 3],
  ['gimme', 3],
]);

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:[\w-]{1,63}\.){1,8}(?:com|org|net|gov|edu|info|int|mil|co|io|uk|eu|jp|kr|cn|ru|de|fr)\b(?:\/[^\s<>"“”)]*)?/uy;
const NUMBER = /\.?\d+(?:,\d{3}(?!\d)|[.:/]\d+)*(?:st|nd|rd|th|['’]?s|[A-Za-z]{1,2})?(?![\p{L}\p{N}])|\d+/uy;
const DOTTED = /(?:\p{L}\.){2,}|Ph\.D\.?/uy;
const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’ʼ](?=\p{L})[\p{L}\p{M}]+)*/uy;
const HANDLE = /[@#][\p{L}\p{N}_]+/uy;
const RUN = /\[\.\.\.\]|\.{2,}|…+|-{2,}|[!?]{2,}|\*{2,}|={2,}|_{2,}/uy;
const PICTURE =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:[\ufe0f\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic}|\p{Regional_Indicator})*/uy;
const SPACE = /[\s\u200b\u2060\ufeff]+/uy;
const LOOSE_CLITIC = /['’ʼ](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iuy;
const CLITIC = /(?:['’ʼ](?:s|re|ve|ll|d|m)|n['’ʼ]t)$/i;
const SYMBOL = /[^\s]\p{M}*/uy;

/** Code units in one token. Longer runs (a script without spaces, rubbish) are cut, so that no token is without bound. */
const LONGEST = 60;
/** Code units of an address before it is cut like anything else. */
const LONGEST_ADDRESS = 300;

const reach = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

const isNameJoint = (text: string, before: Span | undefined, from: number, dash: number): boolean => {
  if (!before || !/^\p{Lu}\p{Ll}+$/u.test(text.slice(before.start, before.end))) return false;
  const second = /^\p{Ll}{2,6}(?![\p{L}\p{N}])/u.exec(text.slice(dash + 1, dash + 9))?.[0];
  return (
    second !== undefined &&
    dash - from <= 6 &&
    /^\p{Lu}\p{Ll}*$/u.test(text.slice(from, dash)) &&
    !NOT_A_NAME.has(second)
  );
};

/**
 * The tokens of a stretch of text, as GUM cuts them: clitics apart (`do|n't`, `Japan|'s`), hyphenated words in three (`cease|-|fire`), numbers, addresses and
 * dotted abbreviations whole. White space belongs to no token; every other character belongs to exactly one.
 *
 * Cost: O(length)
 */
export const tokensIn = (text: string, start = 0, end = text.length): Span[] => {
  const tokens: Span[] = [];
  const push = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      let cut = Math.min(to, at + (to - from > LONGEST_ADDRESS ? LONGEST : LONGEST_ADDRESS));
      if (cut < to && /[\udc00-\udfff]/.test(text.charAt(cut))) cut++;
      tokens.push({ start: at, end: cut });
      at = cut;
    }
  };
  const pushRun = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      let cut = Math.min(to, at + LONGEST);
      if (cut < to && /[\udc00-\udfff]/.test(text.charAt(cut))) cut++;
      tokens.push({ start: at, end: cut });
      at = cut;
    }
  };
  /** A word with its clitic, and with the parts that its hyphens bind to it. Gives where it ends. */
  const pushWord = (from: number, word: number): number => {
    let to = word;
    while (text.charAt(to) === '-' && to < end) {
      const bound = BOUND.has(text.slice(from, to).toLowerCase()) || isNameJoint(text, tokens.at(-1), from, to);
      const next = bound ? reach(WORD, text, to + 1) : to + 1;
      if (!bound || next === to + 1 || next - from > LONGEST) break;
      to = next;
    }
    to = Math.min(to, end);
    if (to - from > LONGEST) {
      pushRun(from, to);
      return to;
    }
    const form = text.slice(from, to);
    const cut = CUTS.get(form.toLowerCase()) ?? CLITIC.exec(form)?.index ?? 0;
    if (cut > 0) {
      push(from, from + cut);
      push(from + cut, to);
    } else {
      if (text.charAt(to) === '.' && to < end && keepsStop(form, text, to + 1)) to++;
      push(from, to);
    }
    return to;
  };
  const next = (at: number): number => {
    const character = text.charAt(at);
    if (/[\w@.]/.test(character)) {
      let address = reach(ADDRESS, text, at);
      while (address > at && /[.,;:!?)'’\]]/.test(text.charAt(address - 1))) address--;
      if (address > at) {
        pushOf(address);
        return address;
      }
    }
    for (const pattern of [PICTURE, RUN, DOTTED]) {
      const to = reach(pattern, text, at);
      if (to > at) return pushOf(to);
    }
    const number = reach(NUMBER, text, at);
    if (number > at) {
      const lineStart = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 8), at)) || at === start;
      const listed = lineStart && /^\.\s/.test(text.slice(number, number + 2));
      return pushOf(listed ? number + 1 : number);
    }
    const word = reach(WORD, text, at);
    if (word > at) return pushWord(at, word);
    const touching = at > start && !/\s/.test(text.charAt(at - 1));
    for (const pattern of touching ? [LOOSE_CLITIC, HANDLE, SYMBOL] : [HANDLE, SYMBOL]) {
      const to = reach(pattern, text, at);
      if (to > at) return pushOf(to);
    }
    return pushOf(at + 1);

    function pushOf(to: number): number {
      const upTo = Math.min(to, end);
      if (upTo - at > LONGEST_ADDRESS) pushRun(at, upTo);
      else push(at, upTo);
      return upTo;
    }
  };
  for (let at = start; at < end; ) {
    const blank = reach(SPACE, text, at);
    at = blank > at ? blank : next(at);
  }
  return tokens;
};
