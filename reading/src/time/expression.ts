import { table } from '../sentence/words.ts';
import type { Bound, Moment, Part, TimeExpression, Unit } from './moment.ts';

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAY_NAMES = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const COUNTS: Readonly<Record<string, number>> = table({
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  couple: 2,
  'a couple of': 2,
  few: 3,
  'a few': 3,
  several: 5,
});

const month = (text: string): number =>
  MONTH_NAMES.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3))) + 1;

const M =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![A-Za-z])';
const Y = '(?:1[0-9]|20)\\d\\d(?!\\d|[.,]\\d)';
const D = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d|[.,]\\d|%)';
const PART =
  '(?:(early|mid|late|end of|the end of|the beginning of|beginning of|the middle of|middle of|the start of|start of)[ -](?:in )?)?';
const DASH = ' ?[-–—] ?';
const WEEKDAY = '(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.)';
const SEASON = '(spring|summer|autumn|fall|winter)';
const COUNT = '(a couple of|a few|several|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3})';
const UNIT = '(day|week|month|year|decade)s?';

const part = (text: string | undefined): { part?: Part } => {
  if (!text) return {};
  if (/early|beginning|start/i.test(text)) return { part: 'early' };
  return { part: /mid/i.test(text) ? 'mid' : 'late' };
};
const day = (text: string): number => Number.parseInt(text, 10);
const season = (text: string) =>
  (text.toLowerCase() === 'fall' ? 'autumn' : text.toLowerCase()) as 'spring' | 'summer' | 'autumn' | 'winter';
const unit = (text: string) => text.toLowerCase() as Unit;
const count = (text: string): number => COUNTS[text.toLowerCase()] ?? Number(text);

type Groups = readonly (string | undefined)[];
type Rule = readonly [pattern: string, moment: (groups: Groups) => Moment | undefined];
const at = (groups: Groups, index: number): string => groups[index] ?? '';
const year = (text: string | undefined): { year?: number } => (text ? { year: Number(text) } : {});

