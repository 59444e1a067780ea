import type { Document } from '@entente/core/document/document';
import { originAt, origins } from '@entente/core/document/origin';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COPIES, SOURCES } from '../../testing/derivation/cases/copies.ts';
import { INDEPENDENT } from '../../testing/derivation/cases/independent.ts';
import { printed } from '../../testing/derivation/printed.ts';
import { derivations } from './derivation.ts';

const across = (found: ReturnType<typeof derivations>) =>
  found.filter(({ source, derived }) => source.document !== derived.document);

const told = (found: ReturnType<typeof derivations>) =>
  across(found).map(({ source, derived }) => `${derived.quote} < ${source.quote}`);

describe('reports that copy nothing stay unlinked', () => {
  const groups = Object.entries(INDEPENDENT).map(
    ([name, texts]) => [name, texts.map((text, at) => printed(`${name} ${at}`, text))] as const,
  );

  test.each(groups)('%s: each pair by itself', (name, documents) => {
    // two documents alone cannot show that four others print the same line
    if (name === 'background') return;
    for (const [at, one] of documents.entries())
      for (const other of documents.slice(at + 1)) expect(told(derivations([one, other]))).toEqual([]);
  });

  test('all in one dossier', () => {
    expect(told(derivations(groups.flatMap(([, documents]) => documents)))).toEqual([]);
  });
});

describe('copies of many kinds are found', () => {
  const sources = Object.entries(SOURCES).map(([name, text]) =>
    printed(name, text, { kind: { value: 'wire', from: 'test' } }),
  );
  const others = Object.entries(INDEPENDENT).flatMap(([name, texts]) =>
    texts.map((text, at) => printed(`${name} ${at}`, text)),
  );

  test.each(COPIES.map((copy) => [copy.kind, copy] as const))('%s', (_, { from, taken, text }) => {
    const found = across(derivations([...sources, ...others, printed('copy', text)]));
    expect(new Set(found.map(({ source }) => source.document))).toEqual(new Set(from));
    for (const { derived } of found) expect(derived.document).toBe('copy');
    expect(found.length).toBeGreaterThanOrEqual(taken);
  });

  test('without dates, credits and names the direction is mostly right, and never called sure', () => {
    const tried = COPIES.flatMap(({ from, text }) =>
      from.flatMap((name) =>
        [
          ['a', 'z'],
          ['z', 'a'],
        ].flatMap(([source = '', copy = '']) => {
          const found = derivations([printed(source, SOURCES[name]), printed(copy, text)]);
          expect(found.every(({ direction }) => !direction.sure)).toBe(true);
          return found[0]?.source.document === source;
        }),
      ),
    );
    expect(tried.filter((right) => right).length / tried.length).toBeGreaterThan(0.7);
  });

  test.each([
    ['the later one took from the earlier one', { published: { value: '2024-02-03', from: 'test' } }, 'date'],
    ['one is an agency’s', { kind: { value: 'wire', from: 'test' } }, 'credit'],
  ] as const)('%s, however the words speak', (_, facts, ground) => {
    for (const { text } of COPIES.slice(0, 3)) {
      const source = printed('z', SOURCES.dam, facts);
      const copy = printed('a', text, 'published' in facts ? { published: { value: '2024-02-04', from: 'test' } } : {});
      const [first] = derivations([copy, source]);
      expect(first?.source.document).toBe('z');
      expect(first?.direction.by).toContain(ground);
    }
  });

  test('all of them in one dossier: each takes from its source, or from another copy of it', () => {
    const copies = COPIES.map(({ text }, at) => printed(`copy ${at}`, text));
    const all = [...sources, ...others, ...copies];
    const found = derivations(all);
    const at = originAt(origins(all, found));
    for (const { source, derived } of across(found)) {
      const copy = COPIES[Number(/^copy (\d+)$/.exec(derived.document)?.[1])];
      expect(copy, `${derived.document} took from ${source.document}`).toBeDefined();
      expect(copy?.from).toContain(at(derived));
    }
    const taken = COPIES.map((_, number) =>
      across(found).filter(({ derived }) => derived.document === `copy ${number}`),
    );
    expect(taken.every(({ length }, number) => length >= (COPIES[number]?.taken ?? 0))).toBe(true);
  });

  test('one by one, in any order, the same is found', () => {
    const all = [...sources, ...COPIES.slice(0, 5).map(({ text }, at) => printed(`copy ${at}`, text))];
    const told = (documents: readonly Document[]) =>
      derivations(documents)
        .map(({ source, derived }) => `${derived.document} ${derived.start} < ${source.document} ${source.start}`)
        .toSorted();
    const expected = told(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(told(shuffled)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});
