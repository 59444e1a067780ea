import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Download, Locator, Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** Where the pictures of the walks are kept; git does not follow them, and nothing compares them. */
export const PICTURES = join(ROOT, 'artefacts', 'walks');

/** A person on the way through the workbench: what they press, and a picture of each place they come to. */
export interface Walker {
  readonly page: Page;
  /** Keeps a picture of the place. */
  readonly step: (what: string) => Promise<void>;
  /** Presses keys one after the other, and counts them. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types letter by letter, and counts them. */
  readonly type: (words: string) => Promise<void>;
  /** Goes to an element with Tab alone; the farther, the worse. @returns how many times it took */
  readonly tabTo: (target: Locator, most?: number) => Promise<number>;
  /** Waits until the line at the foot says that all is saved. */
  readonly saved: () => Promise<void>;
  /** Keys pressed so far. */
  readonly keys: () => number;
  /** Presses of a mouse or a finger so far. */
  readonly pointers: () => Promise<number>;
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) => all.some((one) => one === document.activeElement));

/** Follows one walk by its name. */
export const walking = async (page: Page, name: string): Promise<Walker> => {
  const folder = join(PICTURES, name);
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => {
    document.documentElement.dataset['pointers'] = '0';
    document.addEventListener('pointerdown', () => {
      const { dataset } = document.documentElement;
      dataset['pointers'] = String(Number(dataset['pointers']) + 1);
    });
  });
  let [steps, keys] = [0, 0];
  const press = async (...list: readonly string[]): Promise<void> => {
    for (const key of list) {
      await page.keyboard.press(key);
      keys += 1;
    }
  };
  return {
    page,
    press,
    keys: () => keys,
    step: async (what) => {
      steps += 1;
      const file = `${String(steps).padStart(2, '0')}-${what.replaceAll(' ', '-')}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    },
    type: async (words) => {
      await page.keyboard.type(words);
      keys += words.length;
    },
    tabTo: async (target, most = 60) => {
      for (let times = 0; times <= most; times++) {
        if (await isFocused(target)) return times;
        await press('Tab');
      }
      throw new RangeError(`Tab does not reach ${target} in ${most} steps`);
    },
    saved: () => page.locator('.keys .state', { hasText: 'Saved' }).waitFor(),
    pointers: () => page.evaluate(() => Number(document.documentElement.dataset['pointers'])),
  };
};

/** What a download holds. */
export const bytesOf = async (download: Download): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Says once where the pictures are. */
export const tellPictures = (): void => {
  console.info(`Pictures of the walks: ${relative(process.cwd(), PICTURES)}`);
};
