import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from '../src/http/app.ts';
import { deskOn } from '../src/http/desk.ts';
import { readFolder } from '../src/store/folder.ts';
import { importFolder } from '../src/store/import-folder.ts';
import { createStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/end-of-war-declaration', import.meta.url));
const BY = { kind: 'person', name: 'analyst' } as const;
const HEADERS = { host: '127.0.0.1:80', 'x-entente-token': 't', 'content-type': 'application/json' };

export interface ExampleDesk {
  readonly store: Store;
  /** Asks one of the routes below `/api/`, as the page does. */
  readonly ask: (path: string, method?: string, json?: unknown) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** The workbench's server on a copy of the example dossier that is thrown away when closed. */
export const exampleDesk = async (): Promise<ExampleDesk> => {
  const room = await mkdtemp(join(tmpdir(), 'entente-example-'));
  const read = await readFolder(EXAMPLE);
  const made = await createStore(join(room, 'dossier'), { title: 'Example' }, BY);
  if (!read.ok || !made.ok) throw new RangeError('no example');
  const store = made.value;
  await importFolder(store, BY, read.value);
  const pages = app({ desk: deskOn(store, BY), token: 't', files: { first: '', files: new Map() }, port: () => 80 });
  return {
    store,
    ask: async (path, method = 'GET', json) =>
      pages.request(`http://127.0.0.1:80/api/${path}`, {
        method,
        headers: HEADERS,
        ...(json !== undefined && { body: JSON.stringify(json) }),
      }),
    close: async () => {
      await store.close();
      await rm(room, { recursive: true, force: true });
    },
  };
};
