import type { MentionForm, MentionType, Token } from '../syntax/syntax.ts';
import { hashOf } from '../syntax/word.ts';
import type { Reach } from './phrase.ts';

/** A mention before it is linked, with what its linking looks at; numbers stand for what is only compared. */
export interface Draft extends Reach {
  readonly sentence: number;
  readonly head: number;
  readonly type: MentionType;
  readonly form: MentionForm;
  readonly typeMark: number;
  readonly formMark: number;
  /** Which pronoun it is, whatever its case; 0 for none. */
  readonly pronoun: number;
  readonly role: number;
  readonly lemma: string;
  /** Numbers of the base forms that carry meaning, each once, and of all words but articles together. */
  readonly words: readonly number[];
  readonly keyMark: number;
  /** All words but articles, in lower case; only of names. */
  readonly key: string;
  readonly plural: number;
  readonly indefinite: number;
  /** Capital letters of the words, to know `WHO` again, and the number of the word that they make. */
  readonly initials: string;
  readonly initialsMark: number;
}

/** Gives each text a number, the same text the same one, never 0. */
export type Numbering = (text: string) => number;

export const numbering = (): Numbering => {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size + 1);
    return numbers.size;
  };
};

/** Weights of features, which are numbered by hashing. The length is a power of two. */
export type Weights = Float32Array;

export const WEIGHT_COUNT = 2 ** 15;

const CARRIES: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB']);
const FORMS: readonly MentionForm[] = ['name', 'pronoun', 'definite', 'other'];
const PRONOUNS: readonly RegExp[] = [
  /^(?:he|him|his|himself)$/,
  /^(?:she|hers?|herself)$/,
  /^(?:it|its|itself)$/,
  /^(?:they|them|theirs?|themselves)$/,
  /^(?:i|me|my|mine|myself)$/,
  /^(?:we|us|ours?|ourselves)$/,
  /^(?:you|yours?|yourself|yourselves)$/,
  /^(?:this|that)$/,
  /^(?:these|those)$/,
];

/** What mentions need of the words of a sentence, made once for all of them. */
export interface Words {
  readonly tokens: readonly Token[];
  /** `carried`: the number of the base form of words that carry meaning, 0 for others; `keyed`: the word in lower case, '' for articles and the like. */
  readonly carried: readonly number[];
  readonly keyed: readonly string[];
  readonly initials: readonly string[];
  readonly number: Numbering;
}

export const wordsOf = (tokens: readonly Token[], number: Numbering): Words => ({
  tokens,
  carried: tokens.map(({ upos, lemma }) => (CARRIES.has(upos) ? number(lemma.toLowerCase()) : 0)),
  keyed: tokens.map(({ upos, xpos, text }) =>
    upos === 'DET' || upos === 'PUNCT' || xpos === 'POS' ? '' : text.toLowerCase(),
  ),
  initials: tokens.map(({ upos, text }) => (upos === 'PROPN' && /^\p{Lu}/u.test(text) ? text.charAt(0) : '')),
  number,
});

export const draftOf = (
  { tokens, carried, keyed, initials: capitals, number }: Words,
  sentence: number,
  reach: Reach,
  head: number,
  type: MentionType,
  form: MentionForm,
): Draft => {
  const words: number[] = [];
  let key = '';
  let initials = '';
  for (let at = reach.first; at <= reach.last; at++) {
    const carries = carried[at] ?? 0;
    const word = keyed[at];
    if (carries > 0 && !words.includes(carries)) words.push(carries);
    if (word) key += key ? ` ${word}` : word;
    initials += capitals[at] ?? '';
  }
  const top = tokens[head];
  return {
    ...reach,
    sentence,
    head,
    type,
    form,
    typeMark: hashOf(type) & 1023,
    formMark: FORMS.indexOf(form),
    pronoun:
      form === 'pronoun'
        ? PRONOUNS.findIndex((pattern) => pattern.test(key || (top?.text ?? '').toLowerCase())) + 1
        : 0,
    role: hashOf((top?.deprel ?? '').replace(/:.*/, '')) & 1023,
    lemma: (top?.lemma ?? '').toLowerCase(),
    words,
    keyMark: number(key),
    key: form === 'name' ? key : '',
    plural:
      /^NNP?S$/.test(top?.xpos ?? '') || /^(?:they|them|their|we|us|our|these|those|themselves)$/i.test(top?.text ?? '')
        ? 1
        : 0,
    indefinite: /^(?:an?|some|any|another|no|many|several|few)$/i.test(tokens[reach.first]?.text ?? '') ? 1 : 0,
    initials,
    initialsMark: initials.length > 1 ? number(initials.toLowerCase()) : 0,
  };
};

