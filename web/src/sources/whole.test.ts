import { difference } from '@entente/core/report/difference';
import type { AlignedPair } from '@entente/core/report/sources';
import { documentId } from '@entente/core/vocabulary';
import { expect, test } from 'vitest';
import { marksOfSide, pairAt } from './whole.ts';

const SOURCE = 'Norland. Vestria may refuse the cut of the cod quota, two sources said. Nothing more.';
const DERIVED = 'Vestria refused the cut of the cod quota. Fish is dear.';

const passage = (document: string, text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { document: documentId(document), start, end: start + quote.length, quote };
};

const pair = (before: string, after: string): AlignedPair => ({
  derivation: {
    kind: 'paraphrase',
    source: passage('wire', SOURCE, before),
    derived: passage('copy', DERIVED, after),
    score: 0.7,
    direction: { by: ['date'], sure: true },
  },
  sourceLabel: 'wire ¶1',
  derivedLabel: 'copy ¶1',
  difference: difference(before, after),
  change: 'shortened',
  changes: [],
});

const pairs = [
  pair('Vestria may refuse the cut of the cod quota, two sources said.', 'Vestria refused the cut of the cod quota.'),
];

test('in the whole texts the shared passage is marked, and the words that one side alone has', () => {
  const words = (side: 'source' | 'derived', text: string) =>
    marksOfSide(pairs, side, 0).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  expect(words('source', SOURCE)).toEqual([
    ['shared', 'Vestria may refuse the cut of the cod quota, two sources said.'],
    ['lost', 'may refuse'],
    ['lost', 'two sources said.'],
  ]);
  expect(words('derived', DERIVED)).toEqual([
    ['shared', 'Vestria refused the cut of the cod quota.'],
    ['gained', 'refused'],
  ]);
  expect(marksOfSide(pairs, 'derived', 0)[0]?.current).toBe(true);
  expect(marksOfSide(pairs, 'derived', -1)[0]?.current).toBe(false);
});

test('a place of the text leads to its pair', () => {
  expect(pairAt(pairs, 'source', SOURCE.indexOf('refuse'))).toBe(0);
  expect(pairAt(pairs, 'source', SOURCE.indexOf('Nothing'))).toBe(-1);
  expect(pairAt(pairs, 'derived', 0)).toBe(0);
});
