import { quotaDossier } from '@entente/core/testing/quota-dossier';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app } from '../app.ts';
import { listen } from '../listen.ts';
import { type AtWork, atWork, TOKEN, toLookAt } from './at-work.ts';
import { emptied, exampleAtWork, undecided } from './dossiers.ts';
import { looking } from './looking.ts';

const pages = toLookAt();
const PATIENCE = 60_000;

/** From now on the page is not told what the desk holds at an address: it stays with what it has seen. */
const holdBack = async (page: Page, address: string): Promise<void> => {
  await page.route(address, (route) => (route.request().method() === 'GET' ? undefined : route.continue()));
};

describe.skipIf(pages === undefined)('several pages, a desk that stops, and steps taken back', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  const open: AtWork[] = [];
  const at = async (make: Promise<AtWork>): Promise<AtWork> => {
    const work = await make;
    open.push(work);
    return work;
  };
  beforeAll(async () => {
    browser = await looking();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    for (const work of open) await work.end();
  });

  test(
    'what one tab decides, the other shows; links and the back button lead where they say',
    async () => {
      const work = await at(atWork(undecided(quotaDossier), pages));
      const { page: one } = await browser.look(work.address, '/sources');
      const { page: two } = await browser.look(work.address, '/coding');
      await two.locator('.panel .acts').waitFor();
      const left = await one.locator('td.num a').first().textContent();
      await two.keyboard.press('Enter');
      await expect.poll(() => one.locator('td.num a').first().textContent()).not.toBe(left);
      await one.keyboard.press('j');
      await one.keyboard.press('Enter');
      await one.locator('.sheet').waitFor();
      expect(new URL(one.url()).pathname).toMatch(/^\/sources\/\w+/);
      await one.goBack();
      await one.locator('table.long').waitFor();
      expect(new URL(one.url()).pathname).toBe('/sources');
    },
    PATIENCE,
  );

  test(
    'a statement that was changed in another tab is not written over, and the reader is told',
    async () => {
      const work = await at(atWork(undecided(quotaDossier), pages));
      const { page } = await browser.look(work.address, '/coding/wire?s=s1');
      await page.locator('.panel .acts').waitFor();
      await holdBack(page, '**/api/documents/wire');
      const { page: other } = await browser.look(work.address, '/coding/wire?s=s1');
      await other.locator('.panel .acts').waitFor();
      await other.keyboard.press('x');
      await expect.poll(async () => (await work.store.record('statement', 's1'))?.status).toBe('rejected');
      await page.keyboard.press('Enter');
      await page.getByText('Somebody changed this statement meanwhile').waitFor();
      expect((await work.store.record('statement', 's1'))?.status).toBe('rejected');
    },
    PATIENCE,
  );

  test(
    'a conflict that was changed in another tab: both ways out are offered',
    async () => {
      const work = await at(exampleAtWork(pages));
      const { page } = await browser.look(work.address, '/conflict/conflict');
      await page.locator('.states table').waitFor();
      await holdBack(page, '**/api/conflicts/conflict');
      const { page: other } = await browser.look(work.address, '/conflict/conflict');
      const swap = async (one: Page, maker: number): Promise<void> => {
        await one.locator(`.maker[data-maker="${maker}"] [role=row]`).first().focus();
        await one.keyboard.press('Alt+ArrowDown');
      };
      const text = async () => (await work.store.record('conflict', 'conflict'))?.text;
      const original = await text();
      await other.locator('.states table').waitFor();
      await swap(other, 1);
      await expect.poll(text).not.toBe(original);
      const theirs = await text();
      await swap(page, 0);
      await page.locator('.clash').waitFor();
      expect(await text()).toBe(theirs);
      await page.unroute('**/api/conflicts/conflict');
      await page.locator('.clash .button').first().click();
      await page.locator('.clash').waitFor({ state: 'detached' });
      await expect.poll(text).not.toBe(theirs);
    },
    PATIENCE,
  );

  test(
    'a desk that stops is told of in every room, nothing goes blank, and the page goes on by itself',
    async () => {
      if (pages === undefined) return;
      const work = await at(atWork(quotaDossier));
      const serve = (port: number) =>
        listen((own) => app({ desk: work.desk, token: TOKEN, files: pages, port: own }), port, true);
      const first = await serve(0);
      if (first === undefined) throw new RangeError('no port is free');
      const address = `http://127.0.0.1:${first.port}`;
      const { page } = await browser.look(address, '/sources');
      await page.locator('table.long').waitFor();
      for (const key of ['1', '3', '4', '5', '6', '7', '2']) {
        await page.keyboard.press(key); // every room is loaded once
        await page.locator(`nav.rooms a:nth-child(${key})[aria-current=page]`).waitFor();
        await page.locator('#main h1').waitFor();
      }
      await first.close();
      const alert = page.getByRole('alert').filter({ hasText: 'does not answer' });
      await alert.waitFor();
      expect(await page.locator('table.long tbody tr').count()).toBeGreaterThan(1);
      for (const key of ['1', '4', '5', '7', '2']) {
        await page.keyboard.press(key);
        await page.locator('#main h1, #main .state-of .big').first().waitFor();
        await expect(alert.isVisible()).resolves.toBe(true);
      }
      const again = await serve(first.port);
      await alert.waitFor({ state: 'detached' });
      await page.keyboard.press('1');
      await page.locator('.mini .cell').first().waitFor();
      await again?.close();
    },
    PATIENCE,
  );

  const snapshot = async ({ store }: AtWork): Promise<string> =>
    JSON.stringify([await store.dossier(), await store.conflicts(), await store.originsByHand()]);

  test(
    'a step is taken back in the room where it was made',
    async () => {
      const work = await at(exampleAtWork(pages));
      const { page } = await browser.look(work.address, '/sources');
      const rows: readonly (readonly [string, string, () => Promise<void>])[] = [
        [
          '/sources/wire?correct=1',
          '.fields-of input, form input',
          async () => {
            await page.getByRole('textbox', { name: 'Title' }).fill('Another title');
            await page.keyboard.press('Enter');
            await page.getByText('Corrected.').waitFor();
          },
        ],
        ['/sources/wire/rewrite', '.aligned', () => page.keyboard.press('=')],
        ['/coding/wire?s=w01', '.panel .acts', () => page.keyboard.press('x')],
        [
          '/coding?codebook=issues&e=declare-now',
          '.long tbody tr',
          async () => {
            await page.getByRole('link', { name: 'Declaring the Korean War over' }).click();
            await page.locator('input[name=label]').fill('Declaring it over');
            await page.keyboard.press('Control+Enter');
          },
        ],
        [
          '/chronicle',
          '.events li',
          async () => {
            await page.keyboard.press('j');
            await page.keyboard.press('x');
          },
        ],
        [
          '/conflict/conflict',
          '.states table',
          async () => {
            await page.locator('.maker[data-maker="0"] [role=row]').first().focus();
            await page.keyboard.press('Alt+ArrowDown');
          },
        ],
      ];
      const before = await snapshot(work);
      for (const [path, there, change] of rows) {
        await page.goto(`${work.address}${path}`);
        await page.locator(there).first().waitFor();
        await change();
        await expect.poll(() => snapshot(work), { message: path }).not.toBe(before);
        await page.locator('h1').first().focus(); // out of every field
        await page.keyboard.press('u');
        await expect.poll(() => snapshot(work), { message: path }).toBe(before);
      }
    },
    PATIENCE,
  );

  test(
    'documents are taken out again only after a question',
    async () => {
      const work = await at(atWork(emptied(quotaDossier), pages));
      const { page } = await browser.look(work.address, '/sources');
      const file = (name: string) => ({
        ...{ name, mimeType: 'text/plain' },
        buffer: Buffer.from(`${name}\n\nVestria rejects halving the cod quota, its minister said on 4 March 2021.\n`),
      });
      await page.locator('input[type=file]').setInputFiles([file('one.txt')]);
      await page.getByText('What became of the files').waitFor();
      const documents = async () => (await work.store.documents({ limit: 0 })).total;
      await page.keyboard.press('u');
      await page.getByText('u again takes that out of the dossier').waitFor();
      expect(await documents()).toBe(1);
      await page.keyboard.press('u');
      await expect.poll(documents).toBe(0);
      await page.keyboard.press('Shift+U');
      await expect.poll(documents).toBe(1);
    },
    PATIENCE,
  );
});
