import { join } from 'node:path';
import type { Document } from '@entente/core/document/document';
import { alike } from '@entente/core/document/quote';
import type { Coder } from '@entente/core/statement/statement';
import { type DocumentId, documentId, type Outcome, type Problem } from '@entente/core/vocabulary';
import { enter, type Ground } from './act.ts';
import type { Database } from './database.ts';
import { sqlFor } from './database.ts';
import { failed, problem, Refused } from './fault.ts';
import { keepOriginal, ORIGINALS, originalOf, settleFolder } from './keep-original.ts';
import { pageAddress, sameAddresses } from './page-address.ts';
import type { DocumentRecord, Original } from './record.ts';
import { recordIn, shapeProblems } from './shape.ts';
import type { Captured, CaptureResult } from './store.ts';
import type { Put } from './writer.ts';

/** Half a pair of code units cannot be written in UTF-8; it is replaced by one sign, so that no offset moves. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

const freeId = (wanted: string, isTaken: (id: string) => boolean): string => {
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!isTaken(id)) return id;
  }
};

const folded = (text: string | undefined): string =>
  alike(text ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const isDocument = `kind = 'document' AND body IS NOT NULL`;

/** The document that was read from the same bytes; where bytes are not at hand, from the same words under the same name. */
const twinOf = (db: Database, document: Document, original: Original | undefined): DocumentId | undefined => {
  const found =
    original === undefined
      ? db.ask(
          `SELECT id FROM record WHERE ${isDocument} AND json_extract(body, '$.file') = ? AND json_extract(body, '$.sha256') = ?`,
          [document.file, document.sha256],
        )
      : db.ask(`SELECT id FROM record WHERE ${isDocument} AND json_extract(body, '$.original.sha256') = ?`, [
          original.sha256,
        ]);
  const id = found[0]?.['id'];
  return typeof id === 'string' ? documentId(id) : undefined;
};

const isNamed = ({ title }: Pick<Document, 'title'>): boolean => title !== undefined && title.from !== 'first words';

/** Documents that can be another version of the same page: of the same address, of the same file name, or of the same title in the same outlet. */
const candidates = (db: Database, document: Document, address: string | undefined): readonly DocumentRecord[] => {
  const rows = (condition: string, values: readonly string[]) =>
    db.ask(`SELECT key, body FROM record WHERE ${isDocument} AND ${condition}`, values);
  const found = new Map<number, DocumentRecord>();
  const take = (some: ReturnType<typeof rows>, fits: (record: DocumentRecord) => boolean = () => true): void => {
    for (const { key, body } of some) {
      const record = recordIn('document', String(body));
      if (fits(record)) found.set(Number(key), record);
    }
  };
  take(rows(`json_extract(body, '$.file') = ?`, [document.file]));
  if (address !== undefined)
    for (const one of sameAddresses(address)) take(rows(`json_extract(body, '$.original.address') = ?`, [one]));
  const [title, publisher] = [document.title?.value, document.publisher?.value];
  if (title !== undefined && isNamed(document) && publisher !== undefined)
    take(rows('label = ?', [title]), (record) => record.publisher?.value === publisher && isNamed(record));
  return [...found].sort(([a], [b]) => a - b).map(([, record]) => record);
};

/** Whether a record that is about to be written can be another version of the same page. */
const isCandidate = ({ file, original }: DocumentRecord, document: Document, address: string | undefined): boolean =>
  file === document.file || isAt(original, address);

const isAt = (original: Original | undefined, address: string | undefined): boolean =>
  address !== undefined && original?.address !== undefined && sameAddresses(address).includes(original.address);

const wordsOf = (text: string): ReadonlySet<string> => {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, 4000).map((word, at) => `${word} ${words[at + 1] ?? ''} ${words[at + 2] ?? ''}`));
};

/** Whether two texts share so much of the shorter one that one is a version of the other. */
const areVersions = (a: string, b: string, least: number): boolean => {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((words) => y.has(words)).length;
  return shared > least * Math.min(x.size, y.size);
};

/** What two versions share at least; under one address an article is often written anew around a few old paragraphs. */
const LEAST = { named: 0.5, addressed: 0.2 };

const addText = (db: Database, sha256: string, text: string): void => {
  if (db.first(sqlFor.selectFrom('text').select('key').where('sha256', '=', sha256)) !== undefined) return;
  db.run(sqlFor.insertInto('text').values({ sha256, length: text.length, body: text }));
  db.script(`INSERT INTO text_words (rowid, body) SELECT key, body FROM text WHERE key = last_insert_rowid()`);
};

const textOf = (db: Database, sha256: string): string =>
  db.first(sqlFor.selectFrom('text').select('body').where('sha256', '=', sha256))?.body ?? '';

const recordOf = (
  { text: _, ...document }: Document,
  id: DocumentId,
  original: Original | undefined,
  earlier: DocumentId | undefined,
): DocumentRecord => ({
  ...document,
  id,
  ...(original && { original }),
  ...(earlier !== undefined && { revisionOf: earlier }),
});

interface Item extends Captured {
  readonly original: Original | undefined;
}

