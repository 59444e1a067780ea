import type { Dossier } from '@entente/core/report/dossier';
import type { Coder } from '@entente/core/statement/statement';
import { COMPUTED } from '../store/derivations.ts';
import type { Entry, RecordKind } from '../store/record.ts';
import type { Store } from '../store/store.ts';
import { type Counts, countsAfter, countsOf } from './counts.ts';
import { Hub } from './live.ts';

/** What the routes work on: one dossier, the person before it, and the pages that watch. */
export interface Desk {
  readonly store: Store;
  readonly by: Coder;
  readonly hub: Hub;
  /** The whole dossier as it is now, made once for each version. */
  readonly dossier: () => Promise<Dossier>;
  /** How much it holds now. */
  readonly counts: () => Promise<Counts>;
}

/** The kinds of record that a change touches: what was computed of who took from whom stands in one setting. */
const touchedBy = ({ kind, id }: Entry['changes'][number]): readonly RecordKind[] =>
  kind === 'setting' && id === COMPUTED ? [kind, 'derivation'] : [kind];

export const deskOn = (store: Store, by: Coder): Desk & { readonly close: () => void } => {
  const hub = new Hub();
  let known: { readonly version: number; readonly made: Promise<Dossier> } | undefined;
  let counted: { version: number; counts: Counts } | undefined;
  const close = store.onChange((entry) => {
    if (counted?.version === entry.seq - 1)
      counted = { version: entry.seq, counts: countsAfter(counted.counts, entry) };
    hub.tell({
      kind: 'change',
      version: entry.seq,
      what: entry.what,
      records: [...new Set(entry.changes.flatMap(touchedBy))],
    });
  });
  return {
    store,
    by,
    hub,
    close,
    counts: async () => {
      const version = store.version();
      if (counted?.version !== version) {
        const counts = await countsOf(store);
        if (store.version() !== version) return counts;
        counted = { version, counts };
      }
      return counted.counts;
    },
    dossier: () => {
      const version = store.version();
      if (known?.version !== version) {
        known = { version, made: store.dossier() };
        known.made.catch(() => {
          known = undefined;
        });
      }
      return known.made;
    },
  };
};
