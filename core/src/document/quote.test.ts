import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentId } from '../vocabulary.ts';
import type { Document } from './document.ts';
import { locate, quoteOf } from './quote.ts';

const reported = (text: string): Document => ({
  ...{ id: documentId('a'), file: 'a.txt', text, sha256: '', boilerplate: [] },
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
});

const HARBOUR = reported(
  'The port stays closed, the mayor said.\nLater the mayor said “the port\u00A0stays closed” – for now, the mayor said.',
);

const at = (quote: string, where = {}) => {
  const found = locate(HARBOUR, quote, where);
  return found.ok ? [found.value.start, found.value.quote] : found.problems[0]?.code;
};

test.each([
  ['the words as they stand', 'The port stays', {}, [0, 'The port stays']],
  [
    'straight quotes for curly, a space for a no-break space',
    '"the port stays closed" - for now',
    {},
    [60, '“the port\u00A0stays closed” – for now'],
  ],
  ['a line break and spaces for one space', 'said.   Later', {}, [33, 'said.\nLater']],
  ['words that stand three times', 'the mayor said', {}, 'quote/ambiguous'],
  ['the second time', 'the mayor said', { occurrence: 2 }, [45, 'the mayor said']],
  ['the fourth of three', 'the mayor said', { occurrence: 4 }, 'quote/no-such-occurrence'],
  ['the one inside a span', 'the mayor said', { near: { start: 39, end: 60 } }, [45, 'the mayor said']],
  ['the one nearest to a span', 'the mayor said', { near: { start: 60, end: 70 } }, [45, 'the mayor said']],
  ['words that are not there', 'the harbour is open', {}, 'quote/not-found'],
  ['only spaces', ' \n ', {}, 'quote/not-found'],
])('%s', (_, quote, where, expected) => {
  expect(at(quote, where)).toEqual(expected);
});

test('words that are not there are answered with the nearest place', () => {
  const found = locate(HARBOUR, 'The port remains closed, the mayor said');
  expect(found.ok ? '' : found.problems[0]?.says).toMatch(/nearest are “.*port stays closed, the mayor said” \(¶1\)/);
});

test('law: a passage written as a quote is found where it was', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '“', '"', '\u00A0', '가'), {
    minLength: 3,
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (letters, x, y) => {
      const document = reported(letters.join(''));
      const start = x % (letters.length - 1);
      const end = start + 1 + (y % (letters.length - start));
      const quote = document.text.slice(start, end);
      fc.pre(quote.trim() !== '');
      const passage = { document: document.id, start, end, quote };
      const { quote: written, ...rest } = quoteOf(document, passage);
      const found = locate(document, written, rest);
      expect(found.ok && [found.value.start, found.value.quote]).toEqual([start, quote]);
    }),
  );
});
