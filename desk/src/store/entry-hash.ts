import { createHash } from 'node:crypto';
import type { ChangeRow, EntryRow } from './schema.ts';

/** What of an entry and of its changes is hashed, as it stands in the file. */
export type HashedEntry = Omit<EntryRow, 'hash'>;
export type HashedChange = Omit<ChangeRow, 'seq' | 'nth'>;

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
