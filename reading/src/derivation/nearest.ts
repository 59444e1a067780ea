import type { Derivation } from '@entente/core/document/derivation';

const pairKey = ({ source, derived }: Derivation) => JSON.stringify([source.document, derived.document]);
const placeKey = ({ derived }: Derivation) => `${derived.start} ${derived.document}`;

/** Scores closer than this are the same. */
const SAME = 0.02;

/**
 * Of a passage that is like passages of several documents, the one that it was taken from. The nearer words decide; where they are as near,
 * another document goes before its own earlier words, a named source before others, then the document that is nearer as a whole, then the
 * one that took from the other: over a chain of copies A, B, C what C has is taken from B and not from A as well.
 */
export const nearest = (all: readonly Derivation[]): Derivation[] => {
  const whole = new Map<string, number>();
  for (const one of all) whole.set(pairKey(one), (whole.get(pairKey(one)) ?? 0) + one.score);
  const pairs = new Set(whole.keys());
  const within = ({ source, derived }: Derivation) => Number(source.document === derived.document);
  const named = ({ direction }: Derivation) => Number(direction.by.includes('named'));
  const total = (one: Derivation) => whole.get(pairKey(one)) ?? 0;
  const tookFrom = (a: Derivation, b: Derivation) =>
    Number(pairs.has(JSON.stringify([b.source.document, a.source.document])));
  const better = (a: Derivation, b: Derivation): boolean => {
    const order = [
      within(b) - within(a),
      Math.abs(a.score - b.score) > SAME ? a.score - b.score : 0,
      named(a) - named(b),
      Math.abs(total(a) - total(b)) > 0.5 ? total(a) - total(b) : 0,
      tookFrom(a, b) - tookFrom(b, a),
      a.score - b.score,
      a.source.document < b.source.document ? 1 : -1,
    ];
    return (order.find((difference) => difference !== 0) ?? 0) > 0;
  };
  const best = new Map<string, Derivation>();
  for (const one of all) {
    const known = best.get(placeKey(one));
    if (known === undefined || better(one, known)) best.set(placeKey(one), one);
  }
  return [...best.values()];
};
