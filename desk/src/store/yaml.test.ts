import { expect, test } from 'vitest';
import { placed, readYaml } from './yaml.ts';

test('a path leads to its line and column, a missing one to its parent', () => {
  const read = readYaml('conflict: A\nmakers:\n  - id: a\n    options: []\n', 'c.yaml');
  if (!read.ok) throw new Error('expected a value');
  expect(read.value.value).toEqual({ conflict: 'A', makers: [{ id: 'a', options: [] }] });
  expect(read.value.place(['makers', 0, 'options'])).toBe('c.yaml:4:14');
  expect(read.value.place(['makers', 0, 'name'])).toBe('c.yaml:3:5');
  expect(placed([{ code: 'x/y', at: ['makers', 0], says: 'no' }], read.value)[0]?.at).toEqual([
    'c.yaml:3:5',
    'makers',
    0,
  ]);
});

test('every fault of syntax is named by line', () => {
  const read = readYaml('a: [1\nb: "x\n', 'c.yaml');
  expect(read.ok).toBe(false);
  if (!read.ok) for (const { at } of read.problems) expect(String(at[0])).toMatch(/^c\.yaml:\d+:\d+$/);
});

test('a bomb of aliases is refused', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
  ];
  const read = readYaml(bomb.join('\n'), 'c.yaml');
  expect(read.ok ? 'ok' : read.problems[0]?.code).toBe('yaml/aliases');
});
