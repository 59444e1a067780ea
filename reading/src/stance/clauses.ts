import type { Frame } from '../attribution/frame.ts';
import { dependent, reach, relation, type Tree } from '../sentence/tree.ts';
import type { Sighted } from './clause.ts';

/** A clause as the tree gives it. Places are token indices. */
export interface Clause {
  /** The word on which the others hang: its verb, or what stands in the predicate. */
  readonly head: number;
  readonly first: number;
  readonly after: number;
}

const CLAUSAL = /^(root|conj|ccomp|csubj|advcl|acl|parataxis)$/;
const LINKING = /^(punct|cc|mark)$/;

/** Whether a word says something of a subject: a verb, or an adjective or noun with “be”. */
const predicates = (tree: Tree, at: number): boolean => {
  const node = tree.nodes[at];
  if (!node) return false;
  if (node.upos === 'VERB') return !/^(amod|aux|cop|case|mark)/.test(node.deprel);
  if (dependent(tree, at, /^(cop|nsubj)/) !== undefined) return true;
  return node.upos === 'AUX' && !/^(aux|cop)/.test(node.deprel);
};

/** The words that head a clause: of a heading or fragment its root. */
export const clauseHeads = (tree: Tree): number[] =>
  tree.nodes.flatMap((node, at) => {
    const kind = relation(node);
    if (!CLAUSAL.test(kind) || node.upos === 'PUNCT' || node.upos === 'SYM') return [];
    return kind === 'root' || predicates(tree, at) ? [at] : [];
  });

/** The nearest head of a clause at or above a word. */
export const clauseOf = (tree: Tree, heads: ReadonlySet<number>, word: number): number | undefined => {
  for (let at = word, step = 0; at >= 0 && step < 12; at = tree.nodes[at]?.head ?? -1, step += 1)
    if (heads.has(at)) return at;
  return undefined;
};

const CONDITIONAL = /^(if|unless|until|provided|before|once|till)$/;

/** A clause from its first word to its last: what only hangs beside it is a clause of its own, a condition belongs to it. */
const extent = ({ tokens, tree }: Sighted & { readonly tree: Tree }, head: number, heads: ReadonlySet<number>) => {
  const whole = reach(tree, head, (node, at) => {
    if (!heads.has(at)) return false;
    const kind = relation(node);
    if (kind === 'advcl') {
      const mark = dependent(tree, at, /^mark$/);
      return !CONDITIONAL.test(tokens[mark ?? -1]?.lower ?? '');
    }
    return kind === 'parataxis' || kind === 'conj';
  });
  let { first, after } = whole;
  const loose = (at: number): boolean =>
    at !== head &&
    (tokens[at]?.kind === 'mark' ||
      LINKING.test(relation(tree.nodes[at])) ||
      /^(and|but|or|that)$/.test(tokens[at]?.lower ?? ''));
  while (first < head && loose(first) && !CONDITIONAL.test(tokens[first]?.lower ?? '')) first += 1;
  while (after > head + 1 && tokens[after - 1]?.kind === 'mark') after -= 1;
  return { first, after };
};

/** The clauses of a sentence, but for those that only say who speaks. */
export const clausesIn = (sighted: Sighted, frames: readonly Frame[]): Clause[] => {
  const { tree } = sighted;
  if (!tree) return [];
  const list = clauseHeads(tree);
  const heads = new Set(list);
  const says = (at: number): boolean =>
    frames.some(
      ({ place, cueFirst, cueAfter, contentFirst, contentAfter }) =>
        place !== 'phrase' && cueFirst <= at && at < cueAfter && contentAfter - contentFirst > 1,
    );
  return list.filter((head) => !says(head)).map((head) => ({ head, ...extent({ ...sighted, tree }, head, heads) }));
};
