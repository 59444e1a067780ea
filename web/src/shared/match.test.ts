import { expect, test } from 'vitest';
import { type Choice, matching } from './match.ts';

const choices: readonly Choice[] = [
  { id: 'us', name: 'United States', also: ['Washington', 'U.S.'] },
  { id: 'kp', name: 'North Korea', also: ['Pyongyang', 'DPRK'] },
  { id: 'kr', name: 'South Korea', also: ['Seoul'] },
  { id: 'jp', name: 'Japan', also: ['Tokyo'] },
  { id: 'un', name: 'United Nations', also: [] },
  { id: 'se', name: 'Société générale', also: [] },
];
const found = (typed: string, recent: readonly string[] = []) => matching(choices, typed, recent).map(({ id }) => id);

test.each([
  ['jap', ['jp']],
  ['kor', ['kp', 'kr']],
  ['so', ['kr', 'se']],
  ['tok', ['jp']],
  ['uni st', ['us']],
  ['nk', ['kp']],
  ['societe', ['se']],
  ['ates', ['us']],
  ['xyz', []],
])('“%s” finds %j', (typed, expected) => expect(found(typed)).toEqual(expected));

test('of equals the one picked last goes first', () => {
  expect(found('kor', ['kr'])).toEqual(['kr', 'kp']);
  expect(found('', ['jp', 'un']).slice(0, 3)).toEqual(['jp', 'un', 'us']);
});
test('a name goes before an alias', () =>
  expect(
    matching(
      [
        { id: 'a', name: 'Alpha', also: ['Seoul'] },
        { id: 'b', name: 'Seoul' },
      ],
      'seo',
    ).map(({ id }) => id),
  ).toEqual(['b', 'a']));
test('no more than asked for', () =>
  expect(
    matching(
      Array.from({ length: 5000 }, (_, at) => ({ id: `${at}`, name: `Party ${at}` })),
      'party',
    ).length,
  ).toBe(12));
