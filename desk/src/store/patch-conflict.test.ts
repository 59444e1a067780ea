import { readConflict } from '@entente/core/conflict/read-conflict';
import { conflictData } from '@entente/core/conflict/write-conflict';
import { expect, test } from 'vitest';
import { readConflictText } from './conflict-file.ts';
import { isPatchable, patchedConflictText } from './patch-conflict.ts';

const TEXT = `# The whole file has a comment.
conflict: The lock
makers:
  - id: north
    options: [{ id: cut }, { id: talk, name: Talk }] # two of them
    prefers: # most important first
      - { that: cut, because: [s1], note: It “must”. } # sure
      - that: talk
        assumed: true
  - id: south
    options:
      - { id: block }
# Nothing is cut.
status-quo: NNN
`;

const dataOf = (text: string) => {
  const read = readConflictText(text, 'conflict.yaml');
  if (!read.ok) throw new RangeError(JSON.stringify(read.problems));
  return conflictData(read.value);
};

const changed = (change: (data: Record<string, unknown>) => void): string => {
  const [before, after] = [dataOf(TEXT), dataOf(TEXT)];
  change(after);
  return patchedConflictText(TEXT, before, after);
};

test('aims that change places take their comments with them; the rest stays as typed', () => {
  const text = changed((data) => {
    const [maker] = Array.isArray(data['makers']) ? data['makers'] : [];
    maker.prefers.reverse();
  });
  expect(text).toContain('# The whole file has a comment.');
  expect(text).toContain('# two of them');
  expect(text).toContain('# sure');
  expect(text).toContain('# Nothing is cut.');
  expect(text.indexOf('that: talk')).toBeLessThan(text.indexOf('that: cut'));
  const read = readConflictText(text, 'conflict.yaml');
  expect(read.ok && read.value.makers[0]?.prefers).toMatchObject({ groups: [[{ text: 'talk' }], [{ text: 'cut' }]] });
});

test('whatever is changed, the text reads as the data', () => {
  const text = changed((data) => {
    data['status-quo'] = 'YNN';
    data['note'] = 'New: “here”, # and no comment';
    data['infeasible'] = [{ when: 'cut and talk' }];
  });
  const read = readConflict(dataOf(text));
  expect(
    read.ok && [read.value.statusQuo, read.value.note, read.value.infeasible.map(({ text: rule }) => rule)],
  ).toEqual(['YNN', 'New: “here”, # and no comment', ['cut and talk']]);
  expect(text).toContain('status-quo: YNN');
});

test('only a map in YAML is changed in place', () => {
  expect(isPatchable(TEXT, 'conflict.yaml')).toBe(true);
  expect(isPatchable('{"conflict": "x"}', 'conflict.json')).toBe(false);
  expect(isPatchable('- a\n- b\n', 'conflict.yaml')).toBe(false);
});
