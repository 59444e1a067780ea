import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Document } from '@entente/core/document/document';
import type { Problem } from '@entente/core/vocabulary';
import { tooLarge } from './capture.ts';
import { Collection, type Loaded, type OnReport, type Original, type Told } from './collection.ts';
import { fault } from './frozen.ts';
import { isConflictFile, isOwnPage, isRead, sortOf } from './kinds-of-file.ts';
import { type Reading, readings } from './read-file.ts';
import type { Revision } from './revision.ts';
import { bytesOf, type Found, walk, why } from './walk.ts';

export { bytesOf } from './walk.ts';

const MOST_FILES = 20_000;

/** Reads a file's bytes. */
export type Reader = (bytes: Uint8Array, file: string, place: string) => Promise<readonly Reading[]>;

export interface CaptureOptions {
  /** Called before each file, for progress. */
  readonly onFile?: (done: number, all: number, file: string) => void;
  /** Called with each report once it is captured, and waited for; its bytes are not kept. */
  readonly onReport?: OnReport;
  /** Reads files in another way than apart; for tests of the readers. */
  readonly reader?: Reader;
}

/** What a folder of reports held. */
export interface FolderCapture {
  /** In the order of their paths. */
  readonly documents: readonly Document[];
  /** By id of the document. */
  readonly originals: ReadonlyMap<string, Original>;
  /** Which documents may be changed versions of others; both are kept. */
  readonly revisions: readonly Revision[];
  /** Files that could not be taken and places that could not be read; the others went on. */
  readonly problems: readonly Problem[];
  /** What a person should know though nothing is wrong: files passed over, hidden text, guessed encodings, copies. */
  readonly notes: readonly Problem[];
  /** Paths of conflict files. */
  readonly conflictFiles: readonly string[];
  /** Paths of the files of a dossier, by name: `codebook.yaml`. */
  readonly dossierFiles: ReadonlyMap<string, string>;
}

const inProcess: Reader = async (bytes, file, place) => {
  const all: Reading[] = [];
  for await (const one of readings(bytes, file, place)) all.push(one);
  return all;
};

/** A file, and whether it was named by itself and so is wanted whatever its ending. */
interface Wanted extends Found {
  readonly given: boolean;
}

interface Sorted {
  readonly reports: Wanted[];
  readonly data: Wanted[];
  readonly dossierFiles: Map<string, string>;
  readonly about: Problem[];
}

const noReport = ({ name }: Found): Problem =>
  fault(
    'passed-over',
    name,
    `Files that end in ${extname(name)} hold no report; it was passed over. Name it by itself to capture it.`,
  );

const sorted = (files: readonly Wanted[], told: Told): Sorted => {
  const to: Sorted = { reports: [], data: [], dossierFiles: new Map(), about: [] };
  for (const found of files) {
    const { name, path, given } = found;
    const sort = sortOf(name, given);
    if (sort === 'dossier') to.dossierFiles.set(`${basename(name, extname(name))}.yaml`, path);
    else if (sort === 'data') to.data.push(found);
    else if (sort === 'report') to.reports.push(found);
    else if (sort === 'beside') told.notes.push(noReport(found));
    else {
      const says = 'It describes the folder; it was passed over. Name it by itself to capture it.';
      to.about.push(fault('passed-over', name, says));
    }
  }
  return to;
};

const load = async (found: Found): Promise<Loaded | Problem> => {
  try {
    const bytes = await bytesOf(found.path);
    return typeof bytes === 'number' ? fault('too-large', found.name, tooLarge(bytes)) : { found, bytes };
  } catch (error) {
    return fault('unreadable', found.name, why(error));
  }
};

/** A file of unknown ending is read if its bytes say what it is; words alone could be anything. */
const unlessUnknown = (reading: Reading, { name, given }: Wanted): Reading => {
  if (given || isRead(name) || !reading.document || reading.format !== 'text') return reading;
  const says = `Files that end in ${extname(name)} are not read. Save the report as .pdf, .docx, .html, .md or .txt.`;
  const { document: _, ...rest } = reading;
  return { ...rest, problems: [fault('format', name, says)] };
};

