import type { Form } from './types.ts';

const VOWEL = /[aeiou]/;
const doubles = (verb: string): boolean => /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb);

/** Forms of a verb that adds no -ed: third person, past, participle, -ing. */
export type Irregular = readonly [s: string, past: string, participle: string, ing: string];

const inflections = (verb: string, given: Irregular | undefined): readonly (readonly [Form, string])[] => {
  const list = (s: string, past: string, participle: string, ing: string): readonly (readonly [Form, string])[] => [
    ['base', verb],
    ['s', s],
    ['past', past],
    ['participle', participle],
    ['ing', ing],
  ];
  if (given) return list(...given);
  const last = verb.at(-1) ?? '';
  const consonantY = last === 'y' && !VOWEL.test(verb.at(-2) ?? '');
  const s = consonantY ? `${verb.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const stem = doubles(verb) ? verb + last : verb;
  const past = consonantY ? `${verb.slice(0, -1)}ied` : last === 'e' ? `${verb}d` : `${stem}ed`;
  const ing = last === 'e' && !/(ee|oe|ye)$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stem}ing`;
  return list(s, past, past, ing);
};

/** A phrase in all forms of its first word, each once: “rule out”, “rules out”, “ruled out”, “ruling out”. */
export const formsOf = (phrase: string, irregular?: Irregular): { readonly words: string; readonly form: Form }[] => {
  const [first = '', ...rest] = phrase.split(' ');
  const seen = new Map<string, Form>();
  for (const [form, word] of inflections(first, irregular)) {
    const words = [word, ...rest].join(' ');
    if (!seen.has(words)) seen.set(words, form);
  }
  return [...seen].map(([words, form]) => ({ words, form }));
};
