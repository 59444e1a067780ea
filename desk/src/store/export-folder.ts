import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { writeChronicle } from '@entente/core/chronicle/write-chronicle';
import type { Document } from '@entente/core/document/document';
import { writeOrigins } from '@entente/core/document/write-origins';
import { writeCodebook, writeStatements } from '@entente/core/statement/write-statements';
import type { Outcome } from '@entente/core/vocabulary';
import { stringify } from 'yaml';
import { captureFolder } from '../intake/folder.ts';
import { type Listing, listingOf, writeListing } from './document-list.ts';
import { problem } from './fault.ts';
import { newFolder } from './new-folder.ts';
import type { Store } from './store.ts';

/** What an export wrote. */
export interface Exported {
  readonly documents: number;
  readonly files: number;
}

const yaml = (data: unknown): string => stringify(data, { lineWidth: 120, aliasDuplicateObjects: false });

/** Under which name each document is read again with the id that it has. */
const namesOf = (
  documents: readonly Document[],
  extensions: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, file } of documents) {
    const ending = extensions.get(id) ?? '.txt';
    const own =
      extname(file).toLowerCase() === ending && /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(file) ? file : undefined;
    const stem = own
      ?.slice(0, own.length - ending.length)
      .normalize('NFC')
      .toLowerCase();
    const fits = own !== undefined && stem === id && !taken.has(own.toLowerCase());
    const name = fits ? own : `${id}${ending}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
};

const PLAIN = new Set(['.yaml', '.yml', '.json']);

const writeDocuments = async (store: Store, folder: string): Promise<ReadonlyMap<string, string>> => {
  const { documents } = await store.dossier();
  const extensions = new Map<string, string>();
  for (const { id } of documents) {
    const original = (await store.record('document', id))?.original;
    extensions.set(id, original === undefined || PLAIN.has(original.extension) ? '.txt' : original.extension || '.txt');
  }
  const names = namesOf(documents, extensions);
  await mkdir(join(folder, 'documents'), { recursive: true });
  for (const { id, text } of documents) {
    const bytes = await store.original(id);
    const name = names.get(id) ?? `${id}.txt`;
    await writeFile(join(folder, 'documents', name), bytes ?? text);
  }
  return names;
};

/** What the folder, read again, does not give back by itself: corrections, and texts that would be frozen otherwise today. */
const listed = async (
  store: Store,
  folder: string,
  names: ReadonlyMap<string, string>,
): Promise<readonly Listing[]> => {
  const { documents } = await captureFolder(folder);
  const again = new Map(documents.map((document) => [document.id, document]));
  const all: Listing[] = [];
  for (const document of (await store.dossier()).documents) {
    const record = await store.record('document', document.id);
    if (!record) continue;
    const path = `documents/${names.get(document.id)}`;
    all.push(listingOf(document, record, again.get(document.id), path));
  }
  return all;
};

/** Writes a dossier as a folder of text, for exchange and version control; read again it gives the same dossier. */
export const exportFolder = async (store: Store, to: string): Promise<Outcome<Exported>> => {
  const taken =
    'There is something under this name already; it is left as it is. Name a folder that does not exist yet.';
  return newFolder(to, problem('export-exists', [to], taken), async (making) => {
    const dossier = await store.dossier();
    const { title, question, asOf, documents, codebook, statements, events, figures, forecasts } = dossier;
    const names = await writeDocuments(store, making);
    const byHand = await store.originsByHand();
    const list = await listed(store, making, names);
    const files: Record<string, unknown> = {
      'dossier.yaml': {
        title,
        ...(question !== undefined && { question }),
        ...(asOf !== undefined && { 'as-of': asOf }),
      },
      'documents.yaml': await writeListing(list, making),
      'codebook.yaml': writeCodebook(codebook),
      'statements.yaml': writeStatements(statements, documents),
      'chronicle.yaml': writeChronicle({ events, figures, forecasts }, documents),
    };
    if (Object.values(byHand).some((one) => one.length > 0))
      files['origins.yaml'] = writeOrigins(byHand, new Map(documents.map((document) => [document.id, document])));
    for (const [name, data] of Object.entries(files)) await writeFile(join(making, name), yaml(data));
    const conflicts = await store.conflicts();
    for (const { file, text } of conflicts) await writeFile(join(making, file), text, { flag: 'wx' });
    return { documents: documents.length, files: Object.keys(files).length + conflicts.length + documents.length };
  });
};
