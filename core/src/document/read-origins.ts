import type { DocumentId, Problem } from '../vocabulary.ts';
import type { Derivation } from './derivation.ts';
import type { Document } from './document.ts';
import { Fields, type Kept } from './fields.ts';
import { locate } from './quote.ts';

/** What a person decided about who took from whom; it goes before what was computed. */
export interface OriginsByHand {
  /** Passages that a person found to be taken from another document. */
  readonly derived: readonly Derivation[];
  /** Pairs of documents that do not derive from each other, however alike. */
  readonly apart: readonly (readonly [DocumentId, DocumentId])[];
}

const KINDS = ['verbatim', 'paraphrase'] as const;

/**
 * Derivations by hand from plain data: `derived` (document, quote, from, source-quote, kind) and `apart` (pairs of documents).
 * An entry with a fault is left out and the fault told.
 */
export const readOrigins = (data: unknown, documents: ReadonlyMap<string, Document>): Kept<OriginsByHand> => {
  const problems: Problem[] = [];
  if (data === undefined || data === null) return { value: { derived: [], apart: [] }, problems };
  const ids = new Map([...documents].map(([name, { id }]) => [name, id]));
  const top = new Fields({ value: data, at: [] }, 'origins', ['derived', 'apart'], problems);
  const derived = top.list('derived').flatMap((entry): Derivation[] => {
    const known = ['document', 'quote', 'occurrence', 'from', 'source-quote', 'source-occurrence', 'kind'];
    const fields = new Fields(entry, 'origins', known, problems);
    const passage = (name: string, quote: string, occurrence: string) => {
      const words = fields.text(quote);
      if (!fields.has(name)) fields.text(name);
      const id = fields.reference(name, 'document', ids);
      const document = id && documents.get(id);
      const number = fields.optionalNumber(occurrence);
      if (!document || words === '') return undefined;
      const found = locate(document, words, number === undefined ? {} : { occurrence: number });
      if (found.ok) return found.value;
      for (const problem of found.problems) problems.push({ ...problem, at: [...entry.at, quote] });
      return undefined;
    };
    const mine = passage('document', 'quote', 'occurrence');
    const theirs = passage('from', 'source-quote', 'source-occurrence');
    const kind = fields.optionalOneOf('kind', KINDS) ?? 'paraphrase';
    if (!mine || !theirs || !fields.sound) return [];
    return [{ kind, source: theirs, derived: mine, score: 1, direction: { by: ['by hand'], sure: true } }];
  });
  const apart = top.list('apart').flatMap(({ value, at }): (readonly [DocumentId, DocumentId])[] => {
    const names: unknown[] = Array.isArray(value) ? value : [];
    const [a, b] = names.map((name) => ids.get(String(name)));
    if (names.length === 2 && a && b && a !== b) return [[a, b]];
    const says = 'Expected two known documents, as [first, second].';
    problems.push({ code: 'origins/pair', at, says });
    return [];
  });
  return { value: { derived, apart }, problems };
};

/** What was computed, corrected by hand: pairs set apart are dropped, passages found by hand replace those computed for the same words. */
export const withHand = (computed: readonly Derivation[], { derived, apart }: OriginsByHand): readonly Derivation[] => {
  const pair = (a: DocumentId, b: DocumentId) => [a, b].toSorted().join(' ');
  const separated = new Set(apart.map(([a, b]) => pair(a, b)));
  const byHand = new Set(derived.map((one) => `${one.derived.document} ${one.derived.start}`));
  const kept = computed.filter(
    (one) =>
      !separated.has(pair(one.source.document, one.derived.document)) &&
      !byHand.has(`${one.derived.document} ${one.derived.start}`),
  );
  return [...kept, ...derived];
};
