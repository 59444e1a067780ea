import type { Change, ChangeKind } from '@entente/core/document/change';
import type { Derivation } from '@entente/core/document/derivation';
import type { Block, Document } from '@entente/core/document/document';
import { overlap } from '@entente/core/document/span';
import { difference, type Piece } from '@entente/core/report/difference';
import type { DocumentId, Span } from '@entente/core/vocabulary';
import { changes as changesBetween } from './change.ts';
import { sentencesOf } from './sentence.ts';

/** A sentence of one side with the pairs that it takes part in, by number; none where it is its document's own. */
export interface ComparedSentence extends Span {
  readonly pairs: readonly number[];
}

/** A heading or paragraph of one side. */
export interface ComparedBlock extends Block {
  /** Most of it is boilerplate: shown, not compared. */
  readonly boilerplate: boolean;
  /** A heading is one sentence; boilerplate has none. */
  readonly sentences: readonly ComparedSentence[];
}

export interface ComparedSide {
  readonly document: DocumentId;
  readonly blocks: readonly ComparedBlock[];
  /** How many of its sentences there are outside of headings, and how many of them the other side has. */
  readonly sentences: number;
  readonly shared: number;
}

/** What happened to the weight of a pair: spans in the text of the source (`lost`) and of the derived document (`gained`). */
export interface ComparedChange {
  readonly kind: ChangeKind;
  readonly lost?: Span;
  readonly gained?: Span;
  /** The gained words stand in the headline. */
  readonly headline?: true;
}

/** Two passages that belong together. All spans count from the beginning of their document's text. */
export interface ComparedPair {
  readonly a: Span;
  readonly b: Span;
  /** The side that the other took it from. */
  readonly source: 'a' | 'b';
  readonly derivation: Derivation;
  /** Words that only one side has, and those that both have; most of a `rewritten` pair differs. */
  readonly only: { readonly a: readonly Span[]; readonly b: readonly Span[] };
  readonly kept: { readonly a: readonly Span[]; readonly b: readonly Span[] };
  readonly rewritten: boolean;
  readonly changes: readonly ComparedChange[];
}

/** Two documents side by side. */
export interface Comparison {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  /** In the order of `a`, then of `b`. */
  readonly pairs: readonly ComparedPair[];
}

/** Pieces of a passage as spans of its document; those of words kept, or those of words not kept. */
const spansOf = (pieces: readonly Piece[], { start, quote }: Derivation['source'], kept: boolean): Span[] => {
  let at = start + quote.length - quote.trimStart().length;
  return pieces.flatMap((piece) => {
    const from = at;
    at += piece.text.length;
    const end = from + piece.text.trimEnd().length;
    return piece.kept === kept && end > from ? [{ start: from, end }] : [];
  });
};

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const changeOf = ({ kind, lost, gained, headline }: Change): ComparedChange => ({
  kind,
  ...(lost !== undefined && { lost: spanOf(lost) }),
  ...(gained !== undefined && { gained: spanOf(gained) }),
  ...(headline === true && { headline }),
});

const pairOf = (derivation: Derivation, a: DocumentId, changes: readonly Change[]): ComparedPair => {
  const { source, derived } = derivation;
  const { source: before, derived: after, rewritten } = difference(source.quote, derived.quote);
  const [only, kept] = [false, true].map((which) => ({
    source: spansOf(before, source, which),
    derived: spansOf(after, derived, which),
  }));
  const isSource = source.document === a;
  const sides = (one: typeof only) => {
    const [first, second] = [one?.source ?? [], one?.derived ?? []];
    return isSource ? { a: first, b: second } : { a: second, b: first };
  };
  return {
    a: spanOf(isSource ? source : derived),
    b: spanOf(isSource ? derived : source),
    source: isSource ? 'a' : 'b',
    derivation,
    only: sides(only),
    kept: sides(kept),
    rewritten,
    changes: changes.filter((one) => one.derivation === derivation).map(changeOf),
  };
};

const sideOf = (document: Document, spans: readonly Span[]): ComparedSide => {
  const sentences = sentencesOf(document);
  const pairs = (words: Span) => spans.flatMap((span, at) => (overlap(span, words) > 0 ? [at] : []));
  const blocks = document.blocks.map((block, at): ComparedBlock => {
    const marked = document.boilerplate.reduce((sum, part) => sum + overlap(part, block), 0);
    const boilerplate = marked * 2 > block.end - block.start;
    const own = block.kind === 'heading' ? [block] : sentences.filter((sentence) => sentence.block === at);
    return {
      ...{ kind: block.kind, start: block.start, end: block.end, boilerplate },
      sentences: boilerplate ? [] : own.map((words) => ({ start: words.start, end: words.end, pairs: pairs(words) })),
    };
  });
  const told = blocks.flatMap((block) => (block.kind === 'heading' ? [] : block.sentences));
  const shared = told.filter((sentence) => sentence.pairs.length > 0).length;
  return { document: document.id, blocks, sentences: told.length, shared };
};

/**
 * Two documents side by side: the blocks and sentences of both, the passages that one took from the other, with the words that were lost,
 * gained and kept, and what that did to their weight. Everything is a span of a document's text, so that nothing has to be found again.
 *
 * @param derivations those of the dossier; others than between these two documents are passed over
 * @param changes what was lost and gained, where it is known already
 * @example comparison(wire, brief, derivations([wire, brief])).pairs[0]?.changes
 */
export const comparison = (
  a: Document,
  b: Document,
  derivations: readonly Derivation[],
  changes?: readonly Change[],
): Comparison => {
  const between = derivations.filter(
    ({ source, derived }) =>
      (source.document === a.id && derived.document === b.id) ||
      (source.document === b.id && derived.document === a.id),
  );
  const weighed = changes ?? changesBetween(between, [a, b]);
  const pairs = between
    .map((one) => pairOf(one, a.id, weighed))
    .toSorted((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
  return {
    a: sideOf(
      a,
      pairs.map((pair) => pair.a),
    ),
    b: sideOf(
      b,
      pairs.map((pair) => pair.b),
    ),
    pairs,
  };
};
