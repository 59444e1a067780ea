import type { Span } from '@entente/core/vocabulary';
import { NEGATIONS, SCALES } from './lexicon/weight.ts';

/** A word on a scale of weight. */
export interface Step extends Span {
  readonly scale: string;
  /** 0 for the weakest. */
  readonly step: number;
}

const BEFORE = 40;

/** Every word of a text that stands on a scale, if nothing before it turns it round; of two steps of one scale in one place the stronger. */
export const steps = (text: string): Step[] =>
  SCALES.flatMap(({ name, steps: patterns }) => {
    const found: Step[] = [];
    for (let step = patterns.length - 1; step >= 0; step--)
      for (const match of text.matchAll(new RegExp(patterns[step]?.source ?? '$^', 'g'))) {
        const span = { start: match.index, end: match.index + match[0].length };
        if (found.some((one) => one.start < span.end && span.start < one.end)) continue;
        if (NEGATIONS.test(text.slice(Math.max(0, span.start - BEFORE), span.start))) continue;
        found.push({ scale: name, step, ...span });
      }
    return found;
  });

/** The strongest word of each scale. */
export const strongest = (text: string): ReadonlyMap<string, Step> => {
  const best = new Map<string, Step>();
  for (const one of steps(text)) {
    const known = best.get(one.scale);
    if (known === undefined || one.step > known.step) best.set(one.scale, one);
  }
  return best;
};
