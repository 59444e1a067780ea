import type { Change } from '@entente/core/document/change';
import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import { type Documents, inside, plain, unquoted } from './plain.ts';
import { type Step, steps, strongest } from './scale.ts';
import { sentenceSpans } from './sentence.ts';

/** Scales that a headline is held to: whether somebody refuses or approves is what it tells. */
const TELLING = new Set(['refusal', 'approval']);

/** The name nearest before a word: whose act it is. */
const subjectOf = (title: string, { start }: Step): string | undefined =>
  title
    .slice(0, start)
    .match(/\p{Lu}[\p{L}'-]{2,}/gu)
    ?.at(-1)
    ?.toLowerCase()
    .replace(/'s?$/, '');

/**
 * A headline that uses a stronger word of somebody than any sentence that the document took and that names them; where none names them, than
 * the first, for a report's lead says what the report is about.
 */
export const headlineChange = (document: Document, taken: readonly Derivation[], documents: Documents): Change[] => {
  const heading = document.blocks.find(({ kind }) => kind === 'heading');
  if (!heading || taken.length === 0 || !document.title || document.title.from === 'first words') return [];
  const title = passageOf(document, heading.start, heading.end);
  const own = [...strongest(unquoted(plain(title))).values()].filter(({ scale }) => TELLING.has(scale));
  return own.flatMap((word): Change[] => {
    const subject = subjectOf(title.quote, word);
    const said = taken.flatMap((one) => {
      const text = unquoted(plain(one.source));
      const sentences = sentenceSpans(one.source.quote);
      return steps(text)
        .filter(({ scale }) => scale === word.scale)
        .map((step) => {
          const around = sentences.find(({ start, end }) => start <= step.start && step.start < end);
          return {
            step,
            one,
            named: subject !== undefined && text.slice(around?.start, around?.end).includes(subject),
          };
        });
    });
    const named = said.filter((one) => one.named);
    const weighed = named.length > 0 ? named : said.slice(0, 1);
    const [first, ...others] = weighed;
    if (first === undefined) return [];
    const most = others.reduce((best, one) => (one.step.step > best.step.step ? one : best), first);
    if (most.step.step >= word.step) return [];
    return [
      {
        kind: 'stronger',
        lost: inside(documents, most.one.source, most.step),
        gained: inside(documents, title, word),
        derivation: most.one,
        headline: true,
      },
    ];
  });
};
