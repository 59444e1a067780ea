import { expect, test } from 'vitest';
import { small } from '../../testing/small-conflict.ts';
import { stateOfPattern } from '../conflict/state-space.ts';
import { analysis, verdictOn } from '../stability/analysis.ts';
import { behaviour } from '../stability/behaviour.ts';
import { withAllCoalitions, withCoalition } from '../stability/coalition.ts';
import { evolution } from '../stability/evolution.ts';
import type { GraphModel } from '../stability/graph-model.ts';
import { ruleDifferences } from '../stability/sanction-rules.ts';
import type { Concept } from '../vocabulary.ts';
import { allCoalitionsWords, behaviourWords, coalitionWords, evolutionWords } from './verdict-beyond.ts';
import { ruleWords, standingWords } from './verdict-summary.ts';
import { verdictWords } from './verdict-words.ts';

const words = (model: GraphModel, concept: Concept, maker: number, pattern: string) => {
  const state = stateOfPattern(model, pattern);
  return verdictWords(model, concept, maker, state, verdictOn(model, concept, maker, state));
};

// Y is to swerve
const chicken = small({
  Row: { options: ['row'], best: 'NY > YY > YN > NN' },
  Column: { options: ['column'], best: 'YN > YY > NY > NN' },
});

test.each([
  [
    'nash',
    'YN',
    [
      'Row has nothing better within its reach: its best move, giving up “row”, leads to rank 4 of 4 instead of 3; so it stays.',
    ],
  ],
  ['nash', 'YY', ['Row would move to NY, giving up “row” (rank 1 of 4 instead of 2); so it does not stay.']],
  [
    'gmr',
    'YY',
    [
      'Row would move to NY, giving up “row”; Column can answer by giving up “column”, which leaves Row worse off (rank 4 of 4 instead of 2); so it stays.',
    ],
  ],
  [
    'smr',
    'YY',
    [
      'Row would move to NY, giving up “row”; Column can answer by giving up “column”, which leaves Row worse off (rank 4 of 4 instead of 2); from there it finds no way to anything better than where it stood; so it stays.',
    ],
  ],
  [
    'seq',
    'YY',
    [
      'Row would move to NY, giving up “row” (rank 1 of 4 instead of 2), and no answer that the others gain from leaves it worse off; so it does not stay.',
    ],
  ],
  [
    'simultaneous',
    'YY',
    [
      'Row would move to NY, giving up “row”; if Column, giving up “column”, would do so at the same moment, the moves cross, which leaves Row worse off (rank 4 of 4 instead of 2); so it stays.',
    ],
  ],
] as const)('Chicken, %s in %s', (concept, pattern, expected) => {
  expect(words(chicken, concept, 0, pattern)).toEqual(expected);
});

test('an answer that brings the maker back, and one that it can evade', () => {
  const back = small({
    Ann: { options: ['act'], best: 'YN > NN = YY = NY' },
    Ben: { options: ['undo'], best: 'YY > YN > NN > NY' },
  });
  expect(words(back, 'seq', 0, 'NN')[0]).toContain('which leaves Ann no better off (rank 2 of 2, as before)');
  const evades = small({
    Ann: { options: ['act'], best: 'NY > YN > NN > YY' },
    Ben: { options: ['harm'], best: 'YY > YN > NN > NY' },
  });
  expect(words(evades, 'smr', 0, 'NN')[0]).toBe(
    'Ann would move to YN, taking up “act” (rank 2 of 4 instead of 3); Ben can answer by taking up “harm”, but from there Ann can go on to NY, giving up “act”, better than where it stood; so it does not stay.',
  );
});

test('where a state stands, and whether another rule matters', () => {
  const done = analysis(chicken);
  expect(standingWords(done, 3)).toBe(
    'With these preferences YY holds under GMR and SMR; Row and Column would leave it under Nash and SEQ.',
  );
  expect(standingWords(done, 0)).toContain(
    'does not hold: Row and Column would leave it under Nash, GMR, SMR and SEQ.',
  );
  expect(ruleWords(done, ruleDifferences(done))).toEqual([]);
});

test('evolution, coalitions and behaviour in words', () => {
  const done = analysis(chicken);
  const ways = { moves: evolution(chicken, 3, 'moves'), improvements: evolution(chicken, 3, 'improvements') };
  expect(evolutionWords(chicken, ways, [1, 0])).toEqual([
    'From YY improvements alone lead to 2 of the 3 other states, any moves to 3.',
    'YN comes about by improvements alone, one move: Column, giving up “column”.',
    'NN takes 2 moves, not all of them improvements: Row, giving up “row”; then Column, giving up “column”.',
  ]);
  expect(coalitionWords(done, [0, 1], withCoalition(chicken, [0, 1]))[1]).toBe('Under Nash and SEQ YY would hold too.');
  expect(allCoalitionsWords(done, withAllCoalitions(chicken))).toContain('Under Nash and SEQ YN and NY.');
  expect(behaviourWords(chicken, 3, behaviour(done, 3))).toEqual([
    'Row stays in YY under GMR and SMR.',
    'Column stays in YY under GMR and SMR.',
    'Sharpest explanation: Row by GMR and Column by GMR; then 2 other states hold as well.',
  ]);
});
