import type { Document } from '@entente/core/document/document';
import { NO_HAND, withHand } from '@entente/core/document/read-origins';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COPIES, SOURCES } from '../../testing/derivation/cases/copies.ts';
import { INDEPENDENT } from '../../testing/derivation/cases/independent.ts';
import { printed } from '../../testing/derivation/printed.ts';
import { derivations } from './derivation.ts';
import { derivationsIn, emptyIndex, extend, indexFrom, indexOf, rivalDerivationsIn } from './index.ts';
import { Postings } from './postings.ts';

const dated = (id: string, text: string, day: string): Document =>
  printed(id, text, { published: { value: day, from: 'test' } });

const wire = dated('wire', SOURCES.dam, '2024-02-03');
const edited = dated('edited', COPIES[0]?.text ?? '', '2024-02-04');
const again = dated('again', `Once more\n${(COPIES[0]?.text ?? '').split('\n').slice(1).join('\n')}`, '2024-02-05');
const unlike = printed('unlike', INDEPENDENT['analysis']?.[0] ?? '');

const links = (found: readonly { source: { document: string }; derived: { document: string } }[]) =>
  [...new Set(found.map(({ source, derived }) => `${derived.document} < ${source.document}`))].toSorted();

test('a document that is added is compared with those that are there', () => {
  const index = emptyIndex();
  expect(extend(index, wire)).toEqual([]);
  expect(extend(index, unlike)).toEqual([]);
  expect(links(extend(index, edited))).toEqual(['edited < wire']);
  expect(links(extend(index, again))).toEqual(['again < edited', 'again < wire']);
  expect(links(derivationsIn(index))).toEqual(['again < edited', 'edited < wire']);
  expect(derivationsIn(index)).toEqual(derivations([wire, unlike, edited, again]));
});

test('over a chain each has what it has from the link before, unless the words of the first are nearer', () => {
  const [lead = ''] = SOURCES.dam.split('\n').slice(1);
  const both = dated(
    'both',
    `Both\n${[lead, ...(COPIES[0]?.text ?? '').split('\n').slice(2)].join('\n')}`,
    '2024-02-06',
  );
  const found = derivations([wire, edited, both]).filter(({ derived }) => derived.document === 'both');
  expect(found.map(({ source }) => source.document)).toEqual(['wire', 'edited', 'edited', 'edited', 'edited']);
});

test('where a person rules the nearest source out, the next nearest comes in its place', () => {
  const index = indexOf([wire, edited, again]);
  const apart = [[again.id, edited.id]] as const;
  expect(links(derivationsIn(index, { ...NO_HAND, apart }))).toEqual(['again < wire', 'edited < wire']);
  expect(links(derivationsIn(index))).toEqual(['again < edited', 'edited < wire']);
});

test('the next nearest sources stand behind the nearest, so that any decision can be made on them and taken back', () => {
  const index = indexOf([wire, edited, again]);
  const apart = { ...NO_HAND, apart: [[again.id, edited.id]] as const };
  const [passage] = derivationsIn(index).flatMap(({ derived }) => (derived.document === again.id ? [derived] : []));
  if (passage === undefined) throw new RangeError('expected a passage');
  const own = { ...NO_HAND, own: [{ passage, from: edited.id }] };
  for (const hand of [NO_HAND, apart, own]) {
    const rivals = rivalDerivationsIn(index, hand);
    for (const later of [NO_HAND, apart, own]) expect(withHand(rivals, later)).toEqual(derivationsIn(index, later));
  }
});

test('a story that most documents of a dossier print is found in each of them', () => {
  const prints = Array.from({ length: 26 }, (_, at) =>
    dated(`print ${at}`, SOURCES.dam.replace('1,200', String(at)), `2024-02-${String((at % 28) + 1).padStart(2, '0')}`),
  );
  const copies = new Set(derivations(prints).map(({ derived }) => derived.document));
  expect(copies.size).toBe(25);
});

test('an index is kept as long as its documents are there as they were', () => {
  const kept = indexOf([wire]);
  expect(indexFrom(kept, [edited, wire])).toBe(kept);
  expect(links(derivationsIn(kept))).toEqual(['edited < wire']);
  const without = indexFrom(kept, [edited]);
  expect([without === kept, without.documents.map(({ id }) => id)]).toEqual([false, ['edited']]);
  expect(indexFrom(kept, [wire, { ...edited, text: `${edited.text}\nMore.` }])).not.toBe(kept);
  expect(indexFrom(kept, [wire, dated('edited', edited.text, '2024-02-01')])).not.toBe(kept);
});

test('the same document twice is a fault of the caller', () => {
  expect(() => extend(indexOf([wire]), wire)).toThrow(RangeError);
});

test('documents of nothing, of one word, of marks, and of one very long sentence', () => {
  const odd = ['', 'Word', '… !!! ???', `Title\n${'and then they went on and on '.repeat(2000)}`].map((text, at) =>
    printed(`odd ${at}`, text),
  );
  expect(derivations([...odd, wire]).filter(({ source, derived }) => source.document !== derived.document)).toEqual([]);
});

test('a document that says something twice repeats itself, and takes from nobody', () => {
  const line = 'The council had set aside four million crowns for the second bridge before the river rose.';
  const found = derivations([printed('twice', `Bridge\n${line}\nNobody objected at the time.\n“${line}”`)]);
  expect(found).toMatchObject([
    { source: { document: 'twice', quote: line }, derived: { document: 'twice' }, direction: { by: ['order'] } },
  ]);
  const alike = printed(
    'alike',
    'Prizes\nHe won the prize for the best goal of the match.\nShe won the prize for the best save of the match.',
  );
  expect(derivations([alike])).toEqual([]);
});

test('law: postings are what a map of sets says', () => {
  const held = fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.nat(9)), { maxLength: 200 });
  fc.assert(
    fc.property(held, (pairs) => {
      const [postings, slow] = [new Postings(), new Map<number, Set<number>>()];
      for (const [key, document] of pairs.toSorted(([, a], [, b]) => a - b)) {
        postings.add(key, document);
        slow.set(key, (slow.get(key) ?? new Set()).add(document));
      }
      for (let key = -3; key <= 31; key++) {
        const expected = [...(slow.get(key) ?? [])];
        expect(postings.count(key)).toBe(expected.length);
        const all: number[] = [];
        postings.each(key, 99, (document) => all.push(document));
        expect(all.toReversed()).toEqual(expected);
        const some: number[] = [];
        postings.each(key, 2, (document) => some.push(document));
        const ends = expected.length > 2 ? [...expected.slice(-2).toReversed(), expected[0]] : expected.toReversed();
        expect(some).toEqual(ends);
      }
    }),
  );
});
