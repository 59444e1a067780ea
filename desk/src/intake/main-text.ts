/// <reference lib="dom" />
import { Readability } from '@mozilla/readability';

/**
 * The words that Readability takes for the article, to tell menus from report. It changes the document, so it comes last.
 *
 * @returns nothing when it finds no article
 */
export const mainText = (document: globalThis.Document): string | undefined => {
  try {
    const article = new Readability(document, { charThreshold: 300, maxElemsToParse: 20_000 }).parse();
    const text = article?.textContent ?? '';
    return text.length >= 300 ? text : undefined;
  } catch {
    return undefined; // its judgement is a help, not a need
  }
};
