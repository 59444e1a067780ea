import type { Span } from '@entente/core/vocabulary';
import type { GoldDocument, GoldSentence } from './conllu.ts';

/** A gold document as running text, with the place of every word in it. */
export interface PlacedDocument {
  readonly text: string;
  readonly sentences: readonly { readonly gold: GoldSentence; readonly places: readonly Span[] }[];
}

/** Joins the sentences with a space, paragraphs with a blank line, and finds each word again. */
export const placed = (document: GoldDocument): PlacedDocument => {
  let text = '';
  const sentences = document.sentences.map((gold) => {
    if (text !== '') text += gold.paragraph ? '\n\n' : ' ';
    const start = text.length;
    text += gold.text || gold.words.map(({ form, space }) => form + (space ? ' ' : '')).join('');
    let at = start;
    const places = gold.words.map(({ form }) => {
      const found = text.indexOf(form, at);
      const from = found < 0 ? at : found;
      at = Math.min(text.length, from + form.length);
      return { start: from, end: at };
    });
    return { gold, places };
  });
  return { text, sentences };
};

/** F of two sets of marks, with what they share. */
export interface Overlap {
  readonly found: number;
  readonly gold: number;
  readonly right: number;
}

export const overlap = (found: Iterable<string>, gold: Iterable<string>): Overlap => {
  const wanted = new Set(gold);
  const given = new Set(found);
  let right = 0;
  for (const mark of given) if (wanted.has(mark)) right++;
  return { found: given.size, gold: wanted.size, right };
};

export const added = (a: Overlap, b: Overlap): Overlap => ({
  found: a.found + b.found,
  gold: a.gold + b.gold,
  right: a.right + b.right,
});

export const precision = ({ found, right }: Overlap) => (found === 0 ? 0 : right / found);
export const recall = ({ gold, right }: Overlap) => (gold === 0 ? 0 : right / gold);
export const fScore = ({ found, gold, right }: Overlap) => (found + gold === 0 ? 0 : (2 * right) / (found + gold));
export const NOTHING: Overlap = { found: 0, gold: 0, right: 0 };
