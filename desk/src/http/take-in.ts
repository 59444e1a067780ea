import type { Document } from '@entente/core/document/document';
import type { DocumentId, Problem } from '@entente/core/vocabulary';
import type { CapturedReport } from '../intake/collection.ts';
import { captureGiven } from '../intake/folder.ts';
import { compareAll, suggestFrom } from '../store/take-in.ts';
import type { Desk } from './desk.ts';

/** A file as it was dropped. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of one file, or of one report in it. */
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

/** Documents read at once: together they know each other's people, and between groups other requests are answered. */
const READ_AT_ONCE = 8;

/** Dossiers above this are not compared anew, all with all, while somebody waits. */
const MOST_COMPARED = 1500;

const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

const documentsOf = async ({ store }: Desk, ids: readonly DocumentId[]): Promise<readonly Document[]> => {
  const found: Document[] = [];
  for (const id of ids) {
    const document = await store.document(id);
    if (document !== undefined) found.push(document);
  }
  return found;
};

/** Reads documents of the dossier and puts forward what it finds. @returns what was wrong */
export const suggestFor = async (
  desk: Desk,
  ids: readonly DocumentId[],
  before: (done: number) => boolean = () => true,
): Promise<readonly Problem[]> => {
  const problems: Problem[] = [];
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    if (!before(at)) break;
    await pause();
    const outcome = await suggestFrom(desk.store, await documentsOf(desk, ids.slice(at, at + READ_AT_ONCE)));
    problems.push(...(outcome.ok ? outcome.value.refused : outcome.problems));
  }
  return problems;
};

/** Looks anew who took from whom, where the dossier is small enough to wait for it. */
const compare = async ({ store }: Desk): Promise<readonly Problem[]> => {
  const { total } = await store.documents({ limit: 0 });
  if (total < 2 || total > MOST_COMPARED) return [];
  await pause();
  const outcome = await compareAll(store);
  return outcome.ok ? [] : outcome.problems;
};

const suggestedIn = async ({ store }: Desk, id: DocumentId): Promise<number> =>
  (await store.statements({ document: id, status: 'suggested', limit: 0 })).total;

/** Captures one file, which may hold several reports. */
const captured = async (
  desk: Desk,
  { name, bytes }: Dropped,
  out: { readonly problems: Problem[]; readonly notes: Problem[] },
): Promise<readonly TakenIn[]> => {
  const reports: CapturedReport[] = [];
  const found = await captureGiven([{ name, bytes }], { onReport: (report) => void reports.push(report) });
  out.problems.push(...found.problems);
  out.notes.push(...found.notes);
  if (reports.length === 0) return [{ file: name, outcome: 'refused', suggested: 0 }];
  const outcome = await desk.store.capture(
    desk.by,
    reports.map(({ document, bytes: own, original }) => ({
      document,
      bytes: own,
      ...(original.address !== undefined && { address: original.address }),
    })),
  );
  if (!outcome.ok) {
    out.problems.push(...outcome.problems);
    return [{ file: name, outcome: 'refused', suggested: 0 }];
  }
  out.notes.push(...outcome.value.notes);
  return outcome.value.documents.map(({ id, outcome: result }, at) => ({
    file: reports[at]?.document.file ?? name,
    outcome: result,
    id,
    suggested: 0,
  }));
};

const isNew = ({ outcome }: TakenIn): boolean => outcome === 'new' || outcome === 'revision';

/** Takes files into the dossier one after the other, then reads what is new and compares; what is taken in when it is stopped stays. */
export const takeIn = async (desk: Desk, work: string, files: readonly Dropped[]): Promise<Taking> => {
  const taken: TakenIn[] = [];
  const out = { problems: [] as Problem[], notes: [] as Problem[] };
  const all = files.length * 2;
  const says = files.length === 1 ? 'Reading 1 file' : `Reading ${files.length} files`;
  const tell = (done: number, now: string): boolean => {
    desk.hub.tell({ kind: 'work', id: work, says, done, all, now });
    return !desk.hub.isStopped(work);
  };
  for (const [at, file] of files.entries()) {
    if (tell(at, file.name)) taken.push(...(await captured(desk, file, out)));
    else taken.push({ file: file.name, outcome: 'stopped', suggested: 0 });
    await pause();
  }
  const fresh = taken.filter(isNew).flatMap(({ id }) => id ?? []);
  const names = new Map(taken.map(({ id, file }) => [id, file]));
  out.problems.push(
    ...(await suggestFor(desk, fresh, (done) => tell(files.length + done, names.get(fresh[done]) ?? ''))),
  );
  if (fresh.length > 0) {
    tell(all, 'who took from whom');
    out.problems.push(...(await compare(desk)));
  }
  const stopped = taken.some(({ outcome }) => outcome === 'stopped');
  desk.hub.tell({ kind: 'work', id: work, says, done: all, all, ended: stopped ? 'stopped' : 'finished' });
  const counted: TakenIn[] = [];
  for (const one of taken)
    counted.push(isNew(one) && one.id !== undefined ? { ...one, suggested: await suggestedIn(desk, one.id) } : one);
  return { files: counted, problems: out.problems, notes: out.notes };
};

/** Reads the documents in which nothing is coded yet: after a folder of reports was imported. */
export const readUnread = async (desk: Desk, until: AbortSignal): Promise<void> => {
  const { rows } = await desk.store.documents({ limit: 100_000 });
  const coded = await desk.store.statements({ limit: 0 });
  if (coded.total > 0 || rows.length === 0) return;
  const ids = rows.map(({ document }) => document.id);
  const work = { kind: 'work', id: 'read-unread', says: `Reading ${ids.length} documents`, all: ids.length } as const;
  await suggestFor(desk, ids, (done) => {
    desk.hub.tell({ ...work, done });
    return !until.aborted && !desk.hub.isStopped(work.id);
  });
  desk.hub.tell({ ...work, done: ids.length, ended: 'finished' });
};
