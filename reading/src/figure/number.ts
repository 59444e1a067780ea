import type { Token } from '../sentence/token.ts';
import { table } from '../sentence/words.ts';

const ONES: Readonly<Record<string, number>> = table(
  Object.fromEntries(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
      .split(' ')
      .map((word, value) => [word, value]),
  ),
);
const TENS: Readonly<Record<string, number>> = table(
  Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
  ),
);
const SCALES: Readonly<Record<string, number>> = table({
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
  trillion: 1_000_000_000_000,
  m: 1_000_000,
  mn: 1_000_000,
  bn: 1_000_000_000,
  k: 1_000,
});
const ORDINALS: Readonly<Record<string, number>> = table(
  Object.fromEntries(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
      .split(' ')
      .map((word, value) => [word, value]),
  ),
);

/** Plural scales say an order of magnitude: “hundreds” is 100 to 999. */
const PLURALS: Readonly<Record<string, readonly [number, number]>> = table({
  hundreds: [100, 999],
  thousands: [1_000, 9_999],
  millions: [1_000_000, 9_999_999],
  billions: [1_000_000_000, 9_999_999_999],
  tens: [10, 99],
  dozens: [24, 99],
  scores: [40, 99],
});

/** Words of an amount that names no number. */
export const INDEFINITE: ReadonlySet<string> = new Set([
  'few',
  'several',
  'many',
  'numerous',
  'decades',
  'years',
  'months',
  'weeks',
  'days',
  'centuries',
]);

/** Words with which a number can begin. */
const COUNTS: ReadonlySet<string> = new Set([
  ...[ONES, TENS, ORDINALS, PLURALS].flatMap((words) => Object.keys(words)),
  ...INDEFINITE,
  'a',
  'an',
  'half',
]);

export interface NumberWords {
  /** One value, a range, or undefined for “a few”. */
  readonly value: number | readonly [number, number] | undefined;
  readonly ordinal: boolean;
  /** A share: two thirds are 66.7 percent. */
  readonly percent?: true;
  /** An order of magnitude without a number: “several hundred”. */
  readonly round?: true;
  /** Index after the last token. */
  readonly end: number;
}

const FIGURE = /^\d[\d,]*(?:\.\d+)?$/;
const plainFigure = (text: string): number | undefined => {
  if (!FIGURE.test(text) || /,(?!\d{3}(?:,|\.|$))/.test(text)) return undefined;
  return Number(text.replaceAll(',', ''));
};

/** `twenty-five`, `two`, `3`, `3.5`; a scale by itself only after “a” (“a thousand”). */
const small = (word: string): number | undefined => {
  const whole = ONES[word] ?? TENS[word] ?? plainFigure(word);
  if (whole !== undefined) return whole;
  const [tens = '', ones = '', ...rest] = word.split('-');
  if (rest.length > 0) return undefined;
  // “thirty-odd thousand”
  if (ones === 'odd' || ones === 'plus') return TENS[tens] ?? plainFigure(tens);
  const high = TENS[tens];
  const low = ONES[ones];
  return high !== undefined && low !== undefined && low > 0 && low < 10 ? high + low : undefined;
};

const cardinal = (list: readonly Token[], from: number): { value: number; end: number } | undefined => {
  const first = list[from];
  const scaleAfterA = first && /^an?$/.test(first.lower) ? SCALES[list[from + 1]?.lower ?? ''] : undefined;
  if (first && scaleAfterA !== undefined && (list[from + 1]?.lower.length ?? 0) > 2)
    return { value: scaleAfterA, end: from + 2 };
  const glued = /^(\d[\d,.]*)(k|m|mn|bn)$/.exec(first?.lower ?? '');
  if (glued)
    return { value: Number((glued[1] ?? '').replaceAll(',', '')) * (SCALES[glued[2] ?? ''] ?? 1), end: from + 1 };
  let total = 0;
  let part = small(first?.lower ?? '');
  if (part === undefined) return undefined;
  let end = from + 1;
  for (; end < list.length; end += 1) {
    const word = list[end]?.lower ?? '';
    const scale = SCALES[word];
    if (scale !== undefined && (word.length > 2 || list[end]?.spaced === false)) {
      if (scale === 100) part *= 100;
      else {
        total += part * scale;
        part = 0;
      }
      continue;
    }
    const joins = word === 'and' && (total > 0 || part >= 100) && /^[a-z]/.test(first?.lower ?? '');
    const more = small(list[joins ? end + 1 : end]?.lower ?? '');
    if (more === undefined || !/^[a-z]/.test(list[joins ? end + 1 : end]?.lower ?? '')) break;
    if (!(total > 0 && part === 0) && !(part >= 100 && more < 100)) break;
    part += more;
    if (joins) end += 1;
  }
  return { value: Math.round((total + part) * 1e6) / 1e6, end };
};

const PARTS: Readonly<Record<string, number>> = table({
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixths: 6,
  tenths: 10,
});
const percentOf = (share: number): number => Math.round(share * 1000) / 10;

