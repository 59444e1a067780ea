import type { Bound } from './moment.ts';
import type { Tense } from './tense.ts';

const AHEAD =
  /\b(?:will|won't|shall|plans? to|intends? to|hopes? to|aims? to|expects?|expected|due|is to|are to|set to|scheduled|going to|supposed to|may|might|should|could|would|foreseen|envisaged|slated|awaited|expires?|lapses?|runs? out|takes? effect|comes? into force|enters? into force|resumes?)\b|'ll\b/i;

/** An act that somebody means or asks for, with no time of its own told before. */
const INTENT = 'propos|offer|plann?|pledg|promis|vow|threaten|agree|decid|demand|want|seek|urg|ask|invit|intend';
/** In the present or the perfect: “promised to” by itself tells of the past. */
const MEANT = new RegExp(
  `(?:\\b(?:has|have)\\b[^,]*\\b(?:${INTENT})e?d|\\b(?:${INTENT})(?:e?s|e)?)\\b[^,]*\\bto [a-z]+\\b`,
  'i',
);

/** Whether a date after these words is one to come: “will meet on Monday”, “plans to strike until Monday”. */
export const looksAhead = (before: string, bound: Bound | undefined, tense: Tense | undefined): boolean => {
  const clause = before.split(/[;:]|, (?:as|which|who|when|where|while|after|said|he|she|it)\b/).at(-1) ?? before;
  if (/\bhad\b|\b(?:would|could|should|might|may|must) have\b(?! to\b)/.test(clause)) return false;
  if (tense === 'future' || AHEAD.test(clause)) return true;
  // “has proposed to open the border in April”: what is proposed lies ahead.
  if ((tense === 'perfect' || tense === 'present') && MEANT.test(clause)) return true;
  // “agreed to withdraw by 1 May”: a term that is set lies ahead.
  const term = bound === 'until' || bound === 'by' || bound === 'before';
  return term && (tense === 'present' || /\bto [a-z]+\b(?!.*\bfrom\b)/.test(clause));
};
