import { expect, test } from 'vitest';
import { readSentence } from './sentence.ts';

const chain = (text: string) => readSentence(text).chain.map(({ start, end }) => text.slice(start, end));

test.each([
  ['Ghana will reopen its border, officials said.', ['officials', 'Ghana']],
  ['According to Reuters, Lima recalled its envoy.', ['Reuters', 'Lima']],
  ['Chile said it would join the talks.', ['Chile']],
  [
    'The rebels have left the town, a spokesman for the army said on Tuesday.',
    ['a spokesman for the army', 'The rebels'],
  ],
])('who reports whom: %s', (text, expected) => expect(chain(text)).toEqual(expected));

test.each([
  ['Ghana will reopen its border if the talks succeed.', 'if', 'the talks succeed'],
  ['Chile will not sign unless Peru withdraws.', 'unless', 'Peru withdraws'],
  ['The rebels would disarm as long as the army stayed away.', 'as-long-as', 'the army stayed away'],
])('on which condition: %s', (text, kind, words) => {
  const { condition } = readSentence(text);
  expect(condition?.kind).toBe(kind);
  expect(text.slice(condition?.start, condition?.end)).toBe(words);
});

test('no sentence, no chain', () => expect(readSentence('')).toEqual({ chain: [] }));
