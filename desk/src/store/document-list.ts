import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Document } from '@entente/core/document/document';
import { entriesOf, Fields, type Kept } from '@entente/core/document/fields';
import { documentId, type Problem } from '@entente/core/vocabulary';
import { plainDocument } from './documents.ts';
import { CORRECTABLE, type Correctable, type DocumentRecord } from './record.ts';
import { recordIn, shapeProblems } from './shape.ts';

/** One document in `documents.yaml`: in the order of the list, with what reading its file again does not give. */
export interface Listing {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  /** Its name, where the file had to be called otherwise. */
  readonly file?: string;
  readonly revisionOf?: string;
  /** Fields as they stand in the dossier where they differ from what is read; `false` where nothing is to stand. */
  readonly fields: { readonly [Field in Correctable]?: NonNullable<Document[Field]> | false };
  readonly grade?: Document['grade'] | false;
  readonly asRead?: DocumentRecord['asRead'];
  /** The whole document, where its file is read otherwise than when it was frozen. */
  readonly frozen?: Document;
}

/** Texts that are kept as they were frozen; a name with a dot is not taken for a report. */
const FROZEN = '.frozen';

/** What of a document the folder does not give back by itself. */
export const listingOf = (
  document: Document,
  record: DocumentRecord,
  again: Document | undefined,
  path: string,
): Listing => {
  const { id, file, sha256, grade } = document;
  const opening = {
    ...{ id, path, sha256 },
    ...(record.revisionOf !== undefined && { revisionOf: record.revisionOf }),
    ...(record.asRead !== undefined && { asRead: record.asRead }),
  };
  if (!again) return { ...opening, fields: {}, frozen: document };
  const fields: { -readonly [Field in Correctable]?: Listing['fields'][Field] } = {};
  const corrected: Record<string, unknown> = { ...again, file };
  for (const field of CORRECTABLE) {
    if (isDeepStrictEqual(document[field], again[field])) continue;
    Object.assign(fields, { [field]: document[field] ?? false });
    corrected[field] = document[field];
  }
  const graded = grade === again.grade ? {} : { grade: grade ?? (false as const) };
  const whole = Object.fromEntries(Object.entries({ ...corrected, grade }).filter(([, value]) => value !== undefined));
  const same = isDeepStrictEqual(whole, { ...document });
  if (!same) return { ...opening, fields: {}, frozen: document };
  return { ...opening, fields, ...graded, ...(file !== again.file && { file }) };
};

/** Listings as plain data; texts that must be kept as they were frozen are written beside. */
export const writeListing = async (list: readonly Listing[], folder: string): Promise<readonly object[]> => {
  const out: object[] = [];
  for (const { fields, frozen, revisionOf, asRead, ...rest } of list) {
    if (frozen) {
      await mkdir(join(folder, FROZEN), { recursive: true });
      await writeFile(join(folder, FROZEN, `${rest.id}.json`), `${JSON.stringify(frozen, null, 1)}\n`);
    }
    const { id, path, sha256, file, grade } = rest;
    out.push({
      ...{ document: id, path, sha256 },
      ...(file !== undefined && { file }),
      ...(revisionOf !== undefined && { 'revision-of': revisionOf }),
      ...fields,
      ...(grade !== undefined && { grade }),
      ...(asRead !== undefined && { 'as-read': asRead }),
      ...(frozen && { frozen: `${FROZEN}/${id}.json` }),
    });
  }
  return out;
};

/** What the list knows of a document besides. */
export interface Relisting extends Pick<DocumentRecord, 'revisionOf' | 'asRead'> {
  /** Where the bytes of a document lie whose words are not read from them. */
  readonly path?: string;
}

/** Documents as the list has them, and what the list knows besides. */
export interface Relisted {
  readonly documents: readonly Document[];
  readonly records: ReadonlyMap<string, Relisting>;
}

const KNOWN = ['document', 'path', 'sha256', 'file', 'revision-of', 'grade', 'as-read', 'frozen', ...CORRECTABLE];
const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

const frozenIn = async (folder: string, name: string): Promise<Document | undefined> => {
  const path = resolve(folder, name);
  if (!path.startsWith(resolve(folder, FROZEN) + sep)) return undefined;
  const body = await readFile(path, 'utf8').catch(() => undefined);
  if (body === undefined) return undefined;
  try {
    const { text, ...record } = Object(JSON.parse(body));
    if (typeof text !== 'string' || shapeProblems('document', String(record.id), record).length > 0) return undefined;
    const whole = recordIn('document', JSON.stringify(record));
    return createHash('sha256').update(text).digest('hex') === whole.sha256 ? plainDocument(whole, text) : undefined;
  } catch {
    return undefined;
  }
};

/** A value with its ground, or a value alone, which a person then wrote. */
const readOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'value' in value ? value : { value, from: 'documents.yaml' };

/** `documents.yaml` laid over the documents that were read: their order, and the fields that were corrected. */
export const readListing = async (
  data: unknown,
  read: readonly Document[],
  folder: string,
): Promise<Kept<Relisted>> => {
  const problems: Problem[] = [];
  const byId = new Map<string, Document>(read.map((document) => [document.id, document]));
  const records = new Map<string, Relisting>();
  const documents: Document[] = [];
  for (const entry of entriesOf(data, 'documents', problems)) {
    const fields = new Fields(entry, 'documents', KNOWN, problems);
    const id = fields.text('document');
    const frozen = fields.optionalText('frozen');
    const found = frozen === undefined ? byId.get(id) : await frozenIn(folder, frozen);
    if (!found || found.id !== id) {
      if (id === '') continue;
      fields.fault(
        'unknown-document',
        'document',
        frozen === undefined
          ? `There is no document “${id}” in the folder. Put its file back, or take it out of the list.`
          : `${frozen} does not hold the document “${id}” as it was frozen. Put it back as it was.`,
      );
      continue;
    }
    const sha256 = fields.optionalText('sha256');
    if (sha256 !== undefined && sha256 !== found.sha256)
      problems.push({
        code: 'documents/other-words',
        at: [...entry.at, 'sha256'],
        says: `The words of “${id}” are not those that were frozen. If its file was changed, quotes from it may be lost; put the file back, or take “sha256” out.`,
      });
    const laid: Record<string, unknown> = { ...found, file: fields.optionalText('file') ?? found.file };
    for (const field of CORRECTABLE) {
      if (!fields.has(field)) continue;
      const { value } = fields.entry(field);
      if (value === false) delete laid[field];
      else laid[field] = readOf(value);
    }
    if (fields.has('grade') && fields.entry('grade').value !== false) laid['grade'] = fields.oneOf('grade', GRADES);
    else if (fields.has('grade')) delete laid['grade'];
    const { text: _, ...record } = laid;
    const faults = shapeProblems('document', id, record);
    problems.push(...faults.map(({ code, says, at }) => ({ code, says, at: [...entry.at, ...at.slice(2)] })));
    documents.push(faults.length > 0 ? found : plainDocument(recordIn('document', JSON.stringify(record)), found.text));
    const revisionOf = fields.optionalText('revision-of');
    const asRead = fields.has('as-read') ? fields.entry('as-read').value : undefined;
    records.set(id, {
      ...(revisionOf !== undefined && { revisionOf: documentId(revisionOf) }),
      ...(typeof asRead === 'object' && asRead !== null && { asRead }),
      ...(frozen !== undefined && { path: fields.optionalText('path') ?? '' }),
    });
    byId.delete(id);
  }
  const listed = new Set(documents.map(({ id }) => id));
  return { value: { documents: [...documents, ...read.filter(({ id }) => !listed.has(id))], records }, problems };
};
