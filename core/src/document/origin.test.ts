import { expect, test } from 'vitest';
import { documentId } from '../vocabulary.ts';
import type { Derivation } from './derivation.ts';
import type { Document } from './document.ts';
import { origins } from './origin.ts';
import { readOrigins, withHand } from './read-origins.ts';

const reported = (id: string, published?: string): Document => ({
  ...{ id: documentId(id), file: `${id}.txt`, text: `Words of ${id}.`, sha256: '', boilerplate: [], blocks: [] },
  ...(published ? { published: { value: published, from: 'test' } } : {}),
});

const taken = (derived: string, source: string): Derivation => {
  const passage = (id: string) => ({ document: documentId(id), start: 0, end: 5, quote: 'Words' });
  return {
    kind: 'verbatim',
    source: passage(source),
    derived: passage(derived),
    score: 1,
    direction: { by: [], sure: true },
  };
};

const grouped = (ids: string, links: readonly string[]) =>
  origins(
    ids.split('').map((id) => reported(id)),
    links.map((link) => taken(link[0] ?? '', link[1] ?? '')),
  ).map(({ documents }) => documents.join(''));

test.each([
  ['nobody took anything', 'abc', [], ['a', 'b', 'c']],
  ['b took from c', 'abc', ['bc'], ['a', 'cb']],
  ['a chain: a from b, b from c', 'abc', ['ab', 'bc'], ['cab']],
  ['two rewrites of one wire', 'abc', ['ab', 'cb'], ['bac']],
  ['a brief that took from two sources', 'abc', ['ab', 'ac'], ['bac']],
  ['a circle', 'ab', ['ab', 'ba'], ['ab']],
  ['a copy inside one document', 'ab', ['aa'], ['a', 'b']],
  ['a source that is not at hand', 'a', ['ax'], ['a']],
])('%s', (_, ids, links, expected) => {
  expect(grouped(ids, links)).toEqual(expected);
});

test('of two that took from each other the earlier is the root', () => {
  const both = [reported('a', '2021-11-08'), reported('b', '2021-11-07')];
  expect(origins(both, [taken('a', 'b'), taken('b', 'a')])[0]?.documents).toEqual(['b', 'a']);
});

test('what a person decided goes before what was computed', () => {
  const documents = new Map(['a', 'b', 'c'].map((id) => [id, reported(id)]));
  const { value, problems } = readOrigins(
    { derived: [{ document: 'c', quote: 'Words of c', from: 'a', 'source-quote': 'Words of a' }], apart: [['a', 'b']] },
    documents,
  );
  expect(problems).toEqual([]);
  const corrected = withHand([taken('b', 'a'), taken('c', 'b')], value);
  expect(
    corrected.map(({ source, derived, direction }) => [derived.document, source.document, direction.by[0]]),
  ).toEqual([['c', 'a', 'by hand']]);
});

test('faults in origins are told with their path', () => {
  const { problems } = readOrigins(
    { derived: [{ document: 'x', quote: 'Words', from: 'a', 'source-quote': 'Nowhere' }], apart: [['a'], ['a', 'z']] },
    new Map([['a', reported('a')]]),
  );
  expect(problems.map(({ at, code }) => `${at.join('.')} ${code}`)).toEqual([
    'derived.0.document origins/unknown-document',
    'derived.0.source-quote quote/not-found',
    'apart.0 origins/pair',
    'apart.1 origins/pair',
  ]);
});
