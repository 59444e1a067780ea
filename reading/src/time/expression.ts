import { DATED, YEAR } from './lexicon/absolute.ts';
import { RELATIVE } from './lexicon/relative.ts';
import type { Bound, Moment, TimeExpression } from './moment.ts';
import { ANY } from './sign.ts';

const PATTERNS = [...DATED, ...RELATIVE, YEAR].map(([needs, pattern, moment]) => ({
  needs,
  pattern: new RegExp(pattern, 'gi'),
  moment,
}));

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/\b(?:until|till|up to|up until|through)(?: at least)?(?: the)? $/i, 'until'],
  [/\bsince(?: the)? $/i, 'since'],
  [/\b(?:before|prior to|ahead of|pre-)(?: the)? ?$/i, 'before'],
  [/\b(?:after|following|post-)(?: the)? ?$/i, 'after'],
  [/\b(?:by|no later than)(?: the)? $/i, 'by'],
];
const NEAR =
  /\b(?:about|around|circa|c\.|roughly|approximately|shortly after|soon after|immediately after|shortly before|just before|just after) $/i;

/** Words that look like a month or a season and are not: “may”, “march”, “fall” in small letters. */
const isWord = (words: string): boolean =>
  /^(may|march|mar|fall|jun|jul|apr|sat|sun|mon|dec|sept?)\b/.test(words) ||
  /\b(?:may|march|mar|sat|sun|wed|jan|dec|oct|nov)$/.test(words);

const boundIn = (before: string): { bound?: Bound; approximate: boolean } => {
  const approximate = NEAR.test(before);
  const bound = BOUNDS.find(([sign]) => sign.test(before))?.[1];
  const adverb = /\b(?:shortly|soon|immediately|just|right) (?:after|before) $/i.test(before);
  return { ...(bound && !adverb ? { bound } : {}), approximate };
};

const pointLike = ({ kind }: Moment): boolean =>
  kind === 'day' ||
  kind === 'month' ||
  kind === 'season' ||
  kind === 'weekday' ||
  kind === 'year' ||
  kind === 'fraction';

const withYear = (moment: Moment, from: Moment): Moment => {
  if (!('year' in from) || from.year === undefined) return moment;
  if (moment.kind === 'day' || moment.kind === 'month' || moment.kind === 'season')
    return moment.year === undefined && !('which' in moment && moment.which) ? { ...moment, year: from.year } : moment;
  return moment;
};

/** “from March to May 1999”, “3 May – 5 June 2004”, “between 1998 and March 2001”. */
const ranges = (gap: string, before: string): boolean =>
  /^ ?[-–—] ?(?:the )?$/.test(gap) ||
  /^ (?:to|until|till|through)(?: the)? $/.test(gap) ||
  (/^ and(?: the)? $/.test(gap) && /\bbetween(?: the)? $/i.test(before));

/** Neighbours that are one: a weekday beside its day; the two ends of a range; a year that a list names once, at its end. */
const joined = (text: string, found: readonly TimeExpression[]): TimeExpression[] => {
  const out: TimeExpression[] = [];
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const one = found[index];
    const next = out[0];
    if (!one) continue;
    const gap = next ? text.slice(one.end, next.start) : '';
    if (!next || gap.length > 14) {
      out.unshift(one);
      continue;
    }
    const weekday = one.moment.kind === 'weekday' ? one : next.moment.kind === 'weekday' ? next : undefined;
    const beside = one.moment.kind === 'day' ? one : next.moment.kind === 'day' ? next : undefined;
    if (weekday && beside && weekday !== beside && /^,? ?(?:the |\()?$/.test(gap)) {
      out[0] = { ...beside, start: one.start, end: next.end, ...(one.bound ? { bound: one.bound } : {}) };
      continue;
    }
    // “in April last year”
    if (
      (one.moment.kind === 'month' || one.moment.kind === 'day') &&
      one.moment.year === undefined &&
      next.moment.kind === 'named' &&
      next.moment.unit === 'year' &&
      /^,? (?:of )?(?:the )?$/.test(gap)
    ) {
      out[0] = { ...one, end: next.end, moment: { ...one.moment, inYear: next.moment.which } };
      continue;
    }
    const moment = /^ ?(?:,|and|or|&|to|through|until|till|[-–—])/.test(gap)
      ? withYear(one.moment, next.moment)
      : one.moment;
    const lead = text.slice(Math.max(0, one.start - 12), one.start);
    if (pointLike(moment) && pointLike(next.moment) && ranges(gap, lead)) {
      const { bound: _bound, ...rest } = one;
      out[0] = { ...rest, end: next.end, moment: { kind: 'range', from: moment, to: next.moment } };
      continue;
    }
    // “on 23 and 24 May”: two days in a row are one stretch.
    const follows =
      moment.kind === 'day' &&
      next.moment.kind === 'day' &&
      moment.month === next.moment.month &&
      moment.day + 1 === next.moment.day;
    if (follows && /^ ?(?:and|&) (?:the )?$/.test(gap)) {
      out[0] = { ...one, end: next.end, moment: { kind: 'range', from: moment, to: next.moment } };
      continue;
    }
    out.unshift(moment === one.moment ? one : { ...one, moment });
  }
  return out;
};

/**
 * The time expressions of a stretch of plain text, in order, not overlapping.
 *
 * Unit: offsets count from the whole text. Cost: linear in the stretch.
 *
 * @param signs what the stretch holds, where it is known: see `signsOf`
 */
export const timeExpressions = (text: string, from: number, to: number, signs = ANY): TimeExpression[] => {
  if (signs === 0) return [];
  const stretch = text.slice(from, to);
  const found: TimeExpression[] = [];
  const free = (start: number, end: number): boolean => found.every((one) => one.end <= start || end <= one.start);
  for (const { needs, pattern, moment } of PATTERNS) {
    if ((signs & needs) !== needs) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(stretch); match !== null; match = pattern.exec(stretch)) {
      const matched = match[0].trimEnd();
      const lead = matched.length - matched.replace(/^[\s,]+/, '').length;
      const start = match.index + lead;
      const end = match.index + matched.length;
      if (end <= start || !free(start, end)) continue;
      if (isWord(matched.slice(lead)) && !/\d/.test(matched)) continue;
      const meant = moment(match);
      if (meant === undefined) continue;
      const before = stretch.slice(Math.max(0, start - 24), start);
      const { bound, approximate } = boundIn(before);
      const open = bound !== undefined && !(bound === 'since' && meant.kind === 'range');
      found.push({ start, end, moment: meant, ...(open ? { bound } : {}), approximate });
    }
  }
  if (found.length === 0) return [];
  found.sort((a, b) => a.start - b.start);
  return joined(stretch, found).map((one) => ({ ...one, start: one.start + from, end: one.end + from }));
};