/** More specific rules first; a later rule never reads into what an earlier one took. */
const RULES: readonly Rule[] = [
  [
    `(${M}) (${D})(?= (?:and|or) ${D},? (${Y}))`,
    (g) => ({ kind: 'day', year: Number(at(g, 3)), month: month(at(g, 1)), day: day(at(g, 2)) }),
  ],
  [
    `(?<=(${M}) ${D} (?:and|or) )(${D}),? (${Y})`,
    (g) => ({ kind: 'day', year: Number(at(g, 3)), month: month(at(g, 1)), day: day(at(g, 2)) }),
  ],
  [
    `(${Y})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])`,
    (g) => ({ kind: 'day', year: Number(at(g, 1)), month: Number(at(g, 2)), day: Number(at(g, 3)) }),
  ],
  [
    `\\b(0?[1-9]|[12]\\d|3[01])\\.(0?[1-9]|1[0-2])\\.(${Y})`,
    (g) => ({ kind: 'day', year: Number(at(g, 3)), month: Number(at(g, 2)), day: Number(at(g, 1)) }),
  ],
  [
    `(${M}) (${D})${DASH}(${D})(?:,? (${Y}))?`,
    (g) => ({
      kind: 'range',
      from: { kind: 'day', ...year(g[4]), month: month(at(g, 1)), day: day(at(g, 2)) },
      to: { kind: 'day', ...year(g[4]), month: month(at(g, 1)), day: day(at(g, 3)) },
    }),
  ],
  [
    `(${D})${DASH}(${D}) (${M})(?:,? (${Y}))?`,
    (g) => ({
      kind: 'range',
      from: { kind: 'day', ...year(g[4]), month: month(at(g, 3)), day: day(at(g, 1)) },
      to: { kind: 'day', ...year(g[4]), month: month(at(g, 3)), day: day(at(g, 2)) },
    }),
  ],
  [`(${M}) (${D})(?:,? (${Y}))?`, (g) => ({ kind: 'day', ...year(g[3]), month: month(at(g, 1)), day: day(at(g, 2)) })],
  [
    `\\b(?:the )?(${D})(?: of)? (${M})(?:,? (?:of )?(${Y}))?`,
    (g) => ({ kind: 'day', ...year(g[3]), month: month(at(g, 2)), day: day(at(g, 1)) }),
  ],
  [
    `(${M})(?: (${Y}))?${DASH}(${M}),? (?:of )?(${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'month', year: Number(g[2] ?? g[4]), month: month(at(g, 1)) },
      to: { kind: 'month', year: Number(g[4]), month: month(at(g, 3)) },
    }),
  ],
  [
    `\\b${PART}(${M}),? (?:of )?(${Y})`,
    (g) => ({ kind: 'month', year: Number(at(g, 3)), month: month(at(g, 2)), ...part(g[1]) }),
  ],
  [
    `\\b(?:the )?${PART}${SEASON}(?: of|,)? (${Y})`,
    (g) => ({ kind: 'season', year: Number(at(g, 3)), season: season(at(g, 2)) }),
  ],
  [
    `\\b(${Y})(?:,? [-–—]|${DASH})(?:the )?(first|second|last) half of (${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 1)) },
      to: { kind: 'fraction', year: Number(at(g, 3)), of: 2, nth: at(g, 2) === 'first' ? 1 : 2 },
    }),
  ],
  [
    `\\b(?:the )?(first|second|latter|last) half of (${Y})`,
    (g) => ({ kind: 'fraction', year: Number(at(g, 2)), of: 2, nth: at(g, 1) === 'first' ? 1 : 2 }),
  ],
  [
    `\\b(?:the )?(first|second|third|fourth|last) quarter of (${Y})`,
    (g) => ({
      kind: 'fraction',
      year: Number(at(g, 2)),
      of: 4,
      nth: ['first', 'second', 'third'].indexOf(at(g, 1)) + 1 || 4,
    }),
  ],
  [
    `\\b(?:the )?${PART}((?:1[0-9]|20)\\d)0'?s\\b`,
    (g) => ({ kind: 'decade', year: Number(at(g, 2)) * 10, ...part(g[1]) }),
  ],
  [`\\b(?:the )?${PART}(\\d{1,2})(?:st|nd|rd|th)[ -]century`, (g) => ({ kind: 'century', century: Number(at(g, 2)) })],
  [
    `\\b(${Y})${DASH}(${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 1)) },
      to: { kind: 'year', year: Number(at(g, 2)) },
    }),
  ],
  [
    `\\b(${Y})[-–/](\\d\\d)(?!\\d|-)`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 1)) },
      to: { kind: 'year', year: Number(at(g, 1).slice(0, 2) + at(g, 2)) },
    }),
  ],
  [
    `\\b(?:from|between) (?:the )?${PART}(${Y}) (?:to|and|until|till) (?:the )?(${Y})`,
    (g) => ({
      kind: 'range',
      from: { kind: 'year', year: Number(at(g, 2)), ...part(g[1]) },
      to: { kind: 'year', year: Number(at(g, 3)) },
    }),
  ],
  [
    `\\b${PART}(${M})(?= ?(?:and|or|,|;|:|\\.|\\)|$|to |when |after |before |with |in |at |that |by |which |as |for |during |the |this ))|(?<=\\b(?:in|since|by|until|till|late|early|mid|last|next|this|of|from|during|before|after|to|and) )${PART}(${M})`,
    (g) => ({ kind: 'month', month: month(g[2] ?? at(g, 4)), ...part(g[1] ?? g[3]) }),
  ],
  [
    `\\b(last|next|past|this past)?,? ?(?:on )?(${WEEKDAY})`,
    (g) => ({
      kind: 'weekday',
      weekday: WEEKDAY_NAMES.findIndex((name) => name.startsWith(at(g, 2).toLowerCase().slice(0, 3))),
      ...(g[1] ? { which: g[1] === 'next' ? ('next' as const) : ('last' as const) } : {}),
    }),
  ],
  [`\\b(?:the )?${PART}${SEASON}\\b(?! of|s|ing)`, (g) => ({ kind: 'season', season: season(at(g, 2)) })],
  [
    `\\b(?:the )?${PART}(?:the year )?(${Y})(?![-\\w]|['%])`,
    (g) => ({ kind: 'year', year: Number(at(g, 2)), ...part(g[1]) }),
  ],
  [
    `\\b(last|this|next|past|same|that|following|previous|preceding) (day|week|month|year|decade)\\b`,
    (g) => ({
      kind: 'named',
      unit: unit(at(g, 2)),
      which:
        (
          {
            last: 'last',
            past: 'last',
            this: 'this',
            next: 'next',
            same: 'same',
            that: 'same',
            following: 'following',
            previous: 'previous',
            preceding: 'previous',
          } as const
        )[at(g, 1).toLowerCase()] ?? 'this',
    }),
  ],
  [
    `\\b(?:just )?${COUNT} ${UNIT} (ago|earlier|later|before|after|afterwards)\\b`,
    (g) => ({
      kind: 'distance',
      count: count(at(g, 1)),
      vague: /few|several|couple/i.test(at(g, 1)),
      unit: unit(at(g, 2)),
      way: ({ ago: 'ago', earlier: 'before', before: 'before' } as const)[at(g, 3).toLowerCase()] ?? 'after',
    }),
  ],
  [
    `\\b(yesterday|today|tomorrow|tonight)\\b(?!')`,
    (g) => ({ kind: 'today', offset: ({ yesterday: -1, tomorrow: 1 } as const)[at(g, 1).toLowerCase()] ?? 0 }),
  ],
];

