import type { Dossier } from '@entente/core/report/dossier';
import { hostileDossier } from '@entente/core/testing/hostile-dossier';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, toLookAt } from './at-work.ts';
import { looking, NOTHING_WRONG } from './looking.ts';

const pages = toLookAt();

const EMPTY: Dossier = {
  ...{ title: 'Cod in the Grey Strait', documents: [], derivations: [], origins: [], statements: [] },
  ...{ codebook: quotaDossier.codebook, events: [], figures: [], forecasts: [] },
};

/** The same with everything still to be decided. */
const UNDECIDED: Dossier = {
  ...quotaDossier,
  statements: quotaDossier.statements.map((statement) => ({
    ...statement,
    status: 'suggested',
    coder: { kind: 'rule', name: 'reader' },
  })),
};

const REPORT = `Vestria will not halve its cod catch

Vestria rejects the proposal to halve the cod quota, its fisheries minister Per Holm said on 4 March 2021.

Norland supports halving the cod quota, the Norlandic government said in a statement.

Hamar will accept the cut only if Vestria lifts its landing ban, Hamar’s foreign ministry said.
`;

const pressAll = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe.skipIf(pages === undefined)('the workbench in a browser', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  const open: AtWork[] = [];
  const at = async (dossier: Dossier): Promise<AtWork> => {
    const work = await atWork(dossier, pages);
    open.push(work);
    return work;
  };
  beforeAll(async () => {
    browser = await looking();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    for (const work of open) await work.end();
  });

  test('from a dropped report to who stands where, without the mouse but for the drop', async () => {
    const work = await at(EMPTY);
    const { page, wrong } = await browser.look(work.address, '/sources');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'wire.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) });
    await page.getByText('taken in').waitFor();
    const { total } = await work.store.statements({ status: 'suggested', limit: 0 });
    expect(total).toBeGreaterThan(1);
    await page.keyboard.press('3');
    await page.getByText(`suggestion 1 of ${total}`).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(`suggestion 1 of ${total - 1}`).waitFor();
    await page.keyboard.press('x');
    await page.getByText('Rejected:').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Undone:').waitFor();
    const decided = async () => (await work.store.statements({ status: 'accepted', limit: 0 })).total;
    expect(await decided()).toBe(1);
    for (let left = total - 1; left > 0; left--) {
      await page.locator('.panel .acts').waitFor();
      const before = await decided();
      await page.keyboard.press('Enter');
      await expect.poll(decided).toBe(before + 1);
    }
    await page.getByText('All decided here').waitFor();
    await page.keyboard.press('1');
    await page.locator('.mini .cell').first().waitFor();
    expect(await page.locator('h1').textContent()).toMatch(/oppose|support/);
    expect(wrong).toEqual(NOTHING_WRONG);
  }, 60_000);

  test('coding by hand: words by keys, actor and issue by their first letters, ten keys a statement at most', async () => {
    const work = await at(quotaDossier);
    const { page } = await browser.look(work.address, '/coding/wire');
    await page.locator('.panel').waitFor();
    const before = (await work.store.statements({ limit: 0 })).total;
    const keys = ['v', 'Shift+ArrowRight', 'n', 'v', 'e', 'Enter', 'Enter', '-', 'Enter'];
    expect(keys.length).toBeLessThanOrEqual(10);
    for (const key of keys) {
      await page.keyboard.press(key);
      if (key === 'n') await page.getByRole('combobox', { name: 'actor' }).waitFor();
    }
    await page.getByText('Coded:').waitFor();
    const { rows } = await work.store.statements({ limit: 1000 });
    expect(rows.length).toBe(before + 1);
    const made = rows.find(({ coder, level }) => coder.name === 'Ada' && level === 'explicit');
    expect(made).toMatchObject({ actor: 'vestria', stance: 'oppose', status: 'accepted' });
  }, 60_000);

  test('a new issue is entered while coding, with a proposal; a step of another room is asked about first', async () => {
    const work = await at(quotaDossier);
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

  test('what one tab decides, the other shows; links and the back button lead where they say', async () => {
    const work = await at(UNDECIDED);
    const { page: one } = await browser.look(work.address, '/sources');
    const { page: two } = await browser.look(work.address, '/coding');
    await two.locator('.panel .acts').waitFor();
    const open = await one.locator('td.num a').first().textContent();
    await two.keyboard.press('Enter');
    await expect.poll(() => one.locator('td.num a').first().textContent()).not.toBe(open);
    await pressAll(one, ['j', 'Enter']);
    await one.locator('.sheet').waitFor();
    expect(new URL(one.url()).pathname).toMatch(/^\/sources\/\w+/);
    await one.goBack();
    await one.locator('table.long').waitFor();
    expect(new URL(one.url()).pathname).toBe('/sources');
  }, 60_000);

  test('hostile words in every place run nothing, load nothing, and stay words', async () => {
    const work = await at({
      ...hostileDossier,
      question: 'Why does Vestria block it?',
      statements: hostileDossier.statements.map(({ date: _, ...statement }) => statement),
    });
    const { page, wrong } = await browser.look(work.address, '/');
    const [document] = hostileDossier.documents;
    for (const path of [
      '/sources',
      `/sources/${document?.id}`,
      '/coding',
      '/coding?codebook=actors',
      '/?question=<script>alert(9)</script>',
    ]) {
      await page.goto(`${work.address}${path}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(200);
    }
    await page.goto(`${work.address}/sources/${document?.id}`);
    await page.locator('.sheet').waitFor();
    expect(await page.locator('.sheet').textContent()).toContain('<script>alert(1)</script>');
    expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
    expect(wrong).toEqual(NOTHING_WRONG);
  }, 60_000);

  test('when the desk is gone, that is said, and nothing goes blank', async () => {
    const work = await atWork(quotaDossier, pages);
    const { page } = await browser.look(work.address, '/sources');
    await page.locator('table.long').waitFor();
    await work.end();
    await page.getByText('does not answer').first().waitFor();
    await page.keyboard.press('1');
    await page.getByText('could not be loaded').first().waitFor();
    expect(await page.locator('nav.rooms a').count()).toBe(7);
  }, 60_000);

  test.each([
    [390, 'light'],
    [320, 'dark'],
  ] as const)(
    '%i wide, %s: no room scrolls sideways',
    async (width, colorScheme) => {
      const work = await at(quotaDossier);
      const { page } = await browser.look(work.address, '/', { viewport: { width, height: 900 }, colorScheme });
      for (const path of [
        '/',
        '/sources',
        '/sources/wire',
        '/sources/wire/rewrite',
        '/coding',
        '/coding?codebook=issues',
      ]) {
        await page.goto(`${work.address}${path}`);
        await page.locator('h1').waitFor();
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, path).toBe(0);
      }
    },
    60_000,
  );
});
