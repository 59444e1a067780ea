import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, toLookAt } from '../at-work.ts';
import { exampleAtWork } from '../dossiers.ts';
import { looking, NOTHING_WRONG } from '../looking.ts';
import { walking } from '../walking.ts';

const pages = toLookAt();

/** Models the dispute, asks what holds and what would have to change, by keyboard alone. */
describe.skipIf(pages === undefined)('the conflict analyst', () => {
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

  test('examines what can hold, changes an aim, takes it back, and asks for a settlement', async () => {
    const { page, wrong } = await browser.look(work.address, '/', { reducedMotion: 'reduce' });
    const walker = await walking(page, 'conflict-analyst');
    const { press, type, step, tabTo } = walker;
    const heading = page.locator('#main h1');
    const stays = heading.filter({ hasText: 'the only state' });
    const text = async () => (await work.store.record('conflict', 'conflict'))?.text ?? '';

    const original = await text();
    await page.locator('.mini .cell').first().waitFor();
    await press('6');
    await page.locator('.states table').waitFor();
    await stays.waitFor();
    await step('what holds');
    await press('j', 'j', 'Escape');
    await tabTo(page.locator('.ends li a').first());
    await press('Enter');
    await page.waitForURL('**state=**');
    await page.getByRole('heading', { name: 'Why this state' }).waitFor();
    await press('w');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('why-title');
    const pattern = new URL(page.url()).searchParams.get('state') ?? '';
    await step('a state explains itself');
    await press('g');
    await page.locator('.upper table').first().waitFor();
    await step('the moves as a table');
    await press('g', 'c');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('settle-go');
    await press('Enter');
    await page.locator('.settlements li').first().waitFor();
    expect(await page.locator('.settlement').textContent()).toContain(`${pattern} would hold`);
    await step('what would have to change');
    await press('Escape');
    await page.locator('.settlement').waitFor({ state: 'detached' });
    await press('Escape');
    await page.getByRole('heading', { name: 'Why the status quo holds' }).waitFor();

    await press('ArrowRight', 'e');
    await page.locator('.aim-editor input.code').waitFor();
    await press('Control+a');
    await type('not psh');
    await page.locator('.aim-editor .fault').waitFor();
    expect(await page.locator('.aim-editor .fault').textContent()).toContain('Did you mean “push”?');
    await step('a formula is checked as it is typed');
    await press('Control+a');
    await type('not push');
    await press('Enter');
    await heading.filter({ hasText: 'South Korea would gain' }).waitFor();
    await walker.saved();
    expect(await text()).not.toBe(original);
    await step('another aim, another outcome');
    await press('u');
    await stays.waitFor();
    await expect.poll(text).toBe(original);

    const aims = page.locator('.maker[data-maker="1"] .aim code');
    const order = await aims.allTextContents();
    await tabTo(page.locator('.maker[data-maker="1"] [role=row]').first(), 120);
    await press('Alt+ArrowDown');
    await expect.poll(async () => (await aims.allTextContents())[0]).toBe(order[1]);
    await walker.saved();
    await step('aims in another order');
    await press('u');
    await expect.poll(() => aims.allTextContents()).toEqual(order);
    expect(await walker.pointers()).toBe(0);
    expect(wrong).toEqual(NOTHING_WRONG);
  }, 90_000);
});
