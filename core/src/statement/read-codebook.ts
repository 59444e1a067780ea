import { Fields, type Kept, type Path, unrepeated } from '../document/fields.ts';
import { type ActorId, actorId, type IssueId, issueId, type Problem } from '../vocabulary.ts';
import type { Actor, Codebook, Issue, PartOf } from './codebook.ts';

export const ACTOR_KINDS = [
  'state',
  'body',
  'organisation',
  'person',
  'medium',
  'group',
] as const satisfies readonly Actor['kind'][];

interface Placed<Value> {
  readonly value: Value;
  readonly at: Path;
  readonly sound: boolean;
}

/** An id is short and has no space, so that it can stand in a formula, a link and a file name. */
const checkedId = (fields: Fields): string => {
  const id = fields.text('id');
  if (id !== '' && !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
    fields.fault(
      'id',
      'id',
      `The id “${id}” has characters that an id must not have. Use letters, digits, “-”, “_” and “.”.`,
    );
  return id;
};

const readPart = (fields: Fields, known: ReadonlyMap<string, ActorId>): PartOf | undefined => {
  if (!fields.has('actor')) fields.text('actor');
  const actor = fields.reference('actor', 'actor', known);
  const [from, to] = [fields.date('from'), fields.date('to')];
  return actor && { actor, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
};

/** Actors that are, over some steps, part of themselves. */
const circles = (actors: readonly Placed<Actor>[]): readonly Problem[] => {
  const parts = new Map(actors.map(({ value }) => [value.id, value.partOf.map(({ actor }) => actor)]));
  const reaches = (from: ActorId, goal: ActorId, seen: Set<ActorId>): boolean =>
    (parts.get(from) ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return actors
    .filter(({ value }) => reaches(value.id, value.id, new Set()))
    .map(({ value, at }) => ({
      code: 'codebook/part-of-itself',
      at: [...at, 'part-of'],
      says: `“${value.id}” is, over its “part-of”, part of itself. Remove one of the links.`,
    }));
};

/**
 * The codebook of a dossier from plain data: `actors` (id, name, kind, aliases, part-of) and `issues` (id, label, proposal).
 * An entry with a fault in its id, name or proposal is left out; faults in aliases and part-of leave those out.
 */
export const readCodebook = (data: unknown): Kept<Codebook> => {
  const problems: Problem[] = [];
  if (data === undefined || data === null) return { value: { actors: [], issues: [] }, problems };
  const top = new Fields({ value: data, at: [] }, 'codebook', ['actors', 'issues'], problems);
  const actorEntries = top.list('actors');
  const ids = new Map<string, ActorId>();
  for (const { value } of actorEntries)
    if (typeof value === 'object' && value !== null && 'id' in value)
      ids.set(String(value.id), actorId(String(value.id)));
  const actors = actorEntries.map((entry): Placed<Actor> => {
    const fields = new Fields(entry, 'actor', ['id', 'name', 'kind', 'aliases', 'part-of'], problems);
    const [id, name, kind] = [checkedId(fields), fields.text('name'), fields.oneOf('kind', ACTOR_KINDS)];
    const sound = fields.sound && kind !== undefined;
    const aliases = fields.texts('aliases');
    const partOf = fields.list('part-of').flatMap((part) => {
      const one = readPart(new Fields(part, 'actor', ['actor', 'from', 'to'], problems), ids);
      return one ? [one] : [];
    });
    return { value: { id: actorId(id), name, kind: kind ?? 'group', aliases, partOf }, at: entry.at, sound };
  });
  const issues = top.list('issues').map((entry): Placed<Issue> => {
    const fields = new Fields(entry, 'issue', ['id', 'label', 'proposal'], problems);
    const [id, label, proposal] = [checkedId(fields), fields.text('label'), fields.text('proposal')];
    return { value: { id: issueId(id), label, proposal }, at: entry.at, sound: fields.sound };
  });
  const sound = <Value>(placed: readonly Placed<Value>[]) => placed.filter((one) => one.sound);
  const value = {
    actors: unrepeated(sound(actors), 'actor', problems),
    issues: unrepeated(sound(issues), 'issue', problems),
  };
  problems.push(...circles(actors));
  return { value, problems };
};

/** Ids by themselves, to look references up. */
export const actorIds = (codebook: Codebook): ReadonlyMap<string, ActorId> =>
  new Map(codebook.actors.map(({ id }) => [id, id]));

export const issueIds = (codebook: Codebook): ReadonlyMap<string, IssueId> =>
  new Map(codebook.issues.map(({ id }) => [id, id]));
