import type { Coder } from '@entente/core/statement/statement';
import { actorId, issueId, type Outcome } from '@entente/core/vocabulary';
import { enter, type Ground, mergedIds } from './act.ts';
import { dependents, linkedConflicts } from './dependents.ts';
import { problem, Refused } from './fault.ts';
import { anyRecord, repointed } from './parts.ts';
import type { Entry } from './record.ts';
import type { Put } from './writer.ts';

/**
 * Makes one actor or issue a name of another: its record stays and says into which it went, and everything that named it names the other,
 * machine-made and person-made as they were.
 */
export const merge = (
  ground: Ground,
  by: Coder,
  kind: 'actor' | 'issue',
  from: string,
  into: string,
  why?: string,
): Outcome<Entry> =>
  enter(ground, () => {
    const { db, writer } = ground;
    if (by.kind !== 'person') throw new Refused([problem('merge-machine', [kind, from], 'Only a person merges.')]);
    if (from === into)
      throw new Refused([problem('merge-itself', [kind, from], 'Both are the same already. Name two different ones.')]);
    const merged = mergedIds(db);
    const [one, other] = [from, into].map((id) => {
      const body = writer.standing(kind, id)?.body;
      if (!body)
        throw new Refused([problem(`unknown-${kind}`, [kind, id], `There is no ${kind} “${id}”. Check the id.`)]);
      const onto = merged.get(id);
      if (onto !== undefined)
        throw new Refused([problem('merged', [kind, id], `“${id}” was merged into “${onto}”. Name that one.`)]);
      return body;
    });
    if (!one || !other) throw new RangeError('A merge needs two records');
    const actor = (id: ReturnType<typeof actorId>) => (kind === 'actor' && id === from ? actorId(into) : id);
    const issue = (id: ReturnType<typeof issueId>) => (kind === 'issue' && id === from ? issueId(into) : id);
    const followers = [...dependents(db, kind, from), ...(kind === 'actor' ? linkedConflicts(db, from) : [])];
    const puts = followers.flatMap(({ one: record, id, held }): Put[] => {
      if ((record.kind === 'actor' || record.kind === 'issue') && record.record.mergedInto === from) return []; // leads on over this one
      const body = JSON.stringify(repointed(record, actor, issue));
      return body === JSON.stringify(record.record) ? [] : [{ kind: record.kind, id, body, held }];
    });
    const gone = { ...anyRecord(kind, one).record, mergedInto: into };
    return [
      { by, what: kind === 'actor' ? 'merge-actors' : 'merge-issues', ...(why !== undefined && { why }) },
      [{ kind, id: from, body: JSON.stringify(gone), held: true }, ...puts],
    ];
  });
