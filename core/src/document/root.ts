import type { DocumentId, Span } from '../vocabulary.ts';
import type { Derivation } from './derivation.ts';
import type { Document } from './document.ts';
import { overlap } from './span.ts';

/** Where words come from in the end: documents by the links between their passages. */
export interface Roots {
  /** The document whose words a derived passage repeats; undefined where its source is not at hand. */
  readonly ofDerivation: (derivation: Derivation) => DocumentId | undefined;
  /** The document that a person counts a document with, else itself. */
  readonly ofDocument: (document: DocumentId) => DocumentId;
}

const half = (part: Span, whole: Span) => overlap(part, whole) * 2 >= whole.end - whole.start;

/**
 * Follows derivations from passage to passage and joins from document to document to where the words stand first.
 *
 * @param joined pairs of documents that a person counts as one, the root first
 */
export const rootsOf = (
  documents: readonly Pick<Document, 'id' | 'published'>[],
  derivations: readonly Derivation[],
  joined: readonly (readonly [DocumentId, DocumentId])[],
): Roots => {
  const day = new Map(documents.map(({ id, published }) => [id, published?.value ?? '9999']));
  const earlier = (a: DocumentId, b: DocumentId): DocumentId => {
    const [x, y] = [day.get(a) ?? '9999', day.get(b) ?? '9999'];
    return x < y || (x === y && a <= b) ? a : b;
  };
  const above = new Map<DocumentId, DocumentId>();
  for (const [root, other] of joined) if (root !== other && !above.has(other)) above.set(other, root);
  const ofDocument = (document: DocumentId): DocumentId => {
    const seen = [document];
    for (let at = above.get(document); at !== undefined; at = above.get(at)) {
      const again = seen.indexOf(at);
      if (again >= 0) return seen.slice(again).reduce(earlier);
      seen.push(at);
    }
    return seen.at(-1) ?? document;
  };

  const byDerived = new Map<DocumentId, Derivation[]>();
  for (const one of derivations) {
    if (!day.has(one.source.document)) continue;
    const list = byDerived.get(one.derived.document);
    if (list === undefined) byDerived.set(one.derived.document, [one]);
    else list.push(one);
  }
  /** The link that the words of a source were themselves taken by. */
  const next = ({ source }: Derivation): Derivation | undefined => {
    let best: Derivation | undefined;
    for (const one of byDerived.get(source.document) ?? [])
      if (half(one.derived, source) && (!best || overlap(one.derived, source) > overlap(best.derived, source)))
        best = one;
    return best;
  };
  const ofDerivation = (derivation: Derivation): DocumentId | undefined => {
    if (!day.has(derivation.source.document)) return undefined;
    const seen = [derivation];
    for (let at = next(derivation); at !== undefined; at = next(at)) {
      const again = seen.indexOf(at);
      if (again >= 0)
        return ofDocument(
          seen
            .slice(again)
            .map(({ source }) => source.document)
            .reduce(earlier),
        );
      seen.push(at);
    }
    return ofDocument(seen.at(-1)?.source.document ?? derivation.source.document);
  };
  return { ofDerivation, ofDocument };
};
