import type { Passage } from '@entente/core/document/passage';
import type { DocumentId, Stance } from '@entente/core/vocabulary';

/** A passage that something in the page points to, and what points to it. */
export interface Anchored {
  readonly id: string;
  readonly passage: Passage;
  /** Why it is marked in the text. */
  mark: Stance | 'reason' | 'condition' | 'cited';
  suggested: boolean;
  readonly backs: { readonly href: string; readonly words: string }[];
}

/**
 * Gives every passage that a page cites one anchor in the full text. Filled while the parts are made; the full text comes last and
 * marks what was asked for. Anchors are numbers, never ids from outside.
 */
export class Anchors {
  readonly #byPlace = new Map<string, Anchored>();
  readonly #byDocument = new Map<DocumentId, Anchored[]>();

  of(passage: Passage): Anchored {
    const place = JSON.stringify([passage.document, passage.start, passage.end]);
    const known = this.#byPlace.get(place);
    if (known !== undefined) return known;
    const made: Anchored = {
      id: `p${this.#byPlace.size + 1}`,
      passage,
      mark: 'cited',
      suggested: false,
      backs: [],
    };
    this.#byPlace.set(place, made);
    const list = this.#byDocument.get(passage.document);
    if (list === undefined) this.#byDocument.set(passage.document, [made]);
    else list.push(made);
    return made;
  }

  href(passage: Passage): string {
    return `#${this.of(passage).id}`;
  }

  in(document: DocumentId): readonly Anchored[] {
    return [...(this.#byDocument.get(document) ?? [])].sort(
      (a, b) => a.passage.start - b.passage.start || b.passage.end - a.passage.end,
    );
  }
}
