import type { Read } from '@entente/core/document/document';
import { francAll } from 'franc-min';

const SAMPLE = 2_000;
const ENOUGH = 60;

const ENGLISH = new Set(
  'the of and to in a that is was for on with as by it at from be has have said its are were not which'.split(' '),
);

/** Whether a third of the words are the small words of English: quicker to see than by letter triples, and as sure. */
const isEnglish = (sample: string): boolean => {
  const words = sample.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  return words.length >= 40 && words.filter((word) => ENGLISH.has(word)).length * 10 >= words.length * 3;
};

/** The language of a text by its small words or letter triples, as BCP 47; nothing for a text too short to tell. */
export const languageOf = (text: string): Read<string> | undefined => {
  const sample = text.trim().slice(0, SAMPLE);
  if (sample.length < ENOUGH) return undefined;
  if (isEnglish(sample)) return { value: 'en', from: 'small words of the text' };
  const best = francAll(sample).find(([name]) => !(name === 'bul' && /[ыэё]/.test(sample))); // Bulgarian has none of these
  if (!best || best[0] === 'und') return undefined;
  const [tag] = Intl.getCanonicalLocales(best[0]);
  return tag === undefined ? undefined : { value: tag, from: 'letters of the text' };
};