/** Features of one choice: their numbers, as many as `count`. One buffer is used again and again. */
export interface Features {
  readonly numbers: Int32Array;
  count: number;
}

export const noFeatures = (): Features => ({ numbers: new Int32Array(32), count: 0 });

const add = (features: Features, template: number, a: number, b = 0, c = 0): void => {
  let hash = Math.imul(template, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(b + 1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1) ^ Math.imul(c + 1, 0x9e3779b1);
  features.numbers[features.count++] = (hash ^ (hash >>> 16)) & (WEIGHT_COUNT - 1);
};

const near = (distance: number) => (distance < 3 ? distance : distance < 6 ? 3 : 4);
const yes = (holds: boolean) => (holds ? 1 : 0);

/** What speaks for or against a mention beginning something new. */
export const newFeatures = (mention: Draft, to: Features): Features => {
  const { formMark: form, typeMark, pronoun, indefinite, role } = mention;
  to.count = 0;
  add(to, 1, 0);
  add(to, 2, form);
  add(to, 3, form, typeMark);
  add(to, 4, form, pronoun);
  add(to, 5, form, indefinite);
  add(to, 6, form, role);
  add(to, 7, form, Math.min(mention.words.length, 4));
  return to;
};

const sharedWords = (mention: Draft, earlier: Draft): number => {
  let shared = 0;
  for (const word of mention.words) if (earlier.words.includes(word)) shared++;
  return shared;
};

/**
 * What speaks for or against a mention meaning the same as an earlier one.
 *
 * @param between mentions that stand between the two
 * @param named whether the entity of the earlier one has a name, and how often it was mentioned
 */
export const linkFeatures = (
  mention: Draft,
  earlier: Draft,
  between: number,
  named: boolean,
  size: number,
  to: Features,
): Features => {
  const form = mention.formMark;
  const pair = form * 4 + earlier.formMark;
  const distance = near(mention.sentence - earlier.sentence);
  const same = yes(mention.typeMark === earlier.typeMark);
  to.count = 0;
  add(to, 10, pair);
  add(to, 11, form, distance);
  add(to, 12, pair, distance);
  add(to, 13, form, Math.min(size, 5));
  add(to, 14, form, earlier.role);
  add(to, 15, form, yes(mention.role === earlier.role));
  add(to, 16, form, same);
  add(to, 17, form, yes(mention.plural === earlier.plural));
  if (!same) add(to, 18, mention.typeMark, earlier.typeMark, form);
  if (form === 1) {
    const { pronoun } = mention;
    add(to, 19, pronoun, earlier.typeMark);
    add(to, 20, pronoun, earlier.plural);
    add(to, 21, pronoun, earlier.pronoun);
    add(to, 22, pronoun, earlier.formMark, distance);
    add(to, 23, pronoun, Math.min(6, between >> 1));
    add(to, 24, pronoun, earlier.role, distance);
    return to;
  }
  const equal = yes(mention.lemma === earlier.lemma);
  const key = yes(mention.keyMark === earlier.keyMark);
  const shared = sharedWords(mention, earlier);
  const all = yes(shared === mention.words.length);
  add(to, 25, pair, equal);
  add(to, 26, pair, key);
  add(to, 27, pair, all, equal);
  add(to, 28, form, Math.min(shared, 3), all);
  if (key) add(to, 29, form, same, distance);
  if (mention.indefinite) add(to, 30, equal);
  if (form === 0 && earlier.formMark === 0) {
    const short = mention.initials.length > 1 && earlier.key.toUpperCase() === mention.initials;
    add(to, 31, yes(short || (earlier.initials.length > 1 && mention.key.toUpperCase() === earlier.initials)));
  }
  if (form === 2) {
    add(to, 32, earlier.formMark, same + 2 * equal, distance);
    add(to, 33, yes(named), same);
  }
  return to;
};

export const scoreOf = (weights: Weights, { numbers, count }: Features): number => {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[numbers[at] ?? 0] ?? 0;
  return sum;
};
