import type { Read } from '@entente/core/document/document';
import { francAll } from 'franc-min';

const SAMPLE = 8_000;
const ENOUGH = 60;

/** The language of a text by its letter triples, as BCP 47; nothing for a text too short to tell. */
export const languageOf = (text: string): Read<string> | undefined => {
  const sample = text.slice(0, SAMPLE);
  if (sample.trim().length < ENOUGH) return undefined;
  const [best] = francAll(sample);
  if (!best || best[0] === 'und') return undefined;
  const [tag] = Intl.getCanonicalLocales(best[0]);
  return tag === undefined ? undefined : { value: tag, from: 'letters of the text' };
};
