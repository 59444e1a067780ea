import { expect, test } from 'vitest';
import { providerOf, readAnalysis } from './conllu.ts';

const row = (...columns: string[]) => columns.join('\t');
const GOOD = [
  '# text = Oslo said no.',
  row('1', 'Oslo', 'Oslo', 'PROPN', 'NNP', '_', '2', 'nsubj', '_', 'Entity=(1-place)'),
  row('2', 'said', 'say', 'VERB', 'VBD', '_', '0', 'root', '_', '_'),
  row('3', 'no', 'no', 'INTJ', 'UH', '_', '2', 'obj', '_', 'SpaceAfter=No'),
  row('4', '.', '.', 'PUNCT', '.', '_', '2', 'punct', '_', '_'),
].join('\n');

test('another parser’s trees lead back to the text', () => {
  const text = '\n Oslo said no.';
  const read = readAnalysis(text, GOOD);
  expect(
    read.ok && read.value.sentences[0]?.tokens.map(({ start, end, head }) => [text.slice(start, end), head]),
  ).toEqual([
    ['Oslo', 1],
    ['said', -1],
    ['no', 1],
    ['.', 1],
  ]);
  expect(read.ok && read.value.mentions).toMatchObject([{ type: 'place', form: 'name', start: 2, end: 6 }]);
});

test('all faults are named, with their lines', () => {
  const bad = GOOD.replace('2\tnsubj', '1\tnsubj').replace('\tno\tno\t', '\tyes\tyes\t');
  const read = readAnalysis('Oslo said no.', bad);
  expect(read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${at[1]}`)).toEqual([
    'syntax/no-tree 2',
    'syntax/word-not-in-text 4',
  ]);
});

test('what cannot be used is read by the other one', () => {
  const empty = { sentences: [], mentions: [] };
  const provider = providerOf('big', () => GOOD, { name: 'other', analyse: () => empty });
  expect(provider.name).toBe('big');
  expect(provider.analyse('Oslo said no.').sentences).toHaveLength(1);
  expect(provider.analyse('Oslo said yes.')).toBe(empty);
  expect(provider.analyse('Oslo said no. And left.')).toBe(empty);
});
