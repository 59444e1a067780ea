import { type DocumentId, originId } from '../vocabulary.ts';
import type { Derivation, Origin } from './derivation.ts';
import type { Document } from './document.ts';

/**
 * The origins of some documents: those joined by derivation, directly or over others, count as one.
 *
 * The root of an origin is the document from which most of the others are taken without being taken itself; of equals the one published
 * first, then the first by id. A document that nobody joins is an origin of its own. Derivations inside one document join nothing.
 *
 * @returns in the order of the documents' first appearance; each names its root first, then the others by id
 */
export const origins = (
  documents: readonly Pick<Document, 'id' | 'published'>[],
  derivations: readonly Derivation[],
): readonly Origin[] => {
  const parent = new Map<DocumentId, DocumentId>(documents.map(({ id }) => [id, id]));
  const top = (id: DocumentId): DocumentId => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    for (let up = parent.get(id); up !== undefined && up !== at; up = parent.get(up)) parent.set(id, at);
    return at;
  };
  const taken = new Map<DocumentId, number>();
  const given = new Map<DocumentId, number>();
  for (const { source, derived } of derivations) {
    const [a, b] = [source.document, derived.document];
    if (a === b || !parent.has(a) || !parent.has(b)) continue;
    given.set(a, (given.get(a) ?? 0) + 1);
    taken.set(b, (taken.get(b) ?? 0) + 1);
    parent.set(top(a), top(b));
  }
  const groups = new Map<DocumentId, (typeof documents)[number][]>();
  for (const document of documents) {
    const root = top(document.id);
    groups.set(root, [...(groups.get(root) ?? []), document]);
  }
  const excess = (id: DocumentId) => (given.get(id) ?? 0) - (taken.get(id) ?? 0);
  const day = (one: (typeof documents)[number]) => one.published?.value ?? '9999';
  return [...groups.values()].map((group) => {
    const [root, ...others] = group.toSorted(
      (a, b) =>
        Number(taken.has(a.id)) - Number(taken.has(b.id)) ||
        excess(b.id) - excess(a.id) ||
        (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1),
    );
    if (!root) throw new RangeError('An origin without documents');
    const rest = others.map(({ id }) => id).toSorted();
    return { id: originId(root.id), documents: [root.id, ...rest] };
  });
};
