/// <reference lib="dom" />
import { Readability } from '@mozilla/readability';

/** What is hidden is gone before it looks; asking each element for its style again would take longer than all the rest. */
class Main extends Readability<undefined> {
  constructor(document: globalThis.Document) {
    super(document, {
      charThreshold: 300,
      maxElemsToParse: 20_000,
      disableJSONLD: true,
      keepClasses: true,
      serializer: () => undefined,
    });
  }

  protected _isProbablyVisible(): boolean {
    return true;
  }
}

/**
 * The words that Readability takes for the article, to tell menus from report. It changes the document, so it comes last.
 *
 * @param beside elements that are none of it for sure
 * @returns nothing when it finds no article
 */
export const mainText = (
  document: globalThis.Document,
  beside: readonly globalThis.Element[] = [],
): string | undefined => {
  try {
    for (const element of beside) element.remove();
    const text = new Main(document).parse()?.textContent ?? '';
    return text.length >= 300 ? text : undefined;
  } catch {
    return undefined; // its judgement is a help, not a need
  }
};
