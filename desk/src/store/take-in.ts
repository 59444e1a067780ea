import type { Document } from '@entente/core/document/document';
import { withHand } from '@entente/core/document/read-origins';
import type { Coder } from '@entente/core/statement/statement';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { type DerivationIndex, indexFrom, rivalDerivationsIn } from '@entente/reading/derivation/index';
import { readDocuments } from '@entente/reading/suggestion/read';
import { englishSyntax } from '../model.ts';
import type { Wish } from './record.ts';
import type { Store } from './store.ts';

export const READER: Coder = { kind: 'rule', name: 'reader' };
export const COMPARER: Coder = { kind: 'rule', name: 'derivation' };

const put = (kind: Wish['kind'], records: readonly { readonly id: string }[]): readonly Wish[] =>
  records.map((after) => ({ kind, id: after.id, after }));

/**
 * Reads documents together and puts forward what is found: statements and the like, actors that the texts introduce, and issues where the
 * dossier has none.
 *
 * @returns how many records, and what was refused
 */
export const suggestFrom = async (
  store: Store,
  documents: readonly Document[],
): Promise<Outcome<{ readonly suggested: number; readonly refused: readonly Problem[] }>> => {
  const codebook = await store.codebook();
  const reading = readDocuments(documents, codebook.issues.length > 0 ? codebook : undefined, {
    syntax: englishSyntax(),
  });
  const known = new Set<string>([...codebook.actors, ...codebook.issues].map(({ id }) => id));
  const unknown = <One extends { readonly id: string }>(records: readonly One[]) =>
    records.filter(({ id }) => !known.has(id));
  const wishes = [
    ...put('actor', unknown(reading.codebook.actors)),
    ...put('issue', unknown(reading.codebook.issues)),
    ...put('statement', reading.statements),
    ...put('event', reading.events),
    ...put('figure', reading.figures),
    ...put('forecast', reading.forecasts),
  ];
  const done = await store.suggest(READER, wishes);
  if (!done.ok) return done;
  return { ok: true, value: { suggested: done.value.entry?.size ?? 0, refused: done.value.refused } };
};

/** What was compared for an open dossier, so that a further document is compared with the others alone. */
const compared = new WeakMap<Store, DerivationIndex>();

/** Looks who took from whom among all documents of a dossier. */
export const compareAll = async (store: Store): Promise<Outcome<number>> => {
  const documents = await store.texts();
  if (documents.length < 2) return { ok: true, value: 0 };
  const index = indexFrom(compared.get(store), documents);
  compared.set(store, index);
  const hand = await store.originsByHand();
  const found = rivalDerivationsIn(index, hand);
  const done = await store.putDerivations(COMPARER, found);
  return done.ok ? { ok: true, value: withHand(found, hand).length } : done;
};
