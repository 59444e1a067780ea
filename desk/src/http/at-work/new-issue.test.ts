import { quotaDossier } from '@entente/core/testing/quota-dossier';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, toLookAt } from './at-work.ts';
import { looking } from './looking.ts';

const pages = toLookAt();

const pressAll = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe.skipIf(pages === undefined)('the workbench in a browser', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  beforeAll(async () => {
    browser = await looking();
    work = await atWork(quotaDossier, pages);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
  });

  test('a new issue is entered while coding, with a proposal; a step of another room is asked about first', async () => {
    const { page } = await browser.look(work.address, '/coding/wire');
    await page.locator('.panel').waitFor();
    await pressAll(page, ['v', 'Shift+ArrowRight', 'n']);
    await page.getByRole('combobox', { name: 'actor' }).waitFor();
    await pressAll(page, ['v', 'e', 'Enter']);
    await page.getByRole('combobox', { name: 'issue' }).waitFor();
    await page.keyboard.type('Harbour dues');
    await page.keyboard.press('Enter');
    const proposal = page.getByRole('textbox', { name: 'proposal' });
    await proposal.waitFor();
    expect((await proposal.inputValue()).length).toBeGreaterThan(1);
    await proposal.fill('Harbour dues should rise.');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await work.store.codebook()).issues.find(({ label }) => label === 'Harbour dues')?.proposal)
      .toBe('Harbour dues should rise.');
    await page.locator('.stances').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('6');
    await page.waitForURL('**/conflict');
    await page.keyboard.press('u');
    await page.getByText('The last step was entering issue “Harbour dues”. u again takes it back.').waitFor();
    expect((await work.store.codebook()).issues.some(({ label }) => label === 'Harbour dues')).toBe(true);
    await page.keyboard.press('u');
    await page.getByText('Undone: entering issue “Harbour dues”. ⇧U brings it back.').waitFor();
    expect((await work.store.codebook()).issues.some(({ label }) => label === 'Harbour dues')).toBe(false);
  }, 60_000);
});
