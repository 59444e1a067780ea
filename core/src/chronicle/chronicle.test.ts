import { describe, expect, test } from 'vitest';
import { passage, quotaDossier, rewrite, wire } from '../../testing/quota-dossier.ts';
import { eventId, figureId } from '../vocabulary.ts';
import { chronicleOf } from './chronicle.ts';
import type { Figure } from './event.ts';
import { folded, repeatsBy } from './repeat.ts';
import { rivalFigures } from './rival.ts';

const chronicle = chronicleOf(quotaDossier);

test('dated happenings stand in order, undated ones apart', () => {
  expect(chronicle.dated.map(({ first }) => first.id)).toEqual(['e2', 'e1']);
  expect(chronicle.undated.map(({ first }) => first.id)).toEqual(['e3']);
});

test('an event that a derived passage repeats is told once', () => {
  const words = 'Hamar will accept the cut';
  const [first] = quotaDossier.events;
  if (first === undefined) throw new RangeError('the fixture has events');
  const events = [
    { ...first, id: eventId('again'), passage: passage(rewrite, words) },
    { ...first, id: eventId('first'), passage: passage(wire, words) },
  ];
  const told = chronicleOf({ ...quotaDossier, events }).dated;
  expect(told.map((one) => [one.first.id, one.repeats.map(({ id }) => id)])).toEqual([['first', ['again']]]);
});

test('what was rejected is not told', () => {
  const events = quotaDossier.events.map((event) => ({ ...event, status: 'rejected' as const }));
  expect(chronicleOf({ ...quotaDossier, events }).dated).toEqual([]);
});

test('repeats that go in a circle lose nothing', () => {
  const a = { passage: passage(wire, 'Hamar will accept') };
  const b = { passage: passage(rewrite, 'Hamar will accept') };
  const told = folded(
    [a, b],
    ({ document }) => [document === 'wire' ? b.passage : a.passage],
    () => '',
  );
  expect(told.flatMap(({ first, repeats }) => [first, ...repeats])).toHaveLength(2);
  expect(repeatsBy(quotaDossier.derivations)(b.passage).map(({ document }) => document)).toEqual(['wire']);
  expect(repeatsBy(quotaDossier.derivations)(a.passage)).toEqual([]);
});

describe('rival figures', () => {
  const [base] = quotaDossier.figures;
  if (base === undefined) throw new RangeError('the fixture has figures');
  const figure = (id: string, more: Partial<Figure>): Figure => ({ ...base, id: figureId(id), ...more });
  const rows: readonly (readonly [string, readonly Figure[], number])[] = [
    ['two numbers for one thing', [figure('a', { value: 25_000 }), figure('b', { value: 30_000 })], 2],
    ['the same number twice', [figure('a', {}), figure('b', {})], 0],
    ['two things', [figure('a', { value: 1 }), figure('b', { value: 2, of: 'harbours' })], 0],
    ['two moments', [figure('a', { value: 1, asOf: '2019' }), figure('b', { value: 2, asOf: '2021' })], 0],
    ['one moment, one undated', [figure('a', { value: 1, asOf: '2019' }), figure('b', { value: 2 })], 2],
    [
      'word order and plural',
      [figure('a', { value: 1, of: 'troops in the South' }), figure('b', { value: 2, of: 'South troop' })],
      2,
    ],
    ['a range and a number', [figure('a', { value: [1, 3] }), figure('b', { value: 2 })], 2],
    ['a thing of one word', [figure('a', { value: 1, of: 'people' }), figure('b', { value: 2, of: 'people' })], 0],
    ['accepted and suggested', [figure('a', { value: 1 }), figure('b', { value: 2, status: 'suggested' })], 0],
  ];
  test.each(rows)('%s', (_, figures, count) => expect(rivalFigures(figures)[0]?.figures.length ?? 0).toBe(count));
});
