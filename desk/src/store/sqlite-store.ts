import type { Dossier } from '@entente/core/report/dossier';
import type { Problem } from '@entente/core/vocabulary';
import { type Ground, suggest, write } from './act.ts';
import { backup } from './backup.ts';
import { capture } from './capture.ts';
import type { Database } from './database.ts';
import { byHandIn, derivationsAbout, derivationsIn, putDerivations } from './derivations.ts';
import { documentIn, plainDocuments } from './documents.ts';
import { problem } from './fault.ts';
import { readOriginal } from './keep-original.ts';
import { Known } from './known.ts';
import { entryAt, historyOf, logIn } from './log.ts';
import { daysIn } from './matrix/days.ts';
import { cellsAt, positionAt } from './matrix/matrix.ts';
import { merge } from './merge.ts';
import { allOf, codebookIn, codedIn, documentRows, recordOf, statementsIn } from './reader.ts';
import type { Entry } from './record.ts';
import { search } from './search.ts';
import type { Store } from './store.ts';
import { redo, toRedo, toUndo, undo } from './undo.ts';
import { writerOn } from './writer.ts';

export interface Opening {
  readonly folder: string;
  readonly db: Database;
  readonly readOnly: boolean;
  readonly notes: readonly Problem[];
  readonly now: () => string;
  readonly onClose: () => Promise<void>;
}

const everything = (db: Database, known: Known): Dossier => {
  const head = recordOf(db, 'head', 'head') ?? { title: 'Untitled dossier' };
  return {
    ...head,
    ...{ documents: plainDocuments(db), derivations: derivationsIn(db), origins: known.origins() },
    codebook: codebookIn(db),
    statements: allOf(db, 'statement'),
    events: allOf(db, 'event'),
    figures: allOf(db, 'figure'),
    forecasts: allOf(db, 'forecast'),
  };
};

const LOOKING = 'It was opened for looking only. Open it for work to change something.';

/** A dossier in a SQLite file that is open. */
export const sqliteStore = ({ folder, db, readOnly, notes, now, onClose }: Opening): Store => {
  const writer = writerOn(db, now);
  const known = new Known(db, readOnly);
  const listeners = new Set<(entry: Entry) => void>();
  const ground: Ground = {
    ...{ db, writer, folder },
    told: (entry) => {
      for (const listener of listeners) listener(entry);
    },
  };
  let whole: { readonly version: number; readonly dossier: Dossier } | undefined;
  const dossier = (): Dossier => {
    const { seq: version } = writer.last();
    if (whole?.version !== version) whole = { version, dossier: everything(db, known) };
    return whole.dossier;
  };
  const barred = readOnly ? { ok: false as const, problems: [problem('looking-only', [folder], LOOKING)] } : undefined;
  let closing: Promise<void> | undefined;
  return {
    ...{ folder, readOnly, notes },
    version: () => writer.last().seq,
    write: async (by, what, wishes, options) => barred ?? write(ground, by, what, wishes, options),
    undo: async (by) => barred ?? undo(ground, by),
    redo: async (by) => barred ?? redo(ground, by),
    undoable: async () => {
      const [back, again] = [toUndo(db), toRedo(db)];
      const [undoes, redoes] = [back && entryAt(db, back), again && entryAt(db, again)];
      return { ...(undoes && { undo: undoes }), ...(redoes && { redo: redoes }) };
    },
    merge: async (by, kind, from, into, why) => barred ?? merge(ground, by, kind, from, into, why),
    capture: async (by, documents, what) => barred ?? capture(ground, by, documents, what),
    suggest: async (by, wishes) => barred ?? suggest(ground, by, wishes),
    putDerivations: async (by, computed) => barred ?? putDerivations(ground, by, computed),
    log: async (options) => logIn(db, options),
    history: async (kind, id) => historyOf(db, kind, id),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    record: async (kind, id) => recordOf(db, kind, id),
    touched: async (kind, id) => writer.standing(kind, id)?.held === true,
    head: async () => recordOf(db, 'head', 'head') ?? { title: 'Untitled dossier' },
    documents: async (query) => documentRows(db, known, query),
    document: async (id) => documentIn(db, id),
    texts: async () => plainDocuments(db),
    original: async (id) => {
      const original = recordOf(db, 'document', id)?.original;
      return original && readOriginal(folder, original);
    },
    codebook: async () => codebookIn(db),
    statements: async (query) => statementsIn(db, query),
    events: async (query) => codedIn(db, 'event', query),
    figures: async (query) => codedIn(db, 'figure', query),
    forecasts: async (query) => codedIn(db, 'forecast', query),
    conflicts: async () => allOf(db, 'conflict'),
    settings: async () => allOf(db, 'setting'),
    derivations: async ({ document } = {}) =>
      document === undefined ? derivationsIn(db) : derivationsAbout(db, document),
    originsByHand: async () => byHandIn(db),
    origins: async () => known.origins(),
    search: async (words, options) => search(db, words, options),
    positions: async (asOf) => cellsAt(db, known.cells(), asOf),
    days: async () => daysIn(known.cells()),
    position: async (actor, issue, asOf) => positionAt(db, known, [actor, issue], asOf),
    dossier: async () => dossier(),
    backup: async (to, told) => backup({ db, folder, to, ...(told && { told }) }),
    close: () => {
      closing ??= onClose();
      return closing;
    },
  };
};
