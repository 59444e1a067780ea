import type { MentionForm, Token } from '../syntax/syntax.ts';

/** First and last token of a phrase. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

const set = (words: string) => new Set(words.split(' '));

/** Dependents that stand outside the phrase of a noun: what links it, and what is said of it. */
const OUTSIDE = set(
  'case cc conj cop nsubj csubj mark advcl expl discourse dislocated orphan aux reparandum vocative list parataxis ccomp xcomp obj iobj appos dep punct',
);
/** The same for a clause that is spoken of as a thing. */
const OUTSIDE_CLAUSE = set('punct advcl parataxis cc discourse case');
const POSSESSIVE = set("'s ’s ' ’");
const OPENING = set('" “ ‘ ( [');
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
]);

const universal = (label: string) => label.split(':')[0] ?? label;

/** The dependents of every token. */
export const dependentsOf = (tokens: readonly Token[]): readonly (readonly number[])[] => {
  const lists: number[][] = tokens.map(() => []);
  tokens.forEach((token, at) => {
    lists[token.head]?.push(at);
  });
  return lists;
};

/** Whether a dependent belongs to the phrase of its head. */
const belongs = (tokens: readonly Token[], head: number, at: number, predicate: boolean): boolean => {
  const token = tokens[at];
  const top = tokens[head];
  if (!token || !top) return false;
  const label = universal(token.deprel);
  const right = at > head;
  if (top.upos === 'VERB' || top.upos === 'AUX') return !OUTSIDE_CLAUSE.has(label);
  if (label === 'case') return right && POSSESSIVE.has(token.text);
  if (OUTSIDE.has(label) || (label === 'advmod' && !right) || (label === 'nmod' && !right && token.deprel === 'nmod'))
    return false;
  if (predicate && (label === 'advmod' || label === 'obl')) return false;
  // What follows a comma adds to the phrase but does not tell which one is meant.
  return !(
    right &&
    label === 'acl' &&
    tokens.slice(head, at).some(({ text }, index, between) => text === ',' && index > between.length - 5)
  );
};

/** The first and last token of what a token spans with all that hangs on it. */
const spanOf = (dependents: readonly (readonly number[])[], at: number): Reach => {
  let [first, last] = [at, at];
  const waiting = [at];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    first = Math.min(first, next);
    last = Math.max(last, next);
    waiting.push(...(dependents[next] ?? []));
  }
  return { first, last };
};

/** The phrase that a token heads, without what links it to the rest. */
export const phraseOf = (tokens: readonly Token[], dependents: readonly (readonly number[])[], head: number): Reach => {
  const own = dependents[head] ?? [];
  const predicate = own.some((at) => tokens[at]?.deprel === 'cop');
  let [first, last] = [head, head];
  for (const at of own) {
    if (!belongs(tokens, head, at, predicate)) continue;
    const span = spanOf(dependents, at);
    first = Math.min(first, span.first);
    last = Math.max(last, span.last);
  }
  const text = (at: number) => tokens[at]?.text ?? '';
  while (last > head && tokens[last]?.upos === 'PUNCT' && !/^[)\]"”’]$/.test(text(last))) last--;
  while (first < head && tokens[first]?.upos === 'PUNCT' && !OPENING.has(text(first))) first++;
  // A bracket or quote that is opened inside and closed right behind belongs to the phrase.
  for (let at = first; at <= last; at++) {
    const close = PAIRS.get(text(at));
    if (close === undefined || text(last + 1) !== close) continue;
    const inside = tokens.slice(at + 1, last + 1).some(({ text: word }) => word === close);
    if (!inside) last++;
  }
  return { first, last };
};

const DEFINITE = set('the this that these those such both');
const INDEFINITE_PRONOUNS =
  /^(?:who|whom|whose|which|what|that|there|how|when|where|why|anyone|anybody|anything|everyone|everybody|everything|nobody|nothing|none|someone|something|somebody|one|whoever|whatever|each|other)$/;

/** How a phrase speaks of its thing. */
export const formOf = (tokens: readonly Token[], { first }: Reach, head: number): MentionForm => {
  const top = tokens[head];
  const opening = tokens[first];
  if (!top || !opening) return 'other';
  const word = top.text.toLowerCase();
  if (top.upos === 'PRON') return INDEFINITE_PRONOUNS.test(word) ? 'other' : 'pronoun';
  if (/^(?:this|these|those)$/.test(word)) return 'pronoun';
  if (top.xpos.startsWith('NNP')) return 'name';
  if (DEFINITE.has(opening.text.toLowerCase())) return 'definite';
  if (opening.xpos === 'PRP$' && first < head) return 'definite';
  return tokens.slice(first, head).some(({ deprel, xpos }) => deprel === 'nmod:poss' && xpos !== '')
    ? 'definite'
    : 'other';
};
