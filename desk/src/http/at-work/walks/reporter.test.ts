import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, toLookAt } from '../at-work.ts';
import { exampleAtWork } from '../dossiers.ts';
import { looking, NOTHING_WRONG } from '../looking.ts';
import { walking } from '../walking.ts';

const pages = toLookAt();

/** Asks who said it first, what exactly, and what is contested; by mouse, and passes links on. */
describe.skipIf(pages === undefined)('the reporter', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  beforeAll(async () => {
    browser = await looking();
    work = await exampleAtWork(pages);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
  });

  test('finds who took from whom, what changed on the way, and which figures do not agree', async () => {
    const { page, wrong } = await browser.look(work.address);
    const { step } = await walking(page, 'reporter');
    const heading = page.locator('#main h1');
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Sources' }).click();
    await page.getByRole('button', { name: 'By origin' }).click();
    await page.waitForURL('**group=origin**');
    await page.locator('.long .inner').first().waitFor();
    await step('sources by origin');
    await page.locator('.long .inner').getByRole('link').click();
    await page.locator('.sheet .row').first().waitFor();
    await page.getByRole('link', { name: /takes \d+ passages from/ }).click();
    await page.locator('.aligned').first().waitFor();
    await page.getByText('attribution dropped').first().waitFor();
    for (const score of await page.locator('.aligned', { hasText: 'most words differ' }).allTextContents())
      expect(score).not.toMatch(/likeness 1[.,]00/);
    await step('two documents beside each other');
    const all = await page.locator('.aligned').count();
    await page.getByRole('button', { name: 'Only differences' }).click();
    await expect.poll(() => page.locator('.aligned').count()).toBeLessThan(all);
    await step('only differences');
    await page.locator('.aligned .cite').first().click();
    await page.locator('.sheet .mark-found').first().waitFor();
    await expect(page.locator('.sheet .mark-found').first().isVisible()).resolves.toBe(true);
    await step('the passage in its document');
    await page.goBack();
    await page.locator('.aligned').first().waitFor();

    await page.getByRole('button', { name: 'Ask or find' }).click();
    await page.getByRole('searchbox', { name: 'Ask, or find words' }).fill('premature');
    await page.locator('.found li').first().waitFor();
    await step('words found');
    await page.locator('.found a').first().click();
    await page.locator('.sheet .row').first().waitFor();
    const [link, title] = [page.url(), await heading.textContent()];
    await step('a place to pass on');
    const { page: other, wrong: alsoWrong } = await browser.look(work.address, link.slice(work.address.length));
    await other.locator('.sheet .row').first().waitFor();
    expect(await other.locator('#main h1').textContent()).toBe(title);
    await other.close();
    await page.reload();
    await page.locator('.sheet .row').first().waitFor();
    expect(page.url()).toBe(link);

    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Chronicle' }).click();
    const rivals = page.locator('.rivals');
    await rivals.locator('.amount').first().waitFor();
    expect(await rivals.locator('.amount').count()).toBeGreaterThan(1);
    await step('rival figures beside each other');
    await rivals.locator('.quote').first().click();
    await page.locator('.sheet .mark-found').first().waitFor();
    await step('a figure in its document');
    expect([wrong, alsoWrong]).toEqual([NOTHING_WRONG, NOTHING_WRONG]);
  }, 90_000);
});
