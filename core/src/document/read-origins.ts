import type { DocumentId, Problem } from '../vocabulary.ts';
import type { Derivation } from './derivation.ts';
import type { Document } from './document.ts';
import { type Entry, Fields, type Kept } from './fields.ts';
import { likenessOfWords } from './likeness.ts';
import type { Joined } from './origin.ts';
import type { Passage } from './passage.ts';
import { locate } from './quote.ts';
import { overlap } from './span.ts';

/** A passage that a person found not to be taken, from one document or, where none is named, from any. */
export interface NotTaken {
  readonly passage: Passage;
  readonly from?: DocumentId;
}

/** What a person decided about who took from whom; it goes before what was computed, now and after every later computation. */
export interface OriginsByHand {
  /** Passages that a person found to be taken from another document. */
  readonly derived: readonly Derivation[];
  /** Pairs of documents that do not derive from each other, however alike. */
  readonly apart: readonly (readonly [DocumentId, DocumentId])[];
  /** Passages that are their document's own, however alike. */
  readonly own: readonly NotTaken[];
  /** Documents that count with another as a whole, the root first: two prints of one story that is not at hand. */
  readonly joined: Joined;
}

export const NO_HAND: OriginsByHand = { derived: [], apart: [], own: [], joined: [] };

const KINDS = ['verbatim', 'paraphrase'] as const;

type Documents = ReadonlyMap<string, Document>;

/** The passage that an entry names by document and words. */
const passageIn = (
  fields: Fields,
  [documents, ids]: readonly [Documents, ReadonlyMap<string, DocumentId>],
  [name, quote, occurrence]: readonly [string, string, string],
  problems: Problem[],
): Passage | undefined => {
  const words = fields.text(quote);
  if (!fields.has(name)) fields.text(name);
  const id = fields.reference(name, 'document', ids);
  const document = id && documents.get(id);
  const number = fields.optionalNumber(occurrence);
  if (!document || words === '') return undefined;
  const found = locate(document, words, number === undefined ? {} : { occurrence: number });
  if (found.ok) return found.value;
  for (const problem of found.problems) problems.push({ ...problem, at: [...fields.at, quote] });
  return undefined;
};

/**
 * Corrections by hand from plain data: `derived` (document, quote, from, source-quote, kind), `apart` (pairs of documents, or a passage:
 * document, quote, from) and `joined` (pairs of documents). An entry with a fault is left out and the fault told.
 */
export const readOrigins = (data: unknown, documents: Documents): Kept<OriginsByHand> => {
  const problems: Problem[] = [];
  if (data === undefined || data === null) return { value: NO_HAND, problems };
  const ids = new Map([...documents].map(([name, { id }]) => [name, id]));
  const at = [documents, ids] as const;
  const top = new Fields({ value: data, at: [] }, 'origins', ['derived', 'apart', 'joined'], problems);
  const derived = top.list('derived').flatMap((entry): Derivation[] => {
    const known = ['document', 'quote', 'occurrence', 'from', 'source-quote', 'source-occurrence', 'kind'];
    const fields = new Fields(entry, 'origins', known, problems);
    const mine = passageIn(fields, at, ['document', 'quote', 'occurrence'], problems);
    const theirs = passageIn(fields, at, ['from', 'source-quote', 'source-occurrence'], problems);
    const kind = fields.optionalOneOf('kind', KINDS) ?? 'paraphrase';
    if (!mine || !theirs || !fields.sound) return [];
    const score = likenessOfWords(theirs.quote, mine.quote);
    return [{ kind, source: theirs, derived: mine, score, direction: { by: ['by hand'], sure: true } }];
  });
  const pair = ({ value, at: place }: Entry): (readonly [DocumentId, DocumentId])[] => {
    const names: unknown[] = Array.isArray(value) ? value : [];
    const [a, b] = names.map((name) => ids.get(String(name)));
    if (names.length === 2 && a && b && a !== b) return [[a, b]];
    const says = 'Expected two known documents, as [first, second].';
    problems.push({ code: 'origins/pair', at: place, says });
    return [];
  };
  const isPassage = ({ value }: Entry) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const apart = top.list('apart');
  const own = apart.filter(isPassage).flatMap((entry): NotTaken[] => {
    const fields = new Fields(entry, 'origins', ['document', 'quote', 'occurrence', 'from'], problems);
    const passage = passageIn(fields, at, ['document', 'quote', 'occurrence'], problems);
    const from = fields.has('from') ? fields.reference('from', 'document', ids) : undefined;
    if (!passage || !fields.sound) return [];
    return [{ passage, ...(from === undefined ? {} : { from }) }];
  });
  return {
    value: {
      derived,
      own,
      apart: apart.filter((entry) => !isPassage(entry)).flatMap(pair),
      joined: top.list('joined').flatMap(pair),
    },
    problems,
  };
};

/** Whether most of the shorter of two passages lies in the other. */
const same = (a: Passage, b: Passage): boolean =>
  a.document === b.document && overlap(a, b) * 2 >= Math.min(a.end - a.start, b.end - b.start);

/** Whether a person said that a passage was not taken from there. */
export const ruledOut = ({ apart, own }: OriginsByHand): ((one: Derivation) => boolean) => {
  const pair = (a: DocumentId, b: DocumentId) => JSON.stringify([a, b].toSorted());
  const separated = new Set(apart.map(([a, b]) => pair(a, b)));
  return ({ source, derived }) =>
    (separated.size > 0 && separated.has(pair(source.document, derived.document))) ||
    own.some(({ passage, from }) => (from === undefined || from === source.document) && same(passage, derived));
};

/** Derivations of the same words, of which only the first counts. */
const firsts = (derivations: readonly Derivation[]): readonly Derivation[] => {
  const places = new Set<string>();
  return derivations.filter(({ derived }) => {
    const place = `${derived.start} ${derived.document}`;
    return !places.has(place) && places.add(place);
  });
};

/**
 * What was computed, corrected by hand: what was ruled out is dropped, passages found by hand replace those computed for the same words.
 * Words are compared by place, so that corrections hold when a later computation draws its passages elsewhere.
 *
 * @param computed of the same words the nearest source first; when that is ruled out, the next comes in its place
 */
export const withHand = (computed: readonly Derivation[], hand: OriginsByHand): readonly Derivation[] => {
  const not = ruledOut(hand);
  const kept = computed.filter((one) => !not(one) && !hand.derived.some(({ derived }) => same(derived, one.derived)));
  return [...firsts(kept), ...hand.derived];
};
