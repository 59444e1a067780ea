import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { passageOf } from '@entente/core/document/passage';
import { alignedTo, holdersOf, isTaken, type Matrix, matrixOf, type Prepared, pairsOf } from './align.ts';
import { candidates, shingles } from './candidate.ts';
import { directionOf } from './direction.ts';
import { likeness, vectorOf, type Weighing, weighing } from './gram.ts';
import { wordsOf } from './run.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

const transposed = (matrix: Matrix, columns: number): Matrix =>
  Array.from({ length: columns }, (_, column) => Float64Array.from(matrix, (row) => row[column] ?? 0));

/** Documents made ready when they are first compared: most of a large dossier never is. */
const preparing = (sentences: readonly (readonly Sentence[])[], weights: Weighing) => {
  const ready = new Map<number, Prepared>();
  return (index: number): Prepared => {
    const known = ready.get(index);
    if (known) return known;
    const own = sentences[index] ?? [];
    const vectors = own.map(({ plain }) => vectorOf(plain, weights));
    const words = own.map(({ written }) => wordsOf(written));
    const prepared = { sentences: own, vectors, words, holders: holdersOf(vectors) };
    ready.set(index, prepared);
    return prepared;
  };
};

const kindOf = (source: string, derived: string): Derivation['kind'] => {
  const text = (written: string) =>
    wordsOf(written)
      .map((word) => word.text)
      .join(' ');
  return text(source) === text(derived) ? 'verbatim' : 'paraphrase';
};

/** What document `b` took from document `a`, sentence by sentence. */
const taken = (
  [source, from]: readonly [Document, Prepared],
  [derived, to]: readonly [Document, Prepared],
  matrix: Matrix,
  direction: Derivation['direction'],
  weights: Weighing,
): Derivation[] => {
  const together = (first: number, at: number): number => {
    const [one, two, vector] = [from.sentences[first], from.sentences[first + 1], to.vectors[at]];
    if (!one || !two || !vector || one.block !== two.block) return 0;
    return likeness(vectorOf(`${one.plain} ${two.plain}`, weights), vector);
  };
  return alignedTo(
    matrix,
    to.sentences.map(({ block }) => block),
    together,
  ).flatMap(({ derived: at, from: first, to: last, score }) => {
    const [start, end, own] = [from.sentences[first], from.sentences[last], to.sentences[at]];
    if (!start || !end || !own) return [];
    const passages = {
      source: passageOf(source, start.start, end.end),
      derived: passageOf(derived, own.start, own.end),
    };
    const kind = kindOf(passages.source.quote, passages.derived.quote);
    return [{ kind, ...passages, score: kind === 'verbatim' ? 1 : Math.min(0.999, score), direction }];
  });
};

/** Of a passage that is like passages of several documents, the likest: over a chain of copies, the nearest link. */
const likest = (all: readonly Derivation[]): Derivation[] => {
  const best = new Map<string, Derivation>();
  for (const one of all) {
    const key = `${one.derived.document} ${one.derived.start}`;
    const known = best.get(key);
    if (!known || one.score > known.score) best.set(key, one);
  }
  return all.filter((one) => best.get(`${one.derived.document} ${one.derived.start}`) === one);
};

/** Of a longer document, a book rather than a report, the first sentences alone are compared. */
const MOST_SENTENCES = 2000;

/**
 * Passages that documents took from one another, verbatim or paraphrased, with likeness and direction.
 *
 * Two documents are compared only if they share runs of words; sentences are alike by the cosine of their runs of four letters, weighed by
 * rarity among the documents at hand and in a background. Documents that merely report the same facts, or quote the same words, are left apart.
 *
 * Cost: linear in the words to find candidates, then sentences × sentences for each candidate pair
 */
export const derivations = (documents: readonly Document[]): Derivation[] => {
  const sentences = documents.map((document) => sentencesOf(document).slice(0, MOST_SENTENCES));
  const pairs = candidates(sentences.map(shingles));
  if (pairs.length === 0) return [];
  const weights = weighing(sentences.flatMap((own) => own.map(({ plain }) => plain)));
  const prepared = preparing(sentences, weights);
  const found = pairs.flatMap(({ a, b }): Derivation[] => {
    const [one, two] = [documents[a], documents[b]];
    if (!one || !two) return [];
    const [x, y] = [prepared(a), prepared(b)];
    const matrix = matrixOf(x, y);
    if (!isTaken(x, y, matrix)) return [];
    const { source, direction } = directionOf(one, two, x, y, pairsOf(matrix, 0.33));
    return source === 'a'
      ? taken([one, x], [two, y], matrix, direction, weights)
      : taken([two, y], [one, x], transposed(matrix, y.sentences.length), direction, weights);
  });
  const order = new Map(documents.map(({ id }, index) => [id, index]));
  return likest(found).toSorted(
    (a, b) =>
      (order.get(a.derived.document) ?? 0) - (order.get(b.derived.document) ?? 0) || a.derived.start - b.derived.start,
  );
};
