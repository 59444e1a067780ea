import { expect, test } from 'vitest';
import { asOfIn } from './as-of.ts';

const at = (query: Readonly<Record<string, string>>) => ({ room: 'positions', path: [], query }) as const;

test('the day of an address is read', () => {
  for (const asOf of ['2021', '2021-11', '2021-11-30', '2018-04~', '1977/1983'])
    expect(asOfIn(at({ 'as-of': asOf, with: 'suggestions' }))).toEqual({
      asOf,
      place: at({ 'as-of': asOf, with: 'suggestions' }),
    });
  for (const query of [{}, { 'as-of': '' }]) expect(asOfIn(at(query))).toEqual({ place: at(query) });
});

test('one that is no date is told, and taken out of the place', () => {
  for (const wrong of ['2021-99', 'foo', '2021-02-30', ' '])
    expect(asOfIn(at({ 'as-of': wrong, with: 'suggestions' }))).toEqual({
      wrong,
      place: at({ with: 'suggestions' }),
    });
});
