import type { Moment, Which } from '../moment.ts';
import { SIGN as S } from '../sign.ts';
import type { Rule } from './absolute.ts';
import {
  at,
  COUNT,
  count,
  isVague,
  M,
  month,
  NTH,
  nth,
  PART,
  part,
  SEASON,
  season,
  UNIT,
  unit,
  WEEKDAY,
  weekdayOf,
  Y,
  year,
} from './words.ts';

const WHICH: Readonly<Record<string, Which>> = {
  last: 'last',
  past: 'last',
  this: 'this',
  current: 'this',
  next: 'next',
  coming: 'next',
  same: 'same',
  that: 'same',
  following: 'following',
  previous: 'previous',
  preceding: 'previous',
};
const which = (text: string): Which => WHICH[text.toLowerCase().replace(/^the /, '')] ?? 'this';

const wayOf = (text: string): 'past' | 'coming' => (/coming/i.test(text) ? 'coming' : 'past');

/** A month without a year, where its neighbours show that it is one. */
const MONTH_ALONE = `\\b${PART}(${M})(?= ?(?:and|or|,|;|:|\\.|\\)|$|to |when |after |before |with |in |at |that |by |which |as |for |during |the |this |between |amid |through ))|(?<=\\b(?:in|since|by|until|till|late|early|mid|last|next|this|of|from|during|before|after|to|and|through|between) )${PART}(${M})`;

