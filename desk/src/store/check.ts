import type { Problem } from '@entente/core/vocabulary';
import type { Database } from './database.ts';
import { sqlFor, TEXT_OF_RECORD } from './database.ts';
import { dependents } from './dependents.ts';
import { problem } from './fault.ts';
import { anyRecord, needsOf, passagesOf } from './parts.ts';
import type { RecordKind } from './record.ts';
import type { Put, Writer } from './writer.ts';

const MOST_TOLD = 40;

/** The frozen text of a document, the last few kept at hand. */
export const textsOf = (db: Database) => {
  const kept = new Map<string, string>();
  return (document: string): string | undefined => {
    const known = kept.get(document);
    if (known !== undefined) return known;
    const found = db.first(
      sqlFor
        .selectFrom('record')
        .innerJoin('text', (join) => join.on('text.sha256', '=', TEXT_OF_RECORD))
        .select('text.body')
        .where('record.kind', '=', 'document')
        .where('record.id', '=', document)
        .where('record.body', 'is not', null),
    )?.body;
    if (found === undefined) return undefined;
    if (kept.size > 16) kept.clear();
    kept.set(document, found);
    return found;
  };
};

const NAMES = { document: 'document', actor: 'actor', issue: 'issue' } as const;

/** Actors that are, over their memberships, part of themselves. */
const circle = (writer: Writer, id: string): boolean => {
  const seen = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const body = writer.standing('actor', at)?.body;
    const one = body ? anyRecord('actor', body) : undefined;
    for (const next of one ? needsOf(one).actors : []) {
      if (next === id) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
};

/**
 * What would not hold together after some changes that were just carried out: names of nothing, quotes that do not stand in their text,
 * records that others still need.
 */
export const wholeness = (
  db: Database,
  writer: Writer,
  puts: readonly Put[],
  mostTold = MOST_TOLD,
): readonly Problem[] => {
  const problems: Problem[] = [];
  const text = textsOf(db);
  const alive = new Map<string, boolean>();
  const isThere = (kind: RecordKind, id: string): boolean => {
    const key = `${kind} ${id}`;
    const known = alive.get(key) ?? (writer.standing(kind, id)?.body ?? null) !== null;
    alive.set(key, known);
    return known;
  };
  for (const { kind, id, body } of puts) {
    if (problems.length >= mostTold) break;
    if (body === null) {
      if (kind !== 'document' && kind !== 'actor' && kind !== 'issue') continue;
      const left = dependents(db, kind, id);
      if (left.length > 0) {
        const first = left.slice(0, 3).map(({ one, id }) => `${one.kind} ${id}`);
        const says = `The ${kind} “${id}” is still named by ${left.length} records (${first.join(', ')}${left.length > 3 ? ' …' : ''}). Change or remove these first, or merge it into another.`;
        problems.push(problem('in-use', [kind, id], says));
      }
      continue;
    }
    const one = anyRecord(kind, body);
    const { documents, actors, issues } = needsOf(one);
    for (const [needed, ids] of [
      ['document', documents],
      ['actor', actors],
      ['issue', issues],
    ] as const)
      for (const other of new Set(ids))
        if (!isThere(needed, other)) {
          const says = `It names the ${NAMES[needed]} “${other}”, which is not in the dossier. Add it first, or name another.`;
          problems.push(problem(`unknown-${needed}`, [kind, id], says));
        }
    for (const [field, passage] of passagesOf(one)) {
      const words = text(passage.document);
      if (words === undefined || words.slice(passage.start, passage.end) === passage.quote) continue;
      const says = `The words of “${field}” do not stand at ${passage.start}–${passage.end} of ${passage.document}. Take them from the text again.`;
      problems.push(problem('quote', [kind, id, field], says));
    }
    if (kind === 'actor' && circle(writer, id)) {
      const says = `“${id}” is, over its “part of”, part of itself. Remove one of the links.`;
      problems.push(problem('part-of-itself', [kind, id, 'partOf'], says));
    }
  }
  return problems;
};
