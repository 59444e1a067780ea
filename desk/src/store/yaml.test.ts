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

const codeOf = (text: string) => {
  const read = readYaml(text, 'c.yaml');
  return read.ok ? 'ok' : `${read.problems.length} ${read.problems[0]?.code}`;
};

test.each([300, 900, 10_000, 100_000])('nesting %i deep is said to be too deep', (deep) => {
  expect(codeOf(`a: ${'['.repeat(deep)}${']'.repeat(deep)}`)).toBe('1 yaml/too-deep');
  expect(codeOf('{a: '.repeat(deep))).toBe('1 yaml/too-deep');
  expect(codeOf(`${'- '.repeat(deep)}a`)).toBe('1 yaml/too-deep');
});

test('nesting by indentation is said to be too deep', () => {
  const deep = Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
  expect(codeOf(deep)).toBe('1 yaml/too-deep');
});

test('many brackets beside each other, or in a text, are not deep', () => {
  expect(codeOf(`a: [${Array(500).fill('[x]').join()}]`)).toBe('ok');
  expect(codeOf(`a: "${'['.repeat(500)}"\nb: |\n  ${'[{'.repeat(500)}\n`)).toBe('ok');
});

test('a fault in a JSON file is told in the words of JSON', () => {
  const read = readYaml('{"a": [1, }', 'c.json');
  expect(read.ok ? '' : read.problems[0]?.says).toContain('Correct the JSON there');
});
