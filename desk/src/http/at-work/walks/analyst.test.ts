import { quotaDossier, rewrite, study, wire } from '@entente/core/testing/quota-dossier';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, toLookAt } from '../at-work.ts';
import { emptied } from '../dossiers.ts';
import { looking, NOTHING_WRONG } from '../looking.ts';
import { bytesOf, tellPictures, walking } from '../walking.ts';

const pages = toLookAt();

const fileOf = ({ text, id }: typeof wire, head: string) => ({
  name: `${id}.md`,
  mimeType: 'text/markdown',
  buffer: Buffer.from(`---\n${head}\n---\n\n${text}`),
});

const FILES = [
  fileOf(wire, 'publisher: Strait Press\npublished: 2024-03-05'),
  fileOf(rewrite, 'publisher: Harbour Daily\npublished: 2024-03-06'),
  fileOf(study, 'publisher: Coast Institute\npublished: 2024-01-15'),
];

/** Follows parties' positions and briefs others: from dropped reports to a brief on paper, by keyboard alone. */
describe.skipIf(pages === undefined)('the analyst', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  beforeAll(async () => {
    browser = await looking();
    work = await atWork(emptied(quotaDossier), pages);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
    tellPictures();
  });

  test('follows the positions in three reports and briefs a minister', async () => {
    const { page, wrong } = await browser.look(work.address);
    const walker = await walking(page, 'analyst');
    const { press, type, step, tabTo } = walker;
    const heading = page.locator('#main h1');
    const count = async (status: 'accepted' | 'suggested') => (await work.store.statements({ status, limit: 0 })).total;

    await page.getByText('No documents yet').waitFor();
    await step('an empty dossier');
    await press('2');
    await page.getByText('Drop files or a folder').waitFor();
    const chosen = async () => {
      const chooser = page.waitForEvent('filechooser', { timeout: 5000 }).catch(() => undefined);
      await press('o');
      return chooser;
    };
    // a key that comes in the moment in which the room is drawn is lost: one presses it again
    const chooser = (await chosen()) ?? (await chosen());
    if (chooser === undefined) throw new Error('expected to be asked for files');
    await chooser.setFiles(FILES);
    await page.getByText('What became of the files').waitFor();
    expect(await page.getByText('taken in').count()).toBe(FILES.length);
    await page.getByRole('heading', { name: '3 documents of 2 origins' }).waitFor();
    await step('reports taken in');
    await press('g', 'j');
    await page.getByText('1 of 2, the source').waitFor();
    await step('by origin');

    await press('3');
    await page.locator('.panel .acts').waitFor();
    const open = await count('suggested');
    expect(open).toBeGreaterThan(3);
    await step('the first suggestion');
    await press('x');
    await page.getByText('Rejected:').waitFor();
    await press('u');
    await page.getByText('Undone:').waitFor();
    await step('a rejection taken back');
    const done = page.getByRole('link', { name: 'Go on with' });
    for (let left = await count('suggested'); left > 0; left = await count('suggested')) {
      await page.locator('.panel .acts').or(done).first().waitFor();
      const over = await done.isVisible();
      await press('Enter');
      if (over) await page.locator('.panel .acts').waitFor();
      else await expect.poll(() => count('suggested')).toBeLessThan(left);
    }
    await page.getByText('All decided here').waitFor();
    expect(await count('accepted')).toBe(open);
    await step('all decided');

    await press('1');
    await page.locator('.mini .cell').first().waitFor();
    expect(await heading.textContent()).toMatch(/Vestria (opposes|supports|sets)/);
    await step('the brief');
    await press('/');
    await type('Why does Vestria refuse to halve the cod quota?');
    await press('Enter');
    await page.locator('.answer .cite').first().waitFor();
    expect(await page.locator('.answer').textContent()).toContain('Vestria');
    await step('an answer from evidence');

    await press('4');
    await page.locator('.matrix a').first().waitFor();
    await step('positions');
    await press('ArrowDown', 'Enter');
    await page.locator('.behind blockquote').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('behind-title');
    await step('what stands behind a cell');
    const words = ((await page.locator('.behind blockquote').first().textContent()) ?? '').slice(1, 24);
    await tabTo(page.locator('.behind .quotes .cite').first());
    await press('Enter');
    await page.locator('.sheet .row').first().waitFor();
    expect(await page.locator('.sheet').textContent()).toContain(words);
    await step('the words in the document');
    await page.goBack(); // Alt ← is the browser’s own key
    await page.locator('.behind blockquote').first().waitFor();
    await press('Escape');
    await page.locator('.behind').waitFor({ state: 'detached' });
    await press('[');
    await page.waitForURL('**as-of=**');
    await step('earlier');

    await press('5');
    await page.locator('.events li').first().waitFor();
    await press('j');
    await page.locator('.events li.now').waitFor();
    await step('the chronicle');

    await press('6');
    await page.getByText('No conflict yet').waitFor();
    await press('n');
    await page.locator('.drafted .maker').first().waitFor();
    await step('a conflict drafted');
    await press('Control+Enter');
    await page.locator('.states table').waitFor();
    expect(await heading.textContent()).toContain('With these preferences');
    await step('what can hold');

    await press('7');
    await page.locator('.report-sheet h1').waitFor();
    await press('Space');
    await tabTo(page.getByRole('checkbox', { name: 'Chronicle' }));
    await press('Space');
    await page.waitForURL('**parts=**');
    await page.locator('.report-sheet h2', { hasText: 'Chronicle' }).waitFor({ state: 'detached' });
    await step('a report without its chronicle');
    const saved = async (key: string): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await press(key);
      return bytesOf(await download);
    };
    const [markdown, html, word] = [
      (await saved('m')).toString('utf8'),
      (await saved('h')).toString('utf8'),
      (await mammoth.convertToHtml({ buffer: await saved('w') })).value,
    ];
    for (const text of [markdown, word]) {
      expect(text).toContain('Vestria');
      expect(text).toContain('Strait Press ¶1');
      expect(text).toContain('Methods');
      expect(text).not.toMatch(/^## Chronicle$|>Chronicle</m);
    }
    expect(html).toContain('<!doctype html>');
    expect(html).not.toMatch(/<(?:script|link|img)\b[^>]*\b(?:src|href)="https?:/);
    expect(await walker.pointers()).toBe(0);
    expect(wrong).toEqual(NOTHING_WRONG);
    console.info(`The analyst: ${walker.keys()} keys from an empty dossier to a report, no mouse.`);
  }, 90_000);
});
