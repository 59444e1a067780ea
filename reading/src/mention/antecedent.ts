import type { MentionForm, MentionType, Token } from '../syntax/syntax.ts';
import type { Reach } from './phrase.ts';

/** A mention before it is linked, with what its linking looks at. */
export interface Draft extends Reach {
  readonly sentence: number;
  readonly head: number;
  readonly type: MentionType;
  readonly form: MentionForm;
  /** Lower-case lemma of the head; lower-case words that carry meaning; the words without a leading article. */
  readonly lemma: string;
  readonly words: ReadonlySet<string>;
  readonly key: string;
  readonly plural: boolean;
  readonly role: string;
  readonly indefinite: boolean;
  /** Capital letters of the words, to know `WHO` again. */
  readonly initials: string;
}

export type Weights = Readonly<Record<string, number>>;

const CARRIES = /^(?:NOUN|PROPN|ADJ|NUM|VERB)$/;

export const draftOf = (
  tokens: readonly Token[],
  sentence: number,
  reach: Reach,
  head: number,
  type: MentionType,
  form: MentionForm,
): Draft => {
  const inside = tokens.slice(reach.first, reach.last + 1);
  const top = tokens[head];
  const plain = inside.filter(({ upos, xpos }) => upos !== 'DET' && upos !== 'PUNCT' && xpos !== 'POS');
  return {
    ...reach,
    sentence,
    head,
    type,
    form,
    lemma: (top?.lemma ?? '').toLowerCase(),
    words: new Set(inside.filter(({ upos }) => CARRIES.test(upos)).map(({ lemma }) => lemma.toLowerCase())),
    key: plain.map(({ text }) => text.toLowerCase()).join(' '),
    plural:
      /^NNP?S$/.test(top?.xpos ?? '') ||
      /^(?:they|them|their|we|us|our|these|those|themselves)$/i.test(top?.text ?? ''),
    role: (top?.deprel ?? '').replace(/:.*/, ''),
    indefinite: /^(?:an?|some|any|another|no|many|several|few)$/i.test(inside[0]?.text ?? ''),
    initials: inside.map(({ text }) => (/^\p{Lu}/u.test(text) ? text.charAt(0) : '')).join(''),
  };
};

const near = (distance: number) =>
  distance === 0 ? '0' : distance === 1 ? '1' : distance === 2 ? '2' : distance < 6 ? '3' : '6';

const pronounOf = (draft: Draft) =>
  draft.form === 'pronoun'
    ? draft.key
        .replace(/^(?:him|his|himself)$/, 'he')
        .replace(/^(?:hers?|herself)$/, 'she')
        .replace(/^(?:its|itself)$/, 'it')
        .replace(/^(?:them|theirs?|themselves)$/, 'they')
        .replace(/^(?:me|my|mine|myself)$/, 'i')
        .replace(/^(?:us|ours?|ourselves)$/, 'we')
        .replace(/^(?:yours?|yourself)$/, 'you')
    : '';

/** What speaks for or against a mention beginning something new. */
export const newFeatures = (mention: Draft): string[] => {
  const { form, type, indefinite, role } = mention;
  return [
    'new',
    `new ${form}`,
    `new ${form} ${type}`,
    `new ${form} ${pronounOf(mention)}`,
    `new ${form} ${indefinite}`,
    `new ${form} ${role}`,
    `new ${form} ${Math.min(mention.words.size, 4)}`,
  ];
};

/** What speaks for or against a mention meaning the same as an earlier one. `between` counts the mentions that stand between them. */
export const linkFeatures = (
  mention: Draft,
  earlier: Draft,
  between: number,
  named: boolean,
  size: number,
): string[] => {
  const { form } = mention;
  const pair = `${form}-${earlier.form}`;
  const distance = near(mention.sentence - earlier.sentence);
  const pronoun = pronounOf(mention);
  const features = [
    `pair ${pair}`,
    `far ${form} ${distance}`,
    `far ${pair} ${distance}`,
    `seen ${form} ${Math.min(size, 5)}`,
    `role ${form} ${earlier.role}`,
    `roles ${form} ${mention.role === earlier.role}`,
  ];
  const same = mention.type === earlier.type;
  features.push(`type ${form} ${same}`, `number ${form} ${mention.plural === earlier.plural}`);
  if (!same) features.push(`types ${mention.type} ${earlier.type} ${form}`);
  if (form === 'pronoun') {
    features.push(
      `he ${pronoun} ${earlier.type}`,
      `he ${pronoun} ${earlier.plural}`,
      `he ${pronoun} ${pronounOf(earlier)}`,
      `he ${pronoun} ${earlier.form} ${distance}`,
    );
    features.push(`between ${pronoun} ${Math.min(6, between >> 1)}`, `he ${pronoun} ${earlier.role} ${distance}`);
    return features;
  }
  const equal = mention.lemma === earlier.lemma;
  const shared = [...mention.words].filter((word) => earlier.words.has(word)).length;
  const all = shared === mention.words.size;
  features.push(
    `head ${pair} ${equal}`,
    `key ${pair} ${mention.key === earlier.key}`,
    `all ${pair} ${all} ${equal}`,
    `shared ${form} ${Math.min(shared, 3)} ${all}`,
  );
  if (mention.key === earlier.key) features.push(`key ${form} ${same} ${distance}`);
  if (mention.indefinite) features.push(`a ${equal}`);
  if (form === 'name' && earlier.form === 'name') {
    const capital = mention.initials.length > 1 ? mention.initials : '';
    features.push(
      `initials ${earlier.key.toUpperCase() === capital || mention.key.toUpperCase() === earlier.initials}`,
    );
  }
  if (form === 'definite')
    features.push(`described ${earlier.form} ${same} ${equal} ${distance}`, `named ${named} ${same}`);
  return features;
};

export const scoreOf = (weights: Weights, features: readonly string[]): number => {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
};
