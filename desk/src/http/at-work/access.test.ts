import { quotaDossier } from '@entente/core/testing/quota-dossier';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, toLookAt } from './at-work.ts';
import { emptied, exampleAtWork } from './dossiers.ts';
import { looking } from './looking.ts';
import { brokenOn, goTo, settled } from './settled.ts';

const pages = toLookAt();
const PATIENCE = 120_000;

/** Presses Tab through a room. @returns what takes the focus without being seen to, and whether the order is that of the page */
const tabbed = async (page: Page, steps: number): Promise<readonly string[]> => {
  const wrong: string[] = [];
  await page.evaluate(() => document.body.setAttribute('data-last', ''));
  for (let at = 0; at < steps; at++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const now = document.activeElement;
      if (!(now instanceof HTMLElement) || now === document.body) return 'end';
      const before = document.querySelector('[data-tabbed]');
      before?.removeAttribute('data-tabbed');
      now.setAttribute('data-tabbed', '');
      const named = now.outerHTML.slice(0, 100);
      const { width, height } = now.getBoundingClientRect();
      if (width === 0 || height === 0) return `has no place: ${named}`;
      const ring = [now, now.closest('.ask'), now.closest('label')].some(
        (one) => one !== null && getComputedStyle(one).outlineStyle !== 'none',
      );
      if (!ring) return `shows no focus: ${named}`;
      const back = before !== null && before !== now && (before.compareDocumentPosition(now) & 2) !== 0;
      return back ? `goes back: ${named}` : '';
    });
    if (fault === 'end') break;
    if (fault !== '') wrong.push(fault);
  }
  return wrong;
};

describe.skipIf(pages === undefined)('WCAG 2.2 AA, as far as a program can tell', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  let empty: AtWork;
  beforeAll(async () => {
    browser = await looking();
    work = await exampleAtWork(pages);
    empty = await atWork(emptied(quotaDossier), pages);
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
    await empty?.end();
  });

  test(
    'empty rooms, and a desk that is gone, break none either',
    async () => {
      const { page } = await browser.look(empty.address, '/');
      const broken: string[] = [];
      for (const path of ['/', '/sources', '/coding', '/positions', '/chronicle', '/conflict', '/report']) {
        await page.goto(`${empty.address}${path}`);
        await settled(page);
        broken.push(...(await brokenOn(page, `empty ${path}`)));
      }
      await page.route('**/api/**', (route) => route.abort());
      await page.goto(`${empty.address}/sources`);
      await page.getByRole('alert').first().waitFor();
      broken.push(...(await brokenOn(page, 'a desk that is gone')));
      expect(broken).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'Tab goes through each room in its order, and the focus is seen',
    async () => {
      const { page } = await browser.look(work.address, '/');
      const wrong: string[] = [];
      for (const path of ['/', '/sources', '/sources/wire', '/coding/wire', '/positions', '/chronicle', '/report']) {
        await goTo(page, work.address, [path]);
        wrong.push(...(await tabbed(page, 40)).map((fault) => `${path} ${fault}`));
      }
      expect(wrong).toEqual([]);
    },
    PATIENCE,
  );
});