/** Dates that say how they lie to the day of publication or to what was told before. */
export const RELATIVE: readonly Rule[] = [
  [
    S.month,
    `\\b(last|this|next|this past|past|this coming) (${M})\\b`,
    (g) => ({ kind: 'month', month: month(at(g, 2)), which: which(at(g, 1).replace(/^this /, '')) }),
  ],
  [S.month, MONTH_ALONE, (g) => ({ kind: 'month', month: month(g[2] ?? at(g, 4)), ...part(g[1] ?? g[3]) })],
  [
    S.weekday,
    `\\b(last|next|past|this past|this coming|this)?,? ?(?:on )?(${WEEKDAY})`,
    (g) => ({
      kind: 'weekday',
      weekday: weekdayOf(at(g, 2)),
      ...(g[1] && g[1].toLowerCase() !== 'this'
        ? { which: /next|coming/i.test(g[1]) ? ('next' as const) : ('last' as const) }
        : {}),
    }),
  ],
  [
    S.season,
    `\\b(last|this|next|this past|this coming) ${SEASON}\\b`,
    (g) => ({ kind: 'season', season: season(at(g, 2)), which: which(at(g, 1).replace(/^this /, '')) }),
  ],
  [
    S.season,
    `(?<=\\b(?:in|during|over|until|since|by|of|before|after|through) )(?:the )?(?:(early|late|mid)[ -])?${SEASON}\\b(?! of|s|ing)`,
    (g) => ({ kind: 'season', season: season(at(g, 2)), ...part(g[1]) }),
  ],
  [
    S.half | S.unit,
    `\\b(?:the )?${NTH} (half|quarter) of (?:the )?(last|this|next|that|same|following|previous)? ?year\\b`,
    (g) => ({
      kind: 'fraction',
      of: at(g, 2).toLowerCase() === 'half' ? 2 : 4,
      nth: nth(at(g, 1), at(g, 2).toLowerCase() === 'half' ? 2 : 4),
      which: which(g[3] ?? 'this'),
    }),
  ],
  [
    S.unit,
    `\\bwithin (?:the next |the coming )?${COUNT} ${UNIT}\\b`,
    (g) => ({
      kind: 'stretch',
      ...(isVague(at(g, 1)) ? {} : { count: count(at(g, 1)) }),
      unit: unit(at(g, 2)),
      way: 'within',
    }),
  ],
  // “the next several months”, “the following two weeks”: of a narrative; “the coming weeks”, “recent days”: of the report
  [
    S.unit,
    `\\b(?:in|over|during|for|throughout) the (next|following|subsequent|ensuing) ${COUNT} ${UNIT}\\b`,
    (g) => ({ kind: 'stretch', count: count(at(g, 2)), unit: unit(at(g, 3)), way: 'following' }),
  ],
  [
    S.unit,
    `\\b(?:in|over|during|for|throughout) (?:the )?(past|last|coming|previous|recent) ${COUNT} ${UNIT}\\b`,
    (g) => {
      const known = isVague(at(g, 2)) ? {} : { count: count(at(g, 2)) };
      return { kind: 'stretch', ...known, unit: unit(at(g, 3)), way: wayOf(at(g, 1)) };
    },
  ],
  [
    S.unit,
    `\\b(?:in|over|during|for|throughout) (?:the (past|last|coming)|(recent)) (hours|days|weeks|months|years|decades|hour|day|week|month|year|decade)\\b`,
    (g) => {
      const single = !/s$/i.test(at(g, 3));
      return { kind: 'stretch', ...(single ? { count: 1 } : {}), unit: unit(at(g, 3)), way: wayOf(g[1] ?? at(g, 2)) };
    },
  ],
  [
    S.unit,
    `\\b(?:the )?(next|following|previous|preceding) (day|morning|evening|night|week|month|year)(?! (?:round|meeting|session|talks))\\b`,
    (g): Moment | undefined => {
      const narrated = /^the /i.test(at(g, 0)) || /following|preceding/i.test(at(g, 1));
      if (!narrated) return undefined;
      const back = /previous|preceding/i.test(at(g, 1));
      return {
        kind: 'named',
        unit: /morning|evening|night/i.test(at(g, 2)) ? 'day' : unit(at(g, 2)),
        which: back ? 'previous' : 'following',
      };
    },
  ],
  [
    S.unit,
    `\\b(?:the |that )?day (before|after)\\b`,
    (g) => ({ kind: 'named', unit: 'day', which: at(g, 1).toLowerCase() === 'before' ? 'previous' : 'following' }),
  ],
  [
    S.unit,
    `\\b${PART}(?:the )?(last|this|next|past|same|that|current|following|previous|preceding) (day|week|weekend|month|quarter|year|decade|century)\\b(?!-)`,
    (g) => ({ kind: 'named', unit: unit(at(g, 3)), which: which(at(g, 2)), ...part(g[1]) }),
  ],
  [
    S.unit,
    `\\b(?:by |at )?(?:the )?(?:end of the year|year's end|year-end)\\b`,
    () => ({ kind: 'named', unit: 'year', which: 'this', part: 'late' }),
  ],
  [
    S.unit,
    `\\b(?:that|the same|this) (?:morning|afternoon|evening|night)\\b`,
    (g) => (/^this/i.test(at(g, 0)) ? { kind: 'today', offset: 0 } : { kind: 'then' }),
  ],
  [
    S.unit,
    `\\b(?:just |only |some |about |nearly |almost )?${COUNT} ${UNIT} (ago|earlier|later|before|after|afterwards|from now|previously|prior)\\b`,
    (g) => {
      const way = at(g, 3).toLowerCase();
      return {
        kind: 'distance',
        count: count(at(g, 1)),
        vague: isVague(at(g, 1)),
        unit: unit(at(g, 2)),
        way:
          way === 'ago'
            ? 'ago'
            : way === 'from now'
              ? 'ahead'
              : /earlier|before|previously|prior/.test(way)
                ? 'before'
                : 'after',
      };
    },
  ],
  [S.unit, `\\b(?:hours|minutes) (?:later|afterwards|after|earlier)\\b`, () => ({ kind: 'same-day' })],
  [
    S.today,
    `\\b(yesterday|today|tomorrow|tonight|overnight|last night|last evening)\\b(?!'s (?:world|society|youth|generation))`,
    (g) => ({
      kind: 'today',
      offset:
        ({ yesterday: -1, tomorrow: 1, 'last night': -1, 'last evening': -1 } as const)[at(g, 1).toLowerCase()] ?? 0,
    }),
  ],
  [
    S.then,
    `\\b(?:at|during|around|by) (?:that|the same|this same) (?:time|moment|point|period)\\b|\\bat the same time(?= )|(?<=\\b(?:since|until|before|from|by) )then\\b(?! on [A-Z])`,
    () => ({ kind: 'then' }),
  ],
  [
    S.today,
    `\\b(Christmas|New Year's Day|New Year's Eve)\\b(?: Day| Eve)?(?:,? (?:of )?(${Y}))?`,
    (g) => ({
      kind: 'day',
      ...year(g[2]),
      month: /Day$/.test(at(g, 1)) ? 1 : 12,
      day: /Day$/.test(at(g, 1)) ? 1 : /Eve$/.test(at(g, 1)) ? 31 : 25,
    }),
  ],
  [S.today, `\\bEaster\\b(?: Sunday)?(?:,? (?:of )?(${Y}))?(?! Monday)`, (g) => ({ kind: 'easter', ...year(g[1]) })],
];
