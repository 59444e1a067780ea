import { quotaDossier } from '@entente/core/testing/quota-dossier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, toLookAt } from '../at-work.ts';
import { undecided } from '../dossiers.ts';
import { looking, NOTHING_WRONG } from '../looking.ts';
import { walking } from '../walking.ts';

const pages = toLookAt();

/** Codes statements for a discourse network: fast, by keyboard alone, and without losing work. */
describe.skipIf(pages === undefined)('the researcher', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  beforeAll(async () => {
    browser = await looking();
    work = await atWork(undecided(quotaDossier), pages);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
  });

  test('codes ten statements and tidies the codebook', async () => {
    const { page, wrong } = await browser.look(work.address, '/coding/wire');
    const walker = await walking(page, 'researcher');
    const { press, type, step } = walker;
    const panel = page.locator('.panel');
    const statement = async (id: string) => work.store.record('statement', id);
    const keys: Record<string, number> = {};
    const counted = async (what: string, act: () => Promise<void>): Promise<void> => {
      const before = walker.keys();
      await act();
      keys[what] = walker.keys() - before;
    };
    await panel.getByText('suggestion 1 of').waitFor();
    const first = (await page.locator('.panel .chosen-words').textContent()) ?? '';
    await step('a suggestion beside its words');

    await counted('accept', () => press('Enter'));
    await panel.getByText(first).waitFor({ state: 'detached' });
    await counted('reject', () => press('x'));
    await page.getByText('Rejected:').waitFor();
    await step('accepted and rejected');

    await counted('correct the actor', async () => {
      await press('a');
      await type('sk');
      await press('Enter', 'Enter');
    });
    await page.getByText('Coded: Skerry Islands').waitFor();
    await counted('correct the issue', async () => {
      await press('i');
      await type('ha');
      await press('Enter', 'Enter');
    });
    await page.getByText('Coded: Hamar, Halve the cod quota').waitFor();
    await counted('correct the stance', () => press('s', '+', 'Enter'));
    await page.locator('.keys .state', { hasText: 'Saved' }).waitFor();
    await step('actor, issue and stance corrected');
    expect(await statement('s4')).toMatchObject({ actor: 'skerry', status: 'accepted' });
    expect(await statement('s9')).toMatchObject({ issue: 'halve-quota', status: 'accepted' });

    const before = (await work.store.statements({ limit: 0 })).total;
    await counted('a new statement', async () => {
      await press('v', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight', 'n');
      await page.getByRole('combobox', { name: 'actor' }).waitFor();
      await step('words chosen, the actor asked for');
      await type('v');
      await press('Enter', 'Enter', '-', 'Enter');
    });
    await page.getByText('Coded: Vestria').waitFor();
    await expect.poll(async () => (await work.store.statements({ limit: 0 })).total).toBe(before + 1);
    await counted('its condition and its reason', async () => {
      await press('v', 'ArrowRight', 'Shift+ArrowRight', 'c');
      await press('v', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'r', 'Enter');
    });
    const ownOne = async () =>
      (await work.store.statements({ limit: 1000 })).rows.find(
        ({ condition, reason, coder }) => coder.name === 'Ada' && condition !== undefined && reason !== undefined,
      );
    await expect.poll(async () => (await ownOne())?.status).toBe('accepted');
    await step('a statement of one’s own with condition and reason');
    await page.goto(`${work.address}/coding/wire?s=${(await ownOne())?.id}`);
    await panel.getByText('accepted by Ada').waitFor();
    expect(await page.locator('.mark-condition').count()).toBeGreaterThan(0);
    expect(await page.locator('.mark-reason').count()).toBeGreaterThan(0);
    await step('the same after the page is loaded anew');

    await press('o');
    await page.getByRole('heading', { name: '6 actors, 2 issues' }).waitFor();
    await press('n');
    await type('Skerry Union');
    await step('a new actor');
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Skerry Union' }).waitFor();
    await press('f');
    await type('union');
    await page.getByRole('link', { name: 'Norland' }).waitFor({ state: 'detached' });
    await press('Enter');
    await page.getByRole('heading', { name: 'Skerry Union' }).waitFor();
    await press('m');
    await type('skerry i');
    await press('Enter');
    await page.getByRole('button', { name: 'Merge into “Skerry Islands”' }).waitFor();
    await step('merging is told before it is done');
    await press('Enter');
    await page.getByRole('heading', { name: '6 actors, 2 issues' }).waitFor();
    expect((await work.store.codebook()).actors.find(({ id }) => id === 'skerry')?.aliases).toContain('Skerry Union');
    await press('u');
    await page.getByRole('heading', { name: '7 actors, 2 issues' }).waitFor();
    await press('Shift+U');
    await page.getByRole('heading', { name: '6 actors, 2 issues' }).waitFor();
    await step('merged, undone, done again');
    expect(wrong).toEqual(NOTHING_WRONG);
    expect(keys).toMatchObject({ accept: 1, reject: 1, 'correct the stance': 3 });
    expect(keys['correct the actor']).toBeLessThanOrEqual(5);
    expect(keys['correct the issue']).toBeLessThanOrEqual(5);
    expect(keys['a new statement']).toBeLessThanOrEqual(10);
    console.info(
      `Keys: ${Object.entries(keys)
        .map(([what, count]) => `${what} ${count}`)
        .join(', ')}.`,
    );
  }, 90_000);
});
