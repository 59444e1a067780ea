import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { backtestPage } from './backtest-page.ts';

test('docs/backtest.md is what npm run backtest writes today', () => {
  const page = readFileSync(fileURLToPath(new URL('../docs/backtest.md', import.meta.url)), 'utf8');
  expect(page).toBe(backtestPage());
});

test('it tells hits from misses: Cuba’s outcome is an equilibrium of its model, Elmira’s coalition step is not all concepts’', () => {
  // Worked by hand in the cases themselves: cases/brams2001 has NY as the compromise that no side gains by leaving under SEQ.
  const page = backtestPage();
  expect(page).toMatch(/\| `fraser1982\/cuba` \|.*hit/);
  expect(page).toMatch(/miss \(/);
});
