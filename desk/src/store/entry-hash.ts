import { createHash } from 'node:crypto';

/** What of an entry is hashed, as it stands in the file. */
export interface HashedEntry {
  readonly seq: number;
  readonly at: string;
  readonly by_kind: string;
  readonly by_name: string;
  readonly what: string;
  readonly why: string | null;
  readonly undoes: number | null;
  readonly redoes: number | null;
  readonly previous: string;
}

export interface HashedChange {
  readonly kind: string;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly held_before: number;
  readonly held: number;
}

/** What the first entry has before it. */
export const NO_ENTRY = '0'.repeat(64);

/** SHA-256 of an entry: its own line, then one line for each change, each line JSON; the hash of the entry before it is part of the first. */
export const entryHash = (entry: HashedEntry, changes: Iterable<HashedChange>): string => {
  const hash = createHash('sha256');
  const { seq, at, by_kind, by_name, what, why, undoes, redoes, previous } = entry;
  hash.update(JSON.stringify([seq, at, by_kind, by_name, what, why, undoes, redoes, previous]));
  for (const { kind, id, before, after, held_before, held } of changes)
    hash.update(`\n${JSON.stringify([kind, id, held_before, held, before, after])}`);
  return hash.digest('hex');
};
