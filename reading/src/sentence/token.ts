import type { Span } from '@entente/core/vocabulary';

/** A word, a number or a mark of a plain text. Possessive endings and hyphens between names are tokens of their own. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** The word begins with a capital letter. */
  readonly capital: boolean;
  /** White space, or the beginning, stands before it. */
  readonly spaced: boolean;
}

// Abbreviations with inner stops; numbers with separators; words with apostrophes and hyphens; single marks.
const TOKEN =
  /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\d])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s\p{L}\p{N}]/gu;

const POSSESSIVE = /'s$/i;

const CAPITAL = /^\p{Lu}/u;

const word = (text: string, start: number, spaced: boolean): Token => ({
  start,
  end: start + text.length,
  text,
  lower: text.toLowerCase(),
  kind: /^\d/.test(text) ? 'number' : /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark',
  capital: CAPITAL.test(text),
  spaced,
});

/** `US-North`, `ROK-US`: an abbreviation or name joined to another name by a hyphen is three tokens. */
const JOINED = /^([A-Z]{2,5}|(?:[A-Z]\.)+|Anglo|Sino|Russo|Franco|[A-Z][a-z]+(?:an|ese|ish|i))-(?=[A-Z])/;

/**
 * The tokens of one stretch of a plain text.
 *
 * Unit: offsets count from the whole text. Cost: linear.
 */
export const tokens = (text: string, start: number, end: number): Token[] => {
  const found: Token[] = [];
  const pattern = new RegExp(TOKEN.source, 'gu');
  pattern.lastIndex = start;
  let last = start;
  for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text)) {
    let piece = match[0];
    if (match.index + piece.length > end) piece = piece.slice(0, end - match.index);
    let at = match.index;
    let spaced = at > last || found.length === 0;
    last = at + piece.length;
    for (let joined = JOINED.exec(piece); joined?.[1]; joined = JOINED.exec(piece)) {
      found.push(word(joined[1], at, spaced), word('-', at + joined[1].length, false));
      at += joined[0].length;
      piece = piece.slice(joined[0].length);
      spaced = false;
    }
    if (piece.length > 2 && POSSESSIVE.test(piece)) {
      found.push(word(piece.slice(0, -2), at, spaced), word(piece.slice(-2), at + piece.length - 2, false));
    } else found.push(word(piece, at, spaced));
  }
  return found;
};
