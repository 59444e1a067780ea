import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, toLookAt } from './at-work.ts';
import { exampleAtWork } from './dossiers.ts';
import { type Looked, looking } from './looking.ts';
import { brokenOn, goTo, PLACES } from './settled.ts';

const pages = toLookAt();
const PATIENCE = 60_000;

/** A desk, 1280 at 200 %, a phone, and the narrowest that must do. */
const WIDTHS = [1440, 640, 390, 320];

describe.skipIf(pages === undefined)(
  'every place of the workbench: axe, in light and dark, and no width that scrolls',
  () => {
    let browser: Awaited<ReturnType<typeof looking>>;
    let work: AtWork;
    let one: Looked;
    beforeAll(async () => {
      browser = await looking();
      work = await exampleAtWork(pages);
      one = await browser.look(work.address, '/sources', { reducedMotion: 'reduce' });
    }, PATIENCE);
    afterAll(async () => {
      await browser?.close();
      await work?.end();
    });

    test.each(PLACES.map((place) => [place.join(' '), place] as const))(
      '%s',
      async (name, place) => {
        const { page } = one;
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.emulateMedia({ colorScheme: 'light' });
        await goTo(page, work.address, place);
        const wrong = [...(await brokenOn(page, name))];
        await page.emulateMedia({ colorScheme: 'dark' });
        wrong.push(...(await brokenOn(page, `${name} dark`, ['color-contrast', 'link-in-text-block'])));
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (over > 0) wrong.push(`${width} wide: ${over} px to the side`);
        }
        expect(wrong).toEqual([]);
      },
      PATIENCE,
    );

    test(
      'a narrow page has all rooms in its menu, and the box to ask',
      async () => {
        const { page } = one;
        await page.setViewportSize({ width: 640, height: 900 });
        await goTo(page, work.address, ['/report']);
        await page.locator('.menu summary').click();
        expect(await page.locator('.menu nav a').count()).toBe(7);
        await page.keyboard.press('Escape');
        await page.locator('header').getByRole('button', { name: 'Find' }).click();
        await page.getByRole('searchbox', { name: 'Ask, or find words' }).waitFor();
      },
      PATIENCE,
    );
  },
);
