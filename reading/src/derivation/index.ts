import type { Derivation } from '@entente/core/document/derivation';
import type { Document } from '@entente/core/document/document';
import { NO_HAND, type OriginsByHand, ruledOut } from '@entente/core/document/read-origins';
import type { DocumentId } from '@entente/core/vocabulary';
import { type Link, linkOf, trailOf } from './link.ts';
import { nearest, nearestFirst } from './nearest.ts';
import { Postings } from './postings.ts';
import { type Prepared, prepared } from './prepared.ts';
import { repeatsIn } from './repeat.ts';
import type { Shingles } from './shingle.ts';
import { type Commonness, familiesOf, holds, type Trail } from './taken.ts';

/** Documents kept ready at a time; the others are made ready again when they are compared. */
const KEPT = 400;
/** Of documents that hold a run of words, the newest so many are looked at, and the first. */
const MOST_HOLDERS = 48;
/** A run that this many documents share says little by itself, and less the more they are. */
const RARE = 8;
/** So many of the documents that share most with one are compared with it: of a story that hundreds printed, the nearest prints. */
const MOST_COMPARED = 16;
/** The least that two documents share to be compared, in rare runs of words. */
const LEAST = 2;

/** Documents that can be added to, with all that was found between them so far. */
export interface DerivationIndex {
  readonly documents: Document[];
  readonly numbers: Map<DocumentId, number>;
  /** The first document of each text: one that has the same words is compared with that one alone. */
  readonly texts: Map<string, number>;
  readonly trails: Trail[];
  /** The trails that were weighed: those that held at some time. */
  readonly links: Map<Trail, Link>;
  /** What documents say twice themselves. */
  readonly repeats: Derivation[];
  readonly postings: Postings;
  readonly ready: Map<number, Prepared>;
}

export const emptyIndex = (): DerivationIndex => ({
  documents: [],
  numbers: new Map(),
  texts: new Map(),
  trails: [],
  links: new Map(),
  repeats: [],
  postings: new Postings(),
  ready: new Map(),
});

const readied = ({ ready, documents }: DerivationIndex, number: number): Prepared => {
  const known = ready.get(number);
  const document = documents[number];
  if (document === undefined) throw new RangeError(`Document ${number} of ${documents.length}`);
  const value = known ?? prepared(document);
  ready.delete(number); // the one used last stands last
  ready.set(number, value);
  const oldest = ready.size > KEPT ? ready.keys().next().value : undefined;
  if (oldest !== undefined) ready.delete(oldest);
  return value;
};

/** The documents that share rare runs of words with some text in at least two of its sentences, or in its only one. */
const candidates = (
  { documents, postings }: DerivationIndex,
  { keys, sentences }: Shingles,
  onlyOne: boolean,
): number[] => {
  const weights = new Float32Array(documents.length);
  const firsts = new Int32Array(documents.length).fill(-1);
  const several = new Uint8Array(documents.length);
  const found: number[] = [];
  const rare = Math.max(RARE, documents.length / 500);
  let last = -1;
  let seen = new Set<number>();
  keys.forEach((key, index) => {
    const sentence = sentences[index] ?? 0;
    if (sentence !== last) [last, seen] = [sentence, new Set()];
    if (seen.has(key)) return;
    seen.add(key);
    const count = postings.count(key);
    const weight = count <= rare ? 1 : rare / count;
    postings.each(key, MOST_HOLDERS, (document) => {
      if (firsts[document] === -1) {
        firsts[document] = sentence;
        found.push(document);
      } else if (firsts[document] !== sentence) several[document] = 1;
      weights[document] = (weights[document] ?? 0) + weight;
    });
  });
  return found
    .filter((document) => (weights[document] ?? 0) >= LEAST && (onlyOne || several[document] === 1))
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, MOST_COMPARED);
};

const commonIn = ({ documents, postings }: DerivationIndex): Commonness => {
  const of = (key: number) => postings.count(key);
  return { documents: documents.length, of, families: of };
};

/** The same where documents along trails that hold anyway count as one. */
const commonAmong = (index: DerivationIndex, held: readonly Trail[]): Commonness => {
  const familyOf = familiesOf(index.documents.length, held);
  const families = (key: number) => {
    const found = new Set<number>();
    index.postings.each(key, MOST_HOLDERS, (document) => found.add(familyOf(document)));
    return found.size;
  };
  return { ...commonIn(index), families };
};

