import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anyConflict } from '@entente/core/testing/any-conflict';
import { misfits } from '@entente/core/testing/json-schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictIn } from './conflict-file.ts';
import { conflictText } from './write-conflict-file.ts';
import { readYaml } from './yaml.ts';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(root, 'schema/conflict.schema.json'), 'utf8'));
const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  /conflict[^/]*\.ya?ml$/.test(path),
);

test.each(examples)('examples/%s fits the schema and can be analysed', (path) => {
  const text = readFileSync(join(root, 'examples', path), 'utf8');
  const yaml = readYaml(text, path);
  expect(yaml.ok && misfits(yaml.value.value, schema)).toEqual([]);
  expect(conflictIn(text, path).ok).toBe(true);
});

test('law: YAML, written and read, is the same conflict', () => {
  fc.assert(
    fc.property(anyConflict, (conflict) => {
      const written = conflictText(conflict, 'a.yaml');
      if (!written.ok) throw new Error('not written');
      const read = conflictIn(written.value.text, 'a.yaml');
      if (!read.ok) throw new Error(`${JSON.stringify(read.problems)} in ${written.value.text}`);
      const again = conflictText(read.value.conflict, 'a.yaml');
      expect(again).toEqual(written);
    }),
    { numRuns: 100 },
  );
});

test('a large JSON file is read as JSON, and its faults still have lines', () => {
  const bad = JSON.stringify({ makers: [{ id: 'a', options: ['x'], prefers: ['z'] }] }, null, 1);
  const read = conflictIn(bad, 'a.json');
  expect(read.ok ? '' : read.problems[0]?.at[0]).toBe('a.json:9:5');
});

test('thousands of faults: the first are said, the rest is counted', () => {
  const read = conflictIn(JSON.stringify({ makers: [{ id: 'a', options: Array(1001).fill('x') }] }), 'a.json');
  const problems = read.ok ? [] : read.problems;
  expect(problems).toHaveLength(41);
  expect(problems[0]?.says).toBe('a has the option “x” twice. Rename or leave out one.');
  expect(problems.at(-1)?.says).toBe('There are 960 more problems. Correct these first.');
});

test('JSON nested too deep is refused in one word', () => {
  const deep = `{"makers": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const read = conflictIn(deep, 'a.json');
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['yaml/too-deep']);
});
