import type { Coder } from '@entente/core/statement/statement';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import { wholeness } from './check.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { failed, problem, Refused } from './fault.ts';
import { anyRecord, repointed, through } from './parts.ts';
import type { Entry, RecordKind, Wish } from './record.ts';
import { isShaped, shapeProblems } from './shape.ts';
import type { SuggestResult, WriteOptions } from './store.ts';
import type { EntryHead, Put, Standing, Writer } from './writer.ts';

/** What acts on a dossier share. */
export interface Ground {
  readonly db: Database;
  readonly writer: Writer;
  readonly folder: string;
  /** Tells the listeners, once the entry is on the disk. */
  readonly told: (entry: Entry) => void;
}

const CODERS = ['person', 'rule', 'model'];

export const checkCoder = ({ kind, name }: Coder): void => {
  if (!CODERS.includes(kind) || name.trim() === '' || name.length > 200)
    throw new Refused([
      problem('coder', ['by'], 'Who does this has no name. Give the name that shall stand in the log.'),
    ]);
};

/** Carries out changes as one entry, unless they do not hold together. */
export const enter = (
  { db, writer, told, folder }: Ground,
  plan: () => readonly [EntryHead, readonly Put[]],
  mostTold?: number,
): Outcome<Entry> => {
  try {
    const entry = db.transaction(() => {
      const [head, puts] = plan();
      checkCoder(head.by);
      const entry = writer.append(head, puts);
      const problems = wholeness(db, writer, puts, mostTold);
      if (problems.length > 0) throw new Refused(problems);
      return entry;
    });
    told(entry);
    return { ok: true, value: entry };
  } catch (fault) {
    return failed(fault, folder);
  }
};

/** Which ids were merged into which, of one kind. */
export const mergedIds = (db: Database): ReadonlyMap<string, string> =>
  new Map(
    db
      .ask(
        `SELECT id, json_extract(body, '$.mergedInto') AS onto FROM record
         WHERE kind IN ('actor', 'issue') AND body IS NOT NULL AND json_extract(body, '$.mergedInto') IS NOT NULL`,
      )
      .map(({ id, onto }) => [String(id), String(onto)]),
  );

/** The wish as JSON, naming what was merged by its present id; its problems if its fields are wrong. */
const bodyOf = (wish: Wish, merged: ReadonlyMap<string, string>): Outcome<string | null> => {
  const { kind, id, after } = wish;
  if (after === undefined)
    return kind === 'head'
      ? { ok: false, problems: [problem('head', ['head'], 'A dossier keeps its title. Change it instead.')] }
      : { ok: true, value: null };
  const problems = shapeProblems(kind, id, after);
  if (problems.length > 0 || !isShaped(kind, after)) return { ok: false, problems };
  const body = JSON.stringify(after);
  if (merged.size === 0) return { ok: true, value: body };
  const { actor, issue } = through(merged);
  const one = anyRecord(kind, body);
  return {
    ok: true,
    value: JSON.stringify(kind === 'actor' || kind === 'issue' ? one.record : repointed(one, actor, issue)),
  };
};

const mergedInto = (body: string | null | undefined): unknown => (body ? JSON.parse(body).mergedInto : undefined);

/** What only the store itself changes: the text of a document, its original, and merges. */
const untouchable = (kind: RecordKind, id: string, body: string | null, before: Standing | undefined): Problem[] => {
  if (body === null || kind === 'head') return [];
  if ((kind === 'actor' || kind === 'issue') && mergedInto(body) !== mergedInto(before?.body))
    return [
      problem(
        'merge',
        [kind, id, 'mergedInto'],
        `Actors and issues are merged by “merge”, so that all that names them follows.`,
      ),
    ];
  if (kind !== 'document') return [];
  if (!before?.body)
    return [problem('capture', [kind, id], 'Documents come in by capture, with the bytes that they were read from.')];
  const [is, was] = [JSON.parse(body), JSON.parse(before.body)];
  const frozen = ['sha256', 'file', 'original'].filter(
    (field) => JSON.stringify(is[field]) !== JSON.stringify(was[field]),
  );
  return frozen.map((field) =>
    problem(
      'frozen',
      [kind, id, field],
      `“${field}” of a document is frozen. Capture the other version; both are then kept.`,
    ),
  );
};

const changedSince = (db: Database, { seq }: Standing, by: Coder, expect: number | undefined): string | undefined => {
  if (expect === undefined || seq <= expect) return undefined;
  const other = db.first(sqlFor.selectFrom('entry').select(['by_kind', 'by_name']).where('seq', '=', seq));
  return other && (other.by_kind !== by.kind || other.by_name !== by.name) ? other.by_name : undefined;
};

