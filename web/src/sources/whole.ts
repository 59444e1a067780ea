import type { Piece } from '@entente/core/report/difference';
import type { AlignedPair } from '@entente/core/report/sources';
import type { Span } from '@entente/core/vocabulary';
import type { Mark } from '../shared/segments.ts';

export type Side = 'source' | 'derived';

/** The places of words that one side alone has; `pieces` are the words of a passage from its first letter on. */
const alone = (pieces: readonly Piece[], { start, quote }: AlignedPair['derivation'][Side]): readonly Span[] => {
  let at = start + quote.length - quote.trimStart().length;
  return pieces.flatMap(({ text, kept }) => {
    const from = at;
    at += text.length;
    const end = from + text.trimEnd().length;
    return kept || end === from ? [] : [{ start: from, end }];
  });
};

/**
 * What is marked in the whole text of one side: every passage that the other has too, and in it the words that only this side has.
 *
 * @param current the pair that is looked at, by number
 */
export const marksOfSide = (pairs: readonly AlignedPair[], side: Side, current: number): readonly Mark[] =>
  pairs.flatMap(({ derivation, difference }, at): Mark[] => {
    const { start, end } = derivation[side];
    const own = difference.rewritten ? [] : alone(difference[side], derivation[side]);
    const kind = side === 'source' ? 'lost' : 'gained';
    return [
      { id: `${at}`, kind: 'shared', start, end, current: at === current },
      ...own.map((words): Mark => ({ id: `${at} ${words.start}`, kind, ...words })),
    ];
  });

/** The pair whose passage a place of the text lies in: the shortest where several do, -1 where none does. */
export const pairAt = (pairs: readonly AlignedPair[], side: Side, place: number): number => {
  let found = -1;
  let length = Number.POSITIVE_INFINITY;
  pairs.forEach(({ derivation }, at) => {
    const { start, end } = derivation[side];
    if (start > place || place >= end || end - start >= length) return;
    found = at;
    length = end - start;
  });
  return found;
};
