import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from '../../store/folder.ts';
import { type AtWork, atWork, PERSON, toLookAt } from './at-work.ts';
import { type Looked, looking, NOTHING_WRONG } from './looking.ts';

const pages = toLookAt();
const EXAMPLE = fileURLToPath(new URL('../../../../examples/end-of-war-declaration', import.meta.url));
const PATIENCE = 60_000;

/** How far the page can be scrolled sideways: never. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(pages === undefined)('the rooms on the example', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  const looked: Looked[] = [];
  beforeAll(async () => {
    const read = await readFolder(EXAMPLE);
    if (!read.ok) throw new RangeError('no example');
    work = await atWork(read.value.dossier, pages);
    const text = await readFile(`${EXAMPLE}/conflict.yaml`, 'utf8');
    const after = { id: 'conflict', file: 'conflict.yaml', text };
    await work.store.write(PERSON, 'import', [{ kind: 'conflict', id: 'conflict', after }]);
    browser = await looking();
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
  });
  const open = async (path: string, { width = 1440, dark = false } = {}): Promise<Page> => {
    const one = await browser.look(work.address, path, {
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    one.page.setDefaultTimeout(PATIENCE);
    looked.push(one);
    return one.page;
  };

  const heading = '#main h1';

  test(
    'says what can hold, explains a state, and works out what would have to change',
    async () => {
      const page = await open('/conflict');
      await page.waitForSelector('.states table');
      expect(await page.textContent(heading)).toContain('the status quo is the only state');
      expect(await page.locator('.states tbody tr').count()).toBe(10);
      await page.click('.ends li:first-of-type a');
      await page.waitForFunction(() => document.querySelector('.why h2')?.textContent === 'Why this state');
      const pattern = new URL(page.url()).searchParams.get('state') ?? '';
      expect(await page.textContent('.why')).toContain(`With these preferences ${pattern} does not hold`);
      await page.click('#settle-go');
      await page.waitForSelector('.settlements li');
      expect(await page.textContent('.settlement')).toContain(`${pattern} would hold under Nash after one change`);
      await page.goBack();
      await page.waitForFunction(() => document.querySelector('.why h2')?.textContent === 'Why the status quo holds');
      await page.close();
    },
    PATIENCE,
  );

  test(
    'aims are reordered with the keys, saved, analysed again, and undone',
    async () => {
      const page = await open('/conflict/conflict');
      await page.waitForSelector('.states table');
      const aims = (): Promise<string[]> => page.locator('.maker[data-maker="1"] .aim code').allTextContents();
      expect(await aims()).toEqual(['drop if accept', 'drop', 'test', 'accept if drop', 'endorse', 'not object']);
      await page.locator('.maker[data-maker="1"] [role=row]').first().focus();
      await page.keyboard.press('Alt+ArrowDown');
      await page.waitForFunction(() => document.activeElement?.querySelector('[data-aim="1"]'));
      await page.keyboard.press('Alt+ArrowDown');
      expect((await aims()).slice(0, 3)).toEqual(['drop', 'test', 'drop if accept']);
      await page.waitForFunction(() => document.querySelector('.keys .state')?.textContent?.includes('Saved'));
      const record = await work.store.record('conflict', 'conflict');
      expect(record?.text).toContain('# Seoul presses; Pyongyang tests');
      expect((record?.text ?? '').indexOf('that: test')).toBeLessThan(
        (record?.text ?? '').indexOf('that: drop if accept'),
      );
      await page.keyboard.press('u');
      await page.waitForFunction(
        () => document.querySelectorAll('.maker[data-maker="1"] .aim code')[1]?.textContent === 'drop if accept',
      );
      await page.keyboard.press('u');
      await page.waitForFunction(
        () => document.querySelector('.maker[data-maker="1"] .aim code')?.textContent === 'drop if accept',
      );
      await page.close();
    },
    PATIENCE,
  );

  test(
    'a formula is checked as it is typed, and a changed aim changes what holds',
    async () => {
      const page = await open('/conflict/conflict');
      await page.waitForSelector('.states table');
      await page.locator('.maker[data-maker="0"] [role=row]').first().focus();
      await page.keyboard.press('e');
      await page.fill('.aim-editor input', 'not psh');
      await page.waitForSelector('.aim-editor .fault');
      expect(await page.textContent('.aim-editor .fault')).toContain('Did you mean “push”?');
      await page.keyboard.press('Enter');
      const chosen = await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('.aim-editor input');
        return field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
      });
      expect(chosen).toBe('psh');
      await page.fill('.aim-editor input', 'not push');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('South Korea would gain'));
      await page.keyboard.press('u');
      await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('the only state'));
      await page.close();
    },
    PATIENCE,
  );

  test(
    'evidence of an assumed aim is found by words, taken with the keys, shown as a chip, and undone',
    async () => {
      const page = await open('/conflict/conflict');
      await page.waitForSelector('.states table');
      const aim = page.locator('.maker[data-maker="0"] [role=row]').nth(5);
      expect(await aim.textContent()).toContain('assumed');
      await aim.focus();
      await page.keyboard.press('b');
      await page.waitForSelector('.evidence-rows li');
      await page.keyboard.type('hostile');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.evidence-rows q')].every((one) => one.textContent?.includes('hostile')),
      );
      await page.locator('.evidence select').first().selectOption('');
      await page.waitForSelector('.evidence-rows input');
      await page.locator('.evidence-find input').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page.waitForFunction(() => document.querySelector('.borne li') !== null);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelector('.aim-editor') === null);
      await aim.locator('a.cite').waitFor();
      expect(await aim.textContent()).not.toContain('assumed');
      await page.keyboard.press('u');
      await aim.locator('.assumed').waitFor();
      await page.close();
    },
    PATIENCE,
  );

  test(
    'a conflict is drafted from the dossier, kept, and taken back',
    async () => {
      const page = await open('/conflict');
      await page.waitForSelector('.states table');
      await page.keyboard.press('n');
      await page.waitForSelector('.drafted .maker');
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.states table');
      expect((await work.store.conflicts()).length).toBe(2);
      expect(await page.locator('.no-order').count()).toBeGreaterThan(0);
      await page.keyboard.press('u');
      await expect.poll(async () => (await work.store.conflicts()).length).toBe(1);
      await page.waitForURL('**/conflict/conflict');
      looked.pop(); // the browser itself complains of the page that is gone
      await page.close();
    },
    PATIENCE,
  );

  test.each([
    [1440, false],
    [390, true],
  ])(
    '%i wide, dark %s: nothing scrolls sideways, axe finds nothing',
    async (width, dark) => {
      for (const path of ['/conflict/conflict?state=YYNNYN', '/conflict/new']) {
        const page = await open(path, { width, dark });
        await page.waitForSelector(path.includes('new') ? '.drafted .maker' : '.states table');
        expect(await sideways(page)).toBe(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
        ).toEqual([]);
        await page.close();
      }
    },
    PATIENCE,
  );

  test('no page asked elsewhere or complained', () => {
    for (const { wrong } of looked) expect(wrong).toEqual(NOTHING_WRONG);
  });
});
