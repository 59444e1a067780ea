import type { Derivation } from '@entente/core/document/derivation';
import type { DocumentId } from '@entente/core/vocabulary';

const pairKey = (source: DocumentId, derived: DocumentId) => `${source.length} ${source} ${derived}`;
const placeKey = ({ derived }: Derivation) => `${derived.start} ${derived.document}`;

/** Scores closer than this are the same. */
const SAME = 0.02;

/**
 * Of a passage that is like passages of several documents, the one that it was taken from. The nearer words decide; where they are as near,
 * another document goes before its own earlier words, a named source before others, then the document that is nearer as a whole, then the
 * one that took from the other: over a chain of copies A, B, C what C has is taken from B and not from A as well.
 */
export const nearest = (all: readonly Derivation[]): Derivation[] => {
  const whole = new Map<string, { total: number }>();
  const links = all.map((one) => {
    const key = pairKey(one.source.document, one.derived.document);
    const pair = whole.get(key) ?? { total: 0 };
    if (pair.total === 0) whole.set(key, pair);
    pair.total += one.score;
    return { one, pair };
  });
  type Linked = (typeof links)[number];
  const within = ({ one: { source, derived } }: Linked) => Number(source.document === derived.document);
  const named = ({ one }: Linked) => Number(one.direction.by.includes('named'));
  const tookFrom = (a: Linked, b: Linked) => Number(whole.has(pairKey(b.one.source.document, a.one.source.document)));
  const order: readonly ((a: Linked, b: Linked) => number)[] = [
    (a, b) => within(b) - within(a),
    (a, b) => (Math.abs(a.one.score - b.one.score) > SAME ? a.one.score - b.one.score : 0),
    (a, b) => named(a) - named(b),
    ({ pair: a }, { pair: b }) => (Math.abs(a.total - b.total) > 0.5 ? a.total - b.total : 0),
    (a, b) => tookFrom(a, b) - tookFrom(b, a),
    (a, b) => a.one.score - b.one.score,
    (a, b) => (a.one.source.document < b.one.source.document ? 1 : -1),
  ];
  const better = (a: Linked, b: Linked): boolean => {
    for (const compare of order) {
      const difference = compare(a, b);
      if (difference !== 0) return difference > 0;
    }
    return false;
  };
  const best = new Map<string, Linked>();
  for (const link of links) {
    const place = placeKey(link.one);
    const known = best.get(place);
    if (known === undefined || better(link, known)) best.set(place, link);
  }
  return [...best.values()].map(({ one }) => one);
};
