import type { Derivation } from '@entente/core/document/derivation';
import type { DocumentId } from '@entente/core/vocabulary';

const pairKey = (source: DocumentId, derived: DocumentId) => `${source.length} ${source} ${derived}`;
const placeKey = ({ derived }: Derivation) => `${derived.start} ${derived.document}`;

/** Scores closer than this are the same. */
const SAME = 0.02;

/**
 * Passages that are like passages of several documents, of each the one first that it was taken from, then those that are next. The nearer
 * words decide; where they are as near, another document goes before its own earlier words, a named source before others, then the document
 * that is nearer as a whole, then the one that took from the other: over a chain of copies A, B, C what C has is taken from B and not from A
 * as well.
 *
 * @param most so many for each passage, those not counted that `isOut` tells
 */
export const nearestFirst = (
  all: readonly Derivation[],
  most: number,
  isOut: (one: Derivation) => boolean = () => false,
): Derivation[] => {
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
  const places = new Map<string, Linked[]>();
  for (const link of links) {
    const place = placeKey(link.one);
    const known = places.get(place);
    if (known === undefined) places.set(place, [link]);
    else known.push(link);
  }
  return [...places.values()].flatMap((place) => {
    const found: Derivation[] = [];
    const left = new Set(place);
    for (let wanted = most; wanted > 0 && left.size > 0; ) {
      let best: Linked | undefined;
      for (const link of left) if (best === undefined || better(link, best)) best = link;
      if (best === undefined) break;
      left.delete(best);
      found.push(best.one);
      if (!isOut(best.one)) wanted -= 1;
    }
    return found;
  });
};

/** Of each passage the one that it was taken from. */
export const nearest = (all: readonly Derivation[]): Derivation[] => nearestFirst(all, 1);
