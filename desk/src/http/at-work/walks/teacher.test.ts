import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, toLookAt } from '../at-work.ts';
import { exampleAtWork } from '../dossiers.ts';
import { looking, NOTHING_WRONG } from '../looking.ts';
import { bytesOf, walking } from '../walking.ts';

const pages = toLookAt();

/** Opens the bundled case before a class that argues it: by mouse on the wall, by touch on phones, on paper at the end. */
describe.skipIf(pages === undefined)('the teacher', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  let home: string;
  beforeAll(async () => {
    browser = await looking();
    work = await exampleAtWork(pages);
    home = await mkdtemp(join(tmpdir(), 'entente-teacher-'));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
    await rm(home, { recursive: true, force: true });
  });

  test('shows a case, asks the class what would end it, and hands out paper', async () => {
    const { page, wrong } = await browser.look(work.address);
    const { step } = await walking(page, 'teacher');
    await page.locator('.answer .cite').first().waitFor();
    await step('the question of the case');
    await page.locator('.mini .cell').first().click();
    await page.locator('.behind blockquote').first().waitFor();
    await step('who says so');
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Conflict' }).click();
    await page.locator('.states table').waitFor();
    await page.locator('.ends li a').first().click();
    await page.getByRole('heading', { name: 'Why this state' }).waitFor();
    await step('why a state does not hold');
    await page.locator('#settle-go').click();
    await page.locator('.settlements li').first().waitFor();
    await step('what would have to change');
    await page.emulateMedia({ media: 'print' });
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    expect(await page.locator('header.bar').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Report' }).click();
    await page.locator('.report-sheet h1').waitFor();
    await page.getByRole('checkbox', { name: 'Methods and documents' }).uncheck();
    await page.locator('.report-sheet h2', { hasText: 'Methods' }).waitFor({ state: 'detached' });
    await step('the hand-out');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as HTML' }).click();
    const file = join(home, 'hand-out.html');
    await writeFile(file, await bytesOf(await download));
    expect(wrong).toEqual(NOTHING_WRONG);

    const paper = await browser.look(pathToFileURL(home).href, '/hand-out.html', { offline: true });
    expect(await paper.page.locator('h1').textContent()).toContain('Declaring the Korean War over');
    await (await walking(paper.page, 'teacher-hand-out')).step('opened without the workbench');
    expect(paper.wrong).toEqual(NOTHING_WRONG);
  }, 90_000);

  test('a pupil reads it on a phone, by touch', async () => {
    const { page, wrong } = await browser.look(work.address, '/', {
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
      colorScheme: 'dark',
    });
    const { step } = await walking(page, 'pupil');
    await page.locator('.answer .cite').first().waitFor();
    await step('the answer');
    const to = async (room: string): Promise<void> => {
      await page.locator('.menu summary').tap();
      await page.locator('.menu nav').getByRole('link', { name: room }).tap();
      await page.locator('.menu nav').waitFor({ state: 'hidden' });
    };
    await to('Positions');
    await page.locator('.position-list a').first().tap();
    await page.locator('.behind blockquote').first().waitFor();
    await step('a position');
    await page.locator('.behind .quotes .cite').first().tap();
    await page.locator('.sheet .row').first().waitFor();
    await step('its words');
    await to('Conflict');
    await page.locator('.states table').waitFor();
    await step('what can hold');
    await page.locator('header').getByRole('button', { name: 'Find' }).tap();
    await page.getByRole('searchbox', { name: 'Ask, or find words' }).fill('abductions');
    await page.locator('.found a').first().tap();
    await page.locator('.sheet .row').first().waitFor();
    await step('words found');
    expect(wrong).toEqual(NOTHING_WRONG);
  }, 90_000);
});
