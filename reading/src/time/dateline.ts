import type { Edtf } from '@entente/core/vocabulary';
import { plain } from '../sentence/plain.ts';
import { tokens } from '../sentence/token.ts';
import { yearIn } from './calendar.ts';
import { unbound } from './dated.ts';
import { timeExpressions } from './expression.ts';
import { resolve } from './resolve.ts';
import { tenseOf } from './tense.ts';

/** A date at the head of a text, with the line that it stands in. */
export interface Dateline {
  readonly date: Edtf;
  /** Offsets of the date and of its line in the text. */
  readonly start: number;
  readonly end: number;
  readonly line: { readonly start: number; readonly end: number };
}

/** How far down a dateline is looked for, and how long its line may be. */
const HEAD = { lines: 8, characters: 900, line: 160 };

const LABEL =
  /\b(?:published|posted|recorded|released|issued|uploaded|upload date|date|aired|broadcast|filed|of)[:,]?(?: on)? *$/i;
/** A line that says when a page was changed or looked at does not say when it was written. */
const CHANGED = /\b(?:updated|modified|revised|retrieved|accessed|archived)\b/i;
/** What may stand on either side of the date in a line that only says where and when. */
const LEFT = /(?:^|[|·•,;:(–—\-/]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)\s*$/i;
const RIGHT = /^\s*(?:$|[|·•,;:)–—\-/.(])/;

/** A date long before most years that the text names is what it is about, not when it was written. */
const isStale = (text: string, date: Edtf): boolean => {
  const year = yearIn(date) ?? 0;
  const years = [...text.matchAll(/\b(?:19|20)\d\d\b/g)].map(([match]) => Number(match));
  const later = years.filter((one) => one > year).length;
  return later > 2 && later * 2 > years.length;
};

/**
 * The day (or month) on which a text says that it was written, in one of its first lines: “Harbour Review, 20 June 2016”, “recorded 12 June 2016”.
 * A date inside a sentence of the report is none, nor is one without its year.
 *
 * @returns undefined where the head of the text does not say
 */
export const datelineOf = (text: string): Dateline | undefined => {
  let start = 0;
  for (let count = 0; count < HEAD.lines && start < Math.min(text.length, HEAD.characters); ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = plain(text.slice(start, end));
    if (line.trim() !== '') {
      count += 1;
      if (CHANGED.test(line)) {
        start = end + 1;
        continue;
      }
      const found = timeExpressions(line, 0, line.length).find(
        ({ moment }) => (moment.kind === 'day' || moment.kind === 'month') && moment.year !== undefined,
      );
      const date = found && resolve({ ...unbound(found), approximate: false }, {});
      if (found && date !== undefined && !isStale(text, date)) {
        const [before, after] = [line.slice(0, found.start), line.slice(found.end)];
        const bare = line.length <= HEAD.line && tenseOf(tokens(line, 0, line.length)) === undefined;
        const placed = bare && LEFT.test(before) && RIGHT.test(after);
        const labelled = LABEL.test(before) && !/\bof *$/i.test(before) && RIGHT.test(after);
        const opening =
          /^[\p{Lu}][\p{L} .,'-]{1,40}[,(] *$/u.test(before) && /^\s*(?:\([^)]{2,40}\)\s*)?[-–—:]/.test(after);
        if (placed || labelled || opening)
          return { date, start: start + found.start, end: start + found.end, line: { start, end } };
      }
    }
    start = end + 1;
  }
  return undefined;
};
