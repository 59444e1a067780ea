import type { Token } from '../sentence/token.ts';
import { MONTHS, WEEKDAYS } from '../sentence/words.ts';

/** What a sentence must hold for a date of some kind to stand in it: one bit each. */
export const SIGN = {
  digit: 1,
  year: 2,
  years: 4,
  /** A year joined to a figure: “2019-02-28”, “1983/84”. */
  joined: 8,
  month: 16,
  weekday: 32,
  season: 64,
  unit: 128,
  half: 256,
  fiscal: 512,
  decade: 1024,
  century: 2048,
  today: 4096,
  then: 8192,
} as const;

/** Any date may stand there. */
export const ANY = 16_383;

const WORDS = new Map<string, number>();
const enter = (sign: number, words: string): void => {
  for (const word of words.split(' ')) WORDS.set(word, (WORDS.get(word) ?? 0) | sign);
};
enter(SIGN.month, [...MONTHS].join(' '));
enter(SIGN.weekday, [...WEEKDAYS].join(' '));
enter(SIGN.season, 'spring summer autumn fall winter');
enter(
  SIGN.unit,
  'hour hours minutes day days week weeks weekend month months quarter year years decade decades century centuries',
);
enter(SIGN.unit, 'morning afternoon evening night');
enter(SIGN.half, 'half quarter three h1 h2 q1 q2 q3 q4');
enter(SIGN.fiscal, 'fiscal fy financial');
enter(SIGN.century, 'century');
enter(SIGN.today, 'yesterday today tomorrow tonight overnight night evening christmas easter eve new');
enter(SIGN.then, 'time moment point period then');

const YEAR = /^(?:1[0-9]|20)\d\d$/;
const DECADE = /^(?:1[0-9]|20)\d0s$/;

const ofToken = ({ lower, kind }: Token): number => {
  const known = WORDS.get(lower);
  if (known !== undefined) return known;
  if (kind === 'number') {
    if (YEAR.test(lower)) return SIGN.digit | SIGN.year;
    if (DECADE.test(lower)) return SIGN.digit | SIGN.decade;
    return /\d\.\d+\.\d/.test(lower) ? SIGN.digit | SIGN.year | SIGN.joined : SIGN.digit;
  }
  // “mid-March”, “pre-1990”, “FY2019”
  if (kind === 'word' && (lower.includes('-') || /\d/.test(lower)))
    return /\d/.test(lower) ? ANY : lower.split('-').reduce((all, word) => all | (WORDS.get(word) ?? 0), 0);
  return 0;
};

/** The signs of dates in the tokens of a sentence. */
export const signsOf = (tokens: readonly Token[]): number => {
  let all = 0;
  let before = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'mark') {
      if ((before & SIGN.year) !== 0 && /^[-–—/.']$/.test(token.text))
        all |= SIGN.joined | (token.text === "'" ? SIGN.decade : 0);
      continue;
    }
    const sign = ofToken(token);
    if ((sign & SIGN.year) !== 0 && (all & SIGN.year) !== 0) all |= SIGN.years;
    all |= sign;
    before = sign;
  }
  // A sign of a month by its abbreviation with a stop, of a decade by “1990's”.
  return (all & SIGN.year) !== 0 && tokens.some(({ lower }) => lower === "'s") ? all | SIGN.decade : all;
};
