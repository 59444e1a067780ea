import { AxeBuilder } from '@axe-core/playwright';
import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, toLookAt } from './at-work.ts';
import { looking } from './looking.ts';

const pages = toLookAt();

/** Every room, and what opens in it, by address; then the keys that open it. */
const PLACES: readonly (readonly [string, readonly string[]])[] = [
  ['/', []],
  ['/', ['?']],
  ['/', ['/', 'c', 'o', 'd']],
  ['/sources', []],
  ['/sources/wire', []],
  ['/sources/wire?correct=1', []],
  ['/sources/wire/rewrite', []],
  ['/coding', []],
  ['/coding', ['e', 'a']],
  ['/coding', ['v', 'Shift+ArrowRight']],
  ['/coding?codebook=actors&e=vestria', []],
  ['/coding?codebook=issues', ['n']],
  ['/positions', []],
  ['/chronicle', []],
  ['/conflict', []],
  ['/report', []],
  ['/nowhere', []],
];

/** Where the other colours are looked at: every kind of part stands on one of them. */
const DARK: typeof PLACES = [
  ['/', []],
  ['/sources/wire/rewrite', []],
  ['/coding', ['e', 'a']],
];

describe.skipIf(pages === undefined)('WCAG 2.2 AA, as far as a program can tell', () => {
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

  test.each(['light', 'dark'] as const)(
    '%s: no room breaks a rule',
    async (colorScheme) => {
      const { page } = await browser.look(work.address, '/sources', { colorScheme });
      const broken: string[] = [];
      for (const [path, keys] of colorScheme === 'light' ? PLACES : DARK) {
        await page.goto(`${work.address}${path}`);
        await page.locator('main > *').first().waitFor();
        await page.waitForTimeout(250);
        for (const key of keys) await page.keyboard.press(key);
        await page.waitForTimeout(keys.length > 0 ? 250 : 0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        for (const { id, nodes } of violations)
          broken.push(
            `${path} ${keys.join(' ')} ${id}: ${nodes
              .map(({ html }) => html.slice(0, 140))
              .slice(0, 3)
              .join(' | ')}`,
          );
      }
      expect(broken).toEqual([]);
    },
    90_000,
  );
});