/** “two thirds”, “a quarter of”, “half of”, “a third to a half”, “one in five”: shares, as percent. */
const shareAt = (list: readonly Token[], from: number): NumberWords | undefined => {
  const one = (at: number): { value: number; end: number } | undefined => {
    const [first, second] = [list[at]?.lower ?? '', list[at + 1]?.lower ?? ''];
    const count = /^an?$/.test(first) ? 1 : ONES[first];
    const parts = PARTS[second];
    if (
      count !== undefined &&
      parts !== undefined &&
      (count === 1 || /s$/.test(second) || second === 'half') &&
      count < parts
    )
      return { value: percentOf(count / parts), end: at + 2 };
    if (first === 'half' && (second === 'of' || list[at - 1]?.lower === 'by')) return { value: 50, end: at + 1 };
    const of = ONES[list[at + 2]?.lower ?? ''];
    return count === 1 && first !== 'a' && second === 'in' && of !== undefined && of > 1
      ? { value: percentOf(1 / of), end: at + 3 }
      : undefined;
  };
  const share = one(from);
  if (!share) return undefined;
  const joins = /^(to|or|and)$/.test(list[share.end]?.lower ?? '');
  const more = joins ? one(share.end + 1) : undefined;
  if (more && more.value > share.value)
    return { value: [share.value, more.value], ordinal: false, end: more.end, percent: true };
  // “a third country”, “a second half”: an order, not a share.
  const next = list[share.end]?.lower ?? '';
  const single = /^(third|quarter|fifth|half)$/.test(list[share.end - 1]?.lower ?? '');
  if (single && /^an?$/.test(list[from]?.lower ?? '') && next !== 'of') return undefined;
  return { value: share.value, ordinal: false, end: share.end, percent: true };
};

const MAGNITUDE = /^(hundred|thousand|million|billion|trillion)s?$/;

/** “several hundred”, “hundreds of millions”: no number, only an order. */
const magnitudeAt = (list: readonly Token[], from: number): NumberWords | undefined => {
  const [first, second, third] = [list[from]?.lower ?? '', list[from + 1]?.lower ?? '', list[from + 2]?.lower ?? ''];
  if (/^(several|many)$/.test(first) && MAGNITUDE.test(second))
    return { value: undefined, ordinal: false, end: from + 2, round: true };
  if (PLURALS[first] && second === 'of' && MAGNITUDE.test(third))
    return { value: undefined, ordinal: false, end: from + 3, round: true };
  return undefined;
};

/** “between 33 kg and 34 kg”, “between 4.5 and 5 million”: one range. */
const betweenAt = (list: readonly Token[], first: { value: number; end: number }): NumberWords | undefined => {
  const and = list[first.end]?.lower === 'and' ? first.end : list[first.end + 1]?.lower === 'and' ? first.end + 1 : -1;
  const second = and < 0 ? undefined : cardinal(list, and + 1);
  if (!second || second.value <= first.value) return undefined;
  const scale = [1e12, 1e9, 1e6, 1e3].find(
    (one) => second.value >= one && second.value % one === 0 && first.value < 1000 && second.value / one > first.value,
  );
  return { value: [scale ? first.value * scale : first.value, second.value], ordinal: false, end: second.end };
};

/** The number in words or figures that begins at a token. */
export const numberAt = (list: readonly Token[], from: number): NumberWords | undefined => {
  const token = list[from];
  if (!token || (token.kind !== 'number' && !COUNTS.has(token.lower) && !token.lower.includes('-'))) return undefined;
  const share = shareAt(list, from);
  if (share) return share;
  const magnitude = magnitudeAt(list, from);
  if (magnitude) return magnitude;
  const plural = PLURALS[token.lower];
  if (plural) return { value: plural, ordinal: false, end: from + 1 };
  if (INDEFINITE.has(token.lower)) return { value: undefined, ordinal: false, end: from + 1 };
  const ordinal =
    ORDINALS[token.lower.replace(/-ever$/, '')] ??
    (/^\d+(st|nd|rd|th)$/.test(token.lower) ? Number.parseInt(token.lower, 10) : undefined);
  if (ordinal !== undefined) return { value: ordinal, ordinal: true, end: from + 1 };
  const glued = /^(\d+)-(\d+)$/.exec(token.lower);
  if (glued) return { value: [Number(glued[1]), Number(glued[2])], ordinal: false, end: from + 1 };
  const first = cardinal(list, from);
  if (!first) return undefined;
  const repeated = list[from - 1]?.lower === 'between' ? betweenAt(list, first) : undefined;
  if (repeated) return repeated;
  const joint = list[first.end]?.text ?? '';
  if (/^(-|–|to|or)$/.test(joint)) {
    const second = cardinal(list, first.end + 1);
    if (second && second.value > first.value) {
      // “2-3 million”, “three to five thousand”: the scale belongs to both.
      const scale = [1e12, 1e9, 1e6, 1e3].find(
        (one) =>
          second.value >= one && second.value % one === 0 && first.value < 1000 && second.value / one > first.value,
      );
      return { value: [scale ? first.value * scale : first.value, second.value], ordinal: false, end: second.end };
    }
  }
  return { value: first.value, ordinal: false, end: first.end };
};
