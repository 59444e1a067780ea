import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const PAGE = `<!doctype html><title>bench</title>
<script type="importmap">{ "imports": { "@entente/core/": "/core/dist/" } }</script>
<script type="module">
  import { fastAnalysis } from '/core/dist/stability/fast-analysis.js';
  import { sizedModel } from '/bench/dist/stability/model.js';
  globalThis.measure = (options, makers, kind, runs) => {
    const model = sizedModel(options, makers, kind);
    const seconds = Array.from({ length: runs }, () => {
      const from = performance.now();
      fastAnalysis(model);
      return (performance.now() - from) / 1000;
    });
    return { states: model.size, seconds: seconds.sort((a, b) => a - b)[runs >> 1] };
  };
</script>`;

/** Serves the built files, and nothing else. */
const serve = async () => {
  const server = createServer(({ url = '' }, response) => {
    if (url === '/') {
      response.setHeader('content-type', 'text/html').end(PAGE);
      return;
    }
    const file = join(root, extname(url) === '' ? `${url}.js` : url);
    if (!/^\/(core|bench)\/dist\/[\w/.-]+$/.test(url) || url.includes('..') || !existsSync(file))
      response.writeHead(404).end();
    else response.setHeader('content-type', 'text/javascript').end(readFileSync(file));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
};

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

/** The same analyses on a page of the system's chromium, from the built files; undefined where there is no chromium. */
export const inBrowser = async (sizes: readonly number[], makers: number, kind: string) => {
  if (!existsSync(executablePath)) return undefined;
  const server = await serve();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${portOf(server.address())}/`);
    await page.waitForFunction('globalThis.measure !== undefined');
    const rows: unknown[] = [];
    for (const options of sizes) {
      const call = `measure(${options}, ${makers}, ${JSON.stringify(kind)}, ${options <= 16 ? 11 : 3})`;
      rows.push({ kind, makers, options, ...Object(await page.evaluate(call)) });
    }
    return { browser: `chromium ${browser.version()}`, rows };
  } finally {
    await browser.close();
    server.close();
  }
};
