import { readFile, realpath } from 'node:fs/promises';
import { basename, extname, resolve, sep } from 'node:path';
import type { Passage } from '@entente/core/document/passage';
import type { Coder } from '@entente/core/statement/statement';
import { type DocumentId, documentId, type Outcome, type Problem } from '@entente/core/vocabulary';
import { bytesOf } from '../intake/folder.ts';
import { problem } from './fault.ts';
import type { FolderDossier } from './folder.ts';
import type { Wish } from './record.ts';
import type { Captured, CaptureResult, Store } from './store.ts';

/** What was taken over from a folder, and what a person should know of it. */
export interface Imported {
  readonly documents: CaptureResult['documents'];
  readonly records: number;
  readonly notes: readonly Problem[];
}

/** Who an import is in the log, as far as a machine made what came with it. */
const IMPORT: Coder = { kind: 'rule', name: 'import' };

/** The bytes of a file that a list names, unless it lies elsewhere than in the folder. */
const bytesInside = async (folder: string, name: string): Promise<Uint8Array | undefined> => {
  try {
    const [home, path] = [await realpath(folder), await realpath(resolve(folder, name))];
    const bytes = path.startsWith(home + sep) ? await bytesOf(path) : undefined;
    return typeof bytes === 'number' ? undefined : bytes;
  } catch {
    return undefined;
  }
};

const captured = async (
  { dossier, originals, records, folder }: FolderDossier,
  inside: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Captured[]> => {
  const all: Captured[] = [];
  for (const document of dossier.documents) {
    const { path, address } = originals.get(document.id) ?? {};
    const listed = records.get(document.id)?.path;
    const bytes =
      path !== undefined
        ? await readFile(path)
        : (inside.get(document.id) ?? (listed === undefined ? undefined : await bytesInside(folder, listed)));
    all.push({ document, ...(bytes && { bytes }), ...(address !== undefined && { address }) });
  }
  return all;
};

const conflictWishes = async (paths: readonly string[]): Promise<Wish[]> => {
  const wishes: Wish[] = [];
  for (const path of paths) {
    const file = basename(path);
    const id = file.slice(0, file.length - extname(file).length).replace(/\s+/g, '-');
    wishes.push({ kind: 'conflict', id, after: { id, file, text: await readFile(path, 'utf8') } });
  }
  return wishes;
};

/** Every passage in a value that names a document under its old id, with the id that it has here. */
const renamed = (value: unknown, ids: ReadonlyMap<string, DocumentId>): unknown => {
  if (Array.isArray(value)) return value.map((one) => renamed(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'document' && typeof inner === 'string' ? (ids.get(inner) ?? inner) : renamed(inner, ids),
    ]),
  );
};

const MOST_AT_ONCE = 20_000;

/** What differs from what the dossier has under the same id is left as it is there, and told. */
const newOnes = async (store: Store, wishes: readonly Wish[], notes: Problem[]): Promise<readonly Wish[]> => {
  const left: Wish[] = [];
  for (const wish of wishes) {
    const there = await store.record(wish.kind, wish.id);
    if (there === undefined) left.push(wish);
    else if (JSON.stringify(there) !== JSON.stringify(wish.after)) {
      const says = `The dossier has another ${wish.kind} “${wish.id}” already; that one stays. Give the new one another id to take it over.`;
      notes.push(problem('other-there', [wish.kind, wish.id], says));
    }
  }
  return left;
};

/** Documents of which the folder knows what was read before a person corrected it. */
const correctedRecords = async (
  store: Store,
  { records }: FolderDossier,
  ids: ReadonlyMap<string, DocumentId>,
): Promise<Wish[]> => {
  const wishes: Wish[] = [];
  for (const [old, known] of records) {
    const [id, of] = [ids.get(old), known.revisionOf && ids.get(known.revisionOf)];
    const record = id && (await store.record('document', id));
    if (!id || !record || record.asRead !== undefined) continue;
    const { revisionOf, ...rest } = record;
    const now = of ?? revisionOf;
    const asRead = known.asRead === undefined ? {} : { asRead: known.asRead };
    const after = { ...rest, ...(now !== undefined && { revisionOf: now }), ...asRead };
    if (Object.keys(asRead).length > 0 || now !== revisionOf) wishes.push({ kind: 'document', id, after });
  }
  return wishes;
};

