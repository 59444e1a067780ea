import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { app } from 'entente/http/app';
import { deskOn } from 'entente/http/desk';
import { listen } from 'entente/http/listen';
import { pageFiles } from 'entente/http/page-files';
import { chromium, type Page } from 'playwright-core';
import { machine, median } from './shared/machine.ts';
import { answered, decided, KEYS, WAYS } from './workbench/keys.ts';
import { largeStore } from './workbench/large.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

const gzipped = (files: readonly { readonly bytes: Uint8Array }[]): number =>
  files.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0);

/** Milliseconds from an address to something that is shown there. */
const shown = async (page: Page, address: string, what: string): Promise<number> => {
  const began = performance.now();
  await page.goto(address);
  await page.locator(what).first().waitFor();
  return performance.now() - began;
};

const several = async (times: number, work: () => Promise<number>): Promise<readonly number[]> => {
  const figures: number[] = [];
  for (let at = 0; at < times; at++) figures.push(await work());
  return figures;
};

const told = (figures: readonly number[]) => ({
  medianMs: Math.round(median(figures)),
  p95Ms: Math.round(figures.toSorted((a, b) => a - b)[Math.floor(figures.length * 0.95)] ?? Number.NaN),
  times: figures.length,
});

/** One size of dossier: first views, every key of three rooms, and suggestions decided by keys alone. */
const measured = async (documents: number, statements: number, decisions: number) => {
  const home = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const store = await largeStore(join(home, 'dossier'), documents, statements);
  const files = await pageFiles('token');
  if (files === undefined) throw new RangeError('The workbench is not built: npm run build');
  const desk = deskOn(store, { kind: 'person', name: 'bench' });
  const listening = await listen((port) => app({ desk, token: 'token', files, port }), 0, true);
  if (listening === undefined) throw new RangeError('No port is free');
  const address = `http://127.0.0.1:${listening.port}`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    const scripts = [...files.files].filter(([name]) => name.startsWith('/assets/') && name.endsWith('.js'));
    const first = scripts.filter(([name]) => files.first.includes(name)).map(([, file]) => file);
    const brief = await several(5, () => shown(page, `${address}/`, '.mini .cell'));
    const sources = await several(5, () => shown(page, `${address}/sources`, 'table.long tbody tr'));
    const reading = await several(5, () => shown(page, `${address}/sources/report-7`, '.sheet .row'));
    const keys: Record<string, ReturnType<typeof told>> = {};
    for (const [room, { path, there, keys: asked }] of Object.entries(KEYS)) {
      const times = new Map<string, number[]>();
      for (let round = 0; round < 3; round++) {
        await shown(page, `${address}${path}`, there);
        await page.waitForLoadState('networkidle');
        for (const one of asked) {
          const name = `${room} ${one.typed === undefined ? one.key : `typing “${one.typed}”`}`;
          times.set(name, [...(times.get(name) ?? []), await answered(page, one)]);
        }
      }
      for (const [name, figures] of times) keys[name] = told(figures);
    }
    await shown(page, `${address}/coding/report-11`, '.panel .acts');
    const many = await decided(page, decisions);
    return {
      dossier: { documents, statements },
      firstView: { brief: told(brief), sources: told(sources), document: told(reading) },
      keys,
      slowestKeyMs: Math.max(...Object.values(keys).map(({ p95Ms }) => p95Ms)),
      decidedWithoutMouse: { suggestions: decisions, ...many, msEach: Math.round(many.ms / decisions) },
      initialScriptGzipBytes: gzipped(first),
      allScriptsGzipBytes: gzipped(scripts.map(([, file]) => file)),
    };
  } finally {
    await browser.close();
    await listening.close();
    desk.close();
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
};

/** The workbench on large dossiers in a real browser: first views, keys, and the size of what is sent first; `--quick` takes the smaller alone. */
export const bench = async (args: readonly string[]) => {
  if (!existsSync(CHROMIUM)) return { skipped: `No chromium at ${CHROMIUM}. Set CHROMIUM to one.` };
  const sizes = args.includes('--quick')
    ? [[1000, 20_000] as const]
    : [[1000, 20_000] as const, [10_000, 200_000] as const];
  const dossiers = [];
  for (const [documents, statements] of sizes)
    dossiers.push(await measured(documents, statements, args.includes('--quick') ? 60 : 300));
  const keysFor = Object.fromEntries(Object.entries(WAYS).map(([what, { keys }]) => [what, keys.length]));
  return { machine: machine(), keysFor, dossiers };
};
