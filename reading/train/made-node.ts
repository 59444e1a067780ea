import type { GoldWord } from './conllu.ts';

/** A word with what hangs on it, in order, before and behind it. */
export interface Node {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly deprel: string;
  readonly before: readonly Node[];
  readonly after: readonly Node[];
}

export type Phrase = Node & { readonly plural: boolean };
export type Verb = readonly string[];

export const word = (form: string, upos: string, xpos: string, deprel = 'dep'): Node => ({
  ...{ form, upos, xpos, deprel, before: [], after: [] },
});
export const as = <T extends Node>(node: T, deprel: string): T => ({ ...node, deprel });
export const before = <T extends Node>(node: T, ...nodes: readonly Node[]): T => ({
  ...node,
  before: [...nodes, ...node.before],
});
export const after = <T extends Node>(node: T, ...nodes: readonly Node[]): T => ({
  ...node,
  after: [...node.after, ...nodes],
});

export const comma = word(',', 'PUNCT', ',', 'punct');
export const mark = (form: string) => word(form, 'SCONJ', 'IN', 'mark');
export const caseOf = (form: string) => word(form, 'ADP', 'IN', 'case');
export const the = word('the', 'DET', 'DT', 'det');
export const to = word('to', 'PART', 'TO', 'mark');
export const not = word('not', 'PART', 'RB', 'advmod');

/** The words of a sentence from its root, with a stop; the first gets a capital. */
export const flat = (root: Node): GoldWord[] => {
  const nodes: { readonly node: Node; readonly over: Node | undefined }[] = [];
  const visit = (node: Node, over: Node | undefined): void => {
    for (const child of node.before) visit(child, node);
    nodes.push({ node, over });
    for (const child of node.after) visit(child, node);
  };
  visit(after(as(root, 'root'), word('.', 'PUNCT', '.', 'punct')), undefined);
  const places = new Map(nodes.map(({ node }, at) => [node, at]));
  return nodes.map(({ node, over }, at): GoldWord => {
    const form = at === 0 ? node.form.charAt(0).toUpperCase() + node.form.slice(1) : node.form;
    return {
      ...{ form, lemma: node.form, upos: node.upos, xpos: node.xpos, deprel: node.deprel, misc: '_', space: true },
      head: over ? (places.get(over) ?? -1) : -1,
    };
  });
};
