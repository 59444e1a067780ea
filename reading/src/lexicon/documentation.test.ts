import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readExtension } from './read-extension.ts';

test('the words of the documentation are sound', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/learning.md', import.meta.url)), 'utf8');
  const [, block = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const { value, problems } = readExtension(parse(block));
  expect(problems).toEqual([]);
  expect(value.cues.map(({ words }) => words)).toContain('stonewalled');
  expect(value.without).toContain('welcomed');
  expect(value.actors).toHaveLength(2);
});