const PATTERNS = RULES.map(([pattern, moment]) => ({ pattern: new RegExp(pattern, 'gi'), moment }));

/** Nothing is read where none of these stands. */
const WORTH =
  /\d|day|week|month|year|decade|yesterday|tomorrow|tonight|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|mon|tue|wed|thu|fri|sat|sun/i;

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/\b(?:until|till|up to|through)(?: the)? $/i, 'until'],
  [/\b(?:since|from)(?: the)? $/i, 'since'],
  [/\b(?:before|prior to|ahead of)(?: the)? $/i, 'before'],
  [/\b(?:after|following)(?: the)? $/i, 'after'],
  [/\bby(?: the)? $/i, 'by'],
];
const APPROXIMATE = /\b(?:about|around|circa|c\.|roughly|approximately) $/i;

/** Words that look like a month or a season and are not: “may”, “march”, “fall” in small letters, “second”. */
const isWord = (words: string): boolean =>
  /^(may|march|mar|fall|jun|jul|apr|sat|sun|mon|dec|spring|sept?)\b/.test(words);

/**
 * The time expressions of a stretch of plain text, in order, not overlapping.
 *
 * Unit: offsets count from the whole text. Cost: linear in the stretch.
 */
export const timeExpressions = (text: string, from: number, to: number): TimeExpression[] => {
  const stretch = text.slice(from, to);
  if (!WORTH.test(stretch)) return [];
  const found: TimeExpression[] = [];
  const taken = new Uint8Array(stretch.length);
  for (const { pattern, moment } of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(stretch); match !== null; match = pattern.exec(stretch)) {
      const words = match[0].trimEnd();
      const lead = words.length - words.replace(/^[\s,]+/, '').length;
      const start = match.index + lead;
      const end = match.index + words.length;
      if (end <= start || taken.subarray(start, end).some((is) => is === 1)) continue;
      if (isWord(words.slice(lead)) && !/\d/.test(words)) continue;
      const read = moment(match);
      if (read === undefined) continue;
      taken.fill(1, start, end);
      const before = stretch.slice(Math.max(0, start - 16), start);
      const bound = BOUNDS.find(([sign]) => sign.test(before))?.[1];
      found.push({
        start: from + start,
        end: from + end,
        moment: read,
        ...(bound && !(bound === 'since' && /^ (?:to|until|till) /.test(stretch.slice(end))) ? { bound } : {}),
        approximate: APPROXIMATE.test(before),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};
