import type { Span } from '@entente/core/vocabulary';
import { tokens } from './exchange.ts';
import { HEDGES, STILL_OPEN } from './lexicon/weight.ts';

/** A word of doubt with what it is said of: “may *leave*”, “likely to *refuse*”. */
interface Doubt extends Span {
  readonly of: readonly string[];
}

const SMALL = new Set(
  'the a an to be is are was were been being have has had not no that it its he she they his her their of in on at by for with as and or but so'.split(
    ' ',
  ),
);

const doubts = (text: string): Doubt[] =>
  [...text.matchAll(HEDGES)].map((found) => {
    const end = found.index + found[0].length;
    const after = tokens(text.slice(end)).map(({ stem }) => stem);
    return { start: found.index, end, of: after.filter((word) => !SMALL.has(word)).slice(0, 2) };
  });

/**
 * A doubt of one passage that the other does not have though it says what was doubted: its first word of content stands there, and nothing
 * in it leaves the matter open.
 */
export const doubtOnlyIn = (text: string, others: readonly string[]): Span | undefined => {
  if (others.some((other) => doubts(other).length > 0 || STILL_OPEN.test(other))) return undefined;
  const said = new Set(others.flatMap((other) => tokens(other).map(({ stem }) => stem)));
  return doubts(text).find(({ of: [first] }) => first !== undefined && said.has(first));
};
