import type { Document } from '@entente/core/document/document';
import type { Span } from '@entente/core/vocabulary';
import { readable } from './plain.ts';
import { type Token, tokens } from './token.ts';

/** A sentence of a report with its tokens. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** Place in `Document.blocks`. */
  readonly block: number;
  readonly heading: boolean;
}

/** Longer stretches without a stop are cut: no reader's sentence is longer, and work inside a sentence may be quadratic. */
const LONGEST = 200;

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen col lt maj capt sgt adm sen rep gov rev hon st jr sr no nos vol fig vs etc al cf ed eds approx dept est inc ltd co corp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun art para ch pp cap am pm'
  ).split(' '),
);

// After “U.S.” or “Oct.” a capital may go on with the sentence; these words begin a new one.
const OPENERS = new Set(
  'the a an in on at it he she they we this that these those but and however meanwhile according after before as for when while if there its his their some both all'.split(
    ' ',
  ),
);

const CLOSING = new Set(['"', "'", ')', ']', '”']);

const isEnd = (list: readonly Token[], index: number): boolean => {
  const token = list[index];
  const before = list[index - 1];
  let next = index + 1;
  while (next < list.length && CLOSING.has(list[next]?.text ?? '') && !list[next]?.spaced) next += 1;
  const after = list[next];
  if (!token || !after) return false;
  const opens =
    after.capital || after.kind === 'number' || /^["'([•]$/.test(after.text) || /^[^\x00-\x7F]/.test(after.text);
  if (/^[!?…。！？]$/.test(token.text)) return after.spaced ? opens : /[。！？]/.test(token.text);
  if (/^(?:\p{Lu}\.){2,}$/u.test(token.text)) return after.spaced && after.capital && OPENERS.has(after.lower);
  if (token.text !== '.') return false;
  if (token.spaced && before) return after.spaced && opens; // a stop by itself
  if (!after.spaced || !opens) return false;
  if (!before) return true;
  if (ABBREVIATIONS.has(before.lower))
    return (
      after.kind !== 'number' && OPENERS.has(after.lower) && !/^(mr|mrs|ms|dr|gen|prof|sen|rep)$/.test(before.lower)
    );
  if (/^\p{Lu}$/u.test(before.text)) return OPENERS.has(after.lower); // an initial
  if (before.kind === 'number' && list[index - 2] === undefined) return false; // “1.” at the head of a list
  return true;
};

const pieces = (list: readonly Token[]): Token[][] => {
  const found: Token[][] = [];
  let from = 0;
  for (let index = 0; index < list.length; index += 1) {
    const long = index - from >= LONGEST;
    if (!long && !isEnd(list, index)) continue;
    let to = index + 1;
    while (!long && to < list.length && CLOSING.has(list[to]?.text ?? '') && !list[to]?.spaced) to += 1;
    found.push(list.slice(from, to));
    from = to;
    index = to - 1;
  }
  if (from < list.length) found.push(list.slice(from));
  return found;
};

/**
 * The sentences of a document, in order, boilerplate left out.
 *
 * Cost: linear in the text.
 *
 * @param text the document's text for reading, where it is at hand
 */
export const sentencesOf = (
  document: Pick<Document, 'text' | 'boilerplate' | 'blocks'>,
  text = readable(document),
): Sentence[] => {
  return document.blocks.flatMap((block, index) =>
    pieces(tokens(text, block.start, block.end)).flatMap((list) => {
      const first = list[0];
      const last = list[list.length - 1];
      if (!first || !last) return [];
      return [{ start: first.start, end: last.end, tokens: list, block: index, heading: block.kind === 'heading' }];
    }),
  );
};
