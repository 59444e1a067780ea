import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyConflict, anyFormula } from '../../testing/any-conflict.ts';
import { compiled } from '../../testing/small-conflict.ts';
import { disjunctiveForm } from '../preference/disjunctive.ts';
import { holds } from '../preference/truth.ts';
import { optionId } from '../vocabulary.ts';
import type { Conflict } from './conflict.ts';
import { isGmcrPlus, readGmcrPlus } from './gmcr-plus.ts';
import { isNeutral, readNeutral } from './neutral.ts';
import { readConflict } from './read-conflict.ts';
import { conflictData } from './write-conflict.ts';
import { writeGmcrPlus, writeNeutral } from './write-gmcr-plus.ts';

/** What a model is but for its names. */
const shape = (conflict: Conflict) => {
  const { codes, size, masks, forward, backward, listed, ranks } = compiled(conflict);
  return { codes, size, masks, forward, backward, listed, ranks };
};

const plain = (conflict: Conflict): Conflict => {
  const { moves: _, commonMoves: __, statusQuo: ___, ...rest } = conflict;
  return rest;
};

test('law: our own notation, written and read, is the same conflict', () => {
  fc.assert(
    fc.property(anyConflict, (conflict) => {
      const data: unknown = JSON.parse(JSON.stringify(conflictData(conflict)));
      const read = readConflict(data);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(conflictData(read.value)).toEqual(conflictData(conflict));
      expect(shape(read.value)).toEqual(shape(conflict));
    }),
    { numRuns: 200 },
  );
});

test('sugar is written as it was read', () => {
  const data = {
    conflict: 'Sugar',
    makers: [
      {
        id: 'a',
        options: [{ id: 'x' }, { id: 'y' }, { id: 'z' }],
        prefers: [
          [
            { that: 'x', because: ['s1'] },
            { that: 'y', assumed: false },
          ],
        ],
      },
    ],
    infeasible: [
      { 'mutually-exclusive': ['x', 'y'], why: 'either or' },
      { option: 'z', requires: 'x or y' },
      { states: ['NN-'] },
      { when: 'x and z' },
    ],
    coalesce: [{ when: 'y', as: 'NYN' }],
    'common-moves': [{ by: ['a'], from: 'YNN', to: 'NYN' }],
    'status-quo': 'YNN',
  };
  const read = readConflict(data);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(conflictData(read.value)).toEqual(data);
});

test('law: GMCR+, written and read, has the same states, moves and ranks', () => {
  fc.assert(
    fc.property(anyConflict, (any) => {
      const conflict = plain(any);
      const written = writeGmcrPlus(conflict);
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      const data: unknown = JSON.parse(JSON.stringify(written.value.data));
      expect(isGmcrPlus(data)).toBe(true);
      const read = readGmcrPlus(data);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(shape(read.value.conflict)).toEqual(shape(conflict));
    }),
    { numRuns: 200 },
  );
});

test('law: the neutral format, written and read, has the same states, moves and ranks', () => {
  fc.assert(
    fc.property(anyConflict, (any) => {
      const conflict = plain(any);
      const written = writeNeutral(conflict);
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      const data: unknown = JSON.parse(JSON.stringify(written.value.data));
      expect(isNeutral(data)).toBe(true);
      const read = readNeutral(data);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(shape(read.value)).toEqual(shape(conflict));
    }),
    { numRuns: 200 },
  );
});

test('GMCR+: options may stand in any order, conditions be compound; what is lost is said', () => {
  const read = readGmcrPlus({
    program: 'gmcr-py',
    version: '0.3.12',
    useManualPreferenceRanking: false,
    infeasibles: [
      [
        [0, 'Y'],
        [1, 'Y'],
      ],
    ],
    options: [
      { name: 'Attack', permittedDirection: 'fwd' },
      { name: 'Release water', permittedDirection: 'both' },
      { name: 'Escalate', permittedDirection: 'back' },
    ],
    decisionMakers: [
      {
        name: 'Upstream',
        options: [1, 2],
        preferences: [
          {
            compound: true,
            members: [
              [[0, 'N']],
              [
                [1, 'Y'],
                [2, 'N'],
              ],
            ],
          },
        ],
        misperceptions: [[[0, 'Y']]],
      },
      { name: 'Downstream', options: [0], preferences: [] },
    ],
    coalitions: [[0, 1]],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { conflict, lost } = read.value;
  expect(conflictData(conflict)).toMatchObject({
    makers: [
      {
        id: 'upstream',
        options: [{ id: 'release-water' }, { id: 'escalate', moves: 'backward' }],
        prefers: [{ that: 'not attack or release-water and not escalate' }],
      },
      { id: 'downstream', options: [{ id: 'attack', moves: 'forward' }] },
    ],
    infeasible: [{ when: 'attack and release-water' }],
  });
  expect(lost.join(' ')).toContain('Upstream misperceives');
  expect(lost.join(' ')).toContain('coalitions');
});

test('GMCR+: rankings by state number follow its own order of options', () => {
  const read = readGmcrPlus({
    useManualPreferenceVectors: true,
    infeasibles: [],
    options: [{ name: 'b' }, { name: 'a' }],
    decisionMakers: [
      { name: 'A', options: [1], preferences: [], preferenceVector: [2, [1, 3], 4] },
      { name: 'B', options: [0], preferences: [], preferenceRanking: [[1], [2], [3], [4]] },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  // their state 2 has option 0, which is ours second
  expect(conflictData(read.value.conflict)).toMatchObject({
    makers: [{ ranking: [['NY'], ['NN', 'YN'], ['YY']] }, {}],
  });
});

test('GMCR+: every fault is named', () => {
  const read = readGmcrPlus({
    infeasibles: [],
    options: [{ name: 'x' }, { name: 'y' }],
    decisionMakers: [
      { name: 'A', options: [0, 7] },
      { name: 'B', options: [0] },
    ],
  });
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual([
    'gmcr/option',
    'gmcr/shared-option',
    'conflict/option-without-owner',
  ]);
});

test('law: alternatives are true where the formula is', () => {
  const ids = ['a', 'b', 'c', 'd'].map(optionId);
  const places = new Map(ids.map((id, at) => [id, at]));
  fc.assert(
    fc.property(anyFormula(ids), (formula) => {
      const terms = disjunctiveForm(formula);
      if (terms === undefined) return;
      for (let code = 0; code < 16; code++) {
        const some = terms.some((term) =>
          [...term].every(([id, taken]) => (((code >>> (places.get(id) ?? 0)) & 1) === 1) === taken),
        );
        expect(some).toBe(holds(formula, places, code));
      }
    }),
    { numRuns: 500 },
  );
});
