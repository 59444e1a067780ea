import { expect, test } from 'vitest';
import { type Draft, draftOf, EMPTY, missingIn, writtenDown } from './form-state.ts';

const place = { document: 'wire', start: 4, end: 9, quote: 'words', label: 'Wire ¶1' };
const event: Draft = { ...EMPTY, place, date: '2018-06', actors: ['japan', 'china'], words: 'Geneva' };
const figure: Draft = {
  ...EMPTY,
  kind: 'figure',
  place,
  value: '25,000',
  unit: 'troops',
  words: 'Forces',
  date: '2018',
};
const forecast: Draft = { ...EMPTY, kind: 'forecast', place, actors: ['japan'], words: 'might', date: '2031' };

test.each([event, figure, forecast, { ...figure, upTo: '30000', qualifier: 'between', id: 'fi-1' }])(
  'what is written down reads as the same draft again',
  (draft) => {
    const sent = writtenDown(draft);
    if (sent === undefined) throw new RangeError('not sound');
    expect(draftOf(sent, place.quote, place.label)).toEqual({ ...draft, value: draft.value.replace(',', '') });
  },
);

test.each([
  ['no words', { ...event, place: undefined }, 'Find the words'],
  ['no number', { ...figure, value: 'many' }, '“many” is no number'],
  ['no unit', { ...figure, unit: ' ' }, 'in what it is counted'],
  ['upside down', { ...figure, upTo: '3' }, 'must not be less'],
])('%s: it is said and not sent', (_, { place: where, ...draft }, says) => {
  const made: Draft = { ...draft, ...(where !== undefined && { place: where }) };
  expect(missingIn(made)).toContain(says);
  expect(writtenDown(made)).toBeUndefined();
});

test('a figure without a number is one that the source does not give', () =>
  expect(writtenDown({ ...figure, value: '' })).not.toHaveProperty('value'));