const alreadyAsked = (wishes: readonly Wish[]): Problem[] => {
  const seen = new Set<string>();
  return wishes.flatMap(({ kind, id }) => {
    const key = `${kind} ${id}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [problem('twice', [kind, id], 'The same record is changed twice in one go. Give its last state only.')];
  });
};

/** Changes that somebody asks for, all or none. */
export const write = (
  ground: Ground,
  by: Coder,
  what: string,
  wishes: readonly Wish[],
  { why, expect }: WriteOptions = {},
): Outcome<Entry> =>
  enter(ground, () => {
    const { db, writer } = ground;
    if (wishes.length === 0) throw new Refused([problem('empty', [what], 'There is nothing to change.')]);
    const problems: Problem[] = alreadyAsked(wishes);
    const merged = mergedIds(db);
    const puts = wishes.flatMap((wish): Put[] => {
      const { kind, id } = wish;
      const before = writer.standing(kind, id);
      if (by.kind !== 'person' && before?.held) problems.push(personMade(kind, id));
      const other = before && changedSince(db, before, by, expect);
      if (other !== undefined)
        problems.push(
          problem('conflict', [kind, id], `${other} changed it since you saw it. Look at it again, then decide.`),
        );
      const body = bodyOf(wish, merged);
      if (!body.ok) {
        problems.push(...body.problems);
        return [];
      }
      if (body.value === null && (before?.body ?? null) === null) {
        problems.push(problem('absent', [kind, id], `There is no ${kind} “${id}” to remove.`));
        return [];
      }
      problems.push(...untouchable(kind, id, body.value, before));
      return [{ kind, id, body: body.value, held: by.kind === 'person' }];
    });
    if (problems.length > 0) throw new Refused(problems);
    return [{ by, what, ...(why !== undefined && { why }) }, puts];
  });

const personMade = (kind: RecordKind, id: string): Problem =>
  problem('person-made', [kind, id], 'A person made this or decided on it; a machine leaves it as it is.');

const onlySuggests = ({ kind, id }: Wish, body: string | null): Problem[] => {
  if (body === null) return [];
  const { status, coder } = JSON.parse(body);
  if (status === undefined || (status === 'suggested' && coder?.kind !== 'person')) return [];
  return [
    problem(
      'suggestion',
      [kind, id],
      'A machine can only suggest: the status must be “suggested” and the coder a rule or model.',
    ),
  ];
};

/** Records that a machine puts forward. What is not sound or was touched by a person is left out and told; the others are written. */
export const suggest = (ground: Ground, by: Coder, wishes: readonly Wish[]): Outcome<SuggestResult> => {
  const { db, writer, folder } = ground;
  if (by.kind === 'person')
    return {
      ok: false,
      problems: [problem('suggest-person', ['by'], 'Suggestions are made by a rule or a model; a person writes.')],
    };
  const refused: Problem[] = [];
  try {
    const merged = mergedIds(db);
    const seen = new Set<string>();
    const puts = wishes.flatMap((wish): Put[] => {
      const { kind, id } = wish;
      const before = writer.standing(kind, id);
      if (seen.has(`${kind} ${id}`)) return [];
      seen.add(`${kind} ${id}`);
      if (before?.held) {
        refused.push(personMade(kind, id));
        return [];
      }
      const body = bodyOf(wish, merged);
      const faults = body.ok
        ? [...untouchable(kind, id, body.value, before), ...onlySuggests(wish, body.value)]
        : body.problems;
      refused.push(...faults);
      if (!body.ok || faults.length > 0 || body.value === (before?.body ?? null)) return [];
      return [{ kind, id, body: body.value, held: false }];
    });
    return soundOnes(ground, by, puts, refused);
  } catch (fault) {
    return failed(fault, folder);
  }
};

/** Writes those of some changes that hold together; the faults of the others are told. */
const soundOnes = (ground: Ground, by: Coder, puts: readonly Put[], refused: Problem[]): Outcome<SuggestResult> => {
  for (let left = puts; ; ) {
    if (left.length === 0) return { ok: true, value: { refused } };
    const entry = enter(ground, () => [{ by, what: 'suggest' }, left], left.length);
    if (entry.ok) return { ok: true, value: { entry: entry.value, refused } };
    const bad = new Set(entry.problems.map(({ at }) => `${at[0]} ${at[1]}`));
    const sound = left.filter(({ kind, id }) => !bad.has(`${kind} ${id}`));
    if (sound.length === left.length) return entry;
    refused.push(...entry.problems);
    left = sound;
  }
};
