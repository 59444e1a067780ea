import { expect, test } from 'vitest';
import { fScore, precision, recall } from '../align.ts';
import { chainScores } from './chains.ts';

const chains = (text: string) =>
  new Map(text.split(' ').flatMap((group, index) => [...group].map((mention) => [mention, String(index)] as const)));

// Gold {a b c} {d e f g}, found {a b} {c d} {f g h i}; worked by hand.
test('links, mentions and entities', () => {
  const { muc, b3p, b3r, ceaf } = chainScores(chains('ab cd fghi'), chains('abc defg'));
  expect([recall(muc), precision(muc)]).toEqual([2 / 5, 2 / 5]);
  expect(b3p.right / b3p.found).toBeCloseTo(4 / 8, 6);
  expect(b3r.right / b3r.gold).toBeCloseTo((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7, 6);
  expect(ceaf.right).toBeCloseTo(4 / 5 + 4 / 8, 6);
});

test('the same chains are right', () => {
  const same = chains('abc de');
  const { muc, ceaf } = chainScores(same, same);
  expect([fScore(muc), fScore(ceaf)]).toEqual([1, 1]);
});
