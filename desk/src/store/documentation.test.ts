import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { patternOf } from '@entente/core/conflict/state-space';
import { analysis } from '@entente/core/stability/analysis';
import { expect, test } from 'vitest';
import { conflictIn } from './conflict-file.ts';

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');

test('docs/conflict.md: the conflict on the page can be analysed, and holds what its case prints', () => {
  const [, text = ''] = /```yaml\n(conflict:[\s\S]*?)```/.exec(page('conflict.md')) ?? [];
  const read = conflictIn(text, 'docs/conflict.md');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { model } = read.value;
  const { equilibria } = analysis(model);
  const held = (concept: 'nash' | 'gmr') => [...(equilibria[concept] ?? [])].map((state) => patternOf(model, state));
  expect(held('nash')).toEqual(['NYY']);
  expect(held('gmr')).toEqual(['NNN', 'NYY']);
});

test('docs/preference.md: what stands there as preferences can be read', () => {
  const [, prefers = ''] = /```yaml\n(prefers:[\s\S]*?)```/.exec(page('preference.md')) ?? [];
  const [, others = ''] = /```yaml\n(ranking:[\s\S]*?)```/.exec(page('preference.md')) ?? [];
  const indented = prefers.replaceAll(/^/gm, '    ');
  const conflict = `makers:\n  - id: a\n    options: [push, accept, test, endorse, drop, object]\n${indented}`;
  const read = conflictIn(conflict, 'docs/preference.md');
  expect(read.ok ? [] : read.problems).toEqual([]);
  const weights = others.split('\n').find((line) => line.startsWith('weights:')) ?? '';
  const weighed = conflictIn(`makers:\n  - id: a\n    options: [accept, test]\n    ${weights}`, 'docs/preference.md');
  expect(weighed.ok && [...(weighed.value.model.ranks[0] ?? [])]).toEqual([2, 4, 1, 3]);
});
