import { expect, test } from 'vitest';
import { type Mark, rowsOf, segmentsOf, spanOf } from './segments.ts';

const mark = (id: string, start: number, end: number): Mark => ({ id, kind: 'statement', start, end });
const drawn = (marks: readonly Mark[]) =>
  segmentsOf({ start: 10, end: 30 }, marks).map(({ start, end, marks: own }) =>
    `${start}-${end} ${own.map(({ id }) => id).join('')}`.trim(),
  );

test.each<readonly [string, readonly Mark[], readonly string[]]>([
  ['no marks', [], ['10-30']],
  ['one inside', [mark('a', 12, 20)], ['10-12', '12-20 a', '20-30']],
  ['two that overlap', [mark('a', 12, 20), mark('b', 15, 25)], ['10-12', '12-15 a', '15-20 ab', '20-25 b', '25-30']],
  ['one inside another', [mark('a', 10, 30), mark('b', 15, 20)], ['10-15 a', '15-20 ab', '20-30 a']],
  ['one that reaches over both ends', [mark('a', 0, 99)], ['10-30 a']],
  ['one elsewhere', [mark('a', 30, 40)], ['10-30']],
])('%s', (_, marks, expected) => expect(drawn(marks)).toEqual(expected));

test('every character of the stretch is in exactly one segment', () => {
  const marks = [mark('a', 3, 17), mark('b', 12, 30), mark('c', 29, 31), mark('d', 10, 11)];
  const seen = segmentsOf({ start: 10, end: 30 }, marks);
  expect(seen[0]?.start).toBe(10);
  expect(seen.at(-1)?.end).toBe(30);
  for (const [at, one] of seen.entries()) if (at > 0) expect(one.start).toBe(seen[at - 1]?.end);
});

test('paragraphs are counted as citations count them, and what is no report is folded together', () => {
  const rows = rowsOf({
    blocks: [
      { kind: 'heading', start: 0, end: 10 },
      { kind: 'paragraph', start: 11, end: 20 },
      { kind: 'paragraph', start: 21, end: 30 },
      { kind: 'paragraph', start: 31, end: 40 },
      { kind: 'paragraph', start: 41, end: 50 },
    ],
    boilerplate: [
      { kind: 'share', start: 21, end: 30 },
      { kind: 'subscription', start: 31, end: 40 },
    ],
  });
  expect(rows.map((row) => (row.kind === 'paragraph' ? `¶${row.number}` : row.kind))).toEqual([
    'heading',
    '¶1',
    'fold',
    '¶2',
  ]);
  expect(rows[2]?.kind === 'fold' && rows[2].of).toEqual(['share', 'subscription']);
  expect(rows[2] && spanOf(rows[2])).toEqual({ start: 21, end: 40 });
});
