import type { Span } from '@entente/core/vocabulary';
import { endsWithAbbreviation } from './abbreviation.ts';
import { tokensIn } from './token.ts';

/** A sentence as the tokens it is made of, before anything is known about them. */
export type RawSentence = readonly Span[];

/** Tokens of the longest sentence that is parsed as one; longer ones are cut. */
export const LONGEST_SENTENCE = 200;

/** A line this long that stops in the middle of things was broken to fit a page. */
const WRAPPED = { least: 45, most: 100 };

/** Whether a single line break only wraps a line: the sentence goes on behind it. */
const isWrap = (line: string, next: string): boolean => {
  if (/^\s*(?:[-*•·–—]|\d+[.)])\s/.test(next) || line === '') return false;
  if (/^\s*\p{Ll}/u.test(next)) return !/[.!?:]["”’)]*\s*$/.test(line);
  const length = line.trimEnd().length;
  return (
    length >= WRAPPED.least &&
    length <= WRAPPED.most &&
    /[\p{L}\p{N},;’'-]\s*$/u.test(line) &&
    /^\s*["“(\p{L}\p{N}]/u.test(next)
  );
};

/** The stretches of a text that no sentence crosses: paragraphs, headings, rows of a table, items of a list. */
export const paragraphsIn = (text: string): Span[] => {
  const paragraphs: Span[] = [];
  const lines = text.split('\n');
  let start = 0;
  let at = 0;
  lines.forEach((line, index) => {
    const end = at + line.length;
    const next = lines[index + 1];
    if (next === undefined || line.trim() === '' || next.trim() === '' || !isWrap(line, next)) {
      if (end > start) paragraphs.push({ start, end });
      start = end + 1;
    }
    at = end + 1;
  });
  return paragraphs;
};

const CLOSER = /^["”’'»)\]]+$/;

/** The place behind the closing quotes, brackets and note numbers that still belong to a sentence that ended before `index`. */
const closeFrom = (text: string, tokens: readonly Span[], index: number): number => {
  let at = index;
  for (;;) {
    const [here, before] = [tokens[at], tokens[at - 1]];
    if (!here || !before) return at;
    const touching = here.start === before.end;
    const word = text.slice(here.start, here.end);
    if (touching && CLOSER.test(word)) at++;
    else if (word === '[' && /^\[\d{1,3}\]$/.test(text.slice(here.start, tokens[at + 2]?.end))) at += 3;
    else return at;
  }
};

/** Cuts a sentence that is too long, at the last semicolon, comma or dash of its second half if it has one. */
const cutToLength = (text: string, tokens: readonly Span[]): RawSentence[] => {
  const pieces: RawSentence[] = [];
  let rest = tokens;
  while (rest.length > LONGEST_SENTENCE) {
    let cut = LONGEST_SENTENCE;
    for (let at = LONGEST_SENTENCE - 1; at > LONGEST_SENTENCE / 2; at--) {
      const token = rest[at];
      if (token && /^(?:[;,:|•·—–]|--)$/.test(text.slice(token.start, token.end))) {
        cut = at + 1;
        break;
      }
    }
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest.length > 0) pieces.push(rest);
  return pieces;
};

const sentencesOf = (text: string, tokens: readonly Span[]): RawSentence[] => {
  const sentences: RawSentence[] = [];
  let first = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const word = text.slice(token.start, token.end);
    const stop = /^(?:[.?!…。！？]|[.!?]{2,}|…+)$/u.test(word);
    const abbreviated = !stop && /\p{L}\.$/u.test(word);
    if (!stop && !abbreviated) continue;
    const after = closeFrom(text, tokens, at + 1);
    const next = tokens[after];
    const last = tokens[after - 1];
    if (!next || !last) continue;
    if (next.start === last.end && last === token) continue; // a stop inside a word or a number
    const following = text.slice(next.start, next.end);
    const trailing = /^(?:\.{2,}|…+)$/u.test(word) ? /^["“(‘]?\p{Lu}/u : /^[^\p{Ll},;:.!?)\]]/u;
    if (abbreviated ? !endsWithAbbreviation(word, following) : !trailing.test(following)) continue;
    sentences.push(tokens.slice(first, after));
    first = after;
    at = after - 1;
  }
  if (first < tokens.length) sentences.push(tokens.slice(first));
  return sentences;
};

/**
 * The sentences of a text as tokens. No sentence crosses a paragraph, and none is longer than LONGEST_SENTENCE tokens.
 *
 * Cost: O(length)
 */
export const sentencesIn = (text: string): RawSentence[] =>
  paragraphsIn(text).flatMap(({ start, end }) =>
    sentencesOf(text, tokensIn(text, start, end)).flatMap((tokens) => cutToLength(text, tokens)),
  );
