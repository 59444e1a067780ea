import type { Span } from '@entente/core/vocabulary';
import { expect, test } from 'vitest';
import { COPIES, SOURCES } from '../../testing/derivation/cases/copies.ts';
import { printed } from '../../testing/derivation/printed.ts';
import { comparison } from './comparison.ts';
import { derivations } from './derivation.ts';

const copyOf = (kind: string) => COPIES.find((copy) => copy.kind === kind)?.text ?? '';
const words = ({ text }: { readonly text: string }, { start, end }: Span) => text.slice(start, end);

const wire = printed('wire', SOURCES.dam, { kind: { value: 'wire', from: 'test' } });
const copy = printed('copy', copyOf('attributions dropped'));
const both = comparison(wire, copy, derivations([wire, copy]));

test('every sentence of both sides, with the pairs that it takes part in', () => {
  expect(both.b.blocks.map(({ kind, sentences }) => `${kind} ${sentences.map(({ pairs }) => pairs)}`)).toEqual([
    'heading ',
    'paragraph 0',
    'paragraph 1',
    'paragraph 2',
    'paragraph 3',
    'paragraph 4',
  ]);
  expect([both.b.shared, both.b.sentences, both.a.shared, both.a.sentences]).toEqual([5, 5, 5, 10]);
  for (const { a, b, derivation } of both.pairs)
    expect([words(wire, a), words(copy, b)]).toEqual([derivation.source.quote, derivation.derived.quote]);
});

test('what was lost, gained and kept, as spans of the texts', () => {
  const pair = both.pairs[1];
  expect(pair?.only.a.map((span) => words(wire, span))).toEqual([
    'the officials said, asking not to be named because the talks were confidential.',
  ]);
  expect(pair?.only.b).toEqual([]);
  expect(pair?.kept.b.map((span) => words(copy, span))).toEqual([words(copy, pair?.b ?? { start: 0, end: 0 })]);
  expect(pair?.changes.map(({ kind, lost }) => [kind, lost && words(wire, lost)])).toEqual([
    ['attribution-lost', 'the officials said'],
  ]);
});

test('the same from the other side', () => {
  const turned = comparison(copy, wire, derivations([wire, copy]));
  expect([turned.a.shared, turned.b.shared]).toEqual([both.b.shared, both.a.shared]);
  expect(turned.pairs.map(({ source }) => source)).toEqual(both.pairs.map(() => 'b'));
  const places = (pairs: typeof both.pairs, side: 'a' | 'b') => new Set(pairs.map((pair) => pair[side].start));
  expect([places(turned.pairs, 'a'), places(turned.pairs, 'b')]).toEqual([
    places(both.pairs, 'b'),
    places(both.pairs, 'a'),
  ]);
});

test('a stronger headline is a change of the pair that bears it', () => {
  const louder = printed('louder', copyOf('a stronger headline over a short rewrite'));
  const { pairs } = comparison(wire, louder, derivations([wire, louder]));
  const [change, ...others] = pairs.flatMap((pair) => pair.changes.filter(({ headline }) => headline));
  expect(others).toEqual([]);
  expect([change?.lost && words(wire, change.lost), change?.gained && words(louder, change.gained)]).toEqual([
    'concern',
    'refuses',
  ]);
});

test('two documents that have nothing in common; boilerplate is shown and not compared', () => {
  const one = printed('one', 'Bread\nA loaf costs two crowns.\nShare this page with all your friends.', {
    boilerplate: [{ kind: 'share', start: 31, end: 69 }],
  });
  const found = comparison(one, wire, derivations([one, wire]));
  expect(found.pairs).toEqual([]);
  expect(found.a.blocks.map(({ boilerplate, sentences }) => [boilerplate, sentences.length])).toEqual([
    [false, 1],
    [false, 1],
    [true, 0],
  ]);
  expect(found.a).toMatchObject({ sentences: 1, shared: 0 });
});
