import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Problem } from '@entente/core/vocabulary';
import { keptIsRight } from './count.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { COMPUTED, computedBodies, digestOf } from './derivations.ts';
import { entryHash, NO_ENTRY } from './entry-hash.ts';
import { problem, Refused, storageProblem } from './fault.ts';
import { lookingAt } from './looking.ts';
import { checkManifest } from './manifest.ts';
import { BROKEN, brokenSince, brokenWords, DATABASE, sealHolds } from './seal.ts';
import { counter, SILENT, type Told } from './told.ts';
import { originalProblems } from './verify-originals.ts';
import { wholenessProblems } from './verify-records.ts';

/** What was looked at, and what was found wrong. */
export interface Verified {
  readonly entries: number;
  readonly records: number;
  readonly documents: number;
  readonly originals: number;
  readonly problems: readonly Problem[];
}

const MOST_TOLD = 100;

const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Each entry's hash made again from what it holds, and the numbers without a gap. */
const chainProblems = (db: Database, one: () => void): Problem[] => {
  const problems: Problem[] = [];
  let [previous, expected] = [NO_ENTRY, 1];
  for (const entry of db.each(sqlFor.selectFrom('entry').selectAll().orderBy('seq'))) {
    const { seq, at, by_name, what, hash } = entry;
    one();
    const name = `entry ${seq} (${what}, ${by_name}, ${at.slice(0, 10)})`;
    if (seq !== expected) {
      const lost = seq - 1 === expected ? `Entry ${expected} is` : `Entries ${expected} to ${seq - 1} are`;
      problems.push(
        problem('chain-gap', [DATABASE, name], `${lost} missing from the log. Restore the dossier from a backup.`),
      );
    } else if (entry.previous !== previous) {
      problems.push(
        problem(
          'chain',
          [DATABASE, name],
          'It does not follow on the entry before it: one of the two was changed. Restore the dossier from a backup.',
        ),
      );
    }
    const changes = db.all(sqlFor.selectFrom('change').selectAll().where('seq', '=', seq).orderBy('nth'));
    const ordered = changes.every(({ nth }, at) => nth === at);
    if (!ordered || entryHash(entry, changes) !== hash)
      problems.push(
        problem(
          'entry',
          [DATABASE, name],
          'It was changed after it was written: its hash does not fit what it holds. Restore the dossier from a backup.',
        ),
      );
    [previous, expected] = [hash, seq + 1];
    if (problems.length >= MOST_TOLD) break;
  }
  return problems;
};

const RECORDS = `
  SELECT r.kind AS kind, r.id AS id FROM record r
  LEFT JOIN change c ON c.kind = r.kind AND c.id = r.id
    AND c.seq = (SELECT max(l.seq) FROM change l WHERE l.kind = r.kind AND l.id = r.id)
  WHERE c.seq IS NULL OR c.seq IS NOT r.seq OR c.after IS NOT r.body OR c.held IS NOT r.held LIMIT ${MOST_TOLD}`;

const LOST = `
  SELECT DISTINCT c.kind AS kind, c.id AS id FROM change c
  LEFT JOIN record r ON r.kind = c.kind AND r.id = c.id WHERE r.key IS NULL LIMIT ${MOST_TOLD}`;

/** Every record is what the log made of it, and nothing is there that the log knows nothing of. */
const recordProblems = (db: Database): Problem[] => [
  ...db
    .ask(RECORDS)
    .map(({ kind, id }) =>
      problem(
        'record',
        [DATABASE, `${kind} ${id}`],
        'It is not what the log says was written last. Restore the dossier from a backup.',
      ),
    ),
  ...db
    .ask(LOST)
    .map(({ kind, id }) =>
      problem(
        'record-lost',
        [DATABASE, `${kind} ${id}`],
        'The log knows it, and it is gone from the records. Restore the dossier from a backup.',
      ),
    ),
];

const textProblems = (db: Database, one: () => void): Problem[] => {
  const problems: Problem[] = [];
  const used = new Map(
    db
      .ask(
        `SELECT DISTINCT json_extract(after, '$.sha256') AS sha256, id FROM change WHERE kind = 'document' AND after IS NOT NULL`,
      )
      .map(({ sha256, id }) => [String(sha256), String(id)]),
  );
  const there = new Set<string>();
  for (const { sha256, body, length } of db.each(sqlFor.selectFrom('text').selectAll())) {
    there.add(sha256);
    one();
    const document = used.get(sha256);
    if (textHash(body) !== sha256 || body.length !== length)
      problems.push(
        problem(
          'text',
          [DATABASE, `text of ${document ?? sha256}`],
          'The frozen text was changed: its hash does not fit. Restore the dossier from a backup.',
        ),
      );
    if (document === undefined)
      problems.push(
        problem(
          'text-orphan',
          [DATABASE, `text ${sha256.slice(0, 12)}…`],
          'No document was ever captured with this text.',
        ),
      );
  }
  for (const [sha256, id] of used)
    if (!there.has(sha256))
      problems.push(
        problem(
          'text-lost',
          [DATABASE, `document ${id}`],
          'Its frozen text is missing. Restore the dossier from a backup.',
        ),
      );
  return problems;
};

