import { expect, test } from 'vitest';
import { likenessOfWords } from './likeness.ts';

test.each([
  ['the same words', 'Norland raised the quota.', '“Norland raised the quota”', 1],
  ['no word in common', 'Norland raised the quota', 'Vestria refuses', 0],
  ['half of them', 'Norland raised quotas again', 'Norland raised taxes today', 0.5],
  ['a word said twice counts once where it stands once', 'no no', 'no', 2 / 3],
  ['signs alone', '…', '…', 1],
  ['another script', 'مجلس الأمن', 'مجلس الشورى', 0.5],
])('%s', (_, a, b, likeness) => {
  expect(likenessOfWords(a, b)).toBeCloseTo(likeness, 10);
  expect(likenessOfWords(b, a)).toBeCloseTo(likeness, 10);
});
