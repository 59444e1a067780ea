import type { Derivation } from '../document/derivation.ts';
import type { Passage } from '../document/passage.ts';
import type { DocumentId, Span } from '../vocabulary.ts';

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether one passage repeats another, as the dossier's derivations say. */
export type Repeats = (derived: Passage, source: Passage) => boolean;

/** Makes the question “does this passage repeat that one?” cheap to ask of many passages. */
export const repeatsBy = (derivations: readonly Derivation[]): Repeats => {
  const byDocument = new Map<DocumentId, Derivation[]>();
  for (const derivation of derivations) {
    const list = byDocument.get(derivation.derived.document);
    if (list === undefined) byDocument.set(derivation.derived.document, [derivation]);
    else list.push(derivation);
  }
  return (derived, source) =>
    (byDocument.get(derived.document) ?? []).some(
      (one) => one.source.document === source.document && overlap(one.derived, derived) && overlap(one.source, source),
    );
};

/** Something told once, with the passages elsewhere that only repeat it. */
export interface Told<Item> {
  readonly first: Item;
  readonly repeats: readonly Item[];
}

/**
 * Folds what only repeats something under what it repeats, in the order given. `alike` says which items can be the same at all.
 *
 * Cost: O(items²) comparisons at worst, within groups of one `key`
 */
export const folded = <Item extends { readonly passage: Passage }>(
  items: readonly Item[],
  repeats: Repeats,
  key: (item: Item) => string,
): readonly Told<Item>[] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  const original = new Map<Item, Item>();
  for (const group of groups.values())
    for (const item of group) {
      const source = group.find((other) => other !== item && repeats(item.passage, other.passage));
      if (source !== undefined) original.set(item, source);
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
