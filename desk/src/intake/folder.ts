import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Document } from '@entente/core/document/document';
import { documentId, type Problem } from '@entente/core/vocabulary';
import { captureBytes, LARGEST_FILE, tooLarge } from './capture.ts';

const MOST_FILES = 20_000;
const DEEPEST = 12;

export interface CaptureOptions {
  /** Called before each file, for progress. */
  readonly onFile?: (done: number, all: number, file: string) => void;
}

/** What a folder of reports held. */
export interface FolderCapture {
  /** In the order of their paths. */
  readonly documents: readonly Document[];
  /** Files that could not be taken and places that could not be read; the others went on. */
  readonly problems: readonly Problem[];
  /** What a person should know though nothing is wrong: files passed over, hidden text, guessed encodings, copies. */
  readonly notes: readonly Problem[];
  /** Paths of conflict files. */
  readonly conflictFiles: readonly string[];
  /** Paths of the files of a dossier, by name: `codebook.yaml`. */
  readonly dossierFiles: ReadonlyMap<string, string>;
}

const DOSSIER_FILES = ['dossier', 'codebook', 'statements', 'chronicle', 'origins'];
const REPORT = /^\.(?:txt|text|md|markdown|mdown|html?|xhtml|xht|)$/i;
/** Files that belong to saved pages and folders and hold no report. */
const BESIDE =
  /^\.(?:css|m?js|map|png|jpe?g|gif|svg|webp|ico|avif|woff2?|ttf|otf|eot|mp3|mp4|webm|ts|lock|log|csv|tsv|jsonl?|xml|ya?ml|bib|ris)$/i;
const ABOUT =
  /^(?:read[ _-]?me|licen[cs]e|copying|notice|changelog|contributing|manifest|index)(?:\.(?:md|txt|markdown))?$/i;

interface Found {
  readonly path: string;
  /** Path below the folder, with forward slashes: how the file is named to people. */
  readonly name: string;
}

interface Walk {
  readonly files: Found[];
  readonly problems: Problem[];
  readonly notes: Problem[];
}

const why = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'It does not exist. Check the name.';
  if (code === 'EACCES' || code === 'EPERM') return 'It may not be read. Change its permissions or copy it.';
  if (code === 'ELOOP') return 'Its links lead in a circle. Replace the link by the file.';
  return `It cannot be read (${code || 'unknown fault'}). Copy it to another place and try again.`;
};

const fault = (code: string, file: string, says: string): Problem => ({ code: `intake/${code}`, at: [file], says });

const within = (root: string, path: string) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** Whether a link leads to a file inside the folder; links to folders are never followed, so nothing is walked in circles. */
const linkProblem = async (root: string, path: string, name: string): Promise<Problem | undefined> => {
  const says = (words: string) =>
    fault('link', name, `It is a link ${words}. Copy the file into the folder if it belongs there.`);
  try {
    const [to, home] = [await realpath(path), await realpath(root)];
    if (!within(home, to)) return says('that leads out of the folder and was not followed');
    return (await stat(path)).isFile() ? undefined : says('to a folder and was not followed');
  } catch {
    return says('that leads nowhere');
  }
};

const walk = async (root: string, folder: string, depth: number, out: Walk): Promise<void> => {
  const named = (path: string) => relative(root, path).split(sep).join('/');
  if (depth > DEEPEST) {
    out.problems.push(
      fault('too-deep', named(folder), `Folders are nested deeper than ${DEEPEST}. Move the reports up.`),
    );
    return;
  }
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) {
      try {
        await walk(root, path, depth + 1, out);
      } catch (error) {
        out.problems.push(fault('unreadable', named(path), why(error)));
      }
    } else if (entry.isFile()) out.files.push({ path, name: named(path) });
    else if (entry.isSymbolicLink()) {
      const problem = await linkProblem(root, path, named(path));
      if (problem) out.problems.push(problem);
      else out.files.push({ path, name: named(path) });
    } else out.notes.push(fault('special', named(path), 'It is no ordinary file and was passed over.'));
  }
};

/** The bytes of a file, unless it is too large: that is seen before it is read, and it is never read further than that. */
export const bytesOf = async (path: string): Promise<Uint8Array | number> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > LARGEST_FILE) return size;
    const bytes = await file.readFile();
    return bytes.length > LARGEST_FILE ? bytes.length : bytes;
  } finally {
    await file.close();
  }
};

