import type { Problem } from '@entente/core/vocabulary';
import { textsOf } from './check.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { problem } from './fault.ts';
import { anyRecord, needsOf, passagesOf } from './parts.ts';
import { RECORD_KINDS } from './record.ts';
import { DATABASE } from './seal.ts';

const MOST_TOLD = 100;

/** Records that name what is not there, and quotes that do not stand in their text. */
export const wholenessProblems = (db: Database, seen: () => void): Problem[] => {
  const problems: Problem[] = [];
  const alive = (kind: string): ReadonlySet<string> =>
    new Set(
      db
        .all(sqlFor.selectFrom('record').select('id').where('kind', '=', kind).where('body', 'is not', null))
        .map(({ id }) => id),
    );
  const there = { documents: alive('document'), actors: alive('actor'), issues: alive('issue') };
  const text = textsOf(db);
  const rows = db.each(
    sqlFor
      .selectFrom('record')
      .select(['kind', 'id', 'body'])
      .where('body', 'is not', null)
      .where('kind', 'in', ['statement', 'event', 'figure', 'forecast', 'derivation', 'actor', 'issue', 'document'])
      .orderBy('document')
      .orderBy('key'),
  );
  for (const { kind: name, id, body } of rows) {
    if (problems.length >= MOST_TOLD) break;
    seen();
    const kind = RECORD_KINDS.find((known) => known === name);
    if (kind === undefined) {
      problems.push(problem('kind', [DATABASE, `${name} ${id}`], 'Records of this kind are not known.'));
      continue;
    }
    const one = anyRecord(kind, body ?? '');
    const needs = needsOf(one);
    for (const [what, set] of [
      ['document', 'documents'],
      ['actor', 'actors'],
      ['issue', 'issues'],
    ] as const)
      for (const other of new Set(needs[set]))
        if (!there[set].has(other))
          problems.push(
            problem('orphan', [DATABASE, `${kind} ${id}`], `It names the ${what} “${other}”, which is not there.`),
          );
    for (const [field, passage] of passagesOf(one))
      if (text(passage.document)?.slice(passage.start, passage.end) !== passage.quote)
        problems.push(
          problem('quote', [DATABASE, `${kind} ${id}`, field], 'Its words do not stand at this place of the text.'),
        );
  }
  return problems;
};
