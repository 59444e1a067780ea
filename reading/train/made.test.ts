import { expect, test } from 'vitest';
import { madeSentences } from './made.ts';

test('made sentences are trees with one root, the same for the same seed', () => {
  const made = madeSentences(300, 7);
  expect(madeSentences(300, 7)).toEqual(made);
  expect(madeSentences(300, 8)).not.toEqual(made);
  for (const { words } of made) {
    expect(words.filter(({ head }) => head === -1)).toHaveLength(1);
    words.forEach((_, word) => {
      let at = word;
      for (let step = 0; step <= words.length && at >= 0; step++) at = words[at]?.head ?? -1;
      expect(at).toBe(-1);
    });
  }
});

test('they hold what the treebank lacks', () => {
  const texts = madeSentences(300, 7).map(({ text }) => text);
  expect(texts.some((text) => /^Neither .* nor /.test(text))).toBe(true);
  expect(texts.some((text) => /^The \w+ (?:that|which) (?:a|the|[A-Z]\w+) /.test(text))).toBe(true);
  expect(new Set(texts).size).toBeGreaterThan(290);
});
