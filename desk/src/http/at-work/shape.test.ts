import { createHash } from 'node:crypto';
import type { Document } from '@entente/core/document/document';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { documentId } from '@entente/core/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, toLookAt } from './at-work.ts';
import { exampleAtWork } from './dossiers.ts';
import { looking, NOTHING_WRONG } from './looking.ts';
import { goTo, settled } from './settled.ts';
import { walking } from './walking.ts';

const pages = toLookAt();
const PATIENCE = 60_000;

const textOf = (id: string, language: string, paragraphs: readonly string[]): Document => {
  const text = paragraphs.join('\n\n');
  let start = 0;
  const blocks = paragraphs.map((part, at) => {
    const block = { kind: at === 0 ? ('heading' as const) : ('paragraph' as const), start, end: start + part.length };
    start = block.end + 2;
    return block;
  });
  return {
    ...{ id: documentId(id), file: `${id}.txt`, text, blocks, boilerplate: [] },
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    title: { value: paragraphs[0] ?? '', from: 'first line' },
    language: { value: language, from: 'words' },
    published: { value: '2024-03-05', from: 'by hand' },
  };
};

const ARABIC = textOf('arabic', 'ar', [
  'فيستريا ترفض خفض حصة صيد القد',
  'قالت حكومة فيستريا إنها ترفض المقترح رقم 12، ونقلت عنها وكالة Strait Press أن القرار نهائي.',
  'وأضافت أنها لن تقبل إلا بعد رفع الحظر.',
]);
const HEBREW = textOf('hebrew', 'he', [
  'וסטריה דוחה את הצעת המכסה',
  'ממשלת וסטריה הודיעה ביום שלישי כי היא דוחה את הצעה 12.',
]);

describe.skipIf(pages === undefined)('whatever the page is looked at with', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  let scripts: AtWork;
  beforeAll(async () => {
    browser = await looking();
    work = await exampleAtWork(pages);
    scripts = await atWork({ ...quotaDossier, documents: [...quotaDossier.documents, ARABIC, HEBREW] }, pages);
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
    await scripts?.end();
  });

  test(
    'on paper, in colours of the reader’s choosing, and without motion',
    async () => {
      const { page } = await browser.look(work.address, '/', { colorScheme: 'dark', reducedMotion: 'reduce' });
      const { step } = await walking(page, 'shape');
      for (const path of ['/', '/positions', '/conflict/conflict', '/report']) {
        await goTo(page, work.address, [path]);
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll('*')].flatMap((one) => {
            const { transitionDuration, animationDuration } = getComputedStyle(one);
            const still = [transitionDuration, animationDuration].every((all) => /^(?:0s(?:, )?)+$|^auto$/.test(all));
            return still ? [] : [one.outerHTML.slice(0, 80)];
          }),
        );
        expect(moving, path).toEqual([]);
        await page.emulateMedia({ media: 'print' });
        const paper = await page.evaluate(() => ({
          bar: getComputedStyle(document.querySelector('.bar') ?? document.body).display,
          keys: getComputedStyle(document.querySelector('.keys') ?? document.body).display,
          paper: getComputedStyle(document.body).backgroundColor,
          ink: getComputedStyle(document.body).color,
        }));
        expect(paper, path).toEqual({ bar: 'none', keys: 'none', paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
        await step(`print ${path.replaceAll('/', '')}`);
        await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
        const pressed = page.locator('.segmented [aria-pressed=true]').first();
        if ((await pressed.count()) > 0)
          expect(await pressed.evaluate((one) => getComputedStyle(one).outlineStyle), path).toBe('solid');
        await step(`forced colours ${path.replaceAll('/', '')}`);
        await page.emulateMedia({ media: 'screen', forcedColors: 'none' });
      }
    },
    PATIENCE,
  );

  test(
    'documents that are written from right to left',
    async () => {
      const { page, wrong } = await browser.look(scripts.address, '/sources');
      const walker = await walking(page, 'right-to-left');
      await page.getByText(ARABIC.title?.value ?? '').waitFor();
      await walker.step('among the others');
      for (const { id, text } of [ARABIC, HEBREW]) {
        await page.goto(`${scripts.address}/coding/${id}`);
        await page.locator('.sheet .words').first().waitFor();
        const directions = await page
          .locator('.sheet .words')
          .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
        expect(new Set(directions)).toEqual(new Set(['rtl']));
        // an arrow leads where it points: to the left is on
        await walker.press('v', 'ArrowLeft', 'Shift+ArrowLeft');
        const chosen = await page.locator('.mark-chosen').allTextContents();
        expect(text).toContain(chosen.join(''));
        expect(text.indexOf(chosen.join(''))).toBeGreaterThan(0);
        await walker.step(`words chosen in ${id}`);
        await walker.press('n');
        await page.getByRole('combobox', { name: 'actor' }).waitFor();
        await walker.type('ve');
        await walker.press('Enter', 'Enter', '-', 'Enter');
        await page.getByText('Coded: Vestria').waitFor();
        await walker.step(`coded in ${id}`);
      }
      expect(wrong).toEqual(NOTHING_WRONG);
    },
    PATIENCE,
  );

  test(
    'dates and numbers as the reader writes them',
    async () => {
      const { page } = await browser.look(work.address, '/sources', { locale: 'de-DE' });
      await settled(page);
      await page.getByText('7. November 2021').waitFor();
      await page.getByText('Oktober 2018').waitFor();
      await page.goto(`${work.address}/sources/wire`);
      await page.getByText('2.414').waitFor();
      await page.goto(`${work.address}/sources/wire/rewrite`);
      await page.getByText('likeness 0,33').waitFor();
    },
    PATIENCE,
  );
});
