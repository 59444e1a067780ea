import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Waits until a room shows what it has: its heading is there and nothing is under way. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
};

/** Every room and what opens in it, on the example: its address, and the keys that open it. */
export const PLACES: readonly (readonly [string, ...string[]])[] = [
  ['/'],
  ['/?question=Who+knows'],
  ['/', '?'],
  ['/', '/', 'k', 'o', 'r'],
  ['/sources'],
  ['/sources?q=zzz'],
  ['/sources?group=origin', 'j'],
  ['/sources/wire'],
  ['/sources/wire?correct=1'],
  ['/sources/wire/rewrite'],
  ['/sources/wire/analysis'],
  ['/sources/nothing'],
  ['/coding'],
  ['/coding/wire?s=w01'],
  ['/coding/wire?s=w01', 'e', 'a'],
  ['/coding/wire?s=w01', 's'],
  ['/coding/wire?s=w01', 'v', 'Shift+ArrowRight'],
  ['/coding?codebook=actors&e=japan'],
  ['/coding?codebook=issues', 'n'],
  ['/positions'],
  ['/positions', 'ArrowDown', 'Enter'],
  ['/positions?as=list'],
  ['/chronicle', 'j'],
  ['/conflict/conflict'],
  ['/conflict/conflict?state=YYNNYN', 'g'],
  ['/conflict/new'],
  ['/report'],
  ['/nowhere'],
];

/** Goes to a place and presses its keys. */
export const goTo = async (page: Page, address: string, [path, ...keys]: (typeof PLACES)[number]): Promise<void> => {
  await page.goto(`${address}${path}`);
  await settled(page);
  for (const key of keys) await page.keyboard.press(key);
  if (keys.length > 0) await settled(page);
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page: the rule and the parts that break it. */
export const brokenOn = async (page: Page, where: string, rules?: readonly string[]): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(); // there are no frames, so no page of its own is needed to gather them
  const asked = rules === undefined ? axe.withTags(TAGS) : axe.withRules([...rules]);
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => {
    const parts = nodes.slice(0, 3).map(({ html }) => html.slice(0, 140));
    return `${where} ${id}: ${parts.join(' | ')}`;
  });
};
