import type { Moment } from '../moment.ts';
import { SIGN as S } from '../sign.ts';
import {
  AND,
  at,
  century,
  D,
  DASH,
  day,
  type Groups,
  M,
  month,
  NTH,
  nth,
  PART,
  part,
  SEASON,
  season,
  Y,
  year,
} from './words.ts';

/** A pattern, what it means, and the signs (see `sign.ts`) without which it cannot be found. */
export type Rule = readonly [needs: number, pattern: string, moment: (groups: Groups) => Moment | undefined];

const dayOf = (y: string | undefined, m: string, d: string): Moment => ({
  kind: 'day',
  ...year(y),
  month: month(m),
  day: day(d),
});

/** What follows a day of a list, so that “on May 4 and 12 people” stays a date and a count. */
const LISTED = `(?=,? (?:and|or|&) \\d|,|\\.|;|:|\\)|$| (?:and|or|in|at|to|of|when|after|before|with|during|as|by|for)\\b)`;

/** Dates that the calendar names, more specific rules first; a later rule never reads into what an earlier one took. */
export const DATED: readonly Rule[] = [
  [
    S.joined,
    `\\b(${Y})[-/.](0[1-9]|1[0-2])[-/.](0[1-9]|[12]\\d|3[01])(?!\\d)`,
    (g) => dayOf(g[1], monthName(at(g, 2)), at(g, 3)),
  ],
  [
    S.joined,
    `\\b(0?[1-9]|[12]\\d|3[01])\\.(0?[1-9]|1[0-2])\\.(${Y})`,
    (g) => dayOf(g[3], monthName(at(g, 2)), at(g, 1)),
  ],
  // “May 4, 6 and 9, 2019”, “4 and 9 May 2019”
  [S.month | S.digit | S.year, `(${M}) (${D})(?=(?:${AND}${D})+,? (${Y}))`, (g) => dayOf(g[3], at(g, 1), at(g, 2))],
  [
    S.month | S.digit,
    `(?<=(${M}) ${D}(?:, ${D})*,? (?:and|or|&) )(${D})(?:,? (${Y}))?${LISTED}`,
    (g) => dayOf(g[3], at(g, 1), at(g, 2)),
  ],
  [
    S.month | S.digit,
    `(?<=(${M}) ${D}(?:, ${D})*, )(${D})(?=(?:, ${D})*,? (?:and|or|&) ${D}(?:,? (${Y}))?)`,
    (g) => dayOf(g[3], at(g, 1), at(g, 2)),
  ],
  [
    S.month | S.digit,
    `\\b(${D})(?=(?:, ${D})*,? (?:and|or|&) (?:the )?${D}(?: of)? (${M})(?:,? (${Y}))?)`,
    (g) => dayOf(g[3], at(g, 2), at(g, 1)),
  ],
  [
    S.month | S.digit,
    `(${M}) (${D})(?:${DASH}| (?:to|through|until) )(?:the )?(${D})(?! ?${M})(?:,? (${Y}))?`,
    (g) => ({ kind: 'range', from: dayOf(g[4], at(g, 1), at(g, 2)), to: dayOf(g[4], at(g, 1), at(g, 3)) }),
  ],
  [
    S.month | S.digit,
    `\\b(${D})(?:${DASH}| (?:to|through|until) )(?:the )?(${D})(?: of)? (${M})(?:,? (${Y}))?`,
    (g) => ({ kind: 'range', from: dayOf(g[4], at(g, 3), at(g, 1)), to: dayOf(g[4], at(g, 3), at(g, 2)) }),
  ],
  [S.month | S.digit, `(${M}) (?:the )?(${D})(?:,? (?:of )?(${Y}))?`, (g) => dayOf(g[3], at(g, 1), at(g, 2))],
  [
    S.month | S.digit,
    `\\b(?:the )?(${D})(?: of)?[ -](${M})(?:[,-]? ?(?:of )?(${Y}))?`,
    (g) => dayOf(g[3], at(g, 2), at(g, 1)),
  ],
  [
    S.month | S.year,
    `(${M})(?: (${Y}))?(?:${DASH}| (?:to|through|until) )(${M}),? (?:of )?(${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'month', year: Number(g[2] ?? g[4]), month: month(at(g, 1)) },
      to: { kind: 'month', year: Number(g[4]), month: month(at(g, 3)) },
    }),
  ],
  [
    S.month | S.year,
    `\\b${PART}(${M}),? (?:of )?(?:the year )?(${Y})`,
    (g) => ({ kind: 'month', year: Number(at(g, 3)), month: month(at(g, 2)), ...part(g[1]) }),
  ],
  [
    S.season | S.year,
    `\\b(?:the )?${PART}${SEASON}(?: of|,)? (${Y})(?:[-–/]\\d\\d(?:\\d\\d)?)?`,
    (g) => ({ kind: 'season', year: Number(at(g, 3)), season: season(at(g, 2)) }),
  ],
  [
    S.half | S.year,
    `\\b(${Y})(?:,? [-–—]|${DASH}| to )(?:the )?${NTH} half of (${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 1)) },
      to: { kind: 'fraction', year: Number(at(g, 3)), of: 2, nth: nth(at(g, 2), 2) },
    }),
  ],
  [
    S.half | S.year,
    `\\b(?:the )?${NTH} half of (?:the year )?(${Y})`,
    (g) => ({ kind: 'fraction', year: Number(at(g, 2)), of: 2, nth: nth(at(g, 1), 2) }),
  ],
  [
    S.half | S.year,
    `\\b(?:the )?${NTH} (?:quarter|three months) of (${Y})`,
    (g) => ({ kind: 'fraction', year: Number(at(g, 2)), of: 4, nth: nth(at(g, 1), 4) }),
  ],
  [
    S.half | S.year,
    `\\b([HQ])([1-4]) (?:of )?(${Y})`,
    (g) => {
      const of = at(g, 1).toUpperCase() === 'H' ? 2 : 4;
      return Number(g[2]) > of ? undefined : { kind: 'fraction', year: Number(at(g, 3)), of, nth: Number(at(g, 2)) };
    },
  ],
  [
    S.fiscal,
    `\\b(?:the )?(?:fiscal(?: year)?|FY|financial year) ?(${Y})(?:[-–/]\\d\\d(?:\\d\\d)?)?`,
    (g) => ({ kind: 'year', year: Number(at(g, 1)), fiscal: true }),
  ],
  [
    S.decade,
    `\\b(?:the )?${PART}((?:1[0-9]|20)\\d)0'?s(?:${DASH}| (?:and|to|through) )(?:the )?${PART}((?:1[0-9]|20)\\d)0'?s\\b`,
    (g) => ({
      kind: 'range',
      from: { kind: 'decade', year: Number(at(g, 2)) * 10, ...part(g[1]) },
      to: { kind: 'decade', year: Number(at(g, 4)) * 10, ...part(g[3]) },
    }),
  ],
  [
    S.decade,
    `\\b(?:the )?${PART}((?:1[0-9]|20)\\d)0'?s\\b`,
    (g) => ({ kind: 'decade', year: Number(at(g, 2)) * 10, ...part(g[1]) }),
  ],
  [
    S.century,
    `\\b(?:the )?${PART}(\\d{1,2}(?:st|nd|rd|th)|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[ -]century`,
    (g) => {
      const number = century(at(g, 2));
      return number === undefined ? undefined : { kind: 'century', century: number, ...part(g[1]) };
    },
  ],
  [
    S.years,
    `\\b${PART}(${Y})${DASH}${PART}(${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 2)), ...part(g[1]) },
      to: { kind: 'year', year: Number(at(g, 4)), ...part(g[3]) },
    }),
  ],
  [
    S.joined,
    `\\b(${Y})[-–/](\\d\\d)(?!\\d|-)`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 1)) },
      to: { kind: 'year', year: Number(at(g, 1).slice(0, 2) + at(g, 2)) },
    }),
  ],
  [
    S.years,
    `(?<=\\b(?:from|between) )(?:the )?${PART}(${Y}) (?:to|and|until|till|through) (?:the )?${PART}(${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 2)), ...part(g[1]) },
      to: { kind: 'year', year: Number(at(g, 4)), ...part(g[3]) },
    }),
  ],
  [
    S.years,
    `\\b(${Y}) (?:to|through) (${Y})\\b`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 1)) },
      to: { kind: 'year', year: Number(at(g, 2)) },
    }),
  ],
];

/** A year by itself: read last of all. */
export const YEAR: Rule = [
  S.year,
  `\\b(?:the )?${PART}(?:the year )?(${Y})(?![-–]\\w|\\w|['%]| (?:people|troops|soldiers|persons|men|women|dollars|euros|tons|tonnes|miles|kilometers|kilometres|km|metres|meters|deaths|civilians|homes|families|refugees|prisoners)\\b)`,
  (g) => ({ kind: 'year', year: Number(at(g, 2)), ...part(g[1]) }),
];

function monthName(figure: string): string {
  return (
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][Number(figure) - 1] ?? 'jan'
  );
}
