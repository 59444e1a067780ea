import type { Status } from '@entente/core/statement/statement';
import type { Entry } from '../store/record.ts';
import type { Store } from '../store/store.ts';

/** How much a dossier holds. */
export interface Counts {
  readonly documents: number;
  readonly accepted: number;
  readonly suggested: number;
  readonly rejected: number;
}

const statusOf = (record: unknown): Status | undefined => {
  if (typeof record !== 'object' || record === null || !('status' in record)) return undefined;
  const { status } = record;
  return status === 'accepted' || status === 'suggested' || status === 'rejected' ? status : undefined;
};

/** The counts after an entry: every page asks for them after every change, and counting all anew takes as long as there are statements. */
export const countsAfter = (counts: Counts, { changes }: Pick<Entry, 'changes'>): Counts => {
  const now = { ...counts };
  for (const { kind, before, after } of changes) {
    if (kind === 'document') now.documents += Number(after !== undefined) - Number(before !== undefined);
    if (kind !== 'statement') continue;
    const [was, is] = [statusOf(before), statusOf(after)];
    if (was !== undefined) now[was] -= 1;
    if (is !== undefined) now[is] += 1;
  }
  return now;
};

export const countsOf = async (store: Store): Promise<Counts> => {
  const [documents, accepted, suggested, rejected] = await Promise.all([
    store.documents({ limit: 0 }),
    store.statements({ status: 'accepted', limit: 0 }),
    store.statements({ status: 'suggested', limit: 0 }),
    store.statements({ status: 'rejected', limit: 0 }),
  ]);
  return {
    documents: documents.total,
    accepted: accepted.total,
    suggested: suggested.total,
    rejected: rejected.total,
  };
};