const isMachineMade = (after: unknown): boolean => {
  const { coder, status } = Object(after);
  return status === 'suggested' && coder?.kind !== 'person' && coder?.kind !== undefined;
};

/**
 * Takes a folder that was read (a text dossier, or a folder of reports) into a dossier: documents with their originals, then the codebook and
 * what was coded. What is there already stays; the same bytes come in once.
 *
 * @param inside the bytes of documents that are no files of their own: attachments, parts of archives
 */
export const importFolder = async (
  store: Store,
  by: Coder,
  folder: FolderDossier,
  inside: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Outcome<Imported>> => {
  const { dossier, computed, byHand, conflicts } = folder;
  const notes: Problem[] = [];
  const documents = await store.capture(by, await captured(folder, inside), 'import');
  if (!documents.ok) return documents;
  notes.push(...documents.value.notes);
  const ids = new Map<string, DocumentId>();
  for (const [at, { id }] of dossier.documents.entries()) ids.set(id, documents.value.documents[at]?.id ?? id);
  const corrected = await correctedRecords(store, folder, ids);
  if (corrected.length > 0) {
    const done = await store.write(by, 'import', corrected);
    if (!done.ok) return done;
  }
  const moved = [...ids].some(([from, to]) => from !== to);
  const here = (after: unknown): unknown => (moved ? renamed(after, ids) : after);
  const id = (one: DocumentId): DocumentId => ids.get(one) ?? documentId(one);
  const all: readonly Wish[] = [
    ...dossier.codebook.actors.map((after): Wish => ({ kind: 'actor', id: after.id, after })),
    ...dossier.codebook.issues.map((after): Wish => ({ kind: 'issue', id: after.id, after })),
    ...dossier.statements.map((after): Wish => ({ kind: 'statement', id: after.id, after: here(after) })),
    ...dossier.events.map((after): Wish => ({ kind: 'event', id: after.id, after: here(after) })),
    ...dossier.figures.map((after): Wish => ({ kind: 'figure', id: after.id, after: here(after) })),
    ...dossier.forecasts.map((after): Wish => ({ kind: 'forecast', id: after.id, after: here(after) })),
    ...byHand.derived.map((derivation, at): Wish => {
      const own = derivationId(derivation.source, derivation.derived, at);
      return { kind: 'derivation', id: own, after: here({ kind: 'taken', id: own, derivation }) };
    }),
    ...(['apart', 'joined'] as const).flatMap((kind) =>
      byHand[kind].map(([a, b]): Wish => {
        const own = `${kind}-${id(a)}-${id(b)}`;
        return { kind: 'derivation', id: own, after: { kind, id: own, documents: [id(a), id(b)] } };
      }),
    ),
    ...byHand.own.map((one, at): Wish => {
      const own = `own-${id(one.passage.document)}-${at + 1}`;
      const from = one.from === undefined ? {} : { from: id(one.from) };
      return { kind: 'derivation', id: own, after: here({ kind: 'own', id: own, passage: one.passage, ...from }) };
    }),
    ...(await conflictWishes(conflicts)),
  ];
  const wishes = await newOnes(store, all, notes);
  for (let at = 0; at < wishes.length; at += MOST_AT_ONCE) {
    const some = wishes.slice(at, at + MOST_AT_ONCE);
    const made = some.filter(({ after }) => !isMachineMade(after));
    const written = made.length > 0 ? await store.write(by, 'import', made) : undefined;
    if (written?.ok === false) return written;
    const suggested = await store.suggest(
      IMPORT,
      some.filter(({ after }) => isMachineMade(after)),
    );
    if (!suggested.ok) return suggested;
    notes.push(...suggested.value.refused);
  }
  if (computed.length > 0 && !moved) {
    const derived = await store.putDerivations(IMPORT, computed);
    if (!derived.ok) return derived;
  }
  return {
    ok: true,
    value: {
      documents: documents.value.documents,
      records: wishes.length,
      notes,
    },
  };
};

const derivationId = (source: Passage, derived: Passage, at: number): string =>
  `taken-${source.document}-${derived.document}-${at + 1}`;