const computedProblems = (db: Database): Problem[] => {
  const setting = db.ask(`SELECT body FROM record WHERE kind = 'setting' AND id = ? AND body IS NOT NULL`, [
    COMPUTED,
  ])[0]?.['body'];
  const expected = typeof setting === 'string' ? JSON.parse(setting).value.sha256 : digestOf([]);
  if ((['derived', 'key'] as const).some((order) => digestOf(computedBodies(db, order)) === expected)) return [];
  return [
    problem(
      'computed',
      [DATABASE, 'derivations'],
      'Who took from whom is not what was computed. Have it computed again: add a document, or restore a backup.',
    ),
  ];
};

const keptProblems = (db: Database): Problem[] =>
  keptIsRight(db)
    ? []
    : [
        problem(
          'kept',
          [DATABASE, 'what is kept'],
          'The kept matrix, or the kept origins, are not what was counted. Nothing is lost: open the dossier for work, and they are counted again.',
        ),
      ];

const integrityProblems = (db: Database): Problem[] =>
  db
    .ask('PRAGMA integrity_check(100)')
    .map((row) => String(Object.values(row)[0]))
    .filter((says) => says !== 'ok')
    .map((says) =>
      problem('integrity', [DATABASE], `The file is damaged: ${says}. Restore the dossier from a backup.`),
    );

const count = (db: Database, sql: string): number => Number(Object.values(db.ask(sql)[0] ?? {})[0] ?? 0);

/**
 * Looks at everything that a dossier holds: the file to the byte if it is closed or a backup, the log and its chain, every record against the
 * log, every text and original against its hash, and that nothing names what is not there. Nothing is written.
 */
export const verifyStore = async (path: string, told: Told = SILENT): Promise<Verified> => {
  const folder = resolve(path);
  const problems: Problem[] = [...(await checkManifest(folder))];
  if ((await sealHolds(folder)) === false)
    problems.push(
      problem(
        'byte',
        [DATABASE],
        'The database or its seal is not, to the byte, what it was when the dossier was closed. What else is told here says where; if nothing is, it is the seal that was changed, or a place that is unused.',
      ),
    );
  const broken = await brokenSince(folder);
  if (broken !== undefined) problems.push(problem('byte', [BROKEN], brokenWords(broken)));
  const totals = { entries: 0, records: 0, documents: 0, originals: 0 };
  const step = async (name: string, look: () => Problem[] | Promise<Problem[]>): Promise<void> => {
    told(name);
    try {
      problems.push(...(await look()));
    } catch (fault) {
      if (fault instanceof Refused) return void problems.push(...fault.problems);
      const told = storageProblem(fault, DATABASE);
      const says = fault instanceof Error ? fault.message : String(fault);
      problems.push(
        told ??
          problem('unreadable', [DATABASE, name], `It cannot be read (${says}). Restore the dossier from a backup.`),
      );
    }
  };
  let db: Database | undefined;
  await step('the file', () => {
    db = lookingAt(folder);
    return integrityProblems(db);
  });
  if (db === undefined) return { ...totals, problems };
  const open = db;
  try {
    await step('the log', () => {
      totals.entries = count(open, 'SELECT count(*) FROM entry');
      return chainProblems(open, counter(told, 'entries of the log', totals.entries));
    });
    await step('the records', () => {
      totals.records = count(open, 'SELECT count(*) FROM record WHERE body IS NOT NULL');
      totals.documents = count(open, `SELECT count(*) FROM record WHERE kind = 'document' AND body IS NOT NULL`);
      return recordProblems(open);
    });
    await step('the texts', () => textProblems(open, counter(told, 'texts', totals.documents)));
    await step('what the records name', () => wholenessProblems(open, counter(told, 'records', totals.records)));
    await step('the derivations', () => computedProblems(open));
    await step('what is kept', () => keptProblems(open));
    await step('the originals', async () => {
      const found = await originalProblems(open, folder, told);
      totals.originals = found.count;
      return found.problems;
    });
  } finally {
    open.close();
  }
  return { ...totals, problems };
};
