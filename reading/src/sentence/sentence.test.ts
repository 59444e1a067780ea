import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testDocument } from '../../testing/report.ts';
import { PhraseTable } from './phrases.ts';
import { plain, readable } from './plain.ts';
import { sentencesOf } from './sentence.ts';
import { tokens } from './token.ts';

const split = (text: string): string[] =>
  sentencesOf(testDocument(text)).map(({ start, end }) => text.slice(start, end));

describe('where sentences end', () => {
  test.each([
    ['The U.S. envoy left Oct. 3. Talks go on.', ['The U.S. envoy left Oct. 3.', 'Talks go on.']],
    ['It was decided in the U.S. The delegation left.', ['It was decided in the U.S.', 'The delegation left.']],
    [
      'Gen. Abdel Fattah met Mr. Hamdok. Nothing came of it.',
      ['Gen. Abdel Fattah met Mr. Hamdok.', 'Nothing came of it.'],
    ],
    ['“No deal,” he said. “Not now.” She left.', ['“No deal,” he said.', '“Not now.”', 'She left.']],
    ['Growth was 3.5 percent. Prices rose.', ['Growth was 3.5 percent.', 'Prices rose.']],
    ['Will it hold? Nobody knows!', ['Will it hold?', 'Nobody knows!']],
    ['One line\nAnother line', ['One line', 'Another line']],
    ['협상은 끝났다. 합의는 없었다.', ['협상은 끝났다.', '합의는 없었다.']],
    ['😀 Talks failed. 😀 Again.', ['😀 Talks failed.', '😀 Again.']],
    ['', []],
    ['   \n  ', []],
  ])('%j', (text, sentences) => expect(split(text)).toEqual(sentences));
});

test('possessive endings and names joined by a hyphen are tokens of their own; words with hyphens are not', () => {
  const text = "Cairo's US-Egyptian end-of-war cease-fire Noh Kyu-duk";
  expect(tokens(text, 0, text.length).map((token) => token.text)).toEqual([
    'Cairo',
    "'s",
    'US',
    '-',
    'Egyptian',
    'end-of-war',
    'cease-fire',
    'Noh',
    'Kyu-duk',
  ]);
});

test('plain text keeps its length, and boilerplate is blank in it', () => {
  const text = 'Menu “A” – it’s\u00A0so';
  expect(plain(text)).toBe('Menu "A" – it\'s so');
  expect(readable({ text, boilerplate: [{ kind: 'navigation', start: 0, end: 4 }] })).toBe('     "A" – it\'s so');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => plain(any).length === any.length));
});

test('any text: tokens lie in order inside it and hold its words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const list = tokens(plain(text), 0, text.length);
      let last = 0;
      for (const token of list) {
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(plain(text).slice(token.start, token.end)).toBe(token.text);
        last = token.end;
      }
    }),
  );
});

test('a megabyte on one line is cut into sentences of bearable length', () => {
  const long = 'word '.repeat(200_000);
  const longest = Math.max(...sentencesOf(testDocument(long)).map((sentence) => sentence.tokens.length));
  expect(longest).toBeLessThanOrEqual(201);
});

test('the longest phrase wins', () => {
  const table = new PhraseTable([
    ['call', 1],
    ['call for', 2],
    ['call for help now', 3],
  ]);
  const list = tokens('they call for help', 0, 18);
  expect(table.at(list, 1)).toEqual({ value: 2, end: 3 });
  expect(table.at(list, 0)).toBeUndefined();
});