/** Originals that are written side by side: a disk that waits for one can take the next with it. */
const ORIGINALS_AT_ONCE = 8;

/** Writes the originals that are not kept yet, and waits for the disk. */
const keepOriginals = async ({ db, folder }: Ground, items: readonly Item[]): Promise<void> => {
  const fresh = new Map<string, readonly [Original, Uint8Array]>();
  for (const { original, bytes } of items) {
    if (!original || !bytes) continue;
    const known = db.first(sqlFor.selectFrom('original').select('bytes').where('sha256', '=', original.sha256));
    if (known === undefined) fresh.set(original.sha256, [original, bytes]);
  }
  const all = [...fresh.values()];
  for (let at = 0; at < all.length; at += ORIGINALS_AT_ONCE) {
    const some = all.slice(at, at + ORIGINALS_AT_ONCE);
    const done = await Promise.allSettled(some.map(([original, bytes]) => keepOriginal(folder, original, bytes)));
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  }
  if (all.length > 0) await settleFolder(join(folder, ORIGINALS));
};

interface Planned {
  readonly puts: readonly Put[];
  readonly documents: CaptureResult['documents'];
  readonly notes: readonly Problem[];
}

/**
 * Whether an id can be given. One whose document was taken back by undo is free for the same text alone: what was computed of it still holds, and
 * nothing that quotes another text can come to stand under it. What a person took away keeps its id.
 */
const isFree = ({ db, writer }: Ground, id: string, sha256: string): boolean => {
  const before = writer.standing('document', id);
  if (before === undefined) return true;
  if (before.body !== null || before.held) return false;
  const was = db.ask(`SELECT before FROM change WHERE kind = 'document' AND id = ? AND seq = ?`, [id, before.seq])[0];
  const body = was?.['before'];
  return typeof body === 'string' && recordIn('document', body).sha256 === sha256;
};

/** Sets texts and originals down and says which records follow; inside a transaction. */
const planOf = (ground: Ground, items: readonly Item[]): Planned => {
  const { db } = ground;
  const puts: Put[] = [];
  const documents: CaptureResult['documents'][number][] = [];
  const notes: Problem[] = [];
  const fresh = new Map<string, DocumentRecord>();
  for (const { document, original } of items) {
    const source = original?.sha256 ?? `${document.file} ${document.sha256}`;
    const same = fresh.get(source)?.id ?? twinOf(db, document, original);
    if (same !== undefined) {
      documents.push({ id: same, outcome: 'same-bytes', of: same });
      const says = `The same bytes are in the dossier already, as “${same}”; they count once.`;
      notes.push(problem('same-bytes', [document.file], says));
      continue;
    }
    const text = wellFormed(document.text);
    const address = original?.address;
    const inBatch = [...fresh.values()].filter((record) => isCandidate(record, document, address));
    const earlier = [...candidates(db, document, address), ...inBatch].findLast(({ sha256, original: other }) => {
      const least = isAt(other, address) ? LEAST.addressed : LEAST.named;
      return sha256 === document.sha256 || areVersions(textOf(db, sha256), text, least);
    });
    const isTaken = (one: string) =>
      [...fresh.values()].some((other) => other.id === one) || !isFree(ground, one, document.sha256);
    const id = documentId(freeId(document.id, isTaken));
    const record = recordOf(document, id, original, earlier?.id);
    const faults = shapeProblems('document', id, record);
    if (faults.length > 0) throw new Refused(faults);
    addText(db, document.sha256, text);
    if (original)
      db.run(
        sqlFor
          .insertInto('original')
          .values({ sha256: original.sha256, extension: original.extension, bytes: original.bytes })
          .onConflict((on) => on.column('sha256').doNothing()),
      );
    puts.push({ kind: 'document', id, body: JSON.stringify(record), held: false });
    fresh.set(source, record);
    documents.push({ id, outcome: earlier ? 'revision' : 'new', ...(earlier && { of: earlier.id }) });
    if (earlier) {
      const says = `It is another version of “${earlier.id}”; both are kept, this one as “${id}”.`;
      notes.push(problem('revision', [document.file], says));
    }
  }
  return { puts, documents, notes };
};

/** Takes documents into the dossier: originals first, then everything else in one entry. */
export const capture = async (
  ground: Ground,
  by: Coder,
  captured: readonly Captured[],
  what = 'capture',
): Promise<Outcome<CaptureResult>> => {
  try {
    const items = captured.map((one) => ({
      ...one,
      original: one.bytes && originalOf(one.bytes, one.document.file, one.address && pageAddress(one.address)),
    }));
    await keepOriginals(ground, items);
    let planned: Planned | undefined;
    const entry = enter(ground, () => {
      planned = planOf(ground, items);
      if (planned.puts.length === 0) throw new Refused([]);
      return [{ by, what }, planned.puts];
    });
    const { documents, notes } = planned ?? { documents: [], notes: [] };
    if (entry.ok) return { ok: true, value: { entry: entry.value, documents, notes } };
    return entry.problems.length === 0 ? { ok: true, value: { documents, notes } } : entry;
  } catch (fault) {
    return failed(fault, ground.folder);
  }
};
