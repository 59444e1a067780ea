import { randomUUID } from 'node:crypto';
import { lstat, open, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { renamed } from '../store/keep-original.ts';
import { Unusable } from './shell.ts';

const unwritable = (path: string, says: string): Unusable =>
  new Unusable([{ code: 'report/unwritable', at: [path], says }]);

const OWN_PAGE = '<meta name="generator" content="Entente">';
const OWN_DATA = /^\s*\{\s*"format":\s*"entente-report\/\d+"/;

/** Whether a file begins as what Entente writes: a page with its mark, or data with its format. */
const isOwn = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const head = buffer.toString('utf8', 0, bytesRead);
    return bytesRead === 0 ? false : head.includes(OWN_PAGE) || OWN_DATA.test(head);
  } finally {
    await file.close();
  }
};

const real = async (path: string): Promise<string> => realpath(path).catch(() => path);

/**
 * The place where a report may be written: one that is free, or that holds an earlier report. Never among the documents of the folder, and
 * never under a name that a dossier reads.
 *
 * @throws Unusable that says why not there
 */
export const placeFor = async (name: string, cwd: string, folder: string): Promise<string> => {
  if (name.trim() === '') throw unwritable('-o', 'The name is empty. Give the file to write: -o report.html.');
  const path = resolve(cwd, name);
  const home = await real(resolve(cwd, folder));
  const place = join(await real(dirname(path)), basename(path));
  if (place.startsWith(join(home, 'documents') + sep))
    throw unwritable(name, 'It lies among the documents of the dossier. Give another place with -o.');
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined && place.startsWith(home + sep) && !/^\.(?:html?|json)$/i.test(extname(place)))
    throw unwritable(name, 'A file of that name in the folder would be read as part of it. Name it .html or .json.');
  if (found === undefined) return path;
  const behind = await stat(path).catch(() => undefined); // a link that leads nowhere hides nothing
  if (behind === undefined && found.isSymbolicLink()) return path;
  if (behind?.isFile() !== true)
    throw unwritable(name, 'There is something here that is no file. Give another name with -o.');
  if (!(await isOwn(path).catch(() => false)))
    throw unwritable(
      name,
      'There is a file here that Entente did not make; it is left as it is. Give another name with -o.',
    );
  return path;
};

/** Writes beside the place and moves it there, so that nobody ever sees half a file; a link is replaced, never followed. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await renamed(beside, path);
  } catch (fault) {
    await rm(beside, { force: true }).catch(() => undefined);
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw unwritable(path, 'Its folder does not exist. Make it first.');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw unwritable(path, 'It may not be written there. Give another place with -o.');
    if (code === 'ENOSPC') throw unwritable(path, 'The disk is full.');
    throw fault;
  }
};
