import { expect, test } from 'vitest';
import { problemLines } from './shell.ts';

test('the name of a file does nothing to a terminal', () => {
  const lines = problemLines([{ code: 'a/b', at: ['a\n\u001b[31mb\u202etxt'], says: 'It is \u0007empty.' }]);
  expect(lines).toBe('a  [31mb txt: It is  empty. [a/b]\n');
});
