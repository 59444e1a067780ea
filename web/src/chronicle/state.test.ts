import { documentId } from '@entente/core/vocabulary';
import type { EventLine, FigureLine } from 'entente/http/app';
import { expect, test } from 'vitest';
import { actorsIn, amountOf, dayOf, passes, shifted, zoomed } from './state.ts';

const line = (quote: string, more: Partial<EventLine> = {}): EventLine => ({
  id: quote,
  quote,
  lead: 'Wire',
  citation: {
    passage: { document: documentId('w'), start: 0, end: 1, quote: 'x', prefix: '', suffix: '' },
    label: 'Wire ¶1',
    voice: 'named',
    suggested: false,
  },
  status: 'accepted',
  repeats: 0,
  actors: [],
  ...more,
});

const NONE = { words: '', actor: '', acceptedOnly: false };

test('every word typed must stand there, accents aside', () => {
  const one = line('The envoys met in Genève', { actors: ['Norland'] });
  expect(passes({ ...NONE, words: 'geneve envoys' }, one)).toBe(true);
  expect(passes({ ...NONE, words: 'norland wire' }, one)).toBe(true);
  expect(passes({ ...NONE, words: 'vestria' }, one)).toBe(false);
  expect(passes({ ...NONE, actor: 'Norland' }, one)).toBe(true);
  expect(passes({ ...NONE, acceptedOnly: true }, line('x', { status: 'suggested' }))).toBe(false);
});

test('the parties named most come first', () => {
  const page = {
    version: 1,
    dated: [line('a', { actors: ['B', 'A'] })],
    undated: [line('b', { actors: ['A'] })],
    rivals: [],
    forecasts: [],
  };
  expect(actorsIn(page)).toEqual(['A', 'B']);
});

test('closer keeps the day in its place; further and back is where it was', () => {
  expect(zoomed(['2020-01-01', '2020-12-31'], 0.5, '2020-01-01')).toEqual(['2020-01-01', '2020-07-02']);
  const [first, last] = zoomed(zoomed(['2020-01-01', '2020-12-30'], 0.5), 2);
  expect([first, last]).toEqual(['2020-01-01', '2020-12-30']);
  expect(zoomed(['2020-01-01', '2020-01-10'], 0.1)).toEqual(['2019-12-30', '2020-01-13']);
  expect(shifted(['2020-01-01', '2020-01-11'], 0.5)).toEqual(['2020-01-06', '2020-01-16']);
});

test('an event is found at its first day, or its last where that is all that is known', () => {
  expect([dayOf({ date: '2021-10' }), dayOf({ date: '../2002' }), dayOf({})]).toEqual([
    '2021-10-01',
    '2002-12-31',
    undefined,
  ]);
});

test('a figure keeps how it was told', () => {
  const figure: FigureLine = { ...line('x'), value: [3, 5], qualifier: 'between' };
  expect(amountOf(figure)).toBe('3–5');
  expect(amountOf({ ...figure, value: 20, qualifier: 'at-least' })).toBe('at least 20');
});
