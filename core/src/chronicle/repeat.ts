import type { Derivation } from '../document/derivation.ts';
import type { Passage } from '../document/passage.ts';
import type { DocumentId, Span } from '../vocabulary.ts';

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What a passage repeats: the passages it was taken from, as the dossier's derivations say. */
export type Repeats = (derived: Passage) => readonly Passage[];

/** Makes the question “what does this passage repeat?” cheap to ask of many passages. */
export const repeatsBy = (derivations: readonly Derivation[]): Repeats => {
  const byDocument = new Map<DocumentId, Derivation[]>();
  for (const derivation of derivations) {
    const list = byDocument.get(derivation.derived.document);
    if (list === undefined) byDocument.set(derivation.derived.document, [derivation]);
    else list.push(derivation);
  }
  return (derived) =>
    (byDocument.get(derived.document) ?? []).filter((one) => overlap(one.derived, derived)).map(({ source }) => source);
};

/** Something told once, with the passages elsewhere that only repeat it. */
export interface Told<Item> {
  readonly first: Item;
  readonly repeats: readonly Item[];
}

/**
 * Folds what only repeats something under what it repeats, in the order given. `alike` says which items can be the same at all.
 *
 * Cost: O(items × derivations of one document × items of one document)
 */
export const folded = <Item extends { readonly passage: Passage }>(
  items: readonly Item[],
  repeats: Repeats,
  alike: (item: Item) => string,
): readonly Told<Item>[] => {
  const places = new Map<string, Item[]>();
  const placeOf = (item: Item, document: DocumentId): string => `${document}\0${alike(item)}`;
  for (const item of items) {
    const place = placeOf(item, item.passage.document);
    const there = places.get(place);
    if (there === undefined) places.set(place, [item]);
    else there.push(item);
  }
  const original = new Map<Item, Item>();
  for (const item of items)
    for (const source of repeats(item.passage)) {
      const found = places
        .get(placeOf(item, source.document))
        ?.find((other) => other !== item && overlap(other.passage, source));
      if (found === undefined) continue;
      original.set(item, found);
      break;
    }
  const root = (item: Item): Item => {
    let [current, steps] = [item, 0];
    for (let next = original.get(current); next !== undefined && steps <= original.size; steps++) {
      current = next;
      next = original.get(current);
    }
    return steps > original.size ? item : current;
  };
  const told = new Map<Item, Item[]>();
  for (const item of items) if (root(item) === item) told.set(item, []);
  for (const item of items) if (root(item) !== item) told.get(root(item))?.push(item);
  return [...told].map(([first, again]) => ({ first, repeats: again }));
};
