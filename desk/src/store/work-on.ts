import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Coder } from '@entente/core/statement/statement';
import type { Outcome, Problem } from '@entente/core/vocabulary';
import type { CaptureOptions } from '../intake/folder.ts';
import { problem, Refused } from './fault.ts';
import { type FolderDossier, readFolder } from './folder.ts';
import { importFolder } from './import-folder.ts';
import { LEFT_BY_SYSTEM } from './keep-original.ts';
import { newFolder } from './new-folder.ts';
import { createStore, isStore, openStore, titleFor } from './open-store.ts';
import type { Store } from './store.ts';

/** A dossier that is open for work, and how it came to be. */
export interface Workplace {
  readonly store: Store;
  /** `opened` as it was; `made` new and empty; `imported` just now from a folder, of which it is a copy. */
  readonly how: 'opened' | 'made' | 'imported';
  /** What was wrong with single files or entries of the folder; the rest was taken over. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

export interface WorkOptions extends CaptureOptions {
  /** Where the dossier of a text folder is kept; beside it under its name with `.entente` when left out. */
  readonly at?: string;
  /** Whether a text folder with faults is taken over without what has them. */
  readonly anyway?: boolean;
}

/** The files of a dossier as text, in the places that faults name. */
const OWN_FILE = /^(?:dossier|documents|codebook|statements|chronicle|origins)\.ya?ml(?::|$)/;

/**
 * Why a text folder is not taken over as it is: faults in its own files. From then on the dossier is what people work on, so what is left out at
 * first would be missed for good. Files of reports with faults hold nothing up; they can be added later.
 */
export const notWhole = (path: string, { problems }: Pick<FolderDossier, 'problems'>): readonly Problem[] => {
  const faults = problems.filter(({ at }) => OWN_FILE.test(String(at[0] ?? '')));
  if (faults.length === 0) return [];
  const says = `${faults.length === 1 ? 'A fault stands' : `${faults.length} faults stand`} in its files, so nothing was taken over. Mend them and try again; --anyway takes the rest now; entente open --read-only shows it.`;
  return [...faults, { code: 'folder/not-whole', at: [path], says }];
};

const isEmpty = async (folder: string): Promise<boolean> =>
  (await readdir(folder)).every((name) => LEFT_BY_SYSTEM.test(name));

/** Whether a folder is a dossier as text, for exchange and version control. */
export const isTextDossier = async (path: string): Promise<boolean> =>
  (await stat(join(path, 'dossier.yaml')).catch(() => undefined))?.isFile() === true;

const opened = async (folder: string): Promise<Outcome<Workplace>> => {
  const store = await openStore(folder);
  if (!store.ok) return store;
  const { notes } = store.value;
  return { ok: true, value: { store: store.value, how: 'opened', problems: [], notes } };
};

/** Reads a folder and makes a dossier of it, which appears under its name when it is whole. */
export const importedAt = async (
  path: string,
  at: string,
  by: Coder,
  options: Omit<WorkOptions, 'at'> = {},
): Promise<Outcome<Workplace>> => {
  const bytes = new Map<string, Uint8Array>();
  const folder = await readFolder(path, {
    ...options,
    onReport: (report) => {
      if (report.original.path === undefined) bytes.set(report.document.id, report.bytes);
      return options.onReport?.(report);
    },
  });
  if (!folder.ok) return folder;
  const faults = options.anyway === true ? [] : notWhole(path, folder.value);
  if (faults.length > 0) return { ok: false, problems: faults };
  const { title, question, asOf } = folder.value.dossier;
  const taken = 'There is something under this name already, and it is no dossier. Name another place.';
  const made = await newFolder(at, problem('import-exists', [at], taken), async (making) => {
    const head = { title, ...(question !== undefined && { question }), ...(asOf !== undefined && { asOf }) };
    const store = await createStore(making, head, by);
    if (!store.ok) throw new Refused(store.problems);
    const imported = await importFolder(store.value, by, folder.value, bytes);
    await store.value.close();
    if (!imported.ok) throw new Refused(imported.problems);
    return imported.value.notes;
  });
  if (!made.ok) return made;
  const found = await opened(resolve(at));
  if (!found.ok) return found;
  const { problems, notes } = folder.value;
  return { ok: true, value: { ...found.value, how: 'imported', problems, notes: [...notes, ...made.value] } };
};

/**
 * Opens for work what somebody named: a dossier; a text folder or a folder of reports, of which a dossier is made beside it the first time;
 * or nothing yet, or an empty folder, and a new dossier is made.
 */
export const workOn = async (path: string, by: Coder, options: WorkOptions = {}): Promise<Outcome<Workplace>> => {
  const folder = resolve(path);
  const found = await stat(folder).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) {
    const says =
      'It is a file. Name a dossier, or a folder of reports; entente add takes a single file into a dossier.';
    return { ok: false, problems: [problem('file', [path], says)] };
  }
  if (await isStore(folder)) return opened(folder);
  const at = resolve(options.at ?? `${folder}.entente`);
  if (await isStore(at)) {
    const copy = await opened(at);
    if (!copy.ok || found === undefined) return copy;
    const says = `${basename(at)} was made from it and is opened. What is new in the folder comes in with entente add ${basename(at)} ${basename(folder)}.`;
    return { ok: true, value: { ...copy.value, notes: [...copy.value.notes, problem('copy', [path], says)] } };
  }
  if (found !== undefined && !(await isEmpty(folder))) return importedAt(folder, at, by, options);
  const store = await createStore(folder, { title: titleFor(folder) }, by);
  return store.ok ? { ok: true, value: { store: store.value, how: 'made', problems: [], notes: [] } } : store;
};
