import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { app } from '../../desk/src/http/app.ts';
import { deskOn } from '../../desk/src/http/desk.ts';
import { listen } from '../../desk/src/http/listen.ts';
import { pageFiles } from '../../desk/src/http/page-files.ts';
import { readFolder } from '../../desk/src/store/folder.ts';
import { importFolder } from '../../desk/src/store/import-folder.ts';
import { createStore } from '../../desk/src/store/open-store.ts';
import type { Store } from '../../desk/src/store/store.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const EXAMPLE = here('../../examples/end-of-war-declaration');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const PERSON = { kind: 'person', name: 'analyst' } as const;

/** Whether there is a browser to look with. */
export const hasBrowser = (): boolean => existsSync(CHROMIUM);

const sure = <Value>(
  outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: unknown },
): Value => {
  if (outcome.ok) return outcome.value;
  throw new RangeError(JSON.stringify(outcome.problems));
};

/** A workbench on a copy of a dossier, in a real browser: what an end-to-end test drives. */
export interface Workbench {
  readonly address: string;
  readonly store: Store;
  readonly open: (path: string, look?: { readonly width?: number; readonly dark?: boolean }) => Promise<Page>;
  /** What pages complained of: errors, and breaches of the policy. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Builds the pages, takes a dossier's folder into a store of its own, and serves it. */
export const workbenchOn = async (folder = EXAMPLE): Promise<Workbench> => {
  const room = await mkdtemp(join(tmpdir(), 'entente-workbench-'));
  const dist = join(room, 'dist/');
  await build({ root: here('..'), configFile: here('../vite.config.ts'), logLevel: 'error', build: { outDir: dist } });
  const files = await pageFiles('test-token', dist);
  if (files === undefined) throw new RangeError('The pages were not built');
  const read = sure(await readFolder(folder));
  const { title, question, asOf } = read.dossier;
  const head = { title, ...(question !== undefined && { question }), ...(asOf !== undefined && { asOf }) };
  const store = sure(await createStore(join(room, 'dossier'), head, PERSON));
  sure(await importFolder(store, PERSON, read));
  const desk = deskOn(store, PERSON);
  const server = await listen((port) => app({ desk, token: 'test-token', files, port }), 0, true);
  if (server === undefined) throw new RangeError('No port is free');
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
  });
  const address = `http://127.0.0.1:${server.port}`;
  const complaints: string[] = [];
  return {
    address,
    store,
    complaints,
    open: async (path, { width = 1440, dark = false } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (fault) => complaints.push(fault.message));
      await page.goto(`${address}${path}`);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      desk.close();
      await store.close();
      await rm(room, { recursive: true, force: true });
    },
  };
};

/** How far the page can be scrolled sideways: never. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
