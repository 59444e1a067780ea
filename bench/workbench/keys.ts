import type { Page } from 'playwright-core';

/** What a key is expected to change: the text of a part of the page, or what has the focus. */
interface Asked {
  readonly key: string;
  readonly part: string;
  /** What is typed into the field that has the focus, instead of pressing the key. */
  readonly typed?: string;
}

/** Milliseconds from a key to the frame after what it changes has changed, as the page itself sees it. */
export const answered = (page: Page, asked: Asked): Promise<number> =>
  page.evaluate(
    ({ key, part, typed }) =>
      new Promise<number>((resolve) => {
        const seen = (): string =>
          [...document.querySelectorAll(part)].map((one) => `${one.className} ${one.textContent}`).join('\n');
        const [before, focus] = [seen(), document.activeElement];
        const target = focus instanceof HTMLElement ? focus : document.body;
        const began = performance.now();
        if (typed !== undefined && target instanceof HTMLInputElement) {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(target, typed);
          target.dispatchEvent(new Event('input', { bubbles: true }));
        } else {
          const shiftKey = key.startsWith('Shift+');
          const event = { key: key.replace('Shift+', ''), shiftKey, bubbles: true, cancelable: true };
          target.dispatchEvent(new KeyboardEvent('keydown', event));
        }
        const look = () => {
          const passed = performance.now() - began;
          if (seen() !== before || document.activeElement !== focus || passed > 5000) resolve(passed);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    asked,
  );

/** Keys of the rooms, each with what it changes. */
export const KEYS: Readonly<
  Record<string, { readonly path: string; readonly there: string; readonly keys: readonly Asked[] }>
> = {
  sources: {
    path: '/sources',
    there: 'table.long tbody tr',
    keys: [
      { key: 'j', part: 'table.long tr' },
      { key: 'g', part: 'table.long tr, .segmented' },
      { key: 'f', part: 'body > nothing' },
      { key: '', typed: 'number 77', part: 'table.long tbody' },
    ],
  },
  coding: {
    path: '/coding/report-7',
    there: '.panel .acts',
    keys: [
      { key: 'j', part: '.panel' },
      { key: 'k', part: '.panel' },
      { key: 'e', part: '.panel' },
      { key: 'a', part: '.panel' },
      { key: '', typed: 'party 1', part: '.choices' },
      { key: 'Enter', part: '.panel' },
      { key: 's', part: '.panel' },
      { key: '+', part: '.panel' },
      { key: 'Escape', part: '.panel' },
      { key: 'v', part: '.sheet mark' },
      { key: 'Shift+ArrowRight', part: '.sheet mark' },
      { key: 'Escape', part: '.sheet mark' },
      { key: 'x', part: '.panel' },
      { key: 'Enter', part: '.panel' },
    ],
  },
  positions: {
    path: '/positions',
    there: '.matrix a',
    keys: [
      { key: 'ArrowDown', part: 'body > nothing' },
      { key: 'ArrowRight', part: 'body > nothing' },
      { key: 't', part: '.frame-of' },
    ],
  },
};

/** A way to decide a suggestion, and how often it is taken in ten. */
interface Way {
  readonly often: number;
  readonly keys: readonly string[];
}

/** How suggestions are decided without the mouse. Names are found by their first letters. */
export const WAYS: Readonly<Record<string, Way>> = {
  accept: { often: 7, keys: ['Enter'] },
  reject: { often: 1, keys: ['x'] },
  'correct the actor': { often: 1, keys: ['a', 'p', '3', 'Enter', 'Enter'] },
  'correct the issue': { often: 0, keys: ['i', 'q', '3', 'Enter', 'Enter'] },
  'correct the stance': { often: 1, keys: ['s', '-', 'Enter'] },
  'a new statement': { often: 0, keys: ['v', 'Shift+ArrowRight', 'n', 'p', 'Enter', 'q', 'Enter', '-', 'Enter'] },
};

/** Decides so many suggestions by keys alone. @returns keys, and milliseconds that the workbench took */
export const decided = async (page: Page, count: number): Promise<{ readonly keys: number; readonly ms: number }> => {
  const turns = Object.values(WAYS).flatMap(({ often, keys }) => Array.from({ length: often }, () => keys));
  const panel = page.locator('.panel');
  const goOn = page.getByRole('link', { name: 'Go on with' });
  let keys = 0;
  const began = performance.now();
  for (let at = 0; at < count; at++) {
    await panel.locator('.acts').or(goOn).first().waitFor();
    if (await goOn.isVisible()) {
      await page.keyboard.press('Enter');
      keys += 1;
      await panel.locator('.acts').waitFor();
    }
    for (const key of turns[at % turns.length] ?? []) {
      await page.keyboard.press(key);
      keys += 1;
    }
  }
  await page.locator('.keys .state', { hasText: 'Saved' }).waitFor();
  return { keys, ms: Math.round(performance.now() - began) };
};
