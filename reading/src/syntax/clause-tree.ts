import type { Sentence, Token } from './syntax.ts';

/** Tokens of a sentence, as indices in rising order. */
export type Extent = readonly number[];

/** A relation without its subtype. */
export const universal = (token: Token | undefined) => (token?.deprel ?? '').split(':')[0] ?? '';

/** A sentence with the dependents of every token at hand. */
export interface Tree {
  readonly tokens: readonly Token[];
  readonly dependents: readonly (readonly number[])[];
}

export const treeOf = ({ tokens }: Sentence): Tree => {
  const dependents: number[][] = tokens.map(() => []);
  tokens.forEach((token, at) => {
    dependents[token.head]?.push(at);
  });
  return { tokens, dependents };
};

export const isPunctuation = (token: Token | undefined) => token?.upos === 'PUNCT';

/** A token with all that hangs on it, but for the branches given, without punctuation at its ends. */
export const branch = ({ tokens, dependents }: Tree, top: number, without: ReadonlySet<number> = new Set()): Extent => {
  const found: number[] = [];
  const waiting = [top];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    found.push(at);
    for (const next of dependents[at] ?? []) if (!without.has(next)) waiting.push(next);
  }
  found.sort((a, b) => a - b);
  while (isPunctuation(tokens[found.at(-1) ?? -1])) found.pop();
  while (isPunctuation(tokens[found[0] ?? -1])) found.shift();
  return found;
};

export const child = ({ tokens, dependents }: Tree, at: number, labels: RegExp): number | undefined =>
  dependents[at]?.find((dependent) => labels.test(tokens[dependent]?.deprel ?? ''));

/** The subject of a verb: its own, the agent of a passive, or that of the verb it is joined to or opened by. */
export const subjectIn = (tree: Tree, verb: number): number | undefined => {
  let at = verb;
  for (let step = 0; step < 6; step++) {
    const agent = child(tree, at, /^obl:agent$/);
    if (agent !== undefined) return agent;
    const own = child(tree, at, /^nsubj/);
    if (own !== undefined) return own;
    const token = tree.tokens[at];
    if (!token || token.head < 0) return undefined;
    if (token.deprel === 'acl') return token.head;
    if (!/^(?:xcomp|conj|advcl)/.test(token.deprel)) return undefined;
    at = token.head;
  }
  return undefined;
};
