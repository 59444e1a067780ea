import { expect, test } from 'vitest';
import { clustersBelow, mainStretch, timeline } from './timeline.ts';

const YEAR = ['2020-01-01', '2020-12-31'] as const;

test('a day is a point, a month a stretch, an open end reaches to the end of the line', () => {
  const { dated, rows } = timeline(
    [
      { id: 'day', date: '2020-01-01' },
      { id: 'month', date: '2020-06' },
      { id: 'since', date: '2020-09-01/..' },
    ],
    YEAR,
    0,
  );
  expect(dated.map(({ id, sign }) => [id, sign.shape])).toEqual([
    ['day', 'day'],
    ['month', 'within'],
    ['since', 'since'],
  ]);
  expect(dated[0]).toMatchObject({ from: 0, to: 0 });
  expect(dated[2]?.to).toBe(1);
  expect(rows).toBe(1);
});

test('labels that would touch stand in rows of their own; what lies outside is counted', () => {
  const near = timeline(
    [
      { id: 'a', date: '2020-02-01' },
      { id: 'b', date: '2020-02-03' },
      { id: 'c', date: '2020-08-01' },
      { id: 'old', date: '1999' },
    ],
    YEAR,
    0.2,
  );
  expect(near.dated.map(({ row }) => row)).toEqual([0, 1, 0]);
  expect([near.rows, near.outside]).toEqual([2, 1]);
});

test('a few old dates do not set the stretch', () => {
  const dates = ['1945', ...Array.from({ length: 19 }, (_, at) => `2021-03-${String(at + 1).padStart(2, '0')}`)];
  expect(mainStretch(dates)?.[0].slice(0, 4)).toBe('2021');
  expect(mainStretch([])).toBeUndefined();
});

test('what finds no room is gathered where it would stand, none of it lost', () => {
  const items = Array.from({ length: 12 }, (_, at) => ({ id: `e${at}`, date: at < 8 ? '2020-01-05' : '2020-11-05' }));
  const { dated, rows } = timeline(items, ['2020-01-01', '2020-12-31'], 0.2);
  expect(rows).toBe(8);
  const clusters = clustersBelow(dated, 3, 0.1);
  expect(clusters.map(({ ids }) => ids.length)).toEqual([5, 1]);
  expect(
    new Set([...clusters.flatMap(({ ids }) => ids), ...dated.filter(({ row }) => row < 3).map(({ id }) => id)]).size,
  ).toBe(12);
});
