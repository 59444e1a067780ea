import type { Document } from '@entente/core/document/document';
import type { Codebook } from '@entente/core/statement/codebook';
import type { DocumentId, Problem } from '@entente/core/vocabulary';
import { derivations } from '@entente/reading/derivation/derivation';
import { readDocuments } from '@entente/reading/suggestion/read';
import { captureBytes } from '../intake/capture.ts';
import type { Wish } from '../store/record.ts';
import type { Captured } from '../store/store.ts';
import type { Desk } from './desk.ts';

/** A file as it was dropped. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of one file. */
export interface TakenIn {
  readonly file: string;
  readonly outcome: 'new' | 'same-bytes' | 'revision' | 'refused' | 'stopped';
  readonly id?: DocumentId;
  readonly suggested: number;
}

/** What became of files that were dropped. */
export interface Taking {
  readonly files: readonly TakenIn[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

const READER = { kind: 'rule', name: 'reader' } as const;
const COMPARER = { kind: 'rule', name: 'derivation' } as const;

/** Dossiers above this are not compared anew, all with all, while somebody waits. */
const MOST_COMPARED = 1500;

const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** What a reading puts forward for one document, as wishes: its statements and the like, and names that the codebook does not hold yet. */
const wishesOf = (document: Document, codebook: Codebook): readonly Wish[] => {
  const reading = readDocuments([document], codebook.issues.length > 0 ? codebook : undefined);
  const known = new Set<string>([...codebook.actors, ...codebook.issues].map(({ id }) => id));
  const put = (kind: Wish['kind'], records: readonly { readonly id: string }[]): readonly Wish[] =>
    records.map((after) => ({ kind, id: after.id, after }));
  return [
    ...put(
      'actor',
      reading.codebook.actors.filter(({ id }) => !known.has(id)),
    ),
    ...put(
      'issue',
      reading.codebook.issues.filter(({ id }) => !known.has(id)),
    ),
    ...put('statement', reading.statements),
    ...put('event', reading.events),
    ...put('figure', reading.figures),
    ...put('forecast', reading.forecasts),
  ];
};

/** Reads a document of the dossier and puts forward what it finds. @returns how many statements, and what was refused */
export const suggestFor = async (
  { store }: Desk,
  id: DocumentId,
): Promise<{ readonly suggested: number; readonly problems: readonly Problem[] }> => {
  const document = await store.document(id);
  if (document === undefined) return { suggested: 0, problems: [] };
  const wishes = wishesOf(document, await store.codebook());
  const outcome = await store.suggest(READER, wishes);
  if (!outcome.ok) return { suggested: 0, problems: outcome.problems };
  const statements = wishes.filter(({ kind }) => kind === 'statement').length;
  return { suggested: statements, problems: [] };
};

/** Looks anew who took from whom. */
export const compareAll = async ({ store }: Desk): Promise<readonly Problem[]> => {
  const { rows, total } = await store.documents({ limit: MOST_COMPARED + 1 });
  if (total < 2 || total > MOST_COMPARED) return [];
  const documents: Document[] = [];
  for (const row of rows) {
    const document = await store.document(row.document.id);
    if (document !== undefined) documents.push(document);
  }
  await pause();
  const outcome = await store.putDerivations(COMPARER, derivations(documents));
  return outcome.ok ? [] : outcome.problems;
};

const idFrom = (name: string): string =>
  name
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'document';

const freeId = async ({ store }: Desk, name: string): Promise<string> => {
  const first = idFrom(name);
  for (let count = 1; ; count++) {
    const id = count === 1 ? first : `${first}-${count}`;
    if ((await store.record('document', id)) === undefined) return id;
  }
};

/** Takes files into the dossier one after the other, reads each, and tells how far it is; what is taken in when it is stopped stays. */
export const takeIn = async (desk: Desk, work: string, files: readonly Dropped[]): Promise<Taking> => {
  const taken: TakenIn[] = [];
  const [problems, notes]: [Problem[], Problem[]] = [[], []];
  const all = files.length;
  const says = all === 1 ? 'Reading 1 file' : `Reading ${all} files`;
  const tell = (now: string): void => desk.hub.tell({ kind: 'work', id: work, says, done: taken.length, all, now });
  for (const { name, bytes } of files) {
    if (desk.hub.isStopped(work)) {
      taken.push({ file: name, outcome: 'stopped', suggested: 0 });
      continue;
    }
    tell(name);
    await pause();
    const capture = captureBytes(bytes, await freeId(desk, name), name);
    problems.push(...capture.problems);
    notes.push(...capture.notes);
    const one: Captured | undefined = capture.document && { document: capture.document, bytes };
    const outcome = one === undefined ? undefined : await desk.store.capture(desk.by, [one]);
    const result = outcome?.ok === true ? outcome.value.documents[0] : undefined;
    if (outcome?.ok === false) problems.push(...outcome.problems);
    if (outcome?.ok === true) notes.push(...outcome.value.notes);
    if (result === undefined) {
      taken.push({ file: name, outcome: 'refused', suggested: 0 });
      continue;
    }
    const read = result.outcome === 'same-bytes' ? { suggested: 0, problems: [] } : await suggestFor(desk, result.id);
    problems.push(...read.problems);
    taken.push({ file: name, outcome: result.outcome, id: result.id, suggested: read.suggested });
  }
  if (taken.some(({ outcome }) => outcome === 'new' || outcome === 'revision')) {
    tell('who took from whom');
    problems.push(...(await compareAll(desk)));
  }
  const ended = taken.some(({ outcome }) => outcome === 'stopped') ? 'stopped' : 'finished';
  desk.hub.tell({ kind: 'work', id: work, says, done: all, all, ended });
  return { files: taken, problems, notes };
};
