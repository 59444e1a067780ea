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
/** Short forms of verbs behind a pronoun: “they're”, “he'll”. A denial stays with its verb: “won't”. */
const SHORT = /^(.+)('(?:re|ll|ve|d|m))$/i;

const CAPITAL = /^\p{Lu}/u;

type Facts = Pick<Token, 'text' | 'lower' | 'kind' | 'capital'>;

/** What is known of a word by its letters, kept for the next time it is met: words repeat, and a string kept is found faster in tables. */
const FACTS = new Map<string, Facts>();
const MOST = 50_000;

const factsOf = (piece: string): Facts => {
  const known = FACTS.get(piece);
  if (known) return known;
  // A piece of a text would keep the whole text alive.
  const text = piece.length > 12 ? piece.split('').join('') : piece;
  const facts: Facts = {
    text,
    lower: text.toLowerCase(),
    kind: /^\d/.test(text) ? 'number' : /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark',
    capital: CAPITAL.test(text),
  };
  if (FACTS.size >= MOST) FACTS.clear();
  FACTS.set(text, facts);
  return facts;
};

const word = (piece: string, start: number, spaced: boolean): Token => {
  const { text, lower, kind, capital } = factsOf(piece);
  return { start, end: start + text.length, text, lower, kind, capital, spaced };
};

/** `US-North`, `ROK-US`: an abbreviation or name joined to another name by a hyphen is three tokens. */
const JOINED = /^([A-Z]{2,5}|(?:[A-Z]\.)+|Anglo|Sino|Russo|Franco|[A-Z][a-z]+(?:an|ese|ish|i))-(?=[A-Z])/;

const joinedIn = (piece: string): RegExpExecArray | null => (piece.includes('-') ? JOINED.exec(piece) : null);
const APOSTROPHE = 39;

/**
 * The tokens of one stretch of a plain text.
 *
 * Unit: offsets count from the whole text. Cost: linear.
 */
export const tokens = (text: string, start: number, end: number): Token[] => {
  const found: Token[] = [];
  TOKEN.lastIndex = start;
  let last = start;
  for (let match = TOKEN.exec(text); match !== null && match.index < end; match = TOKEN.exec(text)) {
    let piece = match[0];
    if (match.index + piece.length > end) piece = piece.slice(0, end - match.index);
    let at = match.index;
    let spaced = at > last || found.length === 0;
    last = at + piece.length;
    for (let joined = joinedIn(piece); joined?.[1]; joined = joinedIn(piece)) {
      found.push(word(joined[1], at, spaced), word('-', at + joined[1].length, false));
      at += joined[0].length;
      piece = piece.slice(joined[0].length);
      spaced = false;
    }
    if (piece.length > 2 && piece.charCodeAt(piece.length - 2) === APOSTROPHE && POSSESSIVE.test(piece)) {
      found.push(word(piece.slice(0, -2), at, spaced), word(piece.slice(-2), at + piece.length - 2, false));
    } else {
      const short = piece.includes("'") ? SHORT.exec(piece) : null;
      if (short?.[1] && short[2]) found.push(word(short[1], at, spaced), word(short[2], at + short[1].length, false));
      else found.push(word(piece, at, spaced));
    }
  }
  return found;
};
