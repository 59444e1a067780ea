import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Document } from '@entente/core/document/document';
import type { Problem } from '@entente/core/vocabulary';
import { readers } from './apart/pool.ts';
import { Collection, type Loaded, type OnReport, type Original, type Told } from './collection.ts';
import { fault } from './frozen.ts';
import { addressInLink, isConflictFile, isOwnPage, isRead, sortOf } from './kinds-of-file.ts';
import { LARGEST_FILE, tooLarge } from './limits.ts';
import { isPlain } from './plain.ts';
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
  /** What `-` stands for; standard input unless given. */
  readonly input?: AsyncIterable<Uint8Array | string>;
  /** Reads files in another way; for readers with limits of their own. */
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

/** Words without marks are read here if they are few; whatever a library takes apart is read apart from us. */
const apartUnlessPlain: Reader = async (bytes, file, place) => {
  if (!isPlain(bytes, file)) return readers().read(bytes, file, place);
  const all: Reading[] = [];
  for await (const one of readings(bytes, file, place)) all.push(one);
  return all;
};

/** A file, and whether it was named by itself and so is wanted whatever its ending. */
interface Wanted {
  readonly name: string;
  /** Where it lies; its bytes, if it lies nowhere. */
  readonly from: string | Uint8Array;
  readonly given: boolean;
  /** The address from which it was fetched. */
  readonly address?: string;
}

interface Sorted {
  readonly reports: Wanted[];
  readonly data: Wanted[];
  readonly links: Wanted[];
  readonly dossierFiles: Map<string, string>;
  readonly about: Problem[];
}

const noReport = ({ name }: Wanted): Problem =>
  fault('passed-over', name, 'Files of this kind hold no report; it was passed over. Name it by itself to capture it.');

const sorted = (files: readonly Wanted[], told: Told): Sorted => {
  const to: Sorted = { reports: [], data: [], links: [], dossierFiles: new Map(), about: [] };
  for (const found of files) {
    const { name, from, given } = found;
    const sort = sortOf(name, given);
    if (sort === 'dossier' && typeof from === 'string')
      to.dossierFiles.set(`${basename(name, extname(name))}.yaml`, from);
    else if (sort === 'dossier-words') continue;
    else if (sort === 'data') to.data.push(found);
    else if (sort === 'link') to.links.push(found);
    else if (sort === 'report') to.reports.push(found);
    else if (sort === 'beside') told.notes.push(noReport(found));
    else if (sort === 'picture') {
      const says =
        'It is a picture, and the words in it are not read. If it shows a report, run text recognition (OCR) over it, save it as .pdf, and add that.';
      told.notes.push(fault('picture', name, says));
    } else {
      const says = 'It describes the folder; it was passed over. Name it by itself to capture it.';
      to.about.push(fault('passed-over', name, says));
    }
  }
  return to;
};

const load = async ({ name, from, address }: Wanted): Promise<Loaded | Problem> => {
  try {
    const bytes = typeof from === 'string' ? await bytesOf(from) : from;
    const found = typeof from === 'string' ? { name, path: from } : { name };
    if (typeof bytes === 'number') return fault('too-large', name, tooLarge(bytes));
    return { found, bytes, ...(address ? { address } : {}) };
  } catch (error) {
    return fault('unreadable', name, why(error));
  }
};

/** A file of unknown ending is read if its bytes say what it is; words alone could be anything. */
const unlessUnknown = (reading: Reading, { name, given }: Wanted): Reading => {
  if (given || isRead(name) || !reading.document || reading.format !== 'text') return reading;
  const ending = extname(name);
  const says =
    ending === ''
      ? 'Files without an ending are not read, for words alone can be anything. Name it by itself to capture it, or add .txt to its name.'
      : 'Files of this kind are not read. Save the report as .pdf, .docx, .html, .md or .txt.';
  const { document: _, ...rest } = reading;
  return { ...rest, problems: [fault('format', name, says)] };
};

/** How many files are read at a time, so that the next is ready when one is done. */
const AHEAD = 6;

const captureFound = async (files: readonly Wanted[], told: Told, options: CaptureOptions): Promise<FolderCapture> => {
  const collection = new Collection(told, options.onReport);
  const { reports, data, links, dossierFiles, about } = sorted(files, told);
  const reader = options.reader ?? apartUnlessPlain;
  const conflictFiles: string[] = [];
  for (const found of data) {
    const loaded = await load(found);
    if ('code' in loaded) told.problems.push(loaded);
    else if (isConflictFile(found.name, loaded.bytes) && loaded.found.path !== undefined)
      conflictFiles.push(loaded.found.path);
    else {
      const json = /\.json$/i.test(found.name);
      const [first] = json ? await reader(loaded.bytes, basename(found.name), found.name) : [];
      if (first?.references) collection.addReferences(found.name, first.references);
      else if (found.given) reports.push(found);
      else told.notes.push(noReport(found));
    }
  }
  for (const found of links) {
    const loaded = await load(found);
    const address = 'code' in loaded ? undefined : addressInLink(loaded.bytes);
    const says =
      address === undefined
        ? 'It is a link to a page and holds no words of it. Save the page itself, and add that.'
        : `It is a link to a page and holds no words of it. Save the page itself, or fetch it with --fetch ${address.slice(0, 300)}`;
    (found.given ? told.problems : told.notes).push(fault('link-file', found.name, says));
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
  collection.tellReferences();
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
  return found.slice(0, MOST_FILES).map(({ name, path: from }) => ({ name, from, given: false }));
};

/**
 * Captures every report in a folder and the folders in it. A bad file is told and the others go on; links that leave the folder are not
 * followed; files above 20 MB are refused unread.
 */
export const captureFolder = async (path: string, options: CaptureOptions = {}): Promise<FolderCapture> => {
  const told: Told = { problems: [], notes: [] };
  return captureFound(await filesIn(path, told), told, options);
};

/** What comes in over standard input; never more than a file may have. */
const received = async (input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    chunks.push(bytes);
    if (size > LARGEST_FILE) break;
  }
  return Buffer.concat(chunks);
};

/** Captures bytes that lie in no file: what was fetched, what another program hands on. */
export const captureGiven = (
  files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly address?: string }[],
  options: CaptureOptions = {},
): Promise<FolderCapture> =>
  captureFound(
    files.map(({ bytes: from, ...rest }) => ({ ...rest, from, given: true })),
    { problems: [], notes: [] },
    options,
  );

/** Captures files and folders named one by one; a file that is named is read whatever its ending. `-` is standard input. */
export const capturePaths = async (paths: readonly string[], options: CaptureOptions = {}): Promise<FolderCapture> => {
  const told: Told = { problems: [], notes: [] };
  const files: Wanted[] = [];
  for (const path of paths) {
    if (path === '-') {
      files.push({ name: 'standard input', from: await received(options.input ?? process.stdin), given: true });
      continue;
    }
    try {
      const found = await stat(path);
      if (found.isDirectory()) files.push(...(await filesIn(path, told)));
      else if (found.isFile()) files.push({ from: path, name: basename(path), given: true });
      else told.problems.push(fault('special', path, 'It is no ordinary file. Name a file or a folder.'));
    } catch (error) {
      told.problems.push(fault('unreadable', path, why(error)));
    }
  }
  return captureFound(files, told, options);
};
