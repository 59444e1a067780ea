import { expect, test } from 'vitest';
import { documentId } from '../vocabulary.ts';
import { citation, paragraphOf, shortSource } from './citation.ts';
import type { Document } from './document.ts';

// offsets:     0      7    12     19     26
const text = '• AFP\n\nFirst.\nHead\nSecond\n[1] x';
const read = <const Value>(value: Value) => ({ value, from: 'test' });
const report: Document = {
  ...{ id: documentId('a'), file: 'a.txt', text, sha256: '' },
  blocks: [
    { kind: 'paragraph', start: 0, end: 5 },
    { kind: 'paragraph', start: 7, end: 13 },
    { kind: 'heading', start: 14, end: 18 },
    { kind: 'paragraph', start: 19, end: 25 },
    { kind: 'paragraph', start: 26, end: 31 },
  ],
  boilerplate: [
    { kind: 'credit', start: 0, end: 5 },
    { kind: 'references', start: 26, end: 31 },
  ],
  author: read('AFP'),
  kind: read('wire'),
};

test.each([
  ['the credit before the first paragraph', 2, 1],
  ['the first paragraph', 8, 1],
  ['a heading, with the paragraph after it', 15, 2],
  ['the second paragraph', 24, 2],
  ['the references after the last', 27, 2],
])('%s', (_, offset, expected) => {
  expect(paragraphOf(report, offset)).toBe(expected);
});

test('a citation names the short source and the paragraph', () => {
  expect(citation(report, 20)).toBe('AFP ¶2');
});

test.each<[string, Partial<Document>, string]>([
  [
    'the agency of a wire report',
    { author: read('Kyodo News'), publisher: read('The Japan Times'), kind: read('wire') },
    'Kyodo',
  ],
  [
    'the outlet of an article',
    { author: read('A. Karlsson'), publisher: read('The Strelsau Courier') },
    'Strelsau Courier',
  ],
  ['an outlet without what all outlets are', { publisher: read('Frontier India News Network') }, 'Frontier India'],
  ['the author, where no outlet is known', { author: read('YOON Sukjung') }, 'YOON Sukjung'],
  [
    'a title, cut at a word',
    { title: read('A very long title that nobody would want to read in a margin') },
    'A very long title that…',
  ],
  ['the file', {}, 'report-7'],
])('%s', (_, facts, expected) => {
  expect(shortSource({ file: 'report-7.html', ...facts })).toBe(expected);
});
