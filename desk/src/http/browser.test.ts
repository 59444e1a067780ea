import { existsSync } from 'node:fs';
import { reportOf } from '@entente/core/report/report';
import { hostileDossier } from '@entente/core/testing/hostile-dossier';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGS as args, CHROMIUM as executablePath } from './at-work/at-work.ts';
import { type Listening, listen } from './listen.ts';
import { pages as app } from './pages.ts';

const there = existsSync(executablePath);
if (!there)
  console.warn(`No chromium at ${executablePath}: the pages are not looked at in a browser. Set CHROMIUM to one.`);

describe.skipIf(!there)('in a browser', () => {
  let browser: Browser | undefined;
  const servers: Listening[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
  });

  const serve = async (dossier: typeof quotaDossier): Promise<string> => {
    const report = reportOf(dossier);
    const server = await listen((port) => app(async () => ({ ok: true, value: report }), port), 0, true);
    if (server === undefined) throw new RangeError('no port is free');
    servers.push(server);
    return `http://127.0.0.1:${server.port}/`;
  };

  test('a hostile dossier opens nothing, asks nothing elsewhere, and breaks no policy', async () => {
    const address = await serve(hostileDossier);
    const page = await browser?.newPage();
    if (page === undefined) throw new RangeError('no page');
    const [dialogs, elsewhere, complaints]: [string[], string[], string[]] = [[], [], []];
    page.on('dialog', async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:font/')) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (fault) => complaints.push(fault.message));
    for (const path of ['', 'documents/1', 'documents/2'])
      await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    expect({ dialogs, elsewhere, complaints }).toEqual({ dialogs: [], elsewhere: [], complaints: [] });
    await page.close();
  });

  test.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [320, 'dark'],
  ] as const)('%i wide, %s: nothing scrolls sideways and the style is applied', async (width, colorScheme) => {
    for (const dossier of [quotaDossier, hostileDossier]) {
      const page = await browser?.newPage({ viewport: { width, height: 900 }, colorScheme });
      if (page === undefined) throw new RangeError('no page');
      await page.goto(await serve(dossier));
      const seen = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        paper: getComputedStyle(document.body).backgroundColor,
      }));
      expect(seen).toEqual({ over: 0, paper: colorScheme === 'light' ? 'rgb(252, 252, 251)' : 'rgb(20, 22, 24)' });
      await page.close();
    }
  });

  test('a claim leads to its words, and the words lead back', async () => {
    const page = await browser?.newPage();
    if (page === undefined) throw new RangeError('no page');
    await page.goto(await serve(quotaDossier));
    await page.click('.answer .finding .cite');
    const row = page.locator('.row:has(:target)');
    expect(await row.locator('p').textContent()).toContain('Vestria is reluctant to back');
    await row.locator('.backs a').first().click();
    expect(await page.locator('.statement:target').count()).toBe(1);
    await page.close();
  });
});
