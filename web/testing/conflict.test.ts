import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, sideways, type Workbench, workbenchOn } from './workbench.ts';

describe.skipIf(!hasBrowser())('the room Conflict', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await workbenchOn();
  }, 90_000);
  afterAll(async () => bench?.close());

  const heading = '#main h1';

  test('says what can hold, explains a state, and works out what would have to change', async () => {
    const page = await bench.open('/conflict');
    await page.waitForSelector('.states table');
    expect(await page.textContent(heading)).toContain('the status quo is the only state');
    expect(await page.locator('.states tbody tr').count()).toBe(10);
    await page.click('.ends li:first-of-type a');
    await page.waitForFunction(() => document.querySelector('.why h2')?.textContent === 'Why this state');
    const pattern = new URL(page.url()).searchParams.get('state') ?? '';
    expect(await page.textContent('.why')).toContain(`With these preferences ${pattern} does not hold`);
    await page.click('#settle-go');
    await page.waitForSelector('.settlements li');
    expect(await page.textContent('.settle')).toContain(`${pattern} would hold under Nash after one change`);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.why h2')?.textContent === 'Why the status quo holds');
    await page.close();
  });

  test('aims are reordered with the keys, saved, analysed again, and undone', async () => {
    const page = await bench.open('/conflict/conflict');
    await page.waitForSelector('.states table');
    const aims = (): Promise<string[]> => page.locator('.maker[data-maker="1"] .aim code').allTextContents();
    expect(await aims()).toEqual(['drop if accept', 'drop', 'test', 'accept if drop', 'endorse', 'not object']);
    await page.locator('.maker[data-maker="1"] [role=row]').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(() => document.activeElement?.querySelector('[data-aim="1"]'));
    await page.keyboard.press('Alt+ArrowDown');
    expect((await aims()).slice(0, 3)).toEqual(['drop', 'test', 'drop if accept']);
    await page.waitForFunction(() => document.querySelector('.keys .state')?.textContent?.includes('Saved'));
    const record = await bench.store.record('conflict', 'conflict');
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
  });

  test('a formula is checked as it is typed, and a changed aim changes what holds', async () => {
    const page = await bench.open('/conflict/conflict');
    await page.waitForSelector('.states table');
    await page.locator('.maker[data-maker="0"] [role=row]').first().focus();
    await page.keyboard.press('e');
    await page.fill('.aim-editor input', 'not psh');
    await page.waitForSelector('.aim-editor .fault');
    expect(await page.textContent('.aim-editor .fault')).toContain('Did you mean “push”?');
    expect(await page.isDisabled('.aim-editor button[type=submit]')).toBe(true);
    await page.fill('.aim-editor input', 'not push');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('South Korea would gain'));
    await page.keyboard.press('u');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('the only state'));
    await page.close();
  });

  test('a conflict is drafted from the dossier, kept, and taken back', async () => {
    const page = await bench.open('/conflict');
    await page.waitForSelector('.states table');
    await page.keyboard.press('n');
    await page.waitForSelector('.drafted .maker');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.states table');
    expect((await bench.store.conflicts()).length).toBe(2);
    expect(await page.locator('.no-order').count()).toBeGreaterThan(0);
    await page.keyboard.press('u');
    await expect.poll(async () => (await bench.store.conflicts()).length).toBe(1);
    await page.close();
  });

  test.each([
    [1440, false],
    [390, true],
  ])('%i wide, dark %s: nothing scrolls sideways, axe finds nothing', async (width, dark) => {
    for (const path of ['/conflict/conflict?state=YYNNYN', '/conflict/new']) {
      const page = await bench.open(path, { width, dark });
      await page.waitForSelector(path.includes('new') ? '.drafted .maker' : '.states table');
      expect(await sideways(page)).toBe(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([]);
      await page.close();
    }
  });

  test('no page complained', () => expect(bench.complaints).toEqual([]));
});
