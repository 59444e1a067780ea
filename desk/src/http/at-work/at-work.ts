import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dossier } from '@entente/core/report/dossier';
import type { Coder } from '@entente/core/statement/statement';
import { createStore } from '../../store/open-store.ts';
import type { Wish } from '../../store/record.ts';
import type { Store } from '../../store/store.ts';
import { app } from '../app.ts';
import { type Desk, deskOn } from '../desk.ts';
import { type Listening, listen } from '../listen.ts';
import { type PageFiles, pageFiles } from '../page-files.ts';

export const PERSON: Coder = { kind: 'person', name: 'Ada' };
export const TOKEN = 'a-token-of-this-test';

/** Pages of one line, for tests that look at no page. */
export const NO_PAGES: PageFiles = { first: '<!doctype html><title>Entente</title>', files: new Map() };

const only = <Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly problems: readonly { readonly says: string }[] },
): Value => {
  if (outcome.ok) return outcome.value;
  throw new RangeError(outcome.problems.map(({ says }) => says).join(' '));
};

/** Puts a dossier into a store as if a person had coded it; `status` makes suggestions of its statements. */
export const filledStore = async (folder: string, dossier: Dossier, by: Coder = PERSON): Promise<Store> => {
  const { title, question, asOf, documents, derivations, codebook, statements, events, figures, forecasts } = dossier;
  const head = { title, ...(question !== undefined && { question }), ...(asOf !== undefined && { asOf }) };
  const store = only(await createStore(folder, head, by));
  const exact = documents.map((document) => ({
    document: { ...document, sha256: createHash('sha256').update(document.text, 'utf8').digest('hex') },
  }));
  only(await store.capture(by, exact));
  if (derivations.length > 0) only(await store.putDerivations({ kind: 'rule', name: 'derivation' }, derivations));
  const put = (kind: Wish['kind'], records: readonly { readonly id: string }[]): readonly Wish[] =>
    records.map((after) => ({ kind, id: after.id, after }));
  const names = [...put('actor', codebook.actors), ...put('issue', codebook.issues)];
  only(await store.write(by, 'codebook', names));
  const of = (suggested: boolean): readonly Wish[] => {
    const ours = <One extends { readonly id: string; readonly status: string }>(records: readonly One[]) =>
      records.filter(({ status }) => (status === 'suggested') === suggested);
    return [
      ...put('statement', ours(statements)),
      ...put('event', ours(events)),
      ...put('figure', ours(figures)),
      ...put('forecast', ours(forecasts)),
    ];
  };
  if (of(false).length > 0) only(await store.write(by, 'code', of(false)));
  if (of(true).length > 0) only(await store.suggest({ kind: 'rule', name: 'reader' }, of(true)));
  return store;
};

/** A workbench at work on a folder of its own. */
export interface AtWork {
  readonly desk: Desk;
  readonly store: Store;
  readonly address: string;
  readonly end: () => Promise<void>;
}

/** Opens a dossier in a temporary folder; with `pages`, listens and serves the built workbench. */
export const atWork = async (dossier: Dossier, pages?: PageFiles): Promise<AtWork> => {
  const home = await mkdtemp(join(tmpdir(), 'entente-at-work-'));
  const store = await filledStore(join(home, 'dossier'), dossier);
  const desk = deskOn(store, PERSON);
  const listening: Listening | undefined =
    pages && (await listen((port) => app({ desk, token: TOKEN, files: pages, port }), 0, true));
  return {
    ...{ desk, store },
    address: listening === undefined ? '' : `http://127.0.0.1:${listening.port}`,
    end: async () => {
      await listening?.close();
      desk.close();
      await store.close();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const built = await pageFiles(TOKEN);

/** The built workbench, where there is one and a browser to look at it with; else says why not. */
export const toLookAt = (): PageFiles | undefined => {
  if (!existsSync(CHROMIUM)) {
    console.warn(`No chromium at ${CHROMIUM}: the workbench is not looked at in a browser. Set CHROMIUM to one.`);
    return undefined;
  }
  if (built === undefined)
    console.warn('The workbench is not built (npm run build): it is not looked at in a browser.');
  return built;
};

export const BROWSER_ARGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
