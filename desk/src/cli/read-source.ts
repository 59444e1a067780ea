import { resolve } from 'node:path';
import type { Document } from '@entente/core/document/document';
import type { Codebook } from '@entente/core/statement/codebook';
import type { Statement } from '@entente/core/statement/statement';
import type { Problem } from '@entente/core/vocabulary';
import type { Extension } from '@entente/reading/lexicon/extension';
import { terminal } from '../export/text.ts';
import { capturePaths } from '../intake/folder.ts';
import { readFolder } from '../store/folder.ts';
import { lexiconIn } from '../store/lexicon.ts';
import { isStore, openStore } from '../store/open-store.ts';
import { isTextDossier } from '../store/work-on.ts';
import { progress } from './progress.ts';
import { problemLines, type Shell, Unusable } from './shell.ts';

/** What `entente read` reads: reports, and what a dossier knows besides. */
export interface Source {
  readonly documents: readonly Document[];
  readonly codebook?: Codebook;
  /** Statements that the dossier holds already, decided or not. */
  readonly known: readonly Statement[];
  readonly extension?: Extension;
  readonly faults: number;
}

const usable = (codebook: Codebook): { codebook?: Codebook } => (codebook.issues.length > 0 ? { codebook } : {});

const fromStore = async (folder: string): Promise<Omit<Source, 'faults'>> => {
  const store = await openStore(folder, { readOnly: true });
  if (!store.ok) throw new Unusable(store.problems);
  try {
    const { documents, codebook, statements } = await store.value.dossier();
    return { documents, ...usable(codebook), known: statements };
  } finally {
    await store.value.close();
  }
};

/** A dossier with its codebook, its decisions and its words, or reports by themselves. Faults are told; what is sound is read. */
export const sourceOf = async (paths: readonly string[], shell: Shell): Promise<Source> => {
  const [only = '', ...more] = paths.map((path) => resolve(shell.cwd, path));
  const seen = progress(shell);
  const onFile = (done: number, all: number, file: string) => seen.say(`${done} of ${all}  ${terminal(file)}`);
  const told = (problems: readonly Problem[]): number => {
    if (problems.length > 0) shell.err(problemLines(problems));
    return problems.length;
  };
  const kept = more.length === 0 && (await isStore(only));
  if (kept || (more.length === 0 && (await isTextDossier(only)))) {
    const { extension, problems } = await lexiconIn(only);
    const words = { ...(extension === undefined ? {} : { extension }) };
    if (kept) return { ...(await fromStore(only)), ...words, faults: told(problems) };
    const folder = await readFolder(only, { onFile });
    seen.end();
    if (!folder.ok) throw new Unusable(folder.problems);
    const { documents, codebook, statements } = folder.value.dossier;
    told(folder.value.notes);
    const faults = told([...folder.value.problems, ...problems]);
    return { documents, ...usable(codebook), known: statements, ...words, faults };
  }
  const { documents, problems, notes } = await capturePaths(
    [only, ...more].filter((path) => path !== ''),
    { onFile },
  );
  seen.end();
  const faults = told(problems);
  told(notes);
  return { documents, known: [], faults };
};
