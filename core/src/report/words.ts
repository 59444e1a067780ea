import type { Standing } from '../position/position.ts';
import type { Stance } from '../vocabulary.ts';

/** Joins words as one says them: “a, b and c”. */
export const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** `1 origin`, `2 origins`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** What one, and what several, do about a proposal, in the order in which they are told. */
export const STANCE_TOLD: readonly (readonly [Stance, string, string])[] = [
  ['support', 'supports it', 'support it'],
  ['conditional', 'sets a condition', 'set conditions'],
  ['neutral', 'weighs it', 'weigh it'],
  ['oppose', 'opposes it', 'oppose it'],
  ['no-position', 'takes no position', 'take no position'],
];

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `two origins`; figures above ten. */
export const spelled = (count: number, one: string, many = `${one}s`): string =>
  `${NUMBERS[count] ?? count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const COMMON =
  'States|Kingdom|Emirates|Nations|Republic|Union|Federation|Confederation|Islands|Netherlands|Philippines|Maldives|Bahamas|Seychelles|Gambia|Vatican|' +
  'Council|Committee|Commission|Ministry|Army|Navy|Government|Party|Assembly|Parliament|Senate|Congress|Court|Bank|Agency|House|League|Authority|Front|' +
  'Movement|Alliance|Community|Secretariat|Bureau|Office|Department|Administration|Association|Organisation|Organization|Fund|Group';
const WITH_ARTICLE = new RegExp(
  `^(?!the |an? )(?:(?:${COMMON}|Organi[sz]ation|Union|Ministry|Republic) (?:of|for) .*|(?:\\S+ ){0,4}(?:${COMMON}))$`,
  'i',
);

/** The first of each, by a key. */
export const unique = <Value>(values: readonly Value[], key: (value: Value) => string): readonly Value[] => {
  const seen = new Set<string>();
  return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
};

/** A name as it stands in a sentence: “the United States”, “the Council of the Strait”, “Japan”, “Japan’s Foreign Ministry”. */
export const withArticle = (name: string): string =>
  WITH_ARTICLE.test(name) && !/[’']s? /.test(name) ? `the ${name}` : name;

/** The word of a stance in a cell, after a name, and in the infinitive. */
export const STANCE_WORDS: Readonly<
  Record<Stance, { readonly cell: string; readonly does: string; readonly todo: string; readonly doing: string }>
> = {
  support: { cell: 'supports', does: 'supports it', todo: 'to support it', doing: 'supporting it' },
  oppose: { cell: 'opposes', does: 'opposes it', todo: 'to oppose it', doing: 'opposing it' },
  conditional: {
    cell: 'only if …',
    does: 'sets a condition',
    todo: 'to accept it only on a condition',
    doing: 'accepting it only on a condition',
  },
  neutral: { cell: 'weighs', does: 'weighs it', todo: 'to weigh it', doing: 'weighing it' },
  'no-position': {
    cell: 'no position',
    does: 'takes no position',
    todo: 'to take no position on it',
    doing: 'taking no position on it',
  },
};

export const VOICE_WORDS: Readonly<Record<Standing, string>> = {
  named: 'on record',
  anonymous: 'anonymous',
  reading: 'the writer’s account',
};

const INNER: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '"': '’' };

/** A source's words on one line, its own quotation marks made single so that ours can stand around them. */
export const quoted = (words: string): string => {
  let open = false;
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[“”"]/g, (mark) => {
      if (mark !== '"') return INNER[mark] ?? mark;
      open = !open;
      return open ? '‘' : '’';
    });
};

/** Cuts a long quotation at a word, with the sign that something is left out. */
export const shortened = (words: string, length = 240): string => {
  const plain = quoted(words);
  if (plain.length <= length) return plain;
  return `${plain.slice(0, length).replace(/[\s,;:]+\S*$/u, '')} …`;
};
