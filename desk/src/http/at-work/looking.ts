import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, CHROMIUM } from './at-work.ts';

/** A page with everything that went wrong on it: dialogs, requests elsewhere, complaints on the console. */
export interface Looked {
  readonly page: Page;
  readonly wrong: { readonly dialogs: string[]; readonly elsewhere: string[]; readonly complaints: string[] };
}

/** A browser, and pages in it that keep count of what goes wrong. */
export const looking = async () => {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGS });
  return {
    close: () => browser.close(),
    look: async (address: string, path = '/', options: BrowserContextOptions = {}): Promise<Looked> => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000); // reached only where much else runs
      const wrong: Looked['wrong'] = { dialogs: [], elsewhere: [], complaints: [] };
      page.on('dialog', async (dialog) => {
        wrong.dialogs.push(dialog.message());
        await dialog.dismiss();
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(address)) wrong.elsewhere.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.complaints.push(message.text());
      });
      page.on('pageerror', (fault) => wrong.complaints.push(fault.message));
      await page.goto(`${address}${path}`);
      await page.locator('h1').waitFor();
      return { page, wrong };
    },
  };
};

export const NOTHING_WRONG: Looked['wrong'] = { dialogs: [], elsewhere: [], complaints: [] };