/** `documents/courier.md` → `courier`, `reports/2021/Kyodo 1.txt` → `reports-2021-kyodo-1`; of two alike, the second gets its ending, then a number. */
const idFor = (name: string, taken: ReadonlySet<string>): string => {
  const slug = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'document';
  const extension = extname(name);
  const stem = slug(name.slice(0, name.length - extension.length).replace(/^documents\//, '')).slice(0, 80);
  const ids = [stem, `${stem}${extension.replace('.', '-').toLowerCase()}`];
  for (let number = 2; ; number++) {
    const id = ids.shift() ?? `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
};

const isConflict = (name: string, text: string): boolean =>
  /\.(?:ya?ml|json)$/i.test(name) &&
  /^\s*\{?\s*["']?conflict["']?\s*:/m.test(text) &&
  /["']?makers["']?\s*:/.test(text);

/** A page that Entente made: its words are those of the documents beside it, and are no report of their own. */
const isOwnPage = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 1024)).includes('<meta name="generator" content="Entente">');

const captureFound = async (
  files: readonly Found[],
  given: boolean,
  out: Walk,
  options: CaptureOptions,
): Promise<FolderCapture> => {
  const documents: Document[] = [];
  const conflictFiles: string[] = [];
  const dossierFiles = new Map<string, string>();
  const [ids, hashes] = [new Set<string>(), new Map<string, string>()];
  const { problems, notes } = out;
  const about: Problem[] = [];
  let done = 0;
  for (const { path, name } of files) {
    options.onFile?.(done++, files.length, name);
    const file = basename(name);
    const extension = extname(file);
    const stem = file.slice(0, file.length - extension.length);
    if (/^\.ya?ml$/i.test(extension) && DOSSIER_FILES.includes(stem) && !name.includes('/')) {
      dossierFiles.set(`${stem}.yaml`, path);
      continue;
    }
    try {
      const bytes = await bytesOf(path);
      if (typeof bytes === 'number') {
        problems.push(fault('too-large', name, tooLarge(bytes)));
        continue;
      }
      if (
        /^\.(?:ya?ml|json)$/i.test(extension) &&
        isConflict(file, new TextDecoder().decode(bytes.subarray(0, 1_000_000)))
      ) {
        conflictFiles.push(path);
        continue;
      }
      if (!given && ABOUT.test(file)) {
        about.push(
          fault('passed-over', name, 'It describes the folder; it was passed over. Name it by itself to capture it.'),
        );
        continue;
      }
      if (!given && BESIDE.test(extension)) {
        const says = `Files that end in ${extension} hold no report; it was passed over. Name it by itself to capture it.`;
        notes.push(fault('passed-over', name, says));
        continue;
      }
      if (!given && isOwnPage(bytes)) {
        notes.push(
          fault('own-page', name, 'It is a report that Entente made from such documents; it was passed over.'),
        );
        continue;
      }
      if (REPORT.test(extension) || given || !extension) {
        const capture = captureBytes(bytes, idFor(name, ids), file, name);
        problems.push(...capture.problems);
        notes.push(...capture.notes);
        const { document } = capture;
        const twin = document && hashes.get(document.sha256);
        if (document && twin !== undefined)
          notes.push(fault('copy', name, `It holds the same words as ${twin} and counts once.`));
        else if (document) {
          hashes.set(document.sha256, name);
          ids.add(document.id);
          documents.push(document);
        }
      } else {
        const capture = captureBytes(bytes, 'none', file, name);
        const says = `Files that end in ${extension} are not read yet. Save the report as .txt, .md or .html.`;
        problems.push(...(capture.document ? [fault('format', name, says)] : capture.problems));
      }
    } catch (error) {
      problems.push(fault('unreadable', name, why(error)));
    }
  }
  if (documents.length === 0) notes.push(...about); // beside reports, a README surprises nobody
  return { documents, problems, notes, conflictFiles, dossierFiles };
};

/**
 * Captures every report in a folder and the folders in it. A bad file is told and the others go on; links that leave the folder are not
 * followed; files above 20 MB are refused unread.
 */
export const captureFolder = async (path: string, options: CaptureOptions = {}): Promise<FolderCapture> => {
  const out: Walk = { files: [], problems: [], notes: [] };
  try {
    await walk(path, path, 0, out);
  } catch (error) {
    out.problems.push(fault('unreadable', path, why(error)));
  }
  if (out.files.length > MOST_FILES) {
    const says = `The folder holds ${out.files.length} files; only the first ${MOST_FILES} were taken. Divide it.`;
    out.problems.push(fault('too-many', path, says));
  }
  return captureFound(out.files.slice(0, MOST_FILES), false, out, options);
};

/** Captures files and folders named one by one; a file that is named is read whatever its ending. */
export const capturePaths = async (paths: readonly string[], options: CaptureOptions = {}): Promise<FolderCapture> => {
  const out: Walk = { files: [], problems: [], notes: [] };
  const folders: FolderCapture[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) folders.push(await captureFolder(path, options));
      else if ((await lstat(path)).isFile() || (await stat(path)).isFile())
        out.files.push({ path, name: basename(path) });
      else out.problems.push(fault('special', path, 'It is no ordinary file. Name a file or a folder.'));
    } catch (error) {
      out.problems.push(fault('unreadable', path, why(error)));
    }
  }
  const files = await captureFound(out.files, true, out, options);
  const all = [files, ...folders];
  return {
    documents: distinct(all.flatMap(({ documents }) => documents)),
    problems: all.flatMap(({ problems }) => problems),
    notes: all.flatMap(({ notes }) => notes),
    conflictFiles: all.flatMap(({ conflictFiles }) => conflictFiles),
    dossierFiles: new Map(all.flatMap(({ dossierFiles }) => [...dossierFiles])),
  };
};

/** Documents of several folders under ids of their own. */
const distinct = (documents: readonly Document[]): Document[] => {
  const taken = new Set<string>();
  return documents.flatMap((document) => {
    const id = taken.has(document.id) ? idFor(document.file, taken) : document.id;
    taken.add(id);
    return [id === document.id ? document : { ...document, id: documentId(id) }];
  });
};
