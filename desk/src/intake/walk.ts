import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Problem } from '@entente/core/vocabulary';
import { fault } from './frozen.ts';
import { LARGEST_FILE } from './limits.ts';

const DEEPEST = 12;

export interface Found {
  readonly path: string;
  /** Path below the folder, with forward slashes: how the file is named to people. */
  readonly name: string;
}

export interface Walk {
  readonly files: Found[];
  readonly problems: Problem[];
  readonly notes: Problem[];
}

/** Why a file or folder cannot be read, with what to do. */
export const why = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'It does not exist. Check the name.';
  if (code === 'EACCES' || code === 'EPERM') return 'It may not be read. Change its permissions or copy it.';
  if (code === 'ELOOP') return 'Its links lead in a circle. Replace the link by the file.';
  return `It cannot be read (${code || 'unknown fault'}). Copy it to another place and try again.`;
};

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

/** What systems and programs leave in folders: nobody put it there, so nobody is told. */
const LEFT =
  /^(?:~\$.*|\$RECYCLE\.BIN|System Volume Information|__MACOSX|@eaDir|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|node_modules|.*~)$/i;

/** `.report.pdf.icloud` stands for a file that is not on this machine. */
const IN_CLOUD = /^\.(.+)\.icloud$/;

/** How browsers in several languages call the folder of a page that they saved. */
const PARTS =
  /^(.+)[-_ .](?:files?|dateien|fichiers|archivos|ficheros|arquivos|ficheiros|bestanden|filer|tiedostot|pliki|soubory|dosyalar|datoteke|fajlovi|elemei|fitxers)$/;

/** `Page.html` and `Page_files`: a page as a browser saved it, with what it shows. */
const isPartsOf = (folder: string, names: readonly string[]): boolean => {
  const plain = (name: string) => name.normalize('NFC').toLowerCase();
  const page = PARTS.exec(plain(folder))?.[1];
  return (
    page !== undefined &&
    names.some((name) => /^\.(?:x?html?|xht)$/.test(plain(name).slice(page.length)) && plain(name).startsWith(page))
  );
};

/** Finds the files of a folder and of the folders in it, in the order of their names; nothing is opened. */
export const walk = async (root: string, folder: string, depth: number, out: Walk): Promise<void> => {
  const named = (path: string) => relative(root, path).split(sep).join('/');
  if (depth > DEEPEST) {
    out.problems.push(
      fault('too-deep', named(folder), `Folders are nested deeper than ${DEEPEST}. Move the reports up.`),
    );
    return;
  }
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = entries.map(({ name }) => name);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const away = IN_CLOUD.exec(entry.name)?.[1];
    if (away !== undefined) {
      const says =
        'It is in iCloud and not on this machine. Open it there once, so that it is fetched, and add it again.';
      out.problems.push(fault('away', named(join(folder, away)), says));
      continue;
    }
    if (entry.name.startsWith('.') || LEFT.test(entry.name)) continue;
    if (entry.isDirectory() && isPartsOf(entry.name, names)) {
      const says = 'It holds the pictures and programs of the saved page beside it; it was passed over.';
      out.notes.push(fault('passed-over', named(path), says));
    } else if (entry.isDirectory()) {
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