/** How many files are read at a time, so that the next is ready when one is done. */
const AHEAD = 6;

const captureFound = async (files: readonly Wanted[], told: Told, options: CaptureOptions): Promise<FolderCapture> => {
  const collection = new Collection(told, options.onReport);
  const { reports, data, dossierFiles, about } = sorted(files, told);
  const reader = options.reader ?? inProcess;
  const conflictFiles: string[] = [];
  for (const found of data) {
    const loaded = await load(found);
    if ('code' in loaded) told.problems.push(loaded);
    else if (isConflictFile(found.name, loaded.bytes)) conflictFiles.push(found.path);
    else {
      const json = /\.json$/i.test(found.name);
      const [first] = json ? await reader(loaded.bytes, basename(found.name), found.name) : [];
      if (first?.references) collection.addReferences(found.name, first.references);
      else if (found.given) reports.push(found);
      else told.notes.push(noReport(found));
    }
  }
  const begin = async (found: Wanted): Promise<readonly [Loaded, readonly Reading[]] | Problem> => {
    const loaded = await load(found);
    if ('code' in loaded) return loaded;
    if (!found.given && isOwnPage(loaded.bytes)) {
      const says = 'It is a report that Entente made from such documents; it was passed over.';
      return fault('own-page', found.name, says);
    }
    const all = await reader(loaded.bytes, basename(found.name), found.name);
    return [loaded, all.map((reading) => unlessUnknown(reading, found))];
  };
  const begun: ReturnType<typeof begin>[] = [];
  for (const [index, found] of reports.entries()) {
    options.onFile?.(index, reports.length, found.name);
    for (const next of reports.slice(index + begun.length, index + AHEAD)) begun.push(begin(next));
    const done = await begun.shift();
    if (!done) continue;
    if ('code' in done) (done.code === 'intake/own-page' ? told.notes : told.problems).push(done);
    else for (const reading of done[1]) await collection.add(done[0], reading);
  }
  collection.tellUnused();
  const { documents, originals, revisions } = collection;
  if (documents.length === 0) told.notes.push(...about); // beside reports, a README surprises nobody
  return { documents, originals, revisions, ...told, conflictFiles, dossierFiles };
};

/** The files of a folder; what is in the way is told. */
const filesIn = async (path: string, told: Told): Promise<readonly Wanted[]> => {
  const found: Found[] = [];
  try {
    await walk(path, path, 0, { files: found, ...told });
  } catch (error) {
    told.problems.push(fault('unreadable', path, why(error)));
  }
  if (found.length > MOST_FILES) {
    const says = `The folder holds ${found.length} files; only the first ${MOST_FILES} were taken. Divide it.`;
    told.problems.push(fault('too-many', path, says));
  }
  return found.slice(0, MOST_FILES).map((one) => ({ ...one, given: false }));
};

/**
 * Captures every report in a folder and the folders in it. A bad file is told and the others go on; links that leave the folder are not
 * followed; files above 20 MB are refused unread.
 */
export const captureFolder = async (path: string, options: CaptureOptions = {}): Promise<FolderCapture> => {
  const told: Told = { problems: [], notes: [] };
  return captureFound(await filesIn(path, told), told, options);
};

/** Captures files and folders named one by one; a file that is named is read whatever its ending. */
export const capturePaths = async (paths: readonly string[], options: CaptureOptions = {}): Promise<FolderCapture> => {
  const told: Told = { problems: [], notes: [] };
  const files: Wanted[] = [];
  for (const path of paths) {
    try {
      const found = await stat(path);
      if (found.isDirectory()) files.push(...(await filesIn(path, told)));
      else if (found.isFile()) files.push({ path, name: basename(path), given: true });
      else told.problems.push(fault('special', path, 'It is no ordinary file. Name a file or a folder.'));
    } catch (error) {
      told.problems.push(fault('unreadable', path, why(error)));
    }
  }
  return captureFound(files, told, options);
};
