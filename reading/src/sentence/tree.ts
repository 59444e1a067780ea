import type { Analysis, Mention, Sentence as ParsedSentence, SyntaxProvider, Upos } from '../syntax/syntax.ts';
import type { Token } from './token.ts';

/** What a parser says of one token. */
export interface Node {
  readonly lemma: string;
  readonly upos: Upos;
  /** Index of the token that it depends on; -1 for a root. */
  readonly head: number;
  readonly deprel: string;
}

/** The dependency tree of a sentence over the reader's own tokens. A sentence that the parser saw as several has several roots. */
export interface Tree {
  readonly nodes: readonly Node[];
  readonly dependents: readonly (readonly number[])[];
  /** The type of entity that a token heads, where it heads a phrase that speaks of something. */
  readonly heads: ReadonlyMap<number, Mention['type']>;
}

const MARK: Node = { lemma: '', upos: 'PUNCT', head: -1, deprel: 'punct' };

interface Pieces {
  readonly first: number;
  readonly after: number;
}

/** For each of our tokens the pieces that the parser cut it into; a clitic that we keep on its verb goes with the verb. */
const piecesOf = (
  tokens: readonly Token[],
  parsed: readonly { start: number; end: number }[],
  shift: number,
): Pieces[] => {
  let at = 0;
  return tokens.map(({ start, end }) => {
    while (at < parsed.length && (parsed[at]?.end ?? 0) + shift <= start) at += 1;
    const first = at;
    let after = first;
    while (after < parsed.length && (parsed[after]?.start ?? 0) + shift < end) after += 1;
    return { first, after };
  });
};

/**
 * Lays the trees of a parser over the tokens of one sentence.
 *
 * @param shift what has to be added to the parser's offsets to have those of the tokens
 */
export const treeOver = (
  tokens: readonly Token[],
  sentences: readonly ParsedSentence[],
  mentions: readonly (Mention & { readonly headStart: number })[],
  shift: number,
): Tree => {
  const all = sentences.flatMap(({ tokens: list }) => list);
  let base = 0;
  const headOf: number[] = [];
  for (const { tokens: list } of sentences) {
    for (const { head } of list) headOf.push(head < 0 ? -1 : base + head);
    base += list.length;
  }
  const pieces = piecesOf(tokens, all, shift);
  const owner = new Int32Array(all.length).fill(-1);
  pieces.forEach(({ first, after }, index) => {
    for (let piece = first; piece < after; piece += 1) if (owner[piece] === -1) owner[piece] = index;
  });
  const nodes = tokens.map((_, index): Node => {
    const { first, after } = pieces[index] ?? { first: 0, after: 0 };
    // The piece that stands for the token is the one whose head lies outside of it.
    let top = -1;
    for (let piece = first; piece < after; piece += 1) {
      const head = headOf[piece] ?? -1;
      if (owner[piece] === index && (head < 0 || owner[head] !== index)) {
        top = piece;
        if (all[piece]?.deprel !== 'punct') break;
      }
    }
    const piece = all[top];
    if (!piece) return MARK;
    let head = headOf[top] ?? -1;
    while (head >= 0 && owner[head] === -1) head = headOf[head] ?? -1;
    return {
      lemma: piece.lemma.toLowerCase(),
      upos: piece.upos,
      head: head < 0 ? -1 : (owner[head] ?? -1),
      deprel: piece.deprel,
    };
  });
  const dependents: number[][] = tokens.map(() => []);
  nodes.forEach(({ head }, index) => {
    if (head >= 0 && head !== index) dependents[head]?.push(index);
  });
  const heads = new Map<number, Mention['type']>();
  const byStart = new Map(tokens.map(({ start }, index) => [start, index]));
  for (const { headStart, type } of mentions) {
    const index = byStart.get(headStart + shift);
    if (index !== undefined && !heads.has(index)) heads.set(index, type);
  }
  return { nodes, dependents, heads };
};

interface Stretch {
  readonly start: number;
  readonly tokens: readonly Token[];
}

/**
 * The trees of some sentences of a text, parsed in one go: the parser sees each sentence as a paragraph of its own.
 *
 * @returns one tree for each sentence given, in their order
 */
export const treesOf = (
  text: string,
  stretches: readonly (Stretch & { readonly end: number })[],
  syntax: SyntaxProvider,
): Tree[] => {
  const starts: number[] = [];
  let joined = '';
  for (const { start, end } of stretches) {
    starts.push(joined.length);
    joined += `${text.slice(start, end).replace(/\s/g, ' ')}\n\n`;
  }
  const { sentences, mentions }: Analysis = syntax.analyse(joined);
  let at = 0;
  let spoken = 0;
  return stretches.map(({ tokens, start, end }, index) => {
    const begin = starts[index] ?? 0;
    const stop = begin + end - start;
    const mine: ParsedSentence[] = [];
    const first = at;
    for (let one = sentences[at]; one && one.start < stop; one = sentences[at]) {
      mine.push(one);
      at += 1;
    }
    const here: (Mention & { headStart: number })[] = [];
    for (let one = mentions[spoken]; one && one.sentence < at; one = mentions[spoken]) {
      const headStart = sentences[one.sentence]?.tokens[one.head]?.start;
      if (one.sentence >= first && headStart !== undefined) here.push({ ...one, headStart });
      spoken += 1;
    }
    return treeOver(tokens, mine, here, start - begin);
  });
};

/** Relation without its subtype: `nsubj:pass` is `nsubj`. */
export const relation = (node: Node | undefined): string => (node?.deprel ?? '').split(':')[0] ?? '';

/** The first dependent of a token in one of the relations. */
export const dependent = ({ nodes, dependents }: Tree, at: number, labels: RegExp): number | undefined =>
  dependents[at]?.find((one) => labels.test(nodes[one]?.deprel ?? ''));

/** First token and the one after the last of all that hangs on a token, branches left out that `without` names. */
export const reach = (
  tree: Tree,
  top: number,
  without?: (node: Node, index: number) => boolean,
): { first: number; after: number } => {
  let [first, last] = [top, top];
  const waiting = [top];
  const seen = new Set<number>(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at < first) first = at;
    if (at > last) last = at;
    for (const next of tree.dependents[at] ?? []) {
      const node = tree.nodes[next];
      if (!node || seen.has(next) || (without?.(node, next) ?? false)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return { first, after: last + 1 };
};
