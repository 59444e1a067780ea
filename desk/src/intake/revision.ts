import type { Document } from '@entente/core/document/document';
import { alike } from '@entente/core/document/quote';
import { plainAddress } from './references.ts';

/** Says that a document may be a changed version of another; a person or the store decides. */
export interface Revision {
  readonly document: string;
  readonly of: string;
  readonly by: 'address' | 'title and publisher';
}

type Known = Pick<Document, 'id' | 'sha256' | 'title' | 'publisher' | 'text'>;

/** Runs of three words, to see whether two texts are one in two versions. */
const runsIn = (text: string): ReadonlySet<string> => {
  const words =
    alike(text.slice(0, 40_000))
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
};

/** Whether two texts share half of the runs of the shorter; columns that appear every week under one title do not. */
const areVersions = (a: string, b: string): boolean => {
  const [x, y] = [runsIn(a), runsIn(b)];
  return [...x].filter((run) => y.has(run)).length * 2 >= Math.min(x.size, y.size);
};

/** A title that was read, not made of the first words, with its outlet. */
const headOf = ({ title, publisher }: Known): string | undefined => {
  if (!title || !publisher || title.from === 'first words') return undefined;
  const plain = (words: string) =>
    alike(words)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(title.value).length >= 12 ? `${plain(title.value)}|${plain(publisher.value)}` : undefined;
};

/**
 * Remembers documents as they come and says of each whether it may be a changed version of an earlier one: other words under the same
 * address, or words half of which are the same under the same title of the same outlet.
 */
export class Versions {
  private readonly byAddress = new Map<string, Known>();
  private readonly byHead = new Map<string, Known>();

  /** @returns the document that this one may revise */
  add(document: Known, address: string | undefined): Revision | undefined {
    const [page, head] = [address === undefined ? undefined : plainAddress(address), headOf(document)];
    const same = page === undefined ? undefined : this.byAddress.get(page);
    const alikeHead = head === undefined ? undefined : this.byHead.get(head);
    if (page !== undefined) this.byAddress.set(page, document);
    if (head !== undefined) this.byHead.set(head, document);
    const earlier = same ?? (alikeHead && areVersions(alikeHead.text, document.text) ? alikeHead : undefined);
    if (!earlier || earlier.sha256 === document.sha256) return undefined;
    return { document: document.id, of: earlier.id, by: same ? 'address' : 'title and publisher' };
  }
}