/** What was taken along a trail, if it holds among the documents that are there now; sentences are weighed once. */
const heldBy = (index: DerivationIndex, trail: Trail, common: Commonness): readonly Derivation[] => {
  if (!holds(trail, common)) return [];
  const known = index.links.get(trail);
  const link = known ?? linkOf(readied(index, trail.a), readied(index, trail.b), trail);
  if (known === undefined) index.links.set(trail, link);
  return holds(link.trail, common) ? link.derivations : [];
};

/**
 * Adds a document to an index and compares it with those that share words with it.
 *
 * @returns what was found between it and the others, before the nearest of several sources is chosen
 * @throws RangeError when a document of that id is in the index
 */
export const extend = (index: DerivationIndex, document: Document): readonly Derivation[] => {
  if (index.numbers.has(document.id)) throw new RangeError(`Document ${document.id} is in the index already`);
  const number = index.documents.length;
  const own = prepared(document);
  const same = index.texts.get(document.text);
  const near = same === undefined ? candidates(index, own.shingles, own.sentences.length === 1) : [same];
  if (same === undefined) index.texts.set(document.text, number);
  index.documents.push(document);
  index.numbers.set(document.id, number);
  index.ready.set(number, own);
  for (const key of own.shingles.keys) index.postings.add(key, number);
  const trails = near.flatMap((other) => trailOf(readied(index, other), own, other, number) ?? []);
  index.trails.push(...trails);
  const repeats = repeatsIn(own);
  index.repeats.push(...repeats);
  const common = commonIn(index);
  return [...trails.flatMap((trail) => heldBy(index, trail, common)), ...repeats];
};

/** An index of some documents, compared with each other. */
export const indexOf = (documents: Iterable<Document>): DerivationIndex => {
  const index = emptyIndex();
  for (const document of documents) extend(index, document);
  return index;
};

/** What a comparison reads of a document, on one line. */
const factsOf = ({ text, blocks, boilerplate, title, publisher, author, published, kind, summarises }: Document) =>
  JSON.stringify([text, blocks, boilerplate, title, publisher, author, published, kind, summarises]);

/**
 * An index of just these documents: one kept from before, if it holds no other and none has
 * changed, with those that are new added; else one made anew.
 */
export const indexFrom = (kept: DerivationIndex | undefined, documents: readonly Document[]): DerivationIndex => {
  const now = new Map(documents.map((document) => [document.id, document]));
  const same = (document: Document): boolean => {
    const other = now.get(document.id);
    return other === document || (other !== undefined && factsOf(other) === factsOf(document));
  };
  if (kept === undefined || !kept.documents.every(same)) return indexOf(documents);
  for (const document of documents) if (!kept.numbers.has(document.id)) extend(kept, document);
  return kept;
};

/** Everything that holds among the documents of an index, before the nearest of several sources is chosen. */
const heldIn = (index: DerivationIndex, not: (one: Derivation) => boolean): Derivation[] => {
  const common = commonIn(index);
  const anyway = index.trails.map((trail) => heldBy(index, trail, common));
  const among = commonAmong(
    index,
    index.trails.filter((_, at) => anyway[at]?.some((one) => !not(one))),
  );
  const held = index.trails.flatMap((trail, at) => (anyway[at]?.length ? anyway[at] : heldBy(index, trail, among)));
  return [...held, ...index.repeats];
};

const inOrder = (index: DerivationIndex, found: readonly Derivation[]): Derivation[] => {
  const order = (id: DocumentId) => index.numbers.get(id) ?? 0;
  return found.toSorted(
    (a, b) => order(a.derived.document) - order(b.derived.document) || a.derived.start - b.derived.start,
  );
};

/**
 * All that documents of an index took from one another: of several sources of a passage the nearest, what is stock left out, what a person
 * ruled out never considered.
 */
export const derivationsIn = (index: DerivationIndex, hand: OriginsByHand = NO_HAND): Derivation[] => {
  const not = ruledOut(hand);
  return inOrder(index, nearest(heldIn(index, not).filter((one) => !not(one))));
};

/** Sources of a passage that are kept beside the nearest, so that one can take its place when a person rules that out. */
const NEXT = 3;

/**
 * The same with the next nearest sources of each passage after the nearest, and with what a person ruled out in its place: `withHand` takes
 * of these the first that stands, whatever is ruled out or allowed again later.
 */
export const rivalDerivationsIn = (index: DerivationIndex, hand: OriginsByHand): Derivation[] =>
  inOrder(
    index,
    nearestFirst(
      heldIn(index, () => false),
      1 + NEXT,
      ruledOut(hand),
    ),
  );
