import { type DocumentId, type OriginId, originId, type Span } from '../vocabulary.ts';
import type { Derivation, Origin } from './derivation.ts';
import type { Document } from './document.ts';
import { type Passage, passageOf } from './passage.ts';
import { rootsOf } from './root.ts';
import { overlap } from './span.ts';

/** What the origins of a document are told from. */
export type Printed = Pick<Document, 'id' | 'text' | 'blocks' | 'boilerplate' | 'published'>;

/** A document that a person counts with another, its root first. */
export type Joined = readonly (readonly [root: DocumentId, other: DocumentId])[];

/** The value that weighs most; of equals the first. */
const most = <Value>(weights: ReadonlyMap<Value, number>): readonly [Value, number] | undefined =>
  [...weights].reduce<readonly [Value, number] | undefined>(
    (best, one) => (best === undefined || one[1] > best[1] ? one : best),
    undefined,
  );

/** A passage of a document with the origin of its words. */
interface Placed {
  readonly passage: Passage;
  readonly origin: OriginId;
}

/** Paragraphs of a document's own report, by the heading above them; a heading right under another has the same ones. */
const sections = ({ blocks, boilerplate }: Printed) => {
  const marked = (block: Span) => boilerplate.some((part) => overlap(part, block) * 2 > block.end - block.start);
  const out: { headings: Span[]; paragraphs: Span[] }[] = [{ headings: [], paragraphs: [] }];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last === undefined || marked(block)) continue;
    if (block.kind === 'paragraph') last.paragraphs.push(block);
    else if (last.paragraphs.length === 0) last.headings.push(block);
    else out.push({ headings: [block], paragraphs: [] });
  }
  return out;
};

const letters = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** How many letters of some paragraphs are of each origin that is not the document's own. */
const takenIn = (paragraphs: readonly Span[], placed: readonly Placed[]): Map<OriginId, number> => {
  const weights = new Map<OriginId, number>();
  for (const paragraph of paragraphs)
    for (const { passage, origin } of placed) {
      const shared = overlap(passage, paragraph);
      if (shared > 0) weights.set(origin, (weights.get(origin) ?? 0) + shared);
    }
  return weights;
};

/**
 * A heading says nothing beside what stands under it: it is of the origin that most of its section is taken from, or that its section begins
 * with.
 */
const headingsTaken = (document: Printed, placed: readonly Placed[]): Placed[] =>
  sections(document).flatMap(({ headings, paragraphs }) => {
    const [taken, lead] = [most(takenIn(paragraphs, placed)), most(takenIn(paragraphs.slice(0, 1), placed))];
    const origin = taken !== undefined && taken[1] * 2 >= letters(paragraphs) ? taken[0] : lead?.[0];
    if (origin === undefined) return [];
    return headings.map(({ start, end }) => ({ origin, passage: passageOf(document, start, end) }));
  });

/** The origin of most of a document's words; its own unless half of them are of another. */
const mainOrigin = (document: Printed, own: OriginId, placed: readonly Placed[]): OriginId => {
  const paragraphs = sections(document).flatMap((section) => section.paragraphs);
  const whole = paragraphs.length > 0 ? paragraphs : [{ start: 0, end: document.text.length }];
  const taken = most(takenIn(whole, placed));
  return taken !== undefined && taken[1] * 2 >= letters(whole) ? taken[0] : own;
};

/**
 * The origins of some documents and of their passages.
 *
 * A passage that was taken is of the origin of what it was taken from, over as many links as there are; all other words of a document are of
 * an origin of its own, named after the document. So a brief that copies one paragraph of a wire story shares the wire's origin in that
 * paragraph alone. Documents are listed with the origin that half of their words or more are of.
 *
 * Passages that were taken from each other in a circle are of the document published first, of equals of the first by id. What repeats words
 * of its own document changes nothing.
 *
 * @param joined documents that a person counts with another as a whole
 * @returns in the order of the documents; words that no entry holds are of the origin that has their document's id
 */
export const origins = (
  documents: readonly Printed[],
  derivations: readonly Derivation[],
  joined: Joined = [],
): readonly Origin[] => {
  const roots = rootsOf(documents, derivations, joined);
  const byDerived = new Map<DocumentId, Placed[]>();
  for (const derivation of derivations) {
    const { derived } = derivation;
    const root = roots.ofDerivation(derivation);
    if (root === undefined || root === roots.ofDocument(derived.document)) continue;
    const placed = { passage: derived, origin: originId(root) };
    const list = byDerived.get(derived.document);
    if (list === undefined) byDerived.set(derived.document, [placed]);
    else list.push(placed);
  }
  const members = new Map<OriginId, DocumentId[]>();
  const passages = new Map<OriginId, Passage[]>();
  const whole = new Map<OriginId, DocumentId[]>();
  const push = <Value>(map: Map<OriginId, Value[]>, id: OriginId, value: Value) => {
    const list = map.get(id);
    if (list === undefined) map.set(id, [value]);
    else list.push(value);
  };
  for (const document of documents) {
    const root = roots.ofDocument(document.id);
    const placed = byDerived.get(document.id) ?? [];
    const own = originId(root);
    if (root !== document.id) push(whole, own, document.id);
    push(members, mainOrigin(document, own, placed), document.id);
    const all = [...placed, ...(placed.length > 0 ? headingsTaken(document, placed) : [])];
    for (const { passage, origin } of all.sort((a, b) => a.passage.start - b.passage.start))
      push(passages, origin, passage);
  }
  return documents.flatMap(({ id: document }): Origin[] => {
    const id = originId(document);
    const mine = members.get(id) ?? [];
    const held = { passages: passages.get(id) ?? [], joined: whole.get(id) ?? [] };
    if (mine.length + held.passages.length + held.joined.length === 0) return [];
    return [{ id, documents: [document, ...mine.filter((other) => other !== document).toSorted()], ...held }];
  });
};

/**
 * The origin that most of each document is of. What single passages of it are of is told by `originAt`; a document that is mostly another's
 * may have words of its own besides.
 */
export const mainOrigins = (
  documents: readonly Pick<Document, 'id'>[],
  all: readonly Origin[],
): ReadonlyMap<DocumentId, OriginId> => {
  const found = new Map<DocumentId, OriginId>(documents.map(({ id }) => [id, originId(id)]));
  for (const { id, documents: held } of all) for (const document of held.slice(1)) found.set(document, id);
  return found;
};

/** The origin of the words of a passage. */
export type OriginOf = (passage: Pick<Passage, 'document' | 'start' | 'end'>) => OriginId;

/**
 * Makes the question “of which origin are these words?” cheap to ask of many passages: of the one that holds half of them or more; else of
 * their document's own, or of the one that a person counted the document with.
 */
export const originAt = (all: readonly Origin[]): OriginOf => {
  const own = new Map<DocumentId, OriginId>();
  const taken = new Map<DocumentId, Placed[]>();
  for (const { id, passages, joined } of all) {
    for (const document of joined) own.set(document, id);
    for (const passage of passages) {
      const list = taken.get(passage.document);
      if (list === undefined) taken.set(passage.document, [{ passage, origin: id }]);
      else list.push({ passage, origin: id });
    }
  }
  return (words) => {
    const placed = taken.get(words.document);
    const [origin, shared] = (placed && most(takenIn([words], placed))) ?? [undefined, 0];
    if (origin !== undefined && shared * 2 >= words.end - words.start) return origin;
    return own.get(words.document) ?? originId(words.document);
  };
};
