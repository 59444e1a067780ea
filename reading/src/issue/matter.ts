import { type Sighted, verbGroupStart } from '../stance/clause.ts';
import type { Position } from '../stance/position.ts';
import type { Matter } from './candidate.ts';
import { contentOf } from './words.ts';

const ANAPHOR = new Set(
  'proposal policy idea initiative plan move step measure issue declaration offer suggestion call request demand deal agreement resolution bill motion treaty matter question position'.split(
    ' ',
  ),
);
const POINTING = /^(the|this|that|such|a|these|those|any|its|their)$/;

/** What is further than this from its beginning is no longer what a position is on. */
const FURTHEST = 60;

/** The content words of a stretch of a sentence: stems, and names as the state or actor that they mean. */
export const wordsBetween = ({ tokens, mentions }: Sighted, from: number, upTo: number): string[] => {
  const to = Math.min(upTo, from + FURTHEST);
  const near = mentions.filter(({ first, after, form }) => form !== 'pronoun' && first < to && after > from);
  return contentOf(tokens.slice(from, to), (offset) => {
    const index = from + offset;
    const mention = near.find(({ first, after }) => first <= index && index < after);
    if (!mention || mention.of.length === 0 || mention.form === 'medium') return undefined;
    return { ids: mention.of.map(({ actor, state }) => state ?? actor), after: Math.min(mention.after, to) - from };
  });
};

/** Where the parts of a content end that are joined by “and” before a verb: “continue diplomacy and work toward deterrence”. */
export const partsOf = ({ tokens }: Sighted, { contentFirst, contentAfter }: Position): number[] => {
  const ends: number[] = [];
  for (let index = contentFirst + 3; index < contentAfter - 2; index += 1) {
    const next = tokens[index + 1]?.lower ?? '';
    if (
      tokens[index]?.lower === 'and' &&
      (/^(to|work|seek|continue|resume|pursue|strengthen)$/.test(next) || /ing$/.test(next))
    )
      ends.push(index);
  }
  return [...ends, contentAfter];
};

/** Whether words point back to what was spoken of: “the proposal”, “such a step”, “it”, or nothing at all. */
export const pointsBack = ({ tokens }: Sighted, from: number, to: number): boolean => {
  const list = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  if (list.length === 0) return true;
  return list.some(({ lower }, index) => {
    if (/^(it|this|that|so|such)$/.test(lower)) return index === 0;
    if (!ANAPHOR.has(lower)) return false;
    // “such a preceding conciliatory move”: adjectives may stand between.
    return list
      .slice(Math.max(0, index - 4), index)
      .some(
        (word, place, all) =>
          POINTING.test(word.lower) && all.slice(place + 1).every(({ lower: one }) => one === 'a' || !ANAPHOR.has(one)),
      );
  });
};

const LEADING =
  /^(to|the|a|an|any|some|such|that|of|for|on|early|idea|proposal|plan|initiative|possibility|prospect|need)$/;

/** What a position is on, as a candidate for an issue. Undefined where the words only point back. */
export const matterOf = (sighted: Sighted, position: Position, text: string): Matter | undefined => {
  const { tokens } = sighted;
  let first = position.contentFirst;
  let form: Matter['form'] = position.follow;
  const end = position.contentAfter;
  // “a proposal by South Korea to declare …”: what is proposed, not the proposal.
  for (let index = first; index < Math.min(end, first + 8); index += 1) {
    if (!ANAPHOR.has(tokens[index]?.lower ?? '')) continue;
    for (let next = index + 1; next < Math.min(end - 1, index + 10); next += 1) {
      if (
        tokens[next]?.lower === 'to' &&
        verbGroupStart(tokens, next + 1) === next + 1 &&
        tokens[next + 1]?.capital === false
      ) {
        first = next + 1;
        form = 't';
        index = end;
        break;
      }
    }
  }
  while (
    first < end - 1 &&
    form !== 'c' &&
    LEADING.test(tokens[first]?.lower ?? '') &&
    (form !== 'o' || !/^(the|a|an)$/.test(tokens[first]?.lower ?? ''))
  )
    first += 1;
  const last = Math.min(end, first + 16);
  const words = wordsBetween(sighted, first, last);
  const start = tokens[first]?.start;
  const stop = tokens[last - 1]?.end;
  if (start === undefined || stop === undefined || stop <= start || words.length === 0) return undefined;
  if (pointsBack(sighted, first, Math.min(last, first + 4)) && words.length < 3) return undefined;
  if (form === 't' && /ing$/.test(tokens[first]?.lower ?? '')) form = 'g';
  return {
    text: text
      .slice(start, stop)
      .replace(/\s+/g, ' ')
      .replace(/["']+$/, ''),
    form,
    words,
  };
};
