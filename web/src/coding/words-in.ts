import type { Span } from '@entente/core/vocabulary';

/** The words of a stretch of text, in any script, as places in the whole text; marks between words are none. */
export const wordsIn = (text: string, span: Span, language?: string): readonly Span[] => {
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    segmenter = new Intl.Segmenter(undefined, { granularity: 'word' }); // the document names no language that is known
  }
  return [...segmenter.segment(text.slice(span.start, span.end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: span.start + index, end: span.start + index + segment.length }));
};

/** Whether a text runs from right to left: whether its first letter does. */
export const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);

/** Words chosen by keys: from the word `from` to the word `to` of a list, in either order. */
export interface WordChoice {
  readonly from: number;
  readonly to: number;
}

/** Moves by words; `wider` keeps the first word and moves the other end. */
export const movedBy = (choice: WordChoice, by: number, wider: boolean, count: number): WordChoice => {
  const to = Math.max(0, Math.min(count - 1, choice.to + by));
  return wider ? { from: choice.from, to } : { from: to, to };
};

/** The stretch of text from the first chosen word to the last. */
export const spanOfChoice = (words: readonly Span[], { from, to }: WordChoice): Span | undefined => {
  const [first, last] = [words[Math.min(from, to)], words[Math.max(from, to)]];
  return first && last && { start: first.start, end: last.end };
};

/** The choice that holds a stretch of text; the word after its start where it holds none. */
export const choiceAt = (words: readonly Span[], span: Span): WordChoice => {
  const from = Math.max(
    0,
    words.findIndex(({ end }) => end > span.start),
  );
  const to = words.findLastIndex(({ start }) => start < span.end);
  return { from, to: Math.max(from, to) };
};
